/** The settings table: key and value rows to one record. */
import { countryCode } from '../../base/countries.ts';
import { readBic, readIban } from '../../base/identifiers.ts';
import type { ProblemCode } from '../../base/problem.ts';
import { languageOf } from '../../base/words.ts';
import { areHolidaysKnown } from '../../base/working-days.ts';
import { readChoice, readCurrency } from '../cell-choices.ts';
import { type DateOrder, dateOrderOf } from '../cell-dates.ts';
import { readEmails } from '../cell-emails.ts';
import { readInteger } from '../cell-numbers.ts';
import type { Settings } from '../entries.ts';
import { knownWords } from '../known-words.ts';
import { choiceWords, flag, type Places, type RowCells, sheetRow, textAt } from '../row-cells.ts';
import {
  AGED_BY_CHOICES,
  ASSOCIATION_CHOICES,
  CLAIM_AFTER_PAYMENT_CHOICES,
  OPERATION_CHOICES,
  SEND_MODE_CHOICES,
  SETTINGS,
} from '../settings.ts';
import { YES_NO_CHOICES } from '../tables.ts';
import { DEFAULT_TERMS, parseTerms } from '../terms.ts';

/** Settings as they are read: texts by key, and the row each stands in. */
export type SettingRows = { readonly texts: Map<string, string>; readonly rows: Map<string, number> };

const settingNamed = knownWords(SETTINGS.map(({ key, words }) => [key, words]));

/** `fr`, `fr_FR`, `en-GB`, `zh_Hans_CN`, `fr_FR.UTF-8` (Unicode LDML, POSIX). */
const LOCALE = /^[a-z]{2,3}([_-][a-z]{4})?([_-]([a-z]{2}|\d{3}))?([.@].*)?$/i;

/** The European Central Bank's rate plus 8 or 10 points, or a yearly percentage: 0.12 is a sheet's `12 %`, and refused. */
const LATE_INTEREST = /^((ECB|BCE)\s*\+\s*(8|10)|(0|[1-9]\d?([.,]\d{1,3})?)\s*%?)$/i;

/** `Europe/Paris`, `UTC`, `Etc/GMT+2`, `America/Argentina/Buenos_Aires`; whether it exists only the machine knows. */
const TIME_ZONE = /^[A-Za-z][\w+-]*(\/[A-Za-z][\w+-]*){0,2}$/;

/** Checks a setting's value: a problem code where the default has to stand in for it. */
type SettingCheck = (text: string) => ProblemCode | null;

const CHECKS: ReadonlyMap<string, SettingCheck> = new Map<string, SettingCheck>([
  ['locale', (text) => (LOCALE.test(text) ? null : 'setting/invalid')],
  ['currency', (text) => errorOf(readCurrency(text))],
  ['paymentTerms', (text) => errorOf(parseTerms(text))],
  ['reportRecipients', (text) => errorOf(readEmails(text))],
  ['replyTo', (text) => errorOf(readEmails(text))],
  ['bcc', (text) => errorOf(readEmails(text))],
  ['agedBy', (text) => errorOf(readChoice(text, AGED_BY_CHOICES))],
  ['sendMode', (text) => errorOf(readChoice(text, SEND_MODE_CHOICES))],
  ['operations', (text) => errorOf(readChoice(text, OPERATION_CHOICES))],
  ['thankYou', (text) => errorOf(readChoice(text, YES_NO_CHOICES))],
  ['vatOnDebits', (text) => errorOf(readChoice(text, YES_NO_CHOICES))],
  ['lateInterestCountry', (text) => (countryCode(text) === null ? 'setting/invalid' : null)],
  ['country', (text) => (countryCode(text) === null ? 'setting/invalid' : null)],
  ['holidays', (text) => (areHolidaysKnown(text) ? null : 'setting/invalid')],
  ['timeZone', (text) => (TIME_ZONE.test(text) ? null : 'setting/invalid')],
  ['email', (text) => errorOf(readEmails(text))],
  ['iban', (text) => (readIban(text).ok ? null : 'setting/invalid')],
  ['bic', (text) => (readBic(text).ok ? null : 'setting/invalid')],
  ['paymentLink', linkError],
  ['termsOfSaleLink', linkError],
  ['receiptPage', linkError],
  ['bankTolerance', (text) => (/^\d{1,6}([.,]\d{1,3})?$/.test(text) ? null : 'setting/invalid')],
  ['associationsAre', (text) => errorOf(readChoice(text, ASSOCIATION_CHOICES))],
  ['claimAfterPayment', (text) => errorOf(readChoice(text, CLAIM_AFTER_PAYMENT_CHOICES))],
  ['limitationYears', yearsError],
  ['limitationYearsConsumer', yearsError],
  ['bankFreshnessDays', countError],
  ['minimumContactGapDays', countError],
  [
    'maxContactsPer30Days',
    (text) => countError(text) ?? (/^0+$/.test(text.trim()) ? 'number/invalid' : null),
  ],
  [
    'reminderTolerance',
    (text) => (/^\d{1,6}([.,]\d{1,2})?\s*(€|EUR)?$/.test(text) ? null : 'setting/invalid'),
  ],
  ['lateInterest', (text) => (LATE_INTEREST.test(text) ? null : 'setting/invalid')],
  [
    'recoveryIndemnity',
    (text) => (/^\d{1,6}([.,]\d{1,2})?\s*(€|EUR)?$/.test(text) ? null : 'setting/invalid'),
  ],
]);

