/** Money days: on which days money arrives. */
import { type DayNumber, weekday } from '../base/civil-date.ts';
import { type HolidayCalendar, holidaysNamed, isWorkingDay, nextWorkingDay } from '../base/working-days.ts';
import { isCash } from '../receivables/movements.ts';
import type { Register } from '../register/entries.ts';

/** Banks move money on working days. Where more than one payment in so many is dated on a weekend, the register's days are all alike. */
const ONE_IN = 20;
const LEAST_PAYMENTS = 20;

const REMEMBERED_DAYS = 550;

export type MoneyDays = {
  readonly arrival: (day: DayNumber) => DayNumber; // of money due to arrive on a day: that day, or the next one on which money moves
  readonly last: (day: DayNumber) => DayNumber; // the last day, up to that day, on which money moves
};

export function moneyDays(register: Register, currencyIndex: number, asOf: DayNumber): MoneyDays {
  if (comesAtWeekends(register, currencyIndex, asOf)) return { arrival: (day) => day, last: (day) => day };
  const calendar = holidaysNamed(register.settings.texts.get('holidays') ?? '');
  return {
    arrival: remembered(asOf, (day) => nextWorkingDay(day, calendar)),
    last: remembered(asOf, (day) => lastWorkingDay(day, calendar)),
  };
}

function comesAtWeekends({ payments }: Register, currencyIndex: number, asOf: DayNumber): boolean {
  let count = 0;
  let atWeekends = 0;
  for (let p = 0; p < payments.count; p++) {
    const day = payments.day[p];
    if (payments.currency[p] !== currencyIndex || day > asOf || !isCash(payments, p)) continue;
    count++;
    if (weekday(day) > 5) atWeekends++;
  }
  return count >= LEAST_PAYMENTS && atWeekends * ONE_IN > count;
}

function lastWorkingDay(day: DayNumber, calendar: HolidayCalendar): DayNumber {
  let candidate = day;
  while (!isWorkingDay(candidate, calendar)) candidate -= 1;
  return candidate;
}

/** Tens of thousands of items ask for the same few hundred days: those of the next year and a half are told once. */
function remembered(asOf: DayNumber, answer: (day: DayNumber) => DayNumber): (day: DayNumber) => DayNumber {
  const known = Int32Array.from({ length: REMEMBERED_DAYS }, (_, k) => answer(asOf + k));
  return (day) => (day >= asOf && day < asOf + REMEMBERED_DAYS ? known[day - asOf] : answer(day));
}
