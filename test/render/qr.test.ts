/** QR codes: what a telephone reads in the picture is what was asked for. */
import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { gifAddress, qrGif, transferGif } from '../../appsscript/render/qr.ts';
import { paymentCode } from '../../shared/exchange/payment-code.ts';
import { readGif } from './gif.ts';

function read(base64: string): string | undefined {
  const { height, rgba, width } = readGif(base64);
  const code = jsQR(rgba, width, height);
  return code ? Buffer.from(code.binaryData).toString('utf8') : undefined;
}

const TRANSFER = {
  name: 'Société Générale d’Été & Cie – « Œuvre » €',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
  amount: '1712.58',
  currency: 'EUR',
  reference: 'F2026-00012',
};

test('a transfer is read back, accents too', () => {
  const code = paymentCode(TRANSFER);
  expect(read(transferGif(TRANSFER))).toBe(code.ok && code.value);
});

for (const length of [1, 40, 120, 331]) {
  test(`${length} bytes are read back`, () =>
    expect(read(qrGif('x'.repeat(length)))).toBe('x'.repeat(length)));
}

test('what no code can say has none', () => {
  expect(transferGif(null)).toBe('');
  expect(transferGif({ ...TRANSFER, currency: 'USD' })).toBe('');
  expect(transferGif({ ...TRANSFER, iban: 'FR76' })).toBe('');
  expect(gifAddress('')).toBe('');
});
