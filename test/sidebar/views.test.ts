/** Every view in both languages, 300 px wide: nothing overflows, nothing is left in the other language, nothing complains. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VIEWS, type ViewName } from '../../appsscript/contract.ts';
import { LANGUAGES } from '../../shared/base/words.ts';
import { launchChromium, NO_BROWSER } from '../workspace/browser/chromium.ts';
import { hardToUse } from '../workspace/browser/legible.ts';
import { answersIn } from './fixtures.ts';
import { openSidebar, sidebarHtml } from './open-sidebar.ts';

const PICTURES = process.env.SIDEBAR_PICTURES; // a folder: pictures of all views are kept there

type Shown = {
  readonly view: ViewName;
  readonly state: string;
  readonly argument?: string;
  readonly steps?: readonly string[];
};

/** Views as they open, and after the buttons named have been pressed. */
const SHOWN: readonly Shown[] = [
  ...VIEWS.map((view) => ({ view, state: '' })),
  { view: 'client', state: 'card', argument: 'DELMAS' },
  { view: 'client', state: 'edited', argument: 'DELMAS', steps: ['details.folded:last-child > summary'] },
  { view: 'invoice', state: 'missing', argument: 'DELMAS', steps: ['.actions .primary'] },
  { view: 'invoice', state: 'lines', argument: 'DELMAS', steps: ['.lines + .button', '.folded > summary'] },
  { view: 'invoice', state: 'draft', argument: 'draft:D-ABCDEFGH12345678' },
  { view: 'invoice', state: 'credit', argument: 'credit:F2026-00012' },
  { view: 'issue', state: 'preview', steps: ['.card .quiet', 'iframe'] },
  { view: 'issue', state: 'asked', steps: ['.actions .primary'] },
  { view: 'issue', state: 'done', steps: ['.actions .primary', '.actions .primary'] },
  { view: 'payment', state: 'invoice', argument: 'DELMAS\nF2026-00012' },
  { view: 'reminders', state: 'done', steps: ['.actions .primary', '.actions .primary'] },
  { view: 'reminders', state: 'open', steps: ['details > summary', '.card .quiet'] },
  { view: 'journal', state: 'promise', argument: 'DELMAS\nF2026-00012\npromise' },
  { view: 'journal', state: 'acknowledged', argument: 'DELMAS\nF2026-00012\nacknowledgement' },
  { view: 'journal', state: 'done', argument: 'DELMAS', steps: ['.actions .primary'] },
  { view: 'setup', state: 'done', steps: ['.part .primary', '.actions .primary'] },
  { view: 'outlook', state: 'asked', steps: ['details > summary', '.actions .button'] },
  { view: 'callSheet', state: 'promise', argument: 'DELMAS', steps: ['.results-grid .button'] },
  { view: 'callSheet', state: 'wrong', argument: 'DELMAS', steps: ['.results-grid .button:nth-child(6)'] },
  {
    view: 'callSheet',
    state: 'done',
    argument: 'DELMAS',
    steps: ['.results-grid .button', '.result .primary'],
  },
  { view: 'plan', state: 'form', argument: 'DELMAS' },
  { view: 'plan', state: 'done', argument: 'DELMAS', steps: ['.actions .primary'] },
  { view: 'letter', state: 'notice', argument: 'DELMAS\nformal-notice' },
  { view: 'letter', state: 'made', argument: 'DELMAS\nformal-notice', steps: ['.actions .primary'] },
  { view: 'review', state: 'missing', steps: ['.actions .primary'] },
  { view: 'unknown', state: 'asked', steps: ['.chips .button:last-child'] },
];

/** Words that are the same in both languages, and what the register itself holds. */
const SAME =
  /^(Encaisse|XML|Clients?|Code|Type|Notes?|Date|IBAN|SIREN \/ SIRET|Association|Administration|—|\*|×|Conseil|EUR|Brunel.*|[\d\s.,/·()#-]*)$/;

const WHOLE_HEIGHT =
  "Math.max(...[...document.querySelectorAll('html, body, main')].map((node) => node.scrollHeight)) + 120";

let browser: Browser;
let html = '';
beforeAll(async () => {
  if (NO_BROWSER) return;
  [browser, html] = await Promise.all([launchChromium(), sidebarHtml()]);
});
afterAll(() => browser?.close());

async function show(shown: Shown, language: 'fr' | 'en', name?: string) {
  const opened = await openSidebar(browser, html, answersIn(language, name), { ...shown, language });
  const { page } = opened;
  await page.waitForFunction("!document.querySelector('.loading')");
  for (const step of shown.steps ?? []) {
    await page.locator(step).first().click();
    await page.waitForTimeout(step.startsWith('.actions') ? 450 : 60); // what asks back waits to be read
  }
  if (shown.view === 'payment') await page.waitForTimeout(700);
  return opened;
}

/** Every text a person is shown or read. */
function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement.closest('script')) texts.push(walker.currentNode.data.trim());
    }
    for (const node of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      texts.push(...['aria-label', 'placeholder', 'title'].map((name) => node.getAttribute(name) ?? ''));
    }
    return texts.filter(Boolean);
  })()`);
}

describe.skipIf(NO_BROWSER).each(SHOWN)('$view $state', (shown) => {
  test('fits and is whole in both languages', async () => {
    const texts: (readonly string[])[] = [];
    for (const language of LANGUAGES) {
      const { page, complaints } = await show(shown, language);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      texts.push(await textsOf(page));
      if (PICTURES) {
        const path = `${PICTURES}/${shown.view}${shown.state && `-${shown.state}`}.${language}.png`;
        const { height = 900 } = page.viewportSize() ?? {};
        const whole = Number(await page.evaluate(WHOLE_HEIGHT));
        await page.setViewportSize({ width: 300, height: Math.max(height, whole) }); // all that one would scroll to
        await page.screenshot({ path });
        await page.setViewportSize({ width: 300, height });
      }
      expect(complaints).toEqual([]);
      expect(width).toBeLessThanOrEqual(300);
      expect(await hardToUse(page)).toEqual([]);
    }
    const [french = [], english = []] = texts;
    const data = new Set(
      JSON.stringify(answersIn('fr'))
        .match(/"(?:[^"\\]|\\.)*"/g)
        ?.map((text) => JSON.parse(text)),
    );
    const same = french.filter((text) => english.includes(text) && !SAME.test(text) && !data.has(text));
    expect(same.filter((text) => ![...data].some((one) => one !== '' && text.includes(one)))).toEqual([]);
    expect(french.length).toBeGreaterThan(3);
  });

  const isSeenElsewhere = ['edited', 'missing', 'lines', 'draft', 'asked', 'promise'].includes(shown.state);
  if (isSeenElsewhere) return;
  test('shows a name that looks like markup as it is', async () => {
    const nasty = '<img src=x onerror="document.title=1">&amp;';
    const { page, complaints } = await show(shown, 'fr', nasty);
    expect(await page.locator('main img').count()).toBe(0);
    expect(await page.title()).toBe('Encaisse');
    expect(complaints).toEqual([]);
  });
});
