/** What the overview's sheets of one currency share. */
import { type CurrencyNames, currencyNames } from '../workbook/currency-part.ts';
import type { Draft } from '../workbook/xlsx/page.ts';
import type { CurrencyOverview, Overview } from './overview.ts';

export type OverviewPart = {
  readonly draft: Draft;
  readonly overview: Overview;
  readonly answers: CurrencyOverview;
} & CurrencyNames;

export function overviewPart(draft: Draft, overview: Overview, answers: CurrencyOverview): OverviewPart {
  return {
    draft,
    overview,
    answers,
    ...currencyNames(draft, answers.currency, overview.currencies.length > 1),
  };
}
