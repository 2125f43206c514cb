/** Interest rates of the sample: those a new register begins with. */
import { type DayNumber, dayNumber } from '../../shared/base/civil-date.ts';
import { KNOWN_RATES } from '../../shared/law/known-rates.ts';
import type { SampleRow } from './rows.ts';

/** The rates known on a day, series by series. */
export function rateRows(asOf: DayNumber): readonly SampleRow<'rates'>[] {
  const rows = KNOWN_RATES.map(({ from, percent, series, source, toCheck }) => ({
    series,
    from,
    percent: percent.toFixed(2),
    source: source.fr,
    toCheck: toCheck ? 'yes' : '',
  }));
  return rows.filter(({ from }) => dayNumber(from) <= asOf);
}
