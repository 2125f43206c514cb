/** Quota: where a day holds fewer emails than are due, the highest levels and the largest sums leave first; the others wait a day. */
import { nextWorkingDay } from '../base/working-days.ts';
import { heldBack, type Weighed } from './decide.ts';
import { holidaysOf } from './verdict.ts';

/**
 * The same decisions, emails beyond the quota held with the code `quota`. A message that does not fit lets a smaller one go before it:
 * one with many copies must not keep the others back.
 * @param recipientsLeft how many addresses may still be written to today: the client's own and each copy count
 */
export function withinQuota(weighed: readonly Weighed[], recipientsLeft: number): readonly Weighed[] {
  let left = recipientsLeft;
  const leaves = new Set<Weighed>();
  for (const one of [...weighed.filter(isMailed)].sort(byUrgency)) {
    const needed = recipientsOf(one);
    if (needed > left) continue;
    left -= needed;
    leaves.add(one);
  }
  return weighed.map((one) => (isMailed(one) && !leaves.has(one) ? heldToNextDay(one) : one));
}

function isMailed({ decision }: Weighed): boolean {
  return decision.action === 'send' && decision.channel === 'email';
}

function recipientsOf({ decision, weighing }: Weighed): number {
  return 1 + weighing.situation.ledger.register.clients[decision.client].cc.length;
}

function byUrgency({ decision: a }: Weighed, { decision: b }: Weighed): number {
  return (b.level ?? 0) - (a.level ?? 0) || b.total - a.total;
}

function heldToNextDay(one: Weighed): Weighed {
  const tomorrow = one.weighing.situation.asOf + 1;
  return heldBack(one, { code: 'quota', until: nextWorkingDay(tomorrow, holidaysOf(one.weighing)) });
}
