/** The demonstration's tables, made once for all tests of a file. */
import { generateRegister } from '../../batch/sample/generate.ts';
import { demoSample } from '../../batch/sample/options.ts';
import { collectTables, type SampleRow } from '../../batch/sample/rows.ts';

export const AS_OF = '2026-11-20';
export const DEMO = demoSample(AS_OF);
export const TABLES_OF_DEMO = collectTables(generateRegister(DEMO));

export const { clients, invoices, lines, payments, instalments, journal } = TABLES_OF_DEMO;
export const bills = invoices.filter(({ type }) => type === 'invoice');
export const creditNotes = invoices.filter(({ type }) => type === 'creditNote');

/** Minor units of an amount with two decimals. */
export function minor(amount: string): number {
  return Math.round(Number(amount) * 100);
}

export function sum(amounts: readonly string[]): number {
  return amounts.reduce((total, amount) => total + minor(amount), 0);
}

export function invoiceOf(number: string): SampleRow<'invoices'> {
  const found = invoices.find((row) => row.number === number);
  if (!found) throw new Error(`no invoice ${number}`);
  return found;
}

export function named(name: string): SampleRow<'clients'> {
  const found = clients.find((row) => row.name === name);
  if (!found) throw new Error(`no client ${name}`);
  return found;
}
