/** Plans: which instalments were missed, and which plans came only after the due date. */
import { addMonths, type DayNumber } from '../base/civil-date.ts';
import { currencyDigits } from '../base/money.ts';
import { type Ledger, type OpenItem, openItemsOf } from '../receivables/ledger.ts';
import { isSmallRest } from './lateness.ts';

/** An instalment is missed when this many days have passed beyond its due day: a transfer takes that long. */
const INSTALMENT_GRACE_DAYS = 3;

/** The instalments of one currency that are overdue on the day, grace passed: by invoice, oldest first. */
export function missedInstalments(
  ledger: Ledger,
  currencyIndex: number,
  asOf: DayNumber,
): readonly OpenItem[] {
  const { currencies } = ledger.register;
  const unit = 10 ** currencyDigits(currencies[currencyIndex]);
  const missed: OpenItem[] = [];
  for (const invoice of plannedInvoices(ledger, currencyIndex)) {
    for (const item of openItemsOf(ledger, invoice, asOf)) {
      if (item.instalment === null || asOf <= item.dueDay + INSTALMENT_GRACE_DAYS) continue;
      if (!isSmallRest(item.open, item.total, unit)) missed.push(item);
    }
  }
  return missed;
}

/** A plan agreed after its invoice had fallen due: time the client asked for. */
export type LatePlan = { readonly invoice: number; readonly agreedOn: DayNumber };

/** The plans of one currency agreed after the due date in the last 12 months. */
export function latePlans(ledger: Ledger, currencyIndex: number, asOf: DayNumber): readonly LatePlan[] {
  const { currency, dueDay, issueDay } = ledger.register.invoices;
  const year = addMonths(asOf, -12);
  return ledger.plans
    .filter(
      ({ invoice, from }) =>
        currency[invoice] === currencyIndex && issueDay[invoice] <= asOf && from > year && from <= asOf,
    )
    .filter(({ invoice, from }) => from > dueDay[invoice])
    .map(({ invoice, from }) => ({ invoice, agreedOn: from }));
}

function plannedInvoices({ plans, register }: Ledger, currencyIndex: number): readonly number[] {
  const planned = new Set(plans.map(({ invoice }) => invoice));
  return Array.from(planned).filter((invoice) => register.invoices.currency[invoice] === currencyIndex);
}
