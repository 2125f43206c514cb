/** What is done and not invoiced yet: drafts whose service lies back. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Draft } from './read-drafts.ts';

/** Days a firm may take after the service before its invoice is called late (C. com. L441-9: on delivery or performance). */
export const ISSUE_WITHIN_DAYS = 3;

export type LateDraft = { readonly draft: Draft; readonly daysLate: number };

/** Drafts not issued whose service lies more than so many days back, the latest first. @param asOf the day it is asked for */
export function lateDrafts(
  drafts: readonly Draft[],
  asOf: DayNumber,
  within = ISSUE_WITHIN_DAYS,
): readonly LateDraft[] {
  return drafts
    .flatMap((draft) => {
      const isOpen = draft.number === '' && draft.type === 'invoice' && draft.serviceDay !== null;
      const daysLate = isOpen && draft.serviceDay !== null ? asOf - draft.serviceDay - within : 0;
      return daysLate > 0 ? [{ draft, daysLate }] : [];
    })
    .sort((a, b) => b.daysLate - a.daysLate || a.draft.row - b.draft.row);
}

/** Days between service and invoice beyond what is usual, 0 where it was issued in time. */
export function daysIssuedLate(
  serviceDay: DayNumber | null,
  issueDay: DayNumber,
  within = ISSUE_WITHIN_DAYS,
): number {
  return serviceDay === null ? 0 : Math.max(0, issueDay - serviceDay - within);
}
