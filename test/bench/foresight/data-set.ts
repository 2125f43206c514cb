/** A data set to judge the foresight on: what was invoiced, what was paid, and the register as it was known on a day. */
import { civilDate, type DayNumber } from '../../../shared/base/civil-date.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { registerOf } from '../../receivables/register-of.ts';

export type DataInvoice = {
  readonly number: string;
  readonly client: string;
  readonly issued: DayNumber;
  readonly due: DayNumber;
  readonly amount: number; // minor units
  readonly payments: readonly DataPayment[]; // by day
};

export type DataPayment = { readonly day: DayNumber; readonly amount: number };

export type DataSet = {
  readonly name: string;
  readonly currency: string;
  readonly invoices: readonly DataInvoice[];
  readonly lastDay: DayNumber; // up to which payments were seen
};

/** The register as it stood at the end of a day: nothing of later days is in it. */
export function registerAt({ currency, invoices }: DataSet, asOf: DayNumber): Register {
  const known = invoices.filter(({ issued }) => issued <= asOf);
  return registerOf({
    currencies: [currency],
    clients: Array.from(new Set(known.map(({ client }) => client))),
    invoices: known.map(({ amount, client, due, issued, number }) => ({
      number,
      client,
      issued: civilDate(issued),
      due: civilDate(due),
      total: amount,
    })),
    payments: known.flatMap(({ number, payments }) =>
      payments
        .filter(({ day }) => day <= asOf)
        .map(({ amount, day }) => ({ day: civilDate(day), invoice: number, amount })),
    ),
  });
}

/** What is left within a hundredth of the invoice is a bank's fee. */
const SETTLED_SHARE = 0.99;

/** The day on which an invoice was paid in full; null: not yet, as far as was seen. */
export function settledDay({ amount, payments }: DataInvoice): DayNumber | null {
  let paid = 0;
  for (const payment of payments) {
    paid += payment.amount;
    if (paid >= amount * SETTLED_SHARE) return payment.day;
  }
  return null;
}

/** The same invoices with their histories of payment dealt out anew: whatever told clients apart is gone. */
export function shuffled(set: DataSet, next: () => number): DataSet {
  const histories = set.invoices.map(({ amount, due, payments }) =>
    payments.map((payment) => ({ days: payment.day - due, share: payment.amount / amount })),
  );
  for (let k = histories.length - 1; k > 0; k--) {
    const other = Math.floor(next() * (k + 1));
    [histories[k], histories[other]] = [histories[other], histories[k]];
  }
  const invoices = set.invoices.map((invoice, k) => ({
    ...invoice,
    payments: histories[k].map(({ days, share }) => ({
      day: Math.max(invoice.issued, invoice.due + days),
      amount: Math.round(share * invoice.amount),
    })),
  }));
  return { ...set, name: `${set.name}, delays shuffled`, invoices };
}
