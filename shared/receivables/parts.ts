/** Parts: what of an invoice falls due when. A payment plan, from the day it is agreed, replaces the invoice's due date. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Plan, Register } from '../register/entries.ts';

/** One part of an invoice with a due day of its own, minor units. */
export type DuePart = {
  readonly instalment: number | null; // rank by due date, from 1; null: what was settled before the plan
  readonly dueDay: DayNumber;
  readonly total: number; // above 0
};

/** The parts of one invoice from one day on. They add up to its total, and money fills them in order. */
export type DueParts = {
  readonly invoice: number;
  readonly from: DayNumber;
  readonly parts: readonly DuePart[];
};

/** Every plan, by invoice and then by the day it is agreed. */
export type PlanIndex = {
  readonly firstPlan: Int32Array; // invoice i's first plan in `plans`, -1 where it has none
  readonly plans: readonly DueParts[];
};

/** Plans by invoice, each invoice’s in the order in which they begin to rule. */
export function indexPlans(register: Register): PlanIndex {
  const plans = register.plans
    .map((plan) => dueParts(register, plan))
    .filter(({ parts }) => parts.length > 0);
  plans.sort((a, b) => a.invoice - b.invoice || a.from - b.from);
  const firstPlan = new Int32Array(register.invoices.count).fill(-1);
  for (let k = plans.length - 1; k >= 0; k--) firstPlan[plans[k].invoice] = k;
  return { firstPlan, plans };
}

/**
 * What was settled before the plan stays settled, on the invoice's own due day; it stands first, so that it is open again
 * only when money bounces later.
 */
function dueParts({ invoices }: Register, plan: Plan): DueParts {
  const { invoice, agreedOn, settledBefore } = plan;
  const before = { instalment: null, dueDay: invoices.dueDay[invoice], total: settledBefore };
  const instalments = plan.instalments.map(({ dueDay, amount }, rank) => ({
    instalment: rank + 1,
    dueDay,
    total: amount,
  }));
  return { invoice, from: agreedOn, parts: settledBefore > 0 ? [before, ...instalments] : instalments };
}

/** @returns the parts of the plan that rules on the day, the latest agreed; null where the invoice's due date stands. */
export function planOn(index: PlanIndex, invoice: number, asOf: DayNumber): readonly DuePart[] | null {
  const { firstPlan, plans } = index;
  let ruling: readonly DuePart[] | null = null;
  if (firstPlan[invoice] < 0) return null;
  for (let k = firstPlan[invoice]; k < plans.length && plans[k].invoice === invoice; k++) {
    if (plans[k].from <= asOf) ruling = plans[k].parts;
  }
  return ruling;
}

/**
 * The sum, over each minor unit that fills an invoice from nothing up to `filled`, of the day it was due. Below nothing the
 * first part's day goes on, above the total the last part's: `dueDaySum(b) - dueDaySum(a)` weighs the money from a to b.
 */
export function dueDaySum(parts: readonly DuePart[], filled: number): number {
  if (filled <= 0) return filled * parts[0].dueDay;
  let sum = 0;
  let left = filled;
  for (const { dueDay, total } of parts) {
    const here = Math.min(left, total);
    sum += here * dueDay;
    left -= here;
  }
  return sum + left * parts[parts.length - 1].dueDay;
}
