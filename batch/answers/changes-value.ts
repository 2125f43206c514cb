/** What has changed since an earlier day, as JSON. */
import { civilDate } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import type { JsonValue } from './json-text.ts';
import type { CurrencyReport, Report } from './report.ts';
import { partSentences } from './week-sentences.ts';

export function changesValue(report: Report, part: CurrencyReport): JsonValue {
  const { cash, dso, fell, kept, lateNoMore, newlyLate, open, overdue, since } = part.changes;
  const { foretold } = cash;
  const money = (minor: number): string => decimalText(minor, part.currency);
  const code = (client: number): string => report.register.clients[client].code;
  return {
    since: civilDate(since),
    comparedWith: kept ? 'report' : 'recomputed',
    open: money(open),
    overdue: money(overdue),
    countBack: dso,
    ...(dso === null ? { countBackReason: 'not-known-then' } : {}),
    newlyLate: newlyLate.map((late) => ({ client: code(late.client), overdue: money(late.overdue) })),
    lateNoMore: lateNoMore.map(code).sort(),
    fell: fell.map(({ client, from, to }) => ({ client: code(client), from, to })),
    cash: {
      came: money(cash.came),
      beside: money(cash.beside),
      ...(foretold === null
        ? { foretold: null, foretoldReason: 'no-forecast' }
        : {
            foretold: money(foretold.expected),
            low: foretold.range === null ? null : money(foretold.range.low),
            high: foretold.range === null ? null : money(foretold.range.high),
            ...(foretold.range === null ? { rangeReason: 'several-weeks' } : {}),
          }),
    },
    sentences: partSentences(report, part).map((words) => words[report.language]),
  };
}
