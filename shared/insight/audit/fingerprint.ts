/** Fingerprints: what a finding is known by from run to run, and the facts on which somebody judged it. */

import type { Currency } from '../../base/money.ts';
import { sha256 } from '../../base/sha256.ts';
import type { Hit } from './finding.ts';

const ID_DIGITS = 12;
const FACT_DIGITS = 8;

/** Twelve hex digits. @param rank 1 for the first finding of its test with this subject and mark, 2 for the next */
export function findingId(test: string, { mark = '', subject, table }: Hit, rank: number): string {
  return sha256([test, table, subject, mark, rank].join('\n')).slice(0, ID_DIGITS);
}

/** Eight hex digits of the amount, its currency and what else the test calls a fact. */
export function findingFacts({ amount, facts = [], severity }: Hit, currency: Currency | null): string {
  return sha256([severity, amount, currency, ...facts].join('\n')).slice(0, FACT_DIGITS);
}

/** What rows of the same test, subject and mark share. */
export function sameSubject({ mark = '', subject, table }: Hit): string {
  return `${table}\n${subject}\n${mark}`;
}
