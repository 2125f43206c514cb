/** The next step: which level comes for an item, and from which day. Levels go one at a time, in order, whatever the age. */
import type { DayNumber } from '../base/civil-date.ts';
import type { OpenItem } from '../receivables/ledger.ts';
import { isNotice, type Ladder, type Step } from './calendar.ts';
import type { ItemHistory } from './history.ts';
import type { Promised } from './promised.ts';

export type NextStep = {
  readonly step: Step;
  readonly dueOn: DayNumber; // its own day and the deadline last given have come; may be past
  readonly gapUntil: DayNumber | null; // the first day that keeps its gap to the level before
};

/** @returns null where the calendar has nothing more for the item */
export function nextStep(
  item: OpenItem,
  issueDay: DayNumber,
  ladder: Ladder,
  history: ItemHistory,
  promised: Promised | null,
  asOf: DayNumber,
): NextStep | null {
  const step =
    item.dueDay < asOf
      ? nextReminder(ladder, history)
      : nextFromNotices(item, issueDay, ladder, history, asOf);
  if (step === null) return null;
  const { deadline, last } = history;
  const ownDay = isNotice(step) ? item.dueDay + step.offsetDays : reminderDay(item, step, history, promised);
  return {
    step,
    dueOn: deadline === null ? ownDay : Math.max(ownDay, deadline + 1),
    gapUntil: last === null || step.minimumGapDays === null ? null : last.at + step.minimumGapDays,
  };
}

/** A broken promise takes the wait for the next level away, once. */
function reminderDay(
  { dueDay }: OpenItem,
  { offsetDays }: Step,
  { last }: ItemHistory,
  promised: Promised | null,
): DayNumber {
  const day = dueDay + offsetDays;
  return resumes(last, promised) ? Math.min(day, Math.max(dueDay, promised.lastDay) + 1) : day;
}

/** @returns whether the promise is broken and no level has been sent since */
export function resumes(last: ItemHistory['last'], promised: Promised | null): promised is Promised {
  return promised !== null && !promised.isPending && (last === null || last.at <= promised.lastDay);
}

function nextReminder({ steps }: Ladder, { done }: ItemHistory): Step | null {
  return steps.find((step, place) => !isNotice(step) && !done.has(place)) ?? null;
}

/**
 * While an item is not late: the last notice whose day has come, unless it was sent; else the step after it. Notices missed are
 * not made up for, nor is one sent that fell before the invoice itself.
 */
function nextFromNotices(
  { dueDay }: OpenItem,
  issueDay: DayNumber,
  { steps }: Ladder,
  { done }: ItemHistory,
  asOf: DayNumber,
): Step | null {
  let current = -1;
  steps.forEach((step, place) => {
    if (isNotice(step) && dueDay + step.offsetDays <= asOf) current = place;
  });
  const isOpen = current >= 0 && !done.has(current) && dueDay + steps[current].offsetDays > issueDay;
  if (isOpen) return steps[current];
  return steps.slice(current + 1).find((_, after) => !done.has(current + 1 + after)) ?? null;
}
