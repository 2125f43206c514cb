/** What the overview's sheets of one currency share. */
import type { Words } from '../../shared/base/words.ts';
import type { Draft } from '../workbook/page.ts';
import { say } from '../workbook/words.ts';
import type { CurrencyOverview, Overview } from './overview.ts';

export type OverviewPart = {
  readonly draft: Draft;
  readonly overview: Overview;
  readonly answers: CurrencyOverview;
  readonly subtitle: string; // whose, day, currency
  readonly sheetName: (words: Words) => string; // with the currency behind it where there are several
};

const AMOUNTS_IN: Words = { fr: 'montants en {currency}', en: 'amounts in {currency}' };

export function overviewPart(draft: Draft, overview: Overview, answers: CurrencyOverview): OverviewPart {
  const { language } = draft;
  const { currency } = answers;
  const several = overview.currencies.length > 1;
  return {
    draft,
    overview,
    answers,
    subtitle: `${draft.company} · ${draft.dayText} · ${say(AMOUNTS_IN, language, { currency })}`,
    sheetName: (words) => say(words, language) + (several ? ` ${currency}` : ''),
  };
}
