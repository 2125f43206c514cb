/** A chase: what a group's message would ask for, and which of its items sets the pace. */
import type { DayNumber } from '../base/civil-date.ts';
import { disputedOn, type OpenItem } from '../receivables/ledger.ts';
import type { JournalEntry } from '../register/entries.ts';
import { unwrittenPlan } from './agreed-plans.ts';
import { isNotice } from './calendar.ts';
import type { AskedItem } from './decision.ts';
import type { Group } from './groups.ts';
import { historyReader, type ItemHistory } from './history.ts';
import { type NextStep, nextStep } from './next-step.ts';
import { type Promised, promisedOn } from './promised.ts';
import type { Situation } from './situation.ts';

/** One item with all that speaks for or against asking for it. */
export type ChasedItem = Omit<AskedItem, 'level'> & {
  readonly history: ItemHistory;
  readonly promised: Promised | null;
  readonly plan: JournalEntry | null; // agreed, its instalments not in the register
  readonly next: NextStep | null; // null: the calendar has nothing more for it
};

export type Chase = {
  readonly group: Group;
  readonly items: readonly ChasedItem[]; // all of the group's, oldest due date first
  readonly driver: ChasedItem; // the message is at its level
  readonly asked: readonly ChasedItem[];
  readonly block: 'disputed' | 'promise-pending' | 'plan-unwritten' | null; // nothing can be asked for now
};

/**
 * What is disputed, promised or under a plan not written down is left out, and the rest goes on. What is late is asked for alone; what is soon due, where
 * nothing is late, once. A debt under a promise is shown as what would be asked for, one in dispute is not.
 */
export function chaseOf(situation: Situation, group: Group): Chase {
  const items = chasedItems(situation, group);
  const undisputed = items.filter(({ amount }) => amount > 0);
  const free = undisputed.filter(({ plan, promised }) => plan === null && !promised?.isPending);
  if (free.length > 0) return { group, items, ...messageOf(free, situation.asOf), block: null };
  if (undisputed.length > 0) {
    const message = messageOf(undisputed, situation.asOf);
    return { group, items, ...message, block: message.driver.plan ? 'plan-unwritten' : 'promise-pending' };
  }
  return { group, items, driver: items[0], asked: [], block: 'disputed' };
}

function messageOf(items: readonly ChasedItem[], asOf: DayNumber): Pick<Chase, 'driver' | 'asked'> {
  const late = items.filter(({ dueDay }) => dueDay < asOf);
  const toAnnounce = items.filter(({ next }) => next && isNotice(next.step) && next.dueOn <= asOf);
  const soon = toAnnounce.length > 0 ? toAnnounce : items;
  const asked = late.length > 0 ? late : soon;
  return { asked, driver: driverOf(asked) };
}

/** The oldest whose calendar has something left to send; of those due the same day, the largest. */
function driverOf(asked: readonly ChasedItem[]): ChasedItem {
  const going = asked.filter(({ next }) => next !== null);
  const among = going.length > 0 ? going : asked;
  return among.reduce((a, b) => (b.dueDay === a.dueDay && b.amount > a.amount ? b : a));
}

function chasedItems(situation: Situation, group: Group): readonly ChasedItem[] {
  const { issueDay } = situation.ledger.register.invoices;
  const historyOf = historyReader(situation, group);
  const undisputed = undisputedAmounts(situation);
  return group.items.map((item) => {
    const { dueDay, instalment, invoice } = item;
    const history = historyOf(item);
    const promised = promisedOn(situation, group, item);
    const plan = unwrittenPlan(situation, group, item);
    const next = nextStep(item, issueDay[invoice], group.ladder, history, promised, situation.asOf);
    return { invoice, instalment, dueDay, amount: undisputed(item), history, promised, plan, next };
  });
}

/** A dispute is about an invoice: it is taken off the instalment due first, then off the next. Asked in order of due day. */
function undisputedAmounts({ asOf, ledger }: Situation): (item: OpenItem) => number {
  const left = new Map<number, number>();
  return ({ disputed, invoice, open }) => {
    if (!disputed) return open;
    const before = left.get(invoice) ?? disputedOn(ledger, invoice, asOf);
    const here = Math.min(before, open);
    left.set(invoice, before - here);
    return open - here;
  };
}
