/** Policy: what the register's settings say of reminders. */
import { type DayNumber, NO_DAY } from '../base/civil-date.ts';
import { isCash } from '../receivables/movements.ts';
import { readInteger } from '../register/cell-numbers.ts';
import type { Register } from '../register/entries.ts';

export type Policy = {
  readonly bankFreshnessDays: number;
  readonly contactGapDays: number;
};

/** Where the settings say nothing: a week of bank, five days between two contacts. */
const BANK_FRESHNESS_DAYS = 7;
const CONTACT_GAP_DAYS = 5;

/** The settings, or what stands for one that is empty or no number. */
export function policyOf({ settings }: Register): Policy {
  const text = (key: string): string => settings.texts.get(key) || '';
  return {
    bankFreshnessDays: daysOf(text('bankFreshnessDays'), BANK_FRESHNESS_DAYS),
    contactGapDays: daysOf(text('minimumContactGapDays'), CONTACT_GAP_DAYS),
  };
}

function daysOf(text: string, otherwise: number): number {
  const days = readInteger(text);
  return text !== '' && days.ok ? Math.max(0, days.value) : otherwise;
}

/**
 * The day of the last money the register knows on a day, or of the last movement of an imported statement; null where there is none. The
 * bank is up to date that far.
 */
export function lastBankDay(
  { bank, payments, penaltyPayments }: Register,
  asOf: DayNumber,
): DayNumber | null {
  let last = NO_DAY;
  for (const { day, isWaiver } of penaltyPayments) {
    if (day > last && day <= asOf && !isWaiver) last = day;
  }
  for (const { day, state } of bank) if (day > last && day <= asOf && state !== 'undone') last = day;
  for (let p = 0; p < payments.count; p++) {
    const day = payments.day[p];
    if (day > last && day <= asOf && isCash(payments, p)) last = day;
  }
  return last === NO_DAY ? null : last;
}
