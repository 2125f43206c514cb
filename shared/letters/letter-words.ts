/** Words of a letter: how many invoices, how late, until when, and by which law more is owed. */
import { type DayNumber, yearMonthDay } from '../base/civil-date.ts';
import type { Currency } from '../base/money.ts';
import { countText, dayText, moneyText } from '../base/numbers-text.ts';
import { type Language, typesetFrench, type Words } from '../base/words.ts';
import type { ClientKind } from '../register/tables.ts';

/** `25/11/2026` in French; in English, where figures alone have two readings, `25 Nov 2026`. */
export function shortDay(day: DayNumber, language: Language): string {
  const { year, month, day: ofMonth } = yearMonthDay(day);
  if (language === 'fr') return [two(ofMonth), two(month), String(year)].join('/');
  return dayText(day, 'en').replace(/ (\p{L}{3})\p{L}* /u, ' $1 ');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `Bonjour Mme Roux`; where nobody is known, `Bonjour`. @param contact a person */
export function greetingText(contact: string, language: Language): string {
  return `${language === 'fr' ? 'Bonjour' : 'Hello'} ${contact}`.trim();
}

export function daysText(days: number, language: Language): string {
  return language === 'fr' ? countText(days, 'jour', 'jours', 'fr') : countText(days, 'day', 'days', 'en');
}

/** What is asked for, as sentences name it. */
export type AskedNumbers = {
  readonly numbers: readonly string[]; // each once
  readonly isPartPaid: boolean; // what is left is asked for
  readonly instalment: number | null; // where one instalment is all that is asked; its rank, from 1
};

/** `la facture F2026-00012`, `le solde de la facture F2026-00012`, `les 3 factures ci-dessous` */
export function invoicesText(asked: AskedNumbers, language: Language): string {
  const { instalment, isPartPaid } = asked;
  const them = language === 'fr' ? frenchNumbers(asked.numbers) : englishNumbers(asked.numbers);
  const ofThem = language === 'fr' ? ofFrench(them) : `of ${them}`;
  if (instalment !== null) {
    return language === 'fr'
      ? `l’échéance n°\u00a0${instalment} ${ofThem}`
      : `instalment ${instalment} ${ofThem}`;
  }
  if (!isPartPaid) return them;
  return language === 'fr' ? `le solde ${ofThem}` : `the balance ${ofThem}`;
}

/** `de la facture F2026-00012`, `du solde de la facture F2026-00012`, `des 3 factures ci-dessous`; in English as above. */
export function ofInvoicesText(asked: AskedNumbers, language: Language): string {
  const text = invoicesText(asked, language);
  return language === 'fr' ? ofFrench(text) : text;
}

function frenchNumbers(numbers: readonly string[]): string {
  return numbers.length === 1 ? `la facture ${numbers[0]}` : `les ${numbers.length} factures ci-dessous`;
}

function englishNumbers(numbers: readonly string[]): string {
  return numbers.length === 1 ? `invoice ${numbers[0]}` : `the ${numbers.length} invoices below`;
}

/** `de le` and `de les` are contracted. */
function ofFrench(text: string): string {
  return `de ${text}`.replace(/^de les /, 'des ').replace(/^de le /, 'du ');
}

/** Where the calendar gives no new deadline, at once. */
export function deadlineText(day: DayNumber | null, language: Language): string {
  if (day === null) return language === 'fr' ? 'dès réception' : 'on receipt';
  return language === 'fr' ? `au plus tard le ${dayText(day, 'fr')}` : `by ${dayText(day, 'en')}`;
}

export const SUM_LABELS = {
  open: said('Total des factures', 'Total of the invoices'),
  unapplied: said('Règlements et avoirs à déduire', 'Payments and credit to deduct'),
  asked: said('Reste à payer', 'Balance due'),
  soon: said('À payer', 'To pay'),
  claimed: said('Total à payer', 'Total to pay'),
} as const;

function said(fr: string, en: string): Words {
  return { fr: typesetFrench(fr), en };
}

/** `Pénalités de retard au 25 novembre 2026`; public buyers owe what their law calls moratory interest. */
export function interestLabel(kind: ClientKind, asOf: DayNumber, language: Language): string {
  const day = dayText(asOf, language);
  if (language === 'en') return `Interest to ${day}`;
  if (kind === 'company') return `Pénalités de retard au ${day}`;
  return `${kind === 'administration' ? 'Intérêts moratoires' : 'Intérêts de retard'} au ${day}`;
}

/** @param count of the invoices it stands on; null: what is left of it */
export function indemnityLabel(count: number | null, language: Language): string {
  const one = language === 'fr' ? 'Indemnité forfaitaire de recouvrement' : 'Fixed recovery charge';
  if (count === null) return `${one} (${language === 'fr' ? 'solde' : 'balance'})`;
  return count === 1 ? one : `${one} (${count} ${language === 'fr' ? 'factures' : 'invoices'})`;
}

/** @param numbers of invoices whose principal was paid, late */
export function paidMeanwhileLabel(numbers: readonly string[], language: Language): string {
  const paid = listedNumbers(numbers, language);
  return language === 'fr'
    ? `Pénalités et indemnités restant dues sur ${paid}, réglée${numbers.length === 1 ? '' : 's'} en retard`
    : `Interest and charges still owed on ${paid}, paid late`;
}

function listedNumbers(numbers: readonly string[], language: Language): string {
  if (numbers.length === 1) return numbers[0];
  if (numbers.length <= 3) return numbers.join(', ');
  return language === 'fr' ? `${numbers.length} factures` : `${numbers.length} invoices`;
}

/** What the client disputes is not asked for, and it is told so. @param disputed minor units */
export function leftOutText(disputed: number, currency: Currency, language: Language): string {
  if (disputed <= 0) return '';
  const sum = moneyText(disputed, currency, language);
  return language === 'fr'
    ? `Le montant que vous contestez, ${sum}, n’est pas compris dans cette demande.`
    : `The amount that you dispute, ${sum}, is not part of this request.`;
}
