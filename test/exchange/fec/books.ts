/** The books of a register read from CSV texts, as the command keeps them. */

import { openCsvFolder } from '../../../batch/sources/csv/csv-folder.ts';
import { type CivilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import { readChart } from '../../../shared/exchange/fec/accounts.ts';
import type { Entry } from '../../../shared/exchange/fec/entry.ts';
import { type ExtractRules, entriesThrough } from '../../../shared/exchange/fec/extract.ts';
import { fecText } from '../../../shared/exchange/fec/fec-text.ts';
import { soldDocuments } from '../../../shared/exchange/sold-document.ts';
import { buildLedger, type Ledger } from '../../../shared/receivables/ledger.ts';
import { type ReadRegister, startReading } from '../../../shared/register/read.ts';
import { type Files, writeFolder } from '../../sources/csv-fixture.ts';

export function readFiles(files: Files): Promise<ReadRegister> {
  return readFolder(writeFolder(files));
}

export async function readFolder(folder: string): Promise<ReadRegister> {
  let reader = startReading();
  const begin = () => {
    reader = startReading();
    return reader;
  };
  await openCsvFolder(folder).read(begin, () => undefined);
  return reader.finish();
}

export type Books = { readonly ledger: Ledger; readonly entries: readonly Entry[]; readonly text: string };

const NO_CHART = readChart('');

export function booksOf(
  { evidence, register }: ReadRegister,
  from: CivilDate,
  to: CivilDate,
  rules: Partial<ExtractRules> & { readonly accounts?: string } = {},
): Books {
  const read = rules.accounts === undefined ? NO_CHART : readChart(rules.accounts);
  if (!read.ok) throw new Error(read.fault.found);
  const whole: ExtractRules = {
    chart: read.value,
    sale: '706',
    vatWhenPaid: true,
    smallMinor: 100,
    withVat: false,
    impairmentPercent: 0,
    ...rules,
  };
  const ledger = buildLedger(register);
  const { sold } = soldDocuments(register, evidence, new Map());
  const ids = (payment: number): string => `P${payment + 1}`;
  const entries = entriesThrough({ ledger, sold, paymentIds: ids, rules: whole }, dayNumber(to));
  const text = fecText(register, entries, { from: dayNumber(from), to: dayNumber(to) }, whole.chart);
  return { ledger, entries, text };
}
