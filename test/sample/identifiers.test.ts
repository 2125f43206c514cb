import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fictionalSiren, frenchIban, siretOf, vatNumberOf } from '../../batch/sample/identifiers.ts';
import { isIban, isLuhn } from './check-digits.ts';

test('a SIREN has nine digits, a right key and a prefix nobody bears', () => {
  expect(fictionalSiren(0)).toBe('000000000');
  expect(fictionalSiren(1)).toBe('000000018');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), (serial) => {
      const siren = fictionalSiren(serial);
      expect(siren).toMatch(/^000\d{6}$/);
      expect(isLuhn(siren)).toBe(true);
    }),
  );
});

test('a SIRET begins with its SIREN and has a key over all fourteen digits', () => {
  const siret = siretOf(fictionalSiren(4827));
  expect(siret).toMatch(/^00004827\d{6}$/);
  expect(isLuhn(siret)).toBe(true);
});

// Published examples of the French key: INSEE's 732829320 is FR44.
test('a VAT number bears the key of its SIREN, two digits wide', () => {
  expect(vatNumberOf('732829320')).toBe('FR44732829320');
  expect(vatNumberOf('000020206')).toBe('FR05000020206');
});

// The registry's example for France (ISO 13616), but for its letter in the account.
test('an IBAN has both its keys', () => {
  expect(frenchIban('20041', '01005', '05000130260')).toMatch(/^FR\d{2}200410100505000130260\d{2}$/);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (account) => {
      const iban = frenchIban('99999', '00042', String(account).padStart(11, '0'));
      expect(iban).toMatch(/^FR\d{25}$/);
      expect(isIban(iban)).toBe(true);
    }),
  );
});

test('the account of every French bank’s example: BNP Paribas 30006 00001 12345678901 has RIB key 89', () => {
  expect(frenchIban('30006', '00001', '12345678901')).toBe('FR7630006000011234567890189');
});
