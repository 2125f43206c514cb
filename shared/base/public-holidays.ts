/**
 * Public holidays as data, by country: those of the whole country only, and for France those that a region adds. Days that a country moves
 * when they fall on a weekend are told as such; a day on a weekend matters to nobody else.
 */

export const HOLIDAY_COUNTRIES = ['FR', 'DE', 'BE', 'ES', 'IT', 'NL', 'LU', 'IE', 'GB'] as const;
export type HolidayCountry = (typeof HOLIDAY_COUNTRIES)[number];

/** Where more days are holidays than in the rest of France. */
export const HOLIDAY_REGIONS = [
  'alsaceMoselle',
  'guadeloupe',
  'guyane',
  'martinique',
  'mayotte',
  'reunion',
  'saintBarthelemy',
  'saintMartin',
] as const;
export type HolidayRegion = (typeof HOLIDAY_REGIONS)[number];

/** A day of the year; `easter` counts from Easter Sunday; `week` is the nth of a weekday in its month, -1 the last. */
export type HolidayRule =
  | { readonly kind: 'date'; readonly date: number; readonly from: number } // month × 100 + day, since that year
  | { readonly kind: 'easter'; readonly days: number }
  | { readonly kind: 'brigid' } // Ireland's first of February
  | { readonly kind: 'week'; readonly month: number; readonly weekday: number; readonly week: number };

export type NationalHolidays = {
  readonly rules: readonly HolidayRule[];
  readonly areMoved: boolean; // a date on a weekend gives the next free weekday off
};

const GOOD_FRIDAY = -2;
const EASTER_MONDAY = 1;
const ASCENSION = 39;
const WHIT_MONDAY = 50;
const MONDAY = 1;
const LAST = -1;

/** C. trav. L3133-1 (France); the holidays acts of the others, national days only. */
export const NATIONAL_HOLIDAYS: Readonly<Record<HolidayCountry, NationalHolidays>> = {
  FR: holidays([101, 501, 508, 714, 815, 1101, 1111, 1225], [EASTER_MONDAY, ASCENSION, WHIT_MONDAY]),
  DE: holidays([101, 501, 1003, 1225, 1226], [GOOD_FRIDAY, EASTER_MONDAY, ASCENSION, WHIT_MONDAY]),
  BE: holidays([101, 501, 721, 815, 1101, 1111, 1225], [EASTER_MONDAY, ASCENSION, WHIT_MONDAY]),
  ES: holidays([101, 106, 501, 815, 1012, 1101, 1206, 1208, 1225], [GOOD_FRIDAY]),
  IT: withRules(holidays([101, 106, 425, 501, 602, 815, 1101, 1208, 1225, 1226], [EASTER_MONDAY]), [
    { kind: 'date', date: 1004, from: 2026 }, // Saint Francis, by the law of 2025
  ]),
  NL: holidays([101, 427, 1225, 1226], [EASTER_MONDAY, ASCENSION, WHIT_MONDAY]),
  LU: holidays([101, 501, 509, 623, 815, 1101, 1225, 1226], [EASTER_MONDAY, ASCENSION, WHIT_MONDAY]),
  IE: moved(
    withRules(holidays([101, 317, 1225, 1226], [EASTER_MONDAY]), [
      { kind: 'brigid' },
      monday(5, 1),
      monday(6, 1),
      monday(8, 1),
      monday(10, LAST),
    ]),
  ),
  GB: moved(
    withRules(holidays([101, 1225, 1226], [GOOD_FRIDAY, EASTER_MONDAY]), [
      monday(5, 1),
      monday(5, LAST),
      monday(8, LAST),
    ]),
  ),
};

/** Saint Stephen's day (with Good Friday, C. trav. L3134-13); overseas, the abolition of slavery (L3422-2). */
export const REGIONAL_HOLIDAYS: Readonly<Record<HolidayRegion, readonly HolidayRule[]>> = {
  alsaceMoselle: holidays([1226], [GOOD_FRIDAY]).rules,
  guadeloupe: holidays([527], []).rules,
  guyane: holidays([610], []).rules,
  martinique: holidays([522], []).rules,
  mayotte: holidays([427], []).rules,
  reunion: holidays([1220], []).rules,
  saintBarthelemy: holidays([1009], []).rules,
  saintMartin: holidays([528], []).rules,
};

function holidays(dates: readonly number[], easter: readonly number[]): NationalHolidays {
  const fixed = dates.map((date) => ({ kind: 'date' as const, date, from: 0 }));
  return { rules: [...fixed, ...easter.map((days) => ({ kind: 'easter' as const, days }))], areMoved: false };
}

function withRules({ areMoved, rules }: NationalHolidays, more: readonly HolidayRule[]): NationalHolidays {
  return { rules: [...rules, ...more], areMoved };
}

function moved({ rules }: NationalHolidays): NationalHolidays {
  return { rules, areMoved: true };
}

function monday(month: number, week: number): HolidayRule {
  return { kind: 'week', month, weekday: MONDAY, week };
}
