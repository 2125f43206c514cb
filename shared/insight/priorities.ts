/**
 * What to do first: the few acts that bring in or protect the most money this week, ordered by the money at stake times an urgency.
 *
 *   chase-client    overdue, less what is disputed, promised and not late yet, or covered by unapplied money; × 1 when just overdue, 1 more
 *                   for each 30 days of its oldest part, 7 at most. Nobody on hold is chased.
 *   broken-promise  the same, × 1.5, and says which promise was not kept
 *   broken-plan     the same, × 1.5, and says which plan is not kept, for how much
 *   apply-cash      money and credit not applied, as far as the same client has something open; × 2
 *   settle-dispute  in dispute for more than 30 days; × 1, and 1 more for each 60 days, 4 at most
 *   over-limit      exposure above the credit limit; × 1, in the register's own currency only
 *
 * One kind of act takes at most three places while others wait. What concerns the register as a whole keeps a place at
 * the end: unknown-sends (nobody knows whether the messages left), mend-rows (they are left out of the sums).
 */
import { type Act, PRIORITY_CODES, type Priority, type Situation } from './acts.ts';
import { chases } from './chases.ts';
import { housekeeping, protections } from './protections.ts';

export type { Priority, PriorityCode, Situation } from './acts.ts';

const MOST_ACTS = 7;
const MOST_OF_A_KIND = 3;

/**
 * At most seven acts in one currency, the most urgent first.
 * @param problemCount cells of the register to mend; null where another currency's list tells of the register as a whole
 */
export function firstThings(situation: Situation, problemCount: number | null): readonly Priority[] {
  const tasks = problemCount === null ? [] : housekeeping(situation, problemCount);
  const acts = [...chases(situation), ...protections(situation)].sort(byWeight(situation));
  const chosen = chooseActs(acts, MOST_ACTS - tasks.length).map(
    ({ code, client, invoice, amount, text }): Priority => ({ code, client, invoice, amount, text }),
  );
  return [...chosen, ...tasks];
}

/** @param acts heaviest first; so are the chosen */
function chooseActs(acts: readonly Act[], places: number): readonly Act[] {
  const taken = new Map<string, number>();
  const varied = acts.filter(({ code }) => {
    taken.set(code, (taken.get(code) ?? 0) + 1);
    return (taken.get(code) ?? 0) <= MOST_OF_A_KIND;
  });
  const first = new Set(varied.slice(0, places));
  for (const act of acts) if (first.size < places) first.add(act);
  return acts.filter((act) => first.has(act));
}

/** Acts that weigh the same stand by client code, kind and invoice, whatever the order of the rows. */
function byWeight({ ledger }: Situation): (a: Act, b: Act) => number {
  const { clients, invoices } = ledger.register;
  const text = ({ client, code, invoice }: Act) => {
    const clientCode = client === null ? '' : clients[client].code;
    return `${clientCode}\n${PRIORITY_CODES.indexOf(code)}\n${invoice === null ? '' : invoices.numberAt(invoice)}`;
  };
  return (a, b) => b.weight - a.weight || (text(a) < text(b) ? -1 : 1);
}
