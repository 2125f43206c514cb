/** What a client owes in one currency on a day, invoice by invoice, and what was paid of it: what a payment may settle or take back. */
import { civilDate, type DayNumber } from '../../../shared/base/civil-date.ts';
import { decimalText } from '../../../shared/base/money.ts';
import { settlementOf } from '../../../shared/dunning/invoice-status.ts';
import { clientBalancesOn, type Ledger, openItemsOn } from '../../../shared/receivables/ledger.ts';
import { PAYMENT_METHODS } from '../../../shared/register/tables.ts';
import type { OpenInvoice } from '../../contract.ts';

export type Owed = {
  readonly client: number; // index into the register's clients
  readonly currency: string;
  readonly invoices: readonly OwedInvoice[]; // open ones, the oldest due date first
  readonly unapplied: number; // minor units that settle no invoice yet; negative: refunded without credit
};

export type OwedInvoice = {
  readonly index: number; // into the register's invoices
  readonly number: string;
  readonly open: number; // minor units
};

/** @returns `null` where the register has no such client */
export function owedBy(ledger: Ledger, code: string, currency: string, asOf: DayNumber): Owed | null {
  const { clients, currencies, invoices } = ledger.register;
  const client = clients.findIndex((one) => one.code === code);
  if (client < 0) return null;
  const known = currencies.indexOf(currency);
  if (known < 0) return { client, currency, invoices: [], unapplied: 0 };
  const open = new Map<number, number>();
  for (const item of openItemsOn(ledger, known, asOf)) {
    if (invoices.client[item.invoice] === client)
      open.set(item.invoice, (open.get(item.invoice) ?? 0) + item.open);
  }
  const balance = clientBalancesOn(ledger, known, asOf).find((one) => one.client === client);
  return {
    client,
    currency,
    invoices: Array.from(open, ([index, sum]) => ({ index, number: invoices.numberAt(index), open: sum })),
    unapplied: balance ? balance.unapplied : 0,
  };
}

/** Money received on an invoice, less what bounced or was paid back, minor units. */
export function cashPaidOn({ register: { payments } }: Ledger, invoice: number): number {
  let sum = 0;
  for (let row = 0; row < payments.count; row++) {
    const method = PAYMENT_METHODS[payments.method[row]];
    if (payments.invoice[row] === invoice && method !== 'creditNote' && method !== 'writeOff')
      sum += payments.amount[row];
  }
  return sum;
}

/** An open invoice as the sidebar lists it. */
export function openInvoiceOf(
  ledger: Ledger,
  owed: Owed,
  { index, number, open }: OwedInvoice,
  asOf: DayNumber,
): OpenInvoice {
  const { clients, invoices } = ledger.register;
  const client = clients[owed.client];
  const days = settlementOf(ledger, index, asOf).daysOverdue;
  return {
    number,
    client: client.code,
    clientName: client.name,
    issueDate: civilDate(invoices.issueDay[index]),
    dueDate: civilDate(invoices.dueDay[index]),
    daysOverdue: days ?? invoicesDueIn(invoices.dueDay[index], asOf),
    currency: owed.currency,
    total: decimalText(invoices.total[index], owed.currency),
    open: decimalText(open, owed.currency),
    nextStep: '',
  };
}

/** Not late yet: 0 on the due day, negative before. */
function invoicesDueIn(dueDay: DayNumber, asOf: DayNumber): number {
  return Math.min(0, asOf - dueDay);
}
