/** Money days: on which of the days to come money moves, and how many times as much of one client's as on a day like any other. */
import { type DayNumber, weekday, yearMonthDay } from '../../base/civil-date.ts';
import { type HolidayCalendar, holidaysNamed, isWorkingDay } from '../../base/working-days.ts';
import type { Register } from '../../register/entries.ts';
import { NO_HABIT, type PaymentHabit, type PaymentHabits, paymentHabits } from '../payment-habits.ts';

/** Dates are those of money that comes within a year: what may never come has no day of its own. */
export const FARTHEST_DAYS = 365;

/** By days after the day asked for, from 1 to FARTHEST_DAYS. */
export type DaysAhead = {
  readonly ready: Float64Array; // how many times as much becomes ready to be paid
  readonly paid: Float64Array; // how many times what is ready is paid; 0: no money moves, and all waits for the next day on which it does
};

/** @returns the days to come of a client; those of one with a habit are filled again at the next call */
export type MoneyDays = (client: number) => DaysAhead;

export function moneyDays(register: Register, currencyIndex: number, asOf: DayNumber): MoneyDays {
  const habits = paymentHabits(register, currencyIndex, asOf);
  const calendar = holidaysNamed(register.settings.texts.get('holidays') ?? '');
  const dates = datesAhead(asOf, habits, calendar);
  const usual = fill(dates, NO_HABIT, emptyDays());
  const own = emptyDays();
  return (client) => {
    const habit = habits.habitOf(client);
    return habit.kind === 'none' ? usual : fill(dates, habit, own);
  };
}

/** Of days on which no money moves. */
export function emptyDays(): DaysAhead {
  return { ready: new Float64Array(FARTHEST_DAYS + 1), paid: new Float64Array(FARTHEST_DAYS + 1) };
}

type Dates = {
  readonly isOpen: Uint8Array;
  readonly weekday: Uint8Array;
  readonly monthDay: Uint8Array;
  readonly weekdayTimes: Float64Array; // of all clients
};

function datesAhead(asOf: DayNumber, habits: PaymentHabits, calendar: HolidayCalendar): Dates {
  const along = <T>(of: (day: DayNumber) => T) =>
    Array.from({ length: FARTHEST_DAYS + 1 }, (_, k) => of(asOf + k));
  return {
    isOpen: Uint8Array.from(along((day) => Number(!habits.closedAtWeekends || isWorkingDay(day, calendar)))),
    weekday: Uint8Array.from(along(weekday)),
    monthDay: Uint8Array.from(along((day) => yearMonthDay(day).day)),
    weekdayTimes: habits.weekdayTimes,
  };
}

function fill(dates: Dates, { kind, times }: PaymentHabit, into: DaysAhead): DaysAhead {
  for (let k = 1; k <= FARTHEST_DAYS; k++) {
    const ofAll = kind === 'monthDay' ? 1 : dates.weekdayTimes[dates.weekday[k]];
    into.ready[k] = kind === 'monthDay' ? times[dates.monthDay[k]] : 1;
    into.paid[k] = dates.isOpen[k] * ofAll * (kind === 'weekday' ? times[dates.weekday[k]] : 1);
  }
  return into;
}
