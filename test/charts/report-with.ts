/** Reports whose charts are drawn: the hand-made register's, changed at will. */
import { buildReport } from '../../batch/answers/build.ts';
import type { CurrencyReport, Report } from '../../batch/answers/report.ts';
import { dayNumber } from '../../shared/base/civil-date.ts';
import type { Language } from '../../shared/base/words.ts';
import { AS_OF, HAND_MADE } from '../answers/hand-made.ts';
import { readFiles } from '../sources/csv-fixture.ts';

const source = { kind: 'folder', name: 'Petit Registre', moving: false } as const;

export async function handMade(language: Language): Promise<Report> {
  const read = await readFiles(HAND_MADE);
  return { ...buildReport({ ...read, source, asOf: dayNumber(AS_OF) }), language };
}

/** The euros, with thirteen weeks that rise and fall by hand. */
export function euros(report: Report, changes: Partial<CurrencyReport> = {}): CurrencyReport {
  const [part] = report.currencies;
  if (part.forecast.value === null) throw new Error('the hand-made register has payments');
  const weeks = part.forecast.value.weeks.map(({ from }, at) => {
    const expected = 120_000 - 8_000 * Math.abs(at - 3);
    return { from, expected, low: expected - 30_000, high: expected + 5_000 * (at + 1) };
  });
  return { ...part, forecast: { value: { ...part.forecast.value, weeks } }, ...changes };
}
