/** Restraint: what the settings say of not writing too often, nor for too little, nor on a holiday. */
import { currencyDigits } from '../base/money.ts';
import { type HolidayCalendar, holidaysAt, holidaysNamed } from '../base/working-days.ts';
import { readInteger } from '../register/cell-numbers.ts';
import type { Client, Register } from '../register/entries.ts';

export type Restraint = {
  readonly contactsPer30Days: number; // at most
  readonly tolerance: (currency: string) => number; // minor units: what is less is not asked for
  readonly holidaysOf: (client: Client) => HolidayCalendar;
};

/** Where the settings say nothing: four contacts in thirty days, and no letter about less than one unit of the currency. */
const MOST_CONTACTS = 4;
const TOLERANCE_UNITS = 1;

/** The settings, or what stands for one that is empty. Its tolerance is in whole units of each currency. */
export function restraintOf({ settings }: Register): Restraint {
  const text = (key: string): string => settings.texts.get(key) ?? '';
  const most = readInteger(text('maxContactsPer30Days'));
  const units = unitsOf(text('reminderTolerance'));
  return {
    contactsPer30Days: most.ok && most.value > 0 ? most.value : MOST_CONTACTS,
    tolerance: (currency) => Math.round(units * 10 ** currencyDigits(currency)),
    holidaysOf: holidayFinder(text('holidays')),
  };
}

/** The setting goes before the client's address. */
function holidayFinder(setting: string): Restraint['holidaysOf'] {
  const named = setting.trim() === '' ? null : holidaysNamed(setting);
  if (named) return () => named;
  const known = new Map<string, HolidayCalendar>();
  return ({ country, postalCode }) => {
    const place = `${country}|${postalCode}`;
    const calendar = known.get(place) ?? holidaysAt(country, postalCode);
    known.set(place, calendar);
    return calendar;
  };
}

function unitsOf(text: string): number {
  const amount = /^(\d+)(?:[.,](\d+))?/.exec(text);
  return amount ? Number(`${amount[1]}.${amount[2] ?? 0}`) : TOLERANCE_UNITS;
}
