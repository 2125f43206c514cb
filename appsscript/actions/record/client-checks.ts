/** What a client's form has wrong, field by field. */
import { type DayNumber, parseCivilDate } from '../../../shared/base/civil-date.ts';
import { type IbanError, readIban } from '../../../shared/base/identifiers.ts';
import { type CheckNotice, errorOn } from '../../../shared/invoicing/notice.ts';
import { isFrance, legalIdNotices, vatNotices } from '../../../shared/invoicing/parties.ts';
import { readAmount } from '../../../shared/register/cell-amounts.ts';
import { readEmail, readEmails } from '../../../shared/register/cell-emails.ts';
import { parseTerms } from '../../../shared/register/terms.ts';
import type { ClientFields } from '../../contract.ts';

/** What the form has wrong; what is only missing does not keep a client from being saved. */
export function clientFieldNotices(
  fields: ClientFields,
  currency: string,
  today: DayNumber,
): readonly CheckNotice[] {
  const { cc, country, email, legalId, name, paymentTerms } = fields;
  return [
    ...(name === '' ? [NO_NAME] : []),
    ...(email === '' || readEmail(email).ok ? [] : [NO_EMAIL]),
    ...(readEmails(cc).ok ? [] : [NO_COPIES]),
    ...(paymentTerms === '' || parseTerms(paymentTerms).ok ? [] : [NO_TERMS]),
    ...(isLimit(fields.creditLimit, currency) ? [] : [NO_LIMIT]),
    ...(legalId !== '' && isFrance(country) ? legalIdNotices(legalId, 'legalId') : []),
    ...vatNotices(fields.vatNumber, 'vatNumber'),
    ...ibanNotices(fields.iban),
    ...termNotices(fields.maximumTermDays),
    ...holdNotices(fields),
    ...insolvencyNotices(fields.insolvencyOn, today),
  ];
}

const NO_NAME = errorOn('name', 'Le nom manque.', 'The name is missing.');
const NO_EMAIL = errorOn('email', 'Ce courriel n’est pas une adresse.', 'This is not an email address.');
const NO_COPIES = errorOn(
  'cc',
  'Des adresses séparées par des virgules sont attendues.',
  'Addresses separated by commas are expected.',
);
const NO_TERMS = errorOn(
  'paymentTerms',
  'Ces conditions ne se lisent pas : 30 jours, 45 jours fin de mois, comptant…',
  'These terms cannot be read: 30 days, 45 days EOM, immediate…',
);
const NO_LIMIT = errorOn('creditLimit', 'Un montant est attendu.', 'An amount is expected.');

/** An empty limit is none. */
function isLimit(text: string, currency: string): boolean {
  const limit = text === '' ? null : readAmount(text, currency);
  return limit === null || (limit.ok && limit.value >= 0);
}

const IBAN_NOTICES: Readonly<Record<IbanError, CheckNotice>> = {
  'iban/characters': errorOn(
    'iban',
    'Un IBAN commence par deux lettres et deux chiffres : FR76 3000…',
    'An IBAN begins with two letters and two digits: FR76 3000…',
  ),
  'iban/country': errorOn(
    'iban',
    'Les deux premières lettres ne sont pas celles d’un pays qui a des IBAN.',
    'The first two letters are not those of a country that has IBANs.',
  ),
  'iban/length': errorOn(
    'iban',
    'Cet IBAN n’a pas la longueur de ceux de son pays : un caractère manque ou est de trop.',
    'This IBAN is not as long as those of its country: a character is missing or too many.',
  ),
  'iban/key': errorOn(
    'iban',
    'La clé de cet IBAN est fausse : relisez-le.',
    'The check digits of this IBAN are wrong: read it again.',
  ),
};

function ibanNotices(iban: string): readonly CheckNotice[] {
  const read = iban === '' ? null : readIban(iban);
  return read === null || read.ok ? [] : [IBAN_NOTICES[read.error]];
}

/** No law knows a term of more than a year. */
const LONGEST_TERM = 365;

function termNotices(days: string): readonly CheckNotice[] {
  if (days === '' || (/^\d{1,3}$/.test(days) && Number(days) <= LONGEST_TERM)) return [];
  return [
    errorOn(
      'maximumTermDays',
      `Un nombre entier de jours est attendu, ${LONGEST_TERM} au plus.`,
      `A whole number of days is expected, ${LONGEST_TERM} at most.`,
    ),
  ];
}

/** A hold says until when and why: nobody asks the colleague who is on holiday. */
function holdNotices({ holdUntil, holdReason }: ClientFields): readonly CheckNotice[] {
  if (holdUntil !== '' && holdReason === '') {
    return [
      errorOn(
        'holdReason',
        'Dites pourquoi ses relances sont suspendues.',
        'Say why its reminders are on hold.',
      ),
    ];
  }
  if (holdUntil === '' && holdReason !== '') {
    return [
      errorOn(
        'holdUntil',
        'Jusqu’à quel jour ? Sans lui, rien n’est suspendu.',
        'Until which day? Without it nothing is on hold.',
      ),
    ];
  }
  return [];
}

function insolvencyNotices(text: string, today: DayNumber): readonly CheckNotice[] {
  const opened = parseCivilDate(text);
  return opened.ok && opened.value > today
    ? [
        errorOn(
          'insolvencyOn',
          'Le jour du jugement d’ouverture est attendu : celui-ci est à venir.',
          'The day of the court’s decision is expected: this one is yet to come.',
        ),
      ]
    : [];
}
