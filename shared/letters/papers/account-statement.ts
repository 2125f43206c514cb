/** A client's account in one currency: each document and each payment in order of time, and the balance after it. */
import type { DayNumber } from '../../base/civil-date.ts';
import type { Ledger } from '../../receivables/ledger.ts';
import { movesCredit } from '../../receivables/movements.ts';
import type { Register } from '../../register/entries.ts';
import { PAYMENT_METHODS, type PaymentMethod } from '../../register/tables.ts';

/** One line. Minor units with VAT; `debit` is what the client owes more, `credit` what it owes less. */
export type StatementRow = {
  readonly day: DayNumber;
  readonly what: 'invoice' | 'creditNote' | 'payment' | 'refund' | 'writeOff';
  readonly document: number; // index of the invoice or credit note it is or names; -1: none
  readonly method: PaymentMethod | null; // of a payment
  readonly debit: number;
  readonly credit: number;
  readonly balance: number; // after it; below 0 where the client has credit
};

export type AccountStatement = {
  readonly client: number;
  readonly currency: number;
  readonly from: DayNumber | null; // the first day it lists; null: from the beginning
  readonly opening: number; // the balance on the eve of `from`
  readonly rows: readonly StatementRow[];
  readonly debits: number;
  readonly credits: number;
  readonly balance: number; // on the day: what is open less what is not applied yet
};

type Movement = Omit<StatementRow, 'balance'> & { readonly row: number };

/** @param from the first day to list; null: from the beginning. Credit moved between documents changes no account and is not listed. */
export function accountStatement(
  { register }: Ledger,
  client: number,
  currency: number,
  asOf: DayNumber,
  from: DayNumber | null = null,
): AccountStatement {
  const all = [...documentsOf(register, client, currency), ...paymentsOf(register, client, currency)]
    .filter(({ day }) => day <= asOf)
    .sort((a, b) => a.day - b.day || Number(isPayment(a)) - Number(isPayment(b)) || a.row - b.row);
  const sum = (movements: readonly Movement[]): number =>
    movements.reduce((total, { credit, debit }) => total + debit - credit, 0);
  const listed = all.filter(({ day }) => from === null || day >= from);
  const opening = sum(all) - sum(listed);
  let balance = opening;
  const rows = listed.map(({ row: _, ...movement }) => {
    balance += movement.debit - movement.credit;
    return { ...movement, balance };
  });
  return {
    client,
    currency,
    from,
    opening,
    rows,
    debits: rows.reduce((total, { debit }) => total + debit, 0),
    credits: rows.reduce((total, { credit }) => total + credit, 0),
    balance,
  };
}

function isPayment({ method }: Movement): boolean {
  return method !== null;
}

function documentsOf({ invoices }: Register, client: number, currency: number): readonly Movement[] {
  const movements: Movement[] = [];
  for (let i = 0; i < invoices.count; i++) {
    if (invoices.client[i] !== client || invoices.currency[i] !== currency) continue;
    const isCredit = invoices.creditNote[i] === 1;
    const total = invoices.total[i];
    movements.push({
      day: invoices.issueDay[i],
      what: isCredit ? 'creditNote' : 'invoice',
      document: i,
      method: null,
      debit: isCredit ? 0 : total,
      credit: isCredit ? total : 0,
      row: invoices.row[i],
    });
  }
  return movements;
}

function paymentsOf({ payments }: Register, client: number, currency: number): readonly Movement[] {
  const movements: Movement[] = [];
  for (let p = 0; p < payments.count; p++) {
    if (payments.client[p] !== client || payments.currency[p] !== currency) continue;
    if (movesCredit(payments, p)) continue;
    const method = PAYMENT_METHODS[payments.method[p]];
    const amount = payments.amount[p];
    movements.push({
      day: payments.day[p],
      what: method === 'writeOff' ? 'writeOff' : amount < 0 ? 'refund' : 'payment',
      document: payments.invoice[p] >= 0 ? payments.invoice[p] : payments.note[p],
      method,
      debit: amount < 0 ? -amount : 0,
      credit: amount > 0 ? amount : 0,
      row: payments.row[p],
    });
  }
  return movements;
}