/** Why a setting's value cannot be taken, with what its remedy names; `null` where it can. Keys the product does not know hold anything. */
export function settingFault(
  key: string,
  text: string,
): { readonly code: ProblemCode; readonly detail: string } | null {
  const check = CHECKS.get(key);
  const code = check && text !== '' ? check(text) : null;
  return code === null ? null : { code, detail: DETAILS.get(key) ?? '' };
}

function linkError(text: string): ProblemCode | null {
  return /^https:\/\/[^\s"'<>]+$/i.test(text) ? null : 'setting/invalid';
}

function countError(text: string): ProblemCode | null {
  const count = readInteger(text);
  if (!count.ok) return count.error;
  return count.value < 0 ? 'number/invalid' : null;
}

/** Between one year and thirty. */
function yearsError(text: string): ProblemCode | null {
  const years = readInteger(text);
  if (!years.ok) return years.error;
  return years.value < 1 || years.value > 30 ? 'number/invalid' : null;
}

function errorOf(
  result: { readonly ok: true } | { readonly ok: false; readonly error: ProblemCode },
): ProblemCode | null {
  return result.ok ? null : result.error;
}

export function newSettingRows(): SettingRows {
  return { texts: new Map(), rows: new Map() };
}

/** Reads one row. Keys the product does not know are left alone; a value that cannot be read leaves its default standing. */
export function readSettingRow(cells: RowCells, places: Places, into: SettingRows): void {
  const key = settingNamed(textAt(cells, places.of('key')));
  if (key === undefined) return;
  const first = into.rows.get(key);
  if (first !== undefined) {
    flag(cells, places.of('key'), 'row/duplicate', String(first));
    return;
  }
  into.rows.set(key, sheetRow(cells));
  const value = textAt(cells, places.of('value'));
  const fault = settingFault(key, value);
  if (fault !== null) flag(cells, places.of('value'), fault.code, fault.detail, true);
  else if (value !== '') into.texts.set(key, value);
}

/** What a right value looks like, for the remedy. */
const DETAILS: ReadonlyMap<string, string> = new Map([
  ['agedBy', choiceWords(AGED_BY_CHOICES)],
  ['sendMode', choiceWords(SEND_MODE_CHOICES)],
  ['associationsAre', choiceWords(ASSOCIATION_CHOICES)],
  ['claimAfterPayment', choiceWords(CLAIM_AFTER_PAYMENT_CHOICES)],
  ['operations', choiceWords(OPERATION_CHOICES)],
  ['vatOnDebits', choiceWords(YES_NO_CHOICES)],
  ['thankYou', choiceWords(YES_NO_CHOICES)],
  ['lateInterestCountry', 'FR, DE, BE'],
  ['country', 'France | FR'],
  ['holidays', 'FR, Alsace-Moselle, BE'],
  ['timeZone', 'Europe/Paris'],
  ['iban', 'FR76 3000 6000 0112 3456 7890 189'],
  ['bic', 'AGRIFRPP'],
  ['paymentLink', 'https://exemple.fr/{number} | https://example.com/{number}'],
  ['termsOfSaleLink', 'https://exemple.fr/cgv | https://example.com/terms'],
  ['receiptPage', 'https://script.google.com/macros/s/…/exec'],
  ['bankTolerance', '0.50'],
  ['locale', 'fr_FR | en_GB'],
  ['lateInterest', 'BCE+10, BCE+8, 12 | ECB+10, ECB+8, 12'],
  ['recoveryIndemnity', '40'],
  ['reminderTolerance', '5'],
]);

/** The settings, with the defaults of what is not set. */
export function settingsOf({ texts }: SettingRows): Settings {
  const text = (key: string): string => texts.get(key) || '';
  const currency = readCurrency(text('currency') || 'EUR');
  const terms = parseTerms(text('paymentTerms'));
  const recipients = readEmails(text('reportRecipients'));
  const agedBy = readChoice(text('agedBy') || 'dueDate', AGED_BY_CHOICES);
  return {
    companyName: text('companyName'),
    locale: text('locale'),
    language: languageOf(text('locale')),
    currency: currency.ok ? currency.value : 'EUR',
    timeZone: text('timeZone') || 'Europe/Paris',
    paymentTerms: terms.ok ? terms.value : DEFAULT_TERMS,
    reportRecipients: recipients.ok ? recipients.value : [],
    agedBy: agedBy.ok && agedBy.value === 'issueDate' ? 'issueDate' : 'dueDate',
    texts,
  };
}

/** How the register's locale reads text dates and amounts. */
export function readingOf(settings: Settings): { readonly locale: string; readonly dateOrder: DateOrder } {
  return { locale: settings.locale, dateOrder: dateOrderOf(settings.locale) };
}
