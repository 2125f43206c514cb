/** The workbooks whose packages are looked at: each kind of report once, written once. */
import type { Report } from '../../batch/answers/report.ts';
import { bookOf } from './read-xlsx.ts';
import { emptyReport, reportOf } from './report-of.ts';
import { PROBLEMS, SHEET } from './sources-of.ts';

const REPORTS: readonly (readonly [name: string, report: Report])[] = [
  ['one currency in French', reportOf()],
  [
    'two currencies in English',
    reportOf({ language: 'en', currencies: ['EUR', 'USD'], problems: PROBLEMS, source: SHEET }),
  ],
  ['an empty register', emptyReport()],
  ['a register without any currency', emptyReport({ currencies: [] })],
  ['a currency without decimals, and no month', reportOf({ currencies: ['JPY'], months: 0 })],
];

/** Every part is parsed on reading: all are well-formed. */
export const BOOKS = REPORTS.map(([name, report]) => ({ name, book: bookOf(report) }));
