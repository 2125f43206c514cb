import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fictionalSiren, frenchIban, siretOf, vatNumberOf } from '../../batch/sample/identifiers.ts';
import { readBic, readIban, readLegalId, readVatNumber } from '../../shared/base/identifiers.ts';
import { isIban } from '../sample/check-digits.ts';

for (const [text, answer] of [
  ['732 829 320', '732829320'],
  ['732.829.320', '732829320'],
  ['732 829 321', 'legalId/key'],
  ['732 829 320 00074', '73282932000074'],
  ['732 829 320 00075', 'legalId/key'],
  ['356 000 000 00048', '35600000000048'], // La Poste, by Luhn
  ['356 000 000 00041', 'legalId/key'],
  ['356 000 000 49837', '35600000049837'], // La Poste, by the sum of digits
  ['73282932', 'legalId/length'],
  ['7328293200', 'legalId/length'],
  ['7328293200007', 'legalId/length'],
  ['732829320000744', 'legalId/length'],
  ['', 'legalId/characters'],
  ['73282932X', 'legalId/characters'],
] as const) {
  test(`legal id ${text}`, () => {
    const read = readLegalId(text);
    expect(read.ok ? read.value : read.error).toBe(answer);
  });
}

for (const [text, answer] of [
  ['FR 44 732829320', 'FR44732829320'],
  ['fr44732829320', 'FR44732829320'],
  ['FR45732829320', 'vatNumber/key'],
  ['FR44732829321', 'vatNumber/key'],
  ['FRK7399859412', 'FRK7399859412'],
  ['FRO7399859412', 'vatNumber/form'],
  ['FR4473282932', 'vatNumber/form'],
  ['DE123456789', 'DE123456789'],
  ['DE12345678', 'vatNumber/form'],
  ['BE 0123.456.789', 'BE0123456789'],
  ['BE2123456789', 'vatNumber/form'],
  ['EL123456789', 'EL123456789'],
  ['GR123456789', 'vatNumber/country'],
  ['ATU12345678', 'ATU12345678'],
  ['AT12345678', 'vatNumber/form'],
  ['NL123456789B01', 'NL123456789B01'],
  ['IE1234567WA', 'IE1234567WA'],
  ['CHE123456789', 'vatNumber/country'],
  ['', 'vatNumber/country'],
] as const) {
  test(`VAT number ${text}`, () => {
    const read = readVatNumber(text);
    expect(read.ok ? read.value : read.error).toBe(answer);
  });
}

for (const [text, answer] of [
  ['FR76 3000 6000 0112 3456 7890 189', 'FR7630006000011234567890189'],
  ['fr7630006000011234567890189', 'FR7630006000011234567890189'],
  ['FR77 3000 6000 0112 3456 7890 189', 'iban/key'],
  ['FR76 3000 6000 0112 3456 7890 18', 'iban/length'],
  ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
  ['GB29NWBK60161331926819', 'GB29NWBK60161331926819'],
  ['NO9386011117947', 'NO9386011117947'],
  ['MT84MALT011000012345MTLCAST001S', 'MT84MALT011000012345MTLCAST001S'],
  ['ZZ7630006000011234567890189', 'iban/country'],
  ['FR76É000600001123456789018', 'iban/characters'],
  ['', 'iban/characters'],
] as const) {
  test(`IBAN ${text}`, () => {
    const read = readIban(text);
    expect(read.ok ? read.value : read.error).toBe(answer);
  });
}

for (const [text, answer] of [
  ['AGRIFRPP', 'AGRIFRPP'],
  ['agrifrpp 882', 'AGRIFRPP882'],
  ['AGRIFRP', 'bic/form'],
  ['AGRIFRPP88', 'bic/form'],
  ['AGRI1RPP', 'bic/form'],
] as const) {
  test(`BIC ${text}`, () => {
    const read = readBic(text);
    expect(read.ok ? read.value : read.error).toBe(answer);
  });
}

test('what the sample makes is right, and one digit less or more is not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99999 }),
      fc.nat(8),
      fc.integer({ min: 1, max: 9 }),
      (serial, place, by) => {
        const siren = fictionalSiren(serial);
        const changed = [...siren]
          .map((digit, i) => (i === place ? String((Number(digit) + by) % 10) : digit))
          .join('');
        expect(readLegalId(siren).ok).toBe(true);
        expect(readLegalId(siretOf(siren)).ok).toBe(true);
        expect(readVatNumber(vatNumberOf(siren)).ok).toBe(true);
        expect(readLegalId(changed)).toEqual({ ok: false, error: 'legalId/key' });
      },
    ),
  );
});

test('any change of one character of an IBAN shows', () => {
  const iban = frenchIban('30006', '00001', '12345678901');
  expect(readIban(iban).ok).toBe(true);
  for (let place = 2; place < iban.length; place++) {
    for (const other of '0123456789') {
      const changed = iban.slice(0, place) + other + iban.slice(place + 1);
      expect(readIban(changed).ok).toBe(changed === iban);
      expect(isIban(changed)).toBe(changed === iban);
    }
  }
});
