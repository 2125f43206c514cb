/** The day on which an invoice was settled. */
import type { DayNumber } from '../base/civil-date.ts';
import { currencyDigits } from '../base/money.ts';
import { type Ledger, openOf } from '../receivables/ledger.ts';
import { isSmallRest } from './lateness.ts';

/** @returns the first day up to `asOf` from which nothing, or a small rest, was left open to this day; null: it is open */
export function settledDayOf(ledger: Ledger, invoice: number, asOf: DayNumber): DayNumber | null {
  const { amount, day, register, starts } = ledger;
  const { currency, total } = register.invoices;
  const unit = 10 ** currencyDigits(register.currencies[currency[invoice]]);
  let applied = 0;
  let since: DayNumber | null = null;
  for (let m = starts[invoice]; m < starts[invoice + 1] && day[m] <= asOf; m++) {
    applied += amount[m];
    const isSettled = isSmallRest(openOf(total[invoice], applied), total[invoice], unit);
    if (!isSettled) since = null;
    else if (since === null) since = day[m];
  }
  return since;
}
