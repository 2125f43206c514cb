/** The QR codes as people see them: invoice, mails and letter drawn by a browser, read back from the picture of the page. */
import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invoiceMail } from '../../appsscript/render/invoice-mail.ts';
import { invoicePage } from '../../appsscript/render/invoice-page.ts';
import type { Message } from '../../appsscript/render/mail.ts';
import { paperPage } from '../../appsscript/render/paper-page.ts';
import { gifAddress } from '../../appsscript/render/qr.ts';
import { reminderMail } from '../../appsscript/render/reminder-mail.ts';
import { paymentCode } from '../../shared/exchange/payment-code.ts';
import { notice } from '../letters/every-paper.ts';
import { launchChromium, NO_BROWSER } from '../workspace/browser/chromium.ts';
import { INVOICE } from './documents.ts';
import { letter } from './letters.ts';
import { SENDER, shelf } from './messages.ts';

const LATE = letter({ level: 2 });
const ONE = letter({
  level: 1,
  records: { invoices: [{ number: 'F2026-00009', issued: '2026-09-10', due: '2026-10-10', total: 171258 }] },
});
const REMINDER = reminderMail({ letter: LATE, sender: SENDER, texts: shelf() });
const OF_ONE = reminderMail({ letter: ONE, sender: SENDER, texts: shelf() });
const INVOICED = invoiceMail({ document: INVOICE, kind: 'company', sender: SENDER, texts: shelf() });

/** As a mail program shows it: its pictures where their `cid:` stands. */
function shown({ html, inline }: Message): string {
  return inline.reduce(
    (page, { cid, gifBase64 }) => page.replaceAll(`cid:${cid}`, gifAddress(gifBase64)),
    html,
  );
}

function codeOf(amount: string, reference: string): string {
  const { bic, company, iban } = SENDER;
  const code = paymentCode({ name: company, iban, bic, amount, currency: 'EUR', reference });
  return code.ok ? code.value : '';
}

const coded = (transfer: Parameters<typeof paymentCode>[0] | null | undefined): string => {
  const code = transfer ? paymentCode(transfer) : null;
  return code?.ok ? code.value : '';
};

const [NOTICE] = notice('company', 'fr');
const payment = NOTICE?.blocks.find(({ block }) => block === 'payment');

const NUMBERS = 'F2026-00009, F2026-00010, F2026-00011';

/** The page, and what a telephone must read in it. */
const PAGES = [
  ['the invoice', invoicePage(INVOICE), coded(INVOICE.payment?.transfer)],
  ['the invoice’s mail', shown(INVOICED), coded(INVOICE.payment?.transfer)],
  ['a reminder of three invoices', shown(REMINDER), codeOf(LATE.totalDecimal, NUMBERS)],
  ['a reminder of one', shown(OF_ONE), codeOf('1712.58', 'F2026-00009')],
  [
    'a formal notice',
    NOTICE ? paperPage(NOTICE) : '',
    coded(payment?.block === 'payment' ? payment.transfer : null),
  ],
] as const;

let browser: Browser;
beforeAll(async () => {
  if (!NO_BROWSER) browser = await launchChromium();
});
afterAll(() => browser?.close());

async function read(page: Page, html: string): Promise<string | undefined> {
  await page.setContent(html);
  const box = await page.locator('img[src^="data:image/gif"]').boundingBox();
  if (box === null) return undefined;
  const clip = { x: box.x - 10, y: box.y - 10, width: box.width + 20, height: box.height + 20 };
  const picture = await page.screenshot({ fullPage: true, clip });
  const address = `data:image/png;base64,${picture.toString('base64')}`;
  const { height, pixels, width } = await page.evaluate<{
    width: number;
    height: number;
    pixels: string;
  }>(`(async () => {
    const image = new Image();
    image.src = ${JSON.stringify(address)};
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let pixels = '';
    for (let at = 0; at < data.length; at += 8192) pixels += String.fromCharCode(...data.subarray(at, at + 8192));
    return { width: image.width, height: image.height, pixels: btoa(pixels) };
  })()`);
  const code = jsQR(new Uint8ClampedArray(Buffer.from(pixels, 'base64')), width, height);
  return code ? Buffer.from(code.binaryData).toString('utf8') : undefined;
}

describe.skipIf(NO_BROWSER).each([1, 2])('on a screen of %i pixels a point', (deviceScaleFactor) => {
  test.each(PAGES)('%s', async (_, html, asked) => {
    expect(asked).toMatch(/^BCD\n002\n1\nSCT\n/);
    const context = await browser.newContext({ deviceScaleFactor, viewport: { width: 900, height: 1200 } });
    try {
      expect(await read(await context.newPage(), html)).toBe(asked);
    } finally {
      await context.close();
    }
  });
});

describe('the payment link', () => {
  const addresses = (html: string): readonly string[] =>
    Array.from(html.matchAll(/href="(https:\/\/pay[^"]*)"/g), ([, address = '']) =>
      address.replace(/&(?:amp|#x3D|#61);/g, (sign) => (sign === '&amp;' ? '&' : '=')),
    );

  test('names the invoice and what is left of it', () => {
    expect(new Set(addresses(OF_ONE.html))).toEqual(
      new Set(['https://pay.example.com/F2026-00009?amount=1712.58']),
    );
    expect(OF_ONE.text).toContain('https://pay.example.com/F2026-00009?amount=1712.58');
  });

  test('is one for each of several invoices', () => {
    expect(addresses(REMINDER.html)).toEqual([
      'https://pay.example.com/F2026-00009?amount=1712.58',
      'https://pay.example.com/F2026-00010?amount=480.00',
      'https://pay.example.com/F2026-00011?amount=65.50',
    ]);
  });

  test('has no hole left anywhere', () => {
    for (const page of [...PAGES.map(([, html]) => html), REMINDER.text, INVOICED.text]) {
      expect(page).not.toMatch(/\{(number|amount)\}|%7B(number|amount)/i);
    }
  });

  test('does not stand where it is not safe', () => {
    const sender = { ...SENDER, paymentLink: 'javascript:alert(1)' };
    const mail = reminderMail({ letter: ONE, sender, texts: shelf() });
    expect(mail.html + mail.text).not.toContain('javascript:');
  });
});
