/** The judge of pages, judged. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, NO_BROWSER } from './chromium.ts';
import { faintTexts, namelessControls, outOfOrder } from './legible.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  if (NO_BROWSER) return;
  browser = await launchChromium();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

describe.skipIf(NO_BROWSER)('what stands out', () => {
  test.each([
    ['<p style="color: #767676">a</p>', []],
    ['<p style="color: #777777">a</p>', ['a: 4.48']],
    ['<p style="color: #777777; font-size: 24px">a</p>', []],
    ['<p style="color: #000000; opacity: 0.5">a</p>', ['a: 3.98']],
    ['<div style="background: #767676"><p style="color: #ffffff">a</p></div>', []],
    ['<div style="background: rgb(118 118 118 / 50%)"><p style="color: #ffffff">a</p></div>', ['a: 1.93']],
    ['<input aria-label="b" value="a" style="color: #999999">', ['a: 2.85']],
    ['<button disabled style="color: #999999">a</button>', []],
    ['<p hidden style="color: #999999">a</p>', []],
  ])('%s', async (html, faint) => {
    await page.setContent(html);
    expect(await faintTexts(page)).toEqual(faint);
  });
});

describe.skipIf(NO_BROWSER)('what says what it is', () => {
  test.each([
    ['<button></button>', ['button']],
    ['<button aria-label="a"></button>', []],
    ['<input>', ['textbox']],
    ['<label>a <input></label>', []],
    ['<input type="checkbox"><select></select>', ['checkbox', 'combobox']],
    ['<input type="date">', ['Date']],
    ['<a href="#"></a><img src="data:,">', ['link', 'image']],
  ])('%s', async (html, nameless) => {
    await page.setContent(html);
    expect(await namelessControls(page)).toEqual(nameless);
  });
});

test.skipIf(NO_BROWSER).each([
  ['<button tabindex="2">a</button>', 1],
  ['<button tabindex="-1">a</button>', 1],
  ['<button tabindex="0">a</button><h2 tabindex="-1">a</h2>', 0],
])('the keyboard: %s', async (html, faults) => {
  await page.setContent(html);
  expect(await outOfOrder(page)).toHaveLength(faults);
});
