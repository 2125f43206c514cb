/** Replay: what each invoice stands at on a day, from its movements up to that day and on it. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Register } from '../register/entries.ts';
import type { Movements } from './movement-order.ts';
import { type PlanIndex, planOn } from './parts.ts';

/** The register, with each invoice's movements and plans at hand. */
export type Ledger = Movements & PlanIndex & { readonly register: Register };

/** What was applied to an invoice: minor units, below 0 or above the total where the rows say so. */
export function settledOn(ledger: Ledger, invoice: number, asOf: DayNumber): number {
  const { amount, day, starts } = ledger;
  let settled = 0;
  for (let m = starts[invoice]; m < starts[invoice + 1] && day[m] <= asOf; m++) settled += amount[m];
  return settled;
}

/** What is left to pay of a total: nothing applied takes it below 0 or above the total. */
export function openOf(total: number, settled: number): number {
  return total - Math.min(Math.max(settled, 0), total);
}

/** @returns minor units; 0 for a credit note, and for an invoice not issued yet. */
export function openBalanceOn(ledger: Ledger, invoice: number, asOf: DayNumber): number {
  const { creditNote, issueDay, total } = ledger.register.invoices;
  if (creditNote[invoice] === 1 || issueDay[invoice] > asOf) return 0;
  return openOf(total[invoice], settledOn(ledger, invoice, asOf));
}

/** @returns the part of the invoice's open balance that its client disputes on the day, minor units. */
export function disputedOn(ledger: Ledger, invoice: number, asOf: DayNumber): number {
  return disputedPart(ledger, invoice, openBalanceOn(ledger, invoice, asOf), asOf);
}

/** `disputedOn` where the open balance is known already. */
export function disputedPart({ register }: Ledger, invoice: number, open: number, asOf: DayNumber): number {
  const dispute = register.invoices.disputes.get(invoice);
  if (!dispute || asOf < dispute.from || (dispute.closedOn !== null && asOf >= dispute.closedOn)) return 0;
  return dispute.amount === null ? open : Math.min(dispute.amount, open);
}

/** Invoices of one currency that are not settled to the unit, and what was applied to each. Settled ones are most, and need no look. */
export type Unsettled = { readonly invoices: readonly number[]; readonly settled: readonly number[] };

/** Replays every invoice of one currency issued up to the day and on it: those open, and those with more applied than there is. */
export function unsettledOn(ledger: Ledger, currency: number, asOf: DayNumber): Unsettled {
  const { count, creditNote, currency: currencyOf, issueDay, total } = ledger.register.invoices;
  const invoices: number[] = [];
  const settled: number[] = [];
  for (let i = 0; i < count; i++) {
    if (creditNote[i] === 1 || currencyOf[i] !== currency || issueDay[i] > asOf) continue;
    const applied = settledOn(ledger, i, asOf);
    if (applied === total[i]) continue;
    invoices.push(i);
    settled.push(applied);
  }
  return { invoices, settled };
}

export type PartVisitor = (dueDay: DayNumber, open: number, total: number, instalment: number | null) => void;

/**
 * Visits the open parts of one invoice: all of it on its due date, or what its plan leaves open on the day.
 * @param open what is open of the whole invoice on the day
 */
export function visitOpenParts(
  ledger: Ledger,
  invoice: number,
  open: number,
  asOf: DayNumber,
  visit: PartVisitor,
): void {
  const { dueDay, total } = ledger.register.invoices;
  if (open <= 0) return;
  const parts = planOn(ledger, invoice, asOf);
  if (parts === null) {
    visit(dueDay[invoice], open, total[invoice], null);
    return;
  }
  let settled = total[invoice] - open;
  for (const part of parts) {
    const here = Math.min(settled, part.total);
    settled -= here;
    if (part.total > here) visit(part.dueDay, part.total - here, part.total, part.instalment);
  }
}
