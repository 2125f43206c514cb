/** Quota: where a day holds fewer emails than are due, the highest levels and the largest sums leave first; the others wait a day. */
import { nextWorkingDay } from '../base/working-days.ts';
import { readEmails } from '../register/cell-emails.ts';
import { heldBack, type Weighed } from './decide.ts';
import { holidaysOf } from './verdict.ts';

/**
 * The same decisions, emails beyond the quota held with the code `quota`. A message that does not fit lets a smaller one go before it:
 * one with many copies must not keep the others back.
 * @param recipientsLeft how many addresses may still be written to today: the client's own, each copy and the firm's blind ones count
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
  const { clients, settings } = weighing.situation.ledger.register;
  const blind = readEmails(settings.texts.get('bcc') ?? '');
  return 1 + clients[decision.client].cc.length + (blind.ok ? blind.value.length : 0);
}

function byUrgency({ decision: a }: Weighed, { decision: b }: Weighed): number {
  return (b.level ?? 0) - (a.level ?? 0) || b.total - a.total;
}

function heldToNextDay(one: Weighed): Weighed {
  const tomorrow = one.weighing.situation.asOf + 1;
  return heldBack(one, { code: 'quota', until: nextWorkingDay(tomorrow, holidaysOf(one.weighing)) });
}
