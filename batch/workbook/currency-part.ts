/** What the sheets of one currency share. */
import type { Words } from '../../shared/base/words.ts';
import type { CurrencyReport, Report } from '../answers/report.ts';
import { say } from './words.ts';
import type { Draft } from './xlsx/page.ts';

export type CurrencyPart = {
  readonly draft: Draft;
  readonly report: Report;
  readonly answers: CurrencyReport;
} & CurrencyNames;

/** How the sheets of one currency are named and subtitled. */
export type CurrencyNames = {
  readonly subtitle: string; // whose, day, currency
  readonly sheetName: (words: Words) => string; // with the currency behind it where there are several
};

const AMOUNTS_IN: Words = { fr: 'montants en {currency}', en: 'amounts in {currency}' };

export function currencyPart(draft: Draft, report: Report, answers: CurrencyReport): CurrencyPart {
  return {
    draft,
    report,
    answers,
    ...currencyNames(draft, answers.currency, report.currencies.length > 1),
  };
}

/** @param isOneOfSeveral whether other currencies have sheets of their own in the workbook */
export function currencyNames(draft: Draft, currency: string, isOneOfSeveral: boolean): CurrencyNames {
  const { language } = draft;
  return {
    subtitle: `${draft.company} · ${draft.dayText} · ${say(AMOUNTS_IN, language, { currency })}`,
    sheetName: (words) => say(words, language) + (isOneOfSeveral ? ` ${currency}` : ''),
  };
}
