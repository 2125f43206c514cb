/** Escaping: whatever users write, a page or a mail keeps the elements, attributes and addresses it has. */
import { describe, expect, test } from 'vitest';
import { invoiceMail } from '../../appsscript/render/invoice-mail.ts';
import { invoicePage } from '../../appsscript/render/invoice-page.ts';
import { reminderMail } from '../../appsscript/render/reminder-mail.ts';
import { thankYouMail } from '../../appsscript/render/thank-you-mail.ts';
import type { InvoiceDocument } from '../../shared/invoicing/document.ts';
import { ATTACKS } from './attacks.ts';
import { INVOICE } from './documents.ts';
import { letter } from './letters.ts';
import { addressesOf, skeletonOf } from './markup.ts';
import { SENDER, shelf } from './messages.ts';
import { THANKS } from './thanks.ts';

/** Every text of a record becomes `text`; what is empty, a choice of ours or a QR code's content stays. */
function everywhere<T>(value: T, text: string, key?: string): T;
function everywhere(value: unknown, text: string, key = ''): unknown {
  if (KEPT.has(key)) return value;
  if (typeof value === 'string') return value === '' ? '' : text;
  if (Array.isArray(value)) return value.map((one) => everywhere(one, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, everywhere(one, text, name)]));
}

const KEPT: ReadonlySet<string> = new Set([
  'language',
  'type',
  'kind',
  'transfer',
  'currency',
  'openDecimal',
  'totalDecimal',
  'template',
  'instalment',
]);

const own = (text: string) =>
  shelf(
    new Map(
      ['invoice', 'reminder-2', 'thank-you'].map((name) => [
        `${name}/fr`,
        { subject: `${text} {{client}}`, body: `${text} {{client}}\n\n{{détails}}\n\n${text} {{client}}` },
      ]),
    ),
  );

/** Pages with the text in every place; the links that are not the text's are gone from the plain ones too. */
function pagesWith(text: string, texts = own(text)): readonly string[] {
  const document: InvoiceDocument = everywhere(INVOICE, text);
  const sender = everywhere(SENDER, text);
  const told = everywhere(letter({ level: 2 }), text);
  const thanks = { ...THANKS, ...everywhere({ clientName: 'x' }, text) };
  return [
    invoicePage(document),
    invoiceMail({ document, kind: 'company', receiptLink: text, sender, texts }).html,
    reminderMail({ letter: told, sender, texts }).html,
    thankYouMail({ thanks, sender, texts }).html,
  ];
}

const PLAIN = pagesWith('plain words').map(skeletonOf);
/** Words with a placeholder that stands for nothing are left aside for the shipped ones. */
const SHIPPED = pagesWith('plain words', own('{{nothing}}')).map(skeletonOf);

describe('no text becomes an element, an attribute or an address', () => {
  for (const attack of ATTACKS) {
    test(JSON.stringify(attack), () => {
      const pages = pagesWith(attack);
      expect(pages.map(skeletonOf)).toEqual(attack.includes('{{') ? SHIPPED : PLAIN);
      const addresses = pages.flatMap(addressesOf);
      expect(
        addresses.filter((address) => !/^(data:image\/gif;base64,|cid:virement$)/.test(address)),
      ).toEqual([]);
    });
  }
});

describe('a link leads only to https', () => {
  const LINKS = [
    ['https://pay.example.com/1', true],
    ['http://pay.example.com/1', false],
    ['javascript:alert(1)', false],
    ['JAVASCRIPT:alert(1)', false],
    ['data:text/html,x', false],
    ['//evil.example', false],
    ['https://evil.example/" onclick="alert(1)', false],
    [' https://pay.example.com', false],
  ] as const;
  for (const [link, isKept] of LINKS) {
    test(link, () => {
      const payment = INVOICE.payment && { ...INVOICE.payment, link };
      const document = { ...INVOICE, payment, termsOfSaleLink: link };
      const mail = invoiceMail({
        document,
        kind: 'company',
        receiptLink: link,
        sender: SENDER,
        texts: shelf(),
      });
      const found = [invoicePage(document), mail.html]
        .flatMap(addressesOf)
        .filter((one) => !/^(data:image|cid:)/.test(one));
      expect(found).toEqual(isKept ? [link, link, link, link] : []);
      expect(mail.text.includes(link)).toBe(isKept);
    });
  }
});

test('a subject is one line, whatever is put into it', () => {
  for (const text of ['a\r\nBcc: evil@example.com', 'a\nb', 'a\u0000b', 'a\u2028b', 'x'.repeat(5_000)]) {
    const { subject } = reminderMail({
      letter: everywhere(letter({ level: 2 }), text),
      sender: SENDER,
      texts: own(text),
    });
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(subject.length).toBeLessThanOrEqual(220);
  }
});
