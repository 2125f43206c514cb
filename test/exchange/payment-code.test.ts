/** The SEPA QR code's text (EPC069-12) and payment links: what is right, and all that is refused. */
import { describe, expect, test } from 'vitest';
import { isHttps, paymentCode, paymentLink, type Transfer } from '../../shared/exchange/payment-code.ts';

const TRANSFER: Transfer = {
  name: 'Atelier Mérinos',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  bic: '',
  amount: '1234.5',
  currency: 'EUR',
  reference: 'F2026-00012',
};

const coded = (changes: Partial<Transfer>) => {
  const code = paymentCode({ ...TRANSFER, ...changes });
  return code.ok ? code.value : code.error;
};

test('the lines stand in their places, nothing after the last', () =>
  expect(coded({})).toBe(
    'BCD\n002\n1\nSCT\n\nAtelier Mérinos\nFR7630006000011234567890189\nEUR1234.50\n\n\nF2026-00012',
  ));

const LINES = [
  [5, { bic: 'agrifrpp' }, 'AGRIFRPP'],
  [5, { bic: 'AGRIFRPP882' }, 'AGRIFRPP882'],
  [6, { name: 'A\nB\tC  D' }, 'A B C D'],
  [6, { name: 'a'.repeat(70) }, 'a'.repeat(70)],
  [7, { iban: 'de89370400440532013000' }, 'DE89370400440532013000'],
  [8, { amount: '0.01' }, 'EUR0.01'],
  [8, { amount: '999999999.99' }, 'EUR999999999.99'],
  [8, { amount: '12' }, 'EUR12.00'],
  [8, { amount: '007.10' }, 'EUR7.10'],
  [11, { reference: 'F-1\nEUR9.99' }, 'F-1 EUR9.99'],
  [11, { reference: '9'.repeat(140) }, '9'.repeat(140)],
] as const;

for (const [line, changes, expected] of LINES) {
  test(`line ${line} of ${JSON.stringify(changes)}`, () =>
    expect(coded(changes).split('\n')[line - 1]).toBe(expected));
}

describe('is refused', () => {
  const REFUSED = [
    [{ currency: 'USD' }, 'currency/not-euro'],
    [{ currency: 'eur' }, 'currency/not-euro'],
    [{ amount: '0' }, 'amount/out-of-range'],
    [{ amount: '0.00' }, 'amount/out-of-range'],
    [{ amount: '-1.00' }, 'amount/out-of-range'],
    [{ amount: '1.001' }, 'amount/out-of-range'],
    [{ amount: '1,50' }, 'amount/out-of-range'],
    [{ amount: '1e3' }, 'amount/out-of-range'],
    [{ amount: '1000000000.00' }, 'amount/out-of-range'],
    [{ amount: '' }, 'amount/out-of-range'],
    [{ name: ' \n ' }, 'name/length'],
    [{ name: 'a'.repeat(71) }, 'name/length'],
    [{ iban: '' }, 'iban/invalid'],
    [{ iban: 'FR76 3000 6000 0112 3456 7890 188' }, 'iban/invalid'],
    [{ bic: 'AGRI' }, 'bic/invalid'],
    [{ reference: '' }, 'reference/length'],
    [{ reference: '9'.repeat(141) }, 'reference/length'],
    [{ name: '€'.repeat(70), reference: 'é'.repeat(140) }, 'payload/length'],
  ] as const;
  for (const [changes, error] of REFUSED) {
    test(JSON.stringify(changes).slice(0, 60), () => expect(coded(changes)).toBe(error));
  }
});

describe('a payment link', () => {
  const LINKS = [
    ['https://pay.example.com', 'https://pay.example.com'],
    ['https://pay.example.com/{number}?a={amount}', 'https://pay.example.com/F%2F1%20%26?a=12.50'],
    [' https://pay.example.com/{number}/{number} ', 'https://pay.example.com/F%2F1%20%26/F%2F1%20%26'],
    ['http://pay.example.com', 'link/not-https'],
    ['javascript:alert(1)', 'link/not-https'],
    ['https://', 'link/not-https'],
    ['https://pay.example.com/"onclick', 'link/not-https'],
    ['https://pay.example.com/{client}', 'link/not-https'],
    ['https://user@pay.example.com/', 'link/not-https'],
    ['', 'link/not-https'],
    [`https://pay.example.com/${'a'.repeat(2_000)}`, 'link/length'],
  ] as const;
  for (const [template, expected] of LINKS) {
    test(template.slice(0, 50), () => {
      const link = paymentLink(template, 'F/1 &', '12.50');
      expect(link.ok ? link.value : link.error).toBe(expected);
    });
  }
});

const ADDRESSES = [
  ['https://a.example', true],
  ['HTTPS://A.example:8443/x?y#z', true],
  ['https://a.example/é', true],
  ['https://a.example/\u0001', false],
  ['https://a.example/\u0085', false],
  ['https://a.example/ x', false],
  ['https://a.example/\n', false],
  ["https://a.example/'", false],
  ['https:/a.example', false],
  ['//a.example', false],
  ['data:text/html,x', false],
  ['java\nscript:alert(1)', false],
] as const;

for (const [text, expected] of ADDRESSES) {
  test(`${JSON.stringify(text)} ${expected ? 'may' : 'may not'} stand in a link`, () =>
    expect(isHttps(text)).toBe(expected));
}
