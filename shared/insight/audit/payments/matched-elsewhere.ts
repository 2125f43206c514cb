/** Payments that fit another client's invoice to the cent, and not the one they are entered on. */

import type { DayNumber } from '../../../base/civil-date.ts';
import { currencyDigits } from '../../../base/money.ts';
import { type AuditView, keepRows } from '../view.ts';

/** Money of one client entered as another's. */
export type CrossedMoney = {
  readonly row: number; // of the payment
  readonly day: DayNumber;
  readonly from: number; // the client whose money it looks to be
  readonly to: number; // the client whose debt it closed
  readonly settled: number; // the invoice it is entered on, -1 where none is known
  readonly source: number; // the invoice it would have settled, -1 where only the client is known
  readonly amount: number;
  readonly currency: number;
};

/** In a larger register every sum is some open invoice's, by chance. */
const MOST_INVOICES = 20_000;
/** Round sums fit many invoices. */
const ROUND = 10;

/** Part payments, not round, equal to the total of exactly one other client's invoice then open. */
export function matchedElsewhere(view: AuditView): readonly CrossedMoney[] {
  const { invoices, payments } = view.register;
  if (view.invoices.length > MOST_INVOICES) return [];
  const partial = Array.from(keepRows(view.paid, (p) => isOddPart(view, p)));
  const open = invoicesByTotal(
    view,
    new Set(partial.map((p) => keyOf(payments.currency[p], payments.amount[p]))),
  );
  return partial.flatMap((p): readonly CrossedMoney[] => {
    const amount = payments.amount[p];
    const fitting = (open.get(keyOf(payments.currency[p], amount)) ?? []).filter((i) =>
      wasOpen(view, i, payments.day[p]),
    );
    const [source] = fitting;
    if (fitting.length !== 1 || invoices.client[source] === payments.client[p]) return [];
    return [crossedMoney(view, p, source)];
  });
}

/** @param p payment, index @param source invoice, index */
export function crossedMoney({ register }: AuditView, p: number, source: number): CrossedMoney {
  const { invoices, payments } = register;
  return {
    row: payments.row[p],
    day: payments.day[p],
    from: invoices.client[source],
    to: payments.client[p],
    settled: payments.invoice[p],
    source,
    amount: payments.amount[p],
    currency: payments.currency[p],
  };
}

function keyOf(currency: number, amount: number): string {
  return `${currency}/${amount}`;
}

function isOddPart({ register }: AuditView, p: number): boolean {
  const { currencies, invoices, payments } = register;
  const invoice = payments.invoice[p];
  const unit = ROUND * 10 ** currencyDigits(currencies[payments.currency[p]]);
  return invoice >= 0 && payments.amount[p] !== invoices.total[invoice] && payments.amount[p] % unit !== 0;
}

function invoicesByTotal(
  { invoices, register }: AuditView,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, readonly number[]> {
  const { currency, total } = register.invoices;
  const found = new Map<string, number[]>();
  for (let at = 0; at < invoices.length; at++) {
    const i = invoices[at];
    const key = keyOf(currency[i], total[i]);
    if (!wanted.has(key)) continue;
    const known = found.get(key);
    if (known) known.push(i);
    else found.set(key, [i]);
  }
  return found;
}

/** Issued by the day, and nothing applied to it by then. */
function wasOpen({ ledger, register }: AuditView, i: number, day: DayNumber): boolean {
  const { day: days, starts } = ledger;
  const isSettled = starts[i] < starts[i + 1] && days[starts[i]] <= day;
  return register.invoices.issueDay[i] <= day && !isSettled;
}
