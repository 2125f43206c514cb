/** Insolvency proceedings against a client: interest stops, penalties of what fell due afterwards are lost, the claim has to be declared. */
import { addMonths, type DayNumber } from '../base/civil-date.ts';

/**
 * The last day that bears interest on an invoice issued before the proceedings opened (C. com. L622-28): the eve of the judgment.
 * @returns Infinity where nothing stops it
 */
export function lastInterestDay(issueDay: DayNumber, insolvencyOn: DayNumber | null): DayNumber {
  return insolvencyOn !== null && issueDay < insolvencyOn ? insolvencyOn - 1 : Number.POSITIVE_INFINITY;
}

/** Whether the proceedings forbade paying an older invoice on its due day: neither sum can then be claimed (C. com. L441-10 II). */
export function isPaymentForbidden(
  issueDay: DayNumber,
  dueDay: DayNumber,
  insolvencyOn: DayNumber | null,
): boolean {
  return insolvencyOn !== null && issueDay < insolvencyOn && dueDay >= insolvencyOn;
}

/**
 * By when to declare the claim to the creditors' representative: two months from the notice in the BODACC (C. com. R622-24). The
 * register knows the day of the judgment, which comes before the notice: the day given here is never too late.
 */
export function declareBy(insolvencyOn: DayNumber): DayNumber {
  return addMonths(insolvencyOn, 2);
}
