/** What the sheets of one currency share. */
import type { Words } from '../../shared/base/words.ts';
import type { CurrencyReport, Report } from '../answers/report.ts';
import type { Draft } from './page.ts';
import { say } from './words.ts';

export type CurrencyPart = {
  readonly draft: Draft;
  readonly report: Report;
  readonly answers: CurrencyReport;
  readonly subtitle: string; // company, day, currency
  readonly sheetName: (words: Words) => string; // with the currency behind it where there are several
};

const AMOUNTS_IN: Words = { fr: 'montants en {currency}', en: 'amounts in {currency}' };

export function currencyPart(draft: Draft, report: Report, answers: CurrencyReport): CurrencyPart {
  const { language } = draft;
  const { currency } = answers;
  const several = report.currencies.length > 1;
  return {
    draft,
    report,
    answers,
    subtitle: `${draft.company} · ${draft.dayText} · ${say(AMOUNTS_IN, language, { currency })}`,
    sheetName: (words) => say(words, language) + (several ? ` ${currency}` : ''),
  };
}
