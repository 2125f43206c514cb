/** Words a printed invoice is written with, and its numbers as they are printed. */

import { parseCivilDate } from '../base/civil-date.ts';
import { parseDecimal } from '../base/decimal.ts';
import { dayText, numberText } from '../base/numbers-text.ts';
import { type Language, NARROW_NO_BREAK_SPACE, typesetFrench, type Words } from '../base/words.ts';

function said(fr: string, en: string): Words {
  return { fr: typesetFrench(fr), en };
}

export const TITLES = {
  invoice: said('Facture', 'Invoice'),
  creditNote: said('Avoir', 'Credit note'),
} as const;

export const LABELS = {
  issueDate: said('Date', 'Date'),
  serviceDate: said('Date de prestation', 'Date of supply'),
  dueDate: said('Échéance', 'Due date'),
  reference: said('Votre référence', 'Your reference'),
  corrects: said('Facture corrigée', 'Corrects invoice'),
  toPay: said('Net à payer', 'Amount due'),
  credited: said('Total de l’avoir', 'Total credited'),
  paymentTerms: said('Conditions de paiement', 'Payment terms'),
} as const;

/** `SIREN 732 829 320`, `SIRET 732 829 320 00074`; another country's id as it is. */
export function legalIdText(legalId: string, language: Language): string {
  if (/^\d{9}(\d{5})?$/.test(legalId)) {
    const groups = [legalId.slice(0, 3), legalId.slice(3, 6), legalId.slice(6, 9), legalId.slice(9)];
    const name = legalId.length === 9 ? 'SIREN' : 'SIRET';
    return `${name} ${groups.filter((group) => group !== '').join('\u00a0')}`;
  }
  return `${language === 'fr' ? 'Identifiant' : 'Legal id'} ${legalId}`;
}

export function vatNumberText(vatNumber: string, language: Language): string {
  return `${language === 'fr' ? 'N° TVA' : 'VAT no.'} ${vatNumber}`;
}

/** `SARL au capital de 10 000 €`. @param capital as written; bare digits are euros */
export function capitalText(legalForm: string, capital: string, language: Language): string {
  if (capital === '') return legalForm;
  const digits = capital.replace(/[\s.,\u00a0\u202f]/g, '');
  const sum = /^\d{1,15}$/.test(capital.replace(/[\s\u00a0\u202f]/g, ''))
    ? euros(numberText(Number(digits), 0, language), language)
    : capital;
  return language === 'fr'
    ? `${legalForm} au capital de ${sum}`.trim()
    : `${legalForm}, share capital ${sum}`;
}

function euros(number: string, language: Language): string {
  return language === 'fr' ? `${number}${NARROW_NO_BREAK_SPACE}€` : `€${number}`;
}

/** A plain decimal text with at least so many decimals, exactly: `1234.5` is `1 234,50`. */
export function decimalWords(text: string, leastDecimals: number, language: Language): string {
  if (!parseDecimal(text, 12).ok) return text;
  const [whole, fraction = ''] = text.replace('-', '').split('.');
  const decimals = fraction.padEnd(leastDecimals, '0');
  const sign = text.startsWith('-') ? '\u2212' : '';
  const grouped = whole.length <= 15 ? numberText(Number(whole), 0, language) : whole;
  return sign + grouped + (decimals === '' ? '' : (language === 'fr' ? ',' : '.') + decimals);
}

/** `20 %`; a category without VAT has no rate to show. */
export function rateWords(category: string, rate: string, language: Language): string {
  if (category !== 'S' && category !== 'Z') return '—';
  return `${decimalWords(rate, 0, language)}${language === 'fr' ? NARROW_NO_BREAK_SPACE : ''}%`;
}

/** The day of a sealed date; empty where there is none. */
export function dateWords(date: string, language: Language): string {
  const day = parseCivilDate(date);
  return day.ok ? dayText(day.value, language) : '';
}

/** What is due from the day after the due date on (C. com. L441-10 II). @param setting `ECB+10`, `BCE+8`, `12 %` */
export function interestSentence(setting: string, language: Language): string {
  const points = /^(?:ECB|BCE)\s*\+\s*(\d+)$/i.exec(setting);
  const percent = setting.replace(/\s*%$/, '').replace(',', '.');
  const rate = points
    ? said(`taux de la BCE majoré de ${points[1]} points`, `the ECB’s rate plus ${points[1]} points`)
    : said(`${decimalWords(percent, 0, 'fr')} % par an`, `${decimalWords(percent, 0, 'en')}% a year`);
  const sentence = said(
    `Pénalités de retard : ${rate.fr}, exigibles dès le lendemain de l’échéance, sans rappel.`,
    `Late payment interest: ${rate.en}, due from the day after the due date without reminder.`,
  );
  return sentence[language];
}

/** The fixed sum for recovery costs (C. com. D441-5). @param amount decimal text, in euros */
export function indemnitySentence(amount: string, language: Language): string {
  const sum = decimalWords(amount, amount.includes('.') ? 2 : 0, language);
  const sentence = said(
    `Indemnité forfaitaire pour frais de recouvrement en cas de retard : ${sum} €.`,
    `Fixed compensation for recovery costs in case of late payment: €${sum}.`,
  );
  return sentence[language];
}

/** In groups of four, as banks print it. */
export function ibanText(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1\u00a0');
}
