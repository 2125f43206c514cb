/** Keys of legal identifiers, VAT numbers and bank accounts: each is given back as it is written, or refused with the reason. */
import { ok, type Result, refuse } from './result.ts';

export type LegalIdError = 'legalId/length' | 'legalId/characters' | 'legalId/key';

/** A SIREN (9 digits) or SIRET (14), spaces and points left out; its Luhn key is checked. */
export function readLegalId(text: string): Result<string, LegalIdError> {
  const digits = text.replace(/[\s.]/g, '');
  if (!/^\d+$/.test(digits)) return refuse('legalId/characters');
  if (digits.length !== 9 && digits.length !== 14) return refuse('legalId/length');
  const isRight = isLuhn(digits.slice(0, 9)) && (digits.length === 9 || isSiretKey(digits));
  return isRight ? ok(digits) : refuse('legalId/key');
}

const LA_POSTE = '356000000';

/** La Poste numbers more offices than the Luhn key allows: their digits add up to a multiple of five. */
function isSiretKey(siret: string): boolean {
  if (isLuhn(siret)) return true;
  return siret.startsWith(LA_POSTE) && sumOfDigits(siret) % 5 === 0;
}

function sumOfDigits(digits: string): number {
  return Array.from(digits).reduce((sum, digit) => sum + Number(digit), 0);
}

/** ISO/IEC 7812-1: from the right every second digit is doubled; the sum is a multiple of ten. */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const counted = i % 2 === 0 ? digit : digit * 2;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}

/** VAT numbers by country: the form behind the two letters (Directive 2006/112/EC; the Commission's VIES page). Greece writes EL. */
const VAT_FORMS: ReadonlyMap<string, RegExp> = new Map([
  ['AT', /^U\d{8}$/],
  ['BE', /^[01]\d{9}$/],
  ['BG', /^\d{9,10}$/],
  ['CY', /^\d{8}[A-Z]$/],
  ['CZ', /^\d{8,10}$/],
  ['DE', /^\d{9}$/],
  ['DK', /^\d{8}$/],
  ['EE', /^\d{9}$/],
  ['EL', /^\d{9}$/],
  ['ES', /^[A-Z\d]\d{7}[A-Z\d]$/],
  ['FI', /^\d{8}$/],
  ['FR', /^[A-HJ-NP-Z\d]{2}\d{9}$/],
  ['HR', /^\d{11}$/],
  ['HU', /^\d{8}$/],
  ['IE', /^(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/],
  ['IT', /^\d{11}$/],
  ['LT', /^(\d{9}|\d{12})$/],
  ['LU', /^\d{8}$/],
  ['LV', /^\d{11}$/],
  ['MT', /^\d{8}$/],
  ['NL', /^[A-Z\d+*]{10}\d{2}$/],
  ['PL', /^\d{10}$/],
  ['PT', /^\d{9}$/],
  ['RO', /^\d{2,10}$/],
  ['SE', /^\d{12}$/],
  ['SI', /^\d{8}$/],
  ['SK', /^\d{10}$/],
  ['XI', /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/],
]);

export type VatNumberError = 'vatNumber/country' | 'vatNumber/form' | 'vatNumber/key';

/** A VAT number of the EU, without spaces, points and hyphens, in capitals; of a French one the key, too, is checked. */
export function readVatNumber(text: string): Result<string, VatNumberError> {
  const number = text.replace(/[\s.-]/g, '').toUpperCase();
  const form = VAT_FORMS.get(number.slice(0, 2));
  if (!form) return refuse('vatNumber/country');
  if (!form.test(number.slice(2))) return refuse('vatNumber/form');
  return number.startsWith('FR') && !isFrenchVatKey(number) ? refuse('vatNumber/key') : ok(number);
}

/** The key of most is (12 + 3 × SIREN) by 97; the newer ones with letters carry no key that is public. */
function isFrenchVatKey(number: string): boolean {
  const key = number.slice(2, 4);
  const siren = number.slice(4);
  if (!/^\d{2}$/.test(key)) return isLuhn(siren);
  return isLuhn(siren) && (12 + 3 * (Number(siren) % 97)) % 97 === Number(key);
}

/** Lengths of IBANs by country (SWIFT's registry). */
const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 ' +
    'FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 ' +
    'LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 ' +
    'SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((one) => [one.slice(0, 2), Number(one.slice(2))] as const),
);

export type IbanError = 'iban/characters' | 'iban/country' | 'iban/length' | 'iban/key';

/** An IBAN without spaces, in capitals: its country's length, and 1 as its remainder by 97 (ISO 13616). */
export function readIban(text: string): Result<string, IbanError> {
  const iban = text.replace(/[\s.-]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z\d]+$/.test(iban)) return refuse('iban/characters');
  const length = IBAN_LENGTHS.get(iban.slice(0, 2));
  if (length === undefined) return refuse('iban/country');
  if (iban.length !== length) return refuse('iban/length');
  return remainder97(iban.slice(4) + iban.slice(0, 4)) === 1 ? ok(iban) : refuse('iban/key');
}

/** Letters count as two digits: A is 10, Z is 35. */
function remainder97(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
  }
  return rest;
}

/** A BIC: bank, country, place, and perhaps a branch (ISO 9362), in capitals without spaces. */
export function readBic(text: string): Result<string, 'bic/form'> {
  const bic = text.replace(/\s/g, '').toUpperCase();
  return /^[A-Z\d]{4}[A-Z]{2}[A-Z\d]{2}([A-Z\d]{3})?$/.test(bic) ? ok(bic) : refuse('bic/form');
}
