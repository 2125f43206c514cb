/** What a movement may pay: an open invoice of the day. */
import type { DayNumber } from '../../base/civil-date.ts';
import { type Ledger, openBalanceOn } from '../../receivables/ledger.ts';

export type Payable = {
  readonly invoice: number; // index into the register's invoices
  readonly number: string;
  readonly client: number;
  readonly issueDay: DayNumber;
  readonly dueDay: DayNumber;
  readonly open: number; // minor units
};

/** The open invoices of a currency on a day, oldest due date first. */
export function payablesOn(ledger: Ledger, currency: number, asOf: DayNumber): readonly Payable[] {
  const { invoices } = ledger.register;
  const payables: Payable[] = [];
  for (let invoice = 0; invoice < invoices.count; invoice++) {
    const isOther = invoices.creditNote[invoice] === 1 || invoices.currency[invoice] !== currency;
    if (isOther || invoices.issueDay[invoice] > asOf) continue;
    const open = openBalanceOn(ledger, invoice, asOf);
    if (open === 0) continue;
    payables.push({
      invoice,
      number: invoices.numberAt(invoice),
      client: invoices.client[invoice],
      issueDay: invoices.issueDay[invoice],
      dueDay: invoices.dueDay[invoice],
      open,
    });
  }
  return payables.sort((a, b) => a.dueDay - b.dueDay || (a.number < b.number ? -1 : 1));
}
