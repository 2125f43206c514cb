/** What a page owes whoever sees little, or nothing: text that stands out from its ground, controls that say what they are. */
import type { Page } from 'playwright-core';

/** WCAG 2.2, 1.4.3: 4.5:1, and 3:1 for large text (24 px, or 18.66 px bold). What is disabled is exempt. */
const FAINT_TEXTS = `(() => {
  const parts = (color) => {
    const [red, green, blue, alpha = 1] = color.match(/[\\d.]+/g).map(Number);
    return { rgb: [red, green, blue], alpha };
  };
  const over = (top, alpha, under) => top.map((value, at) => value * alpha + under[at] * (1 - alpha));
  const light = (rgb) => {
    const [red, green, blue] = rgb.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const chain = (node) => (node ? [node, ...chain(node.parentElement)] : []);
  const ground = (node) =>
    chain(node).reduceRight((under, each) => {
      const { alpha, rgb } = parts(getComputedStyle(each).backgroundColor);
      return over(rgb, alpha, under);
    }, [255, 255, 255]);
  const faint = [];
  const judge = (node, text, color) => {
    if (text === '' || node.closest('script, style, [aria-hidden=true]') || !node.checkVisibility({ visibilityProperty: true })) return;
    if (node.matches(':disabled') || node.querySelector(':scope > :disabled')) return;
    const style = getComputedStyle(node);
    const under = ground(node);
    const { alpha, rgb } = parts(color);
    const opacity = chain(node).reduce((sum, each) => sum * getComputedStyle(each).opacity, 1);
    const [dark, bright] = [light(over(rgb, alpha * opacity, under)), light(under)].sort((a, b) => a - b);
    const size = parseFloat(style.fontSize);
    const ratio = (bright + 0.05) / (dark + 0.05);
    if (ratio < (size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5)) {
      faint.push(text.slice(0, 40) + ': ' + ratio.toFixed(2));
    }
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    judge(parentElement, data.trim(), getComputedStyle(parentElement).color);
  }
  for (const field of document.querySelectorAll('input:not([type=checkbox], [type=radio]), textarea, select')) {
    judge(field, field.value ?? '', getComputedStyle(field).color);
    if (field.placeholder) judge(field, field.placeholder, getComputedStyle(field, '::placeholder').color);
  }
  return faint;
})()`;

/** Texts that stand out too little, each with its contrast. */
export function faintTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(FAINT_TEXTS);
}

const CONTROLS = new Set([
  ...['button', 'link', 'textbox', 'searchbox', 'combobox', 'listbox', 'checkbox', 'radio', 'switch'],
  ...['spinbutton', 'slider', 'menuitem', 'tab', 'Iframe', 'Date', 'DisclosureTriangle', 'image', 'dialog'],
]);

/** Controls without a name in the accessibility tree, by their role. */
export async function namelessControls(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored, role }) => !ignored && CONTROLS.has(String(role?.value)))
    .filter(({ name }) => String(name?.value ?? '').trim() === '')
    .map(({ role }) => String(role?.value));
}

/** Controls the keyboard meets out of the order in which they are read, or cannot reach: by what they say. */
const OUT_OF_ORDER = `(() =>
  [...document.querySelectorAll('[tabindex]')]
    .filter((node) => node.tabIndex > 0 || (node.tabIndex < 0 && node.matches('button, a[href], input, select, textarea')))
    .map((node) => node.outerHTML.slice(0, 80)))()`;

export function outOfOrder(page: Page): Promise<readonly string[]> {
  return page.evaluate(OUT_OF_ORDER);
}

/** All that a page owes, each fault in a line. */
export async function hardToUse(page: Page): Promise<readonly string[]> {
  const [faint, nameless, unordered] = [
    await faintTexts(page),
    await namelessControls(page),
    await outOfOrder(page),
  ];
  return [
    ...faint.map((text) => `too faint: ${text}`),
    ...nameless.map((role) => `without a name: ${role}`),
    ...unordered.map((control) => `not in the order of reading: ${control}`),
  ];
}
