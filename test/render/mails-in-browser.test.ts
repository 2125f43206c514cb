/** Mails as they are read, on a desk and on a telephone, in the light and in the dark. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invoiceMail } from '../../appsscript/render/invoice-mail.ts';
import { messageTexts } from '../../appsscript/render/message-texts.ts';
import { reminderMail } from '../../appsscript/render/reminder-mail.ts';
import { thankYouMail } from '../../appsscript/render/thank-you-mail.ts';
import { LANGUAGES, type Language } from '../../shared/base/words.ts';
import { launchChromium, NO_BROWSER } from '../workspace/browser/chromium.ts';
import { faintTexts, namelessControls } from '../workspace/browser/legible.ts';
import { ENGLISH, INVOICE } from './documents.ts';
import { letter } from './letters.ts';
import { SENDER } from './messages.ts';
import { THANKS } from './thanks.ts';

const TEXTS = messageTexts([]);

/** Long names, many invoices, one of millions. */
const MANY = {
  invoices: Array.from({ length: 28 }, (_, at) => ({
    number: `F2026-${10_100 + at}`,
    issued: '2026-09-10' as const,
    due: '2026-10-10' as const,
    total: at === 3 ? 685_032_000 : 171_258 * (at + 1),
  })),
};
const TOWN = 'Communauté de communes de La Tourbière-les-Étangs et du Haut-Pays';

function mailsIn(language: Language): Readonly<Record<string, string>> {
  const reminder = (level: number, records = {}): string =>
    reminderMail({
      letter: letter({ level, client: { language, name: TOWN }, records }),
      ...{ sender: SENDER, texts: TEXTS },
    }).html;
  const receiptLink = 'https://script.example/exec?n=F2026-00012';
  const document = language === 'fr' ? INVOICE : ENGLISH;
  return {
    'reminder 1': reminder(1),
    'reminder 2, 28 invoices': reminder(2, MANY),
    'reminder 3': reminder(3),
    'formal notice': reminder(4),
    invoice: invoiceMail({ document, kind: 'company', receiptLink, sender: SENDER, texts: TEXTS }).html,
    thanks: thankYouMail({ thanks: { ...THANKS, language }, sender: SENDER, texts: TEXTS }).html,
  };
}

const MAILS = LANGUAGES.flatMap((language) =>
  Object.entries(mailsIn(language)).map(([name, html]) => [name, language, html] as const),
);

let browser: Browser;
let page: Page;
beforeAll(async () => {
  if (NO_BROWSER) return;
  browser = await launchChromium();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

/** Cells whose words stand on more lines than they are written on. */
const WRAPPED = `[...document.querySelectorAll('.cells strong')]
  .filter((node) => node.getClientRects().length > 1)
  .map((node) => node.textContent)`;

describe.skipIf(NO_BROWSER).each(MAILS)('%s in %s', (_, __, html) => {
  test.each([360, 600])('fits %d pixels, numbers and sums unbroken', async (width) => {
    await page.setViewportSize({ width, height: 700 });
    await page.setContent(html);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await page.evaluate(WRAPPED)).toEqual([]);
    expect(await namelessControls(page)).toEqual([]);
  });
  test.each(['light', 'dark'] as const)('stands out in the %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.setContent(html);
    expect(await faintTexts(page)).toEqual([]);
  });
});
