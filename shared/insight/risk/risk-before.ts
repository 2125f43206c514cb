/** What each client's score was a week and a month ago, as the register stood then. */
import { addMonths, type DayNumber } from '../../base/civil-date.ts';
import type { Ledger } from '../../receivables/ledger.ts';
import type { Known } from '../known.ts';
import { type Score, scoreClients } from './risk.ts';

export type EarlierScore = Pick<Score, 'score' | 'grade'>;

/** By client; one that was not rated then is in neither. */
export type RiskBefore = {
  readonly week: ReadonlyMap<number, EarlierScore>; // 7 days before
  readonly month: ReadonlyMap<number, EarlierScore>; // one month before
};

/**
 * Of one currency. Rows dated before an earlier day but written since are counted in it.
 * @param week of the currency on the day a week before, for who has it already
 */
export function riskBefore(
  ledger: Ledger,
  currencyIndex: number,
  asOf: DayNumber,
  week: Partial<Known> = {},
): RiskBefore {
  return {
    week: scoresOn(ledger, currencyIndex, asOf - 7, week),
    month: scoresOn(ledger, currencyIndex, addMonths(asOf, -1)),
  };
}

function scoresOn(
  ledger: Ledger,
  currencyIndex: number,
  day: DayNumber,
  given: Partial<Known> = {},
): ReadonlyMap<number, EarlierScore> {
  return new Map(
    scoreClients(ledger, currencyIndex, day, given).map(({ client, grade, score }) => [
      client,
      { score, grade },
    ]),
  );
}
