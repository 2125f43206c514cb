/**
 * Owed parts: what of an invoice was late on each day. A payment plan gives new due days from the day it is agreed; what was late
 * before stays late for those days.
 */
import type { DayNumber } from '../base/civil-date.ts';
import { disputedOn, type Ledger, openBalanceOn } from '../receivables/ledger.ts';
import type { DuePart } from '../receivables/parts.ts';
import type { PrincipalSpan } from './late-interest.ts';

/** What of one part of an invoice, under one set of due days, was late when: in order of time. */
export type OwedPart = readonly PrincipalSpan[];

/** The days that bear interest: those after `since`, up to `through` and on it. */
export type InterestWindow = { readonly since: DayNumber; readonly through: DayNumber };

/** Due days, and the days on which they rule. */
type Regime = { readonly from: DayNumber; readonly through: DayNumber; readonly parts: readonly DuePart[] };

/** @param asOf the day on which it is known: plans agreed and amounts disputed by then */
export function owedParts(
  ledger: Ledger,
  invoice: number,
  window: InterestWindow,
  asOf: DayNumber,
): readonly OwedPart[] {
  return regimesOf(ledger, invoice, asOf).flatMap((regime) => {
    const disputed = disputedParts(ledger, invoice, regime, asOf);
    return regime.parts.map((part, at) => {
      const first = Math.max(part.dueDay, window.since, regime.from - 1);
      const last = Math.min(window.through, regime.through);
      const principalOn = (day: DayNumber): number =>
        Math.max(0, openParts(ledger, invoice, regime.parts, day)[at] - disputed[at]);
      return spansBetween(ledger, invoice, first, last, principalOn);
    });
  });
}

function regimesOf(ledger: Ledger, invoice: number, asOf: DayNumber): readonly Regime[] {
  const { dueDay, issueDay, total } = ledger.register.invoices;
  const whole: DuePart = { instalment: null, dueDay: dueDay[invoice], total: total[invoice] };
  const plans = plansOf(ledger, invoice).filter(({ from }) => from <= asOf);
  const starts = [{ from: issueDay[invoice], parts: [whole] }, ...plans];
  return starts.map(({ from, parts }, k) => {
    const next = starts[k + 1];
    return { from, parts, through: next ? next.from - 1 : Number.POSITIVE_INFINITY };
  });
}

function plansOf({ firstPlan, plans }: Ledger, invoice: number): readonly Omit<Regime, 'through'>[] {
  if (firstPlan[invoice] < 0) return [];
  const own: Omit<Regime, 'through'>[] = [];
  for (let k = firstPlan[invoice]; k < plans.length && plans[k].invoice === invoice; k++) own.push(plans[k]);
  return own;
}

/** What of each part was open at the end of a day: money fills them in order. */
function openParts(
  ledger: Ledger,
  invoice: number,
  parts: readonly DuePart[],
  day: DayNumber,
): readonly number[] {
  const total = ledger.register.invoices.total[invoice];
  let settled = total - openBalanceOn(ledger, invoice, day);
  return parts.map((part) => {
    const here = Math.min(settled, part.total);
    settled -= here;
    return part.total - here;
  });
}

/** What is disputed now is taken off the part due first, then off the next, as in a reminder. */
function disputedParts(
  ledger: Ledger,
  invoice: number,
  { parts }: Regime,
  asOf: DayNumber,
): readonly number[] {
  let left = disputedOn(ledger, invoice, asOf);
  return openParts(ledger, invoice, parts, asOf).map((open) => {
    const here = Math.min(left, open);
    left -= here;
    return here;
  });
}

/** Money that comes on a day bears interest through it. */
function spansBetween(
  { day, starts }: Ledger,
  invoice: number,
  since: DayNumber,
  through: DayNumber,
  principalOn: (day: DayNumber) => number,
): readonly PrincipalSpan[] {
  const spans: PrincipalSpan[] = [];
  let after = since;
  const closeAt = (end: DayNumber): void => {
    if (end <= after) return;
    spans.push({ after, through: end, principal: principalOn(after) });
    after = end;
  };
  for (let m = starts[invoice]; m < starts[invoice + 1] && day[m] < through; m++) closeAt(day[m]);
  closeAt(through);
  return spans;
}
