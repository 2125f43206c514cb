/** How large and how eventful a sample register is. */
import type { CivilDate } from '../../shared/base/civil-date.ts';
import { MOST_CLIENTS } from './client-names.ts';

export type SampleOptions = {
  readonly seed: number;
  readonly asOf: CivilDate; // the register's last day
  readonly clients: number;
  readonly months: number; // of history
  readonly invoices: number; // credit notes come on top
  readonly partialShare: number; // of larger invoices, paid in parts, from 0 to 1
  readonly stories: boolean; // whether the demonstration's cast plays
  readonly lines: boolean; // whether the lines table is filled
  readonly journal: boolean; // whether the journal is kept
  readonly withMistakes: boolean; // whether the keeper has made the typical ones
};

/** The demonstration: sixty clients, two and a half years, about 1,100 invoices, and a story. */
export function demoSample(asOf: CivilDate): SampleOptions {
  return {
    seed: 73,
    asOf,
    clients: 60,
    months: 30,
    invoices: 1100,
    partialShare: 0.08,
    stories: true,
    lines: true,
    journal: true,
    withMistakes: false,
  };
}

const INVOICES_PER_CLIENT = 100;
const LEAST_CLIENTS = 10;

/** The benchmark: any number of invoices, 1.2 payments each, about 7 % of them open; clients, invoices and payments only. */
export function benchSample(invoices: number, asOf: CivilDate): SampleOptions {
  const clients = Math.ceil(invoices / INVOICES_PER_CLIENT);
  return {
    seed: 1,
    asOf,
    clients: Math.min(MOST_CLIENTS, Math.max(LEAST_CLIENTS, clients)),
    months: 30,
    invoices,
    partialShare: 0.27,
    stories: false,
    lines: false,
    journal: false,
    withMistakes: false,
  };
}
