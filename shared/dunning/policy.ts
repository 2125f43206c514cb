/** Policy: what the register's settings say of reminders. */
import { type DayNumber, NO_DAY } from '../base/civil-date.ts';
import { currencyDigits } from '../base/money.ts';
import { type HolidayCalendar, holidaysNamed } from '../base/working-days.ts';
import type { InterestTerms } from '../law/late-interest.ts';
import { ECB_SERIES } from '../law/series.ts';
import { isCash } from '../receivables/movements.ts';
import { readInteger } from '../register/cell-numbers.ts';
import type { Register } from '../register/entries.ts';

export type Policy = {
  readonly bankFreshnessDays: number;
  readonly contactGapDays: number;
  readonly holidays: HolidayCalendar;
  readonly interest: InterestTerms; // of business debtors
  readonly indemnity: number; // minor units of the register's own currency, for each late invoice of a business debtor
};

/** Where the settings say nothing: a week of bank, five days between two contacts, 40 € (C. com. D441-5), ECB + 10 (L441-10 II). */
const BANK_FRESHNESS_DAYS = 7;
const CONTACT_GAP_DAYS = 5;
const INDEMNITY_UNITS = 40;

export function policyOf({ settings }: Register): Policy {
  const text = (key: string): string => settings.texts.get(key) || '';
  return {
    bankFreshnessDays: daysOf(text('bankFreshnessDays'), BANK_FRESHNESS_DAYS),
    contactGapDays: daysOf(text('minimumContactGapDays'), CONTACT_GAP_DAYS),
    holidays: holidaysNamed(text('holidays')),
    interest: interestTerms(text('lateInterest')),
    indemnity: indemnityOf(text('recoveryIndemnity'), currencyDigits(settings.currency)),
  };
}

function daysOf(text: string, otherwise: number): number {
  const days = readInteger(text);
  return text !== '' && days.ok ? Math.max(0, days.value) : otherwise;
}

/** `ECB+10`, `ECB+8` or a percentage a year, as the settings' reader lets them through; nothing written means ECB+10. */
function interestTerms(text: string): InterestTerms {
  const percent = /^(\d+)(?:[.,](\d+))?\s*%?$/.exec(text);
  if (percent) return { rate: 'percent', percent: Number(`${percent[1]}.${percent[2] ?? 0}`) };
  return { rate: 'series', series: ECB_SERIES, margin: /\+\s*8$/.test(text) ? 8 : 10, split: true };
}

function indemnityOf(text: string, digits: number): number {
  const amount = /^(\d+)(?:[.,](\d+))?/.exec(text);
  const units = amount ? Number(`${amount[1]}.${amount[2] ?? 0}`) : INDEMNITY_UNITS;
  return Math.round(units * 10 ** digits);
}

/** The day of the last money the register knows on a day; null where there is none. The bank is up to date that far. */
export function lastBankDay({ payments }: Register, asOf: DayNumber): DayNumber | null {
  let last = NO_DAY;
  for (let p = 0; p < payments.count; p++) {
    const day = payments.day[p];
    if (day > last && day <= asOf && isCash(payments, p)) last = day;
  }
  return last === NO_DAY ? null : last;
}
