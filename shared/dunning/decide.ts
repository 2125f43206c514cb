/** The decision: who is sent what today, and why not. A pure function of the register, its journal and the day. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Ledger } from '../receivables/ledger.ts';
import { ladderFinder } from './calendar.ts';
import { channelTo } from './channel.ts';
import { type Chase, type ChasedItem, chaseOf } from './chase.ts';
import { ACTION_BY_CODE, type AskedItem, type DunningDecision, type Penalties } from './decision.ts';
import { type Group, groupsOn, type Position, positionsOn } from './groups.ts';
import { NO_PENALTIES, penaltiesOf } from './penalties.ts';
import { type Situation, situationOf } from './situation.ts';
import { heldUntil, type Verdict, verdictOf, type Weighing } from './verdict.ts';
import { whyWords } from './why.ts';

/**
 * One decision for each client and currency with something overdue, or due within the first notice of its calendar: by client
 * code, then by currency. A client hears from us once a day: its other currencies wait.
 * @param positions what is open on the day, where the caller has it already
 */
export function decideDunning(
  ledger: Ledger,
  asOf: DayNumber,
  positions: readonly Position[] = positionsOn(ledger, asOf),
): readonly DunningDecision[] {
  return weighDunning(ledger, asOf, positions).map(({ decision }) => decision);
}

/** A decision with all that was weighed for it, item by item. */
export type Weighed = {
  readonly weighing: Weighing;
  readonly verdict: Verdict;
  readonly decision: DunningDecision;
};

/** The same decisions, for those who tell of each item and not only of each message. */
export function weighDunning(
  ledger: Ledger,
  asOf: DayNumber,
  positions: readonly Position[] = positionsOn(ledger, asOf),
): readonly Weighed[] {
  const { register } = ledger;
  const ladders = register.clients.map(ladderFinder(register));
  const groups = groupsOn(register, positions, ladders, asOf);
  return weighGroups(situationOf(ledger, asOf, groups), groups);
}

/** The decisions about some of a day's groups, all of a client's among them. */
export function weighGroups(situation: Situation, groups: readonly Group[]): readonly Weighed[] {
  const contacted = new Set<number>();
  return groups.map((group) => {
    const weighed = weigh(situation, group, contacted.has(group.client));
    if (weighed.decision.action === 'send') contacted.add(group.client);
    return weighed;
  });
}

function weigh(situation: Situation, group: Group, isContactedToday: boolean): Weighed {
  const chase = chaseOf(situation, group);
  const penalties = penaltiesOfStep(situation, chase);
  const asked = chase.asked.reduce((sum, { amount }) => sum + amount, 0);
  const weighing: Weighing = {
    situation,
    chase,
    total: Math.max(0, asked - group.unapplied),
    missingRate: penalties.missingRate,
    lastContact: isContactedToday ? situation.asOf : situation.journalOf(group.client).lastContact,
  };
  const verdict = verdictOf(weighing);
  return { weighing, verdict, decision: decisionOf(weighing, penalties, verdict) };
}

/** What would leave, held back for a reason that lies outside the register. */
export function heldBack({ decision, weighing }: Weighed, verdict: Verdict): Weighed {
  const held = {
    action: 'hold',
    newDeadline: null,
    code: verdict.code,
    heldUntil: heldUntil(verdict),
  } as const;
  return { weighing, verdict, decision: { ...decision, ...held, why: whyWords(weighing, verdict) } };
}

/** Claimed where the step to come says so. */
function penaltiesOfStep(situation: Situation, { asked, driver, group }: Chase): Penalties {
  if (!driver.next?.step.penalties) return NO_PENALTIES;
  return penaltiesOf(situation, group, asked);
}

function decisionOf(weighing: Weighing, penalties: Penalties, verdict: Verdict): DunningDecision {
  const { chase, situation, total } = weighing;
  const { client, currency } = chase.group;
  const action = ACTION_BY_CODE[verdict.code];
  const step = chase.driver.next?.step ?? null;
  const channel =
    step && (channelTo(situation.ledger.register.clients[client], step.channel) ?? step.channel);
  const deadlineDays = action === 'send' && step ? step.newDeadlineDays : null;
  return {
    client,
    currency,
    action,
    level: step ? step.level : null,
    channel,
    asked: chase.asked.map((item) => askedItem(item, chase.driver, situation.asOf)),
    total,
    ...penalties,
    newDeadline: deadlineDays === null ? null : situation.asOf + deadlineDays,
    code: verdict.code,
    heldUntil: heldUntil(verdict),
    why: whyWords(weighing, verdict),
  };
}

/**
 * Each item climbs its own ladder, and not above the message: a younger debt is not at the level of the oldest. One whose last gap or
 * deadline still runs goes along and stays where it is.
 */
function askedItem(item: ChasedItem, driver: ChasedItem, asOf: DayNumber): AskedItem {
  const { amount, dueDay, instalment, invoice, next } = item;
  const isWithin =
    next !== null && driver.next !== null && next.step.offsetDays <= driver.next.step.offsetDays;
  const climbs = isWithin && (item === driver || hasWaited(item, asOf));
  return { invoice, instalment, dueDay, amount, level: climbs ? next.step.level : null };
}

function hasWaited({ history, next }: ChasedItem, asOf: DayNumber): boolean {
  const { deadline } = history;
  const gapUntil = next?.gapUntil ?? null;
  return (gapUntil === null || gapUntil <= asOf) && (deadline === null || deadline < asOf);
}
