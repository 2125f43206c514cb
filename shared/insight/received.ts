/** Cash received between two days, by what stood open on the first of them. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Ledger } from '../receivables/ledger.ts';
import { isCash } from '../receivables/movements.ts';

/** Minor units of one currency. */
export type Received = {
  readonly weeks: readonly number[]; // of invoices open on the first day, disputes apart, in each 7 days after it
  readonly disputed: number; // of invoices with something in dispute that day
  readonly ofNew: number; // of invoices issued since
  readonly withoutInvoice: number; // names no invoice yet
};

const DAYS_A_WEEK = 7;

/**
 * Cash by its own day; what was there before the day, and applied since, was not to come any more.
 * @param since that day itself is not counted  @param through the last day
 */
export function receivedBetween(
  ledger: Ledger,
  currencyIndex: number,
  since: DayNumber,
  through: DayNumber,
): Received {
  const { invoices, payments } = ledger.register;
  const weeks: number[] = new Array(Math.ceil((through - since) / DAYS_A_WEEK)).fill(0);
  const received = { disputed: 0, ofNew: 0, withoutInvoice: 0 };
  for (let p = 0; p < payments.count; p++) {
    const day = payments.day[p];
    if (day <= since || day > through || payments.currency[p] !== currencyIndex || !isCash(payments, p))
      continue;
    const invoice = payments.invoice[p];
    if (invoice < 0) received.withoutInvoice += payments.amount[p];
    else if (invoices.issueDay[invoice] > since) received.ofNew += payments.amount[p];
    else if (isDisputedOn(ledger, invoice, since)) received.disputed += payments.amount[p];
    else weeks[Math.floor((day - since - 1) / DAYS_A_WEEK)] += payments.amount[p];
  }
  return { weeks, ...received };
}

function isDisputedOn({ register }: Ledger, invoice: number, day: DayNumber): boolean {
  const dispute = register.invoices.disputes.get(invoice);
  return (
    dispute !== undefined && dispute.from <= day && (dispute.closedOn === null || dispute.closedOn > day)
  );
}
