/** Working days: weekends, and the public holidays of the country and region that a setting or an address names. */
import { type DayNumber, dayOf, daysInMonth, weekday, yearMonthDay } from './civil-date.ts';
import { countryCode } from './countries.ts';
import {
  HOLIDAY_COUNTRIES,
  type HolidayCountry,
  type HolidayRegion,
  type HolidayRule,
  NATIONAL_HOLIDAYS,
  REGIONAL_HOLIDAYS,
} from './public-holidays.ts';

/** Whose holidays count; no country and no region: weekends are the only days off. */
export type HolidayCalendar = {
  readonly countries: readonly HolidayCountry[];
  readonly regions: readonly HolidayRegion[];
};

export const FRANCE: HolidayCalendar = { countries: ['FR'], regions: [] };

/** What people write for a region, without accents, spaces and hyphens; the number is its département's or its postcode's. */
const REGION_WORDS: ReadonlyMap<string, HolidayRegion> = new Map<string, HolidayRegion>([
  ['alsacemoselle', 'alsaceMoselle'],
  ['alsace', 'alsaceMoselle'],
  ['moselle', 'alsaceMoselle'],
  ['57', 'alsaceMoselle'],
  ['67', 'alsaceMoselle'],
  ['68', 'alsaceMoselle'],
  ['guadeloupe', 'guadeloupe'],
  ['971', 'guadeloupe'],
  ['martinique', 'martinique'],
  ['972', 'martinique'],
  ['guyane', 'guyane'],
  ['973', 'guyane'],
  ['reunion', 'reunion'],
  ['lareunion', 'reunion'],
  ['974', 'reunion'],
  ['mayotte', 'mayotte'],
  ['976', 'mayotte'],
  ['saintbarthelemy', 'saintBarthelemy'],
  ['977', 'saintBarthelemy'],
  ['saintmartin', 'saintMartin'],
  ['978', 'saintMartin'],
]);

/** Overseas regions that an address may name as its country. */
const REGION_OF_COUNTRY: ReadonlyMap<string, HolidayRegion> = new Map<string, HolidayRegion>([
  ['GP', 'guadeloupe'],
  ['MQ', 'martinique'],
  ['GF', 'guyane'],
  ['RE', 'reunion'],
  ['YT', 'mayotte'],
  ['BL', 'saintBarthelemy'],
  ['MF', 'saintMartin'],
]);

/**
 * The holidays a setting names: `FR`, `Belgique`, `Alsace-Moselle`, `FR-67`, `La Réunion`; several with commas. Nothing written means
 * France. A country that is not known has its weekends only: no holiday is guessed.
 */
export function holidaysNamed(text: string): HolidayCalendar {
  const words = text.split(/[,;]/).map(plainWord).filter(Boolean);
  if (words.length === 0) return FRANCE;
  const regions = new Set<HolidayRegion>();
  const countries = new Set<HolidayCountry>();
  for (const word of words) {
    const region = REGION_WORDS.get(word) ?? REGION_WORDS.get(word.replace(/^fr(ance)?/, ''));
    if (region) regions.add(region);
    const country = region ? 'FR' : holidayCountry(word);
    if (country) countries.add(country);
  }
  return { countries: Array.from(countries), regions: Array.from(regions) };
}

/** What a firm writes that keeps no holiday. */
const NO_HOLIDAYS: readonly string[] = ['aucun', 'none'];

/** Whether every word of a setting names a country or a region whose holidays are known, or says that there are none. */
export function areHolidaysKnown(text: string): boolean {
  const words = text.split(/[,;]/).filter((word) => plainWord(word) !== '');
  return words.every(
    (word) => NO_HOLIDAYS.includes(plainWord(word)) || holidaysNamed(word).countries.length > 0,
  );
}

/** The holidays of an address: its country's, and for France those of its postal code. No country is France, as everywhere in a register. */
export function holidaysAt(country: string, postalCode: string): HolidayCalendar {
  const code = countryCode(country);
  const overseas = code === null ? undefined : REGION_OF_COUNTRY.get(code);
  if (overseas) return { countries: ['FR'], regions: [overseas] };
  const known = HOLIDAY_COUNTRIES.find((one) => one === code);
  if (!known) return { countries: [], regions: [] };
  const region = known === 'FR' ? regionOfPostcode(postalCode) : undefined;
  return { countries: [known], regions: region ? [region] : [] };
}

/** French postal codes have five digits; Saint-Barthélemy and Saint-Martin keep two within Guadeloupe's beside their own. */
function regionOfPostcode(text: string): HolidayRegion | undefined {
  const code = text.replace(/\s/g, '');
  if (!/^\d{5}$/.test(code)) return undefined;
  if (code === '97133') return 'saintBarthelemy';
  if (code === '97150') return 'saintMartin';
  return REGION_WORDS.get(code.slice(0, code.startsWith('97') ? 3 : 2));
}

function holidayCountry(word: string): HolidayCountry | undefined {
  const code = countryCode(word);
  return HOLIDAY_COUNTRIES.find((one) => one === code);
}

function plainWord(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
}

/** @returns whether an office works that day: neither Saturday, Sunday nor holiday */
export function isWorkingDay(day: DayNumber, calendar: HolidayCalendar): boolean {
  return !isWeekend(day) && !isHoliday(day, calendar);
}

/** The day itself where it is a working day, else the next one. */
export function nextWorkingDay(day: DayNumber, calendar: HolidayCalendar): DayNumber {
  let candidate = day;
  while (!isWorkingDay(candidate, calendar)) candidate += 1;
  return candidate;
}

function isWeekend(day: DayNumber): boolean {
  return weekday(day) > 5;
}

function isHoliday(day: DayNumber, { countries, regions }: HolidayCalendar): boolean {
  return (
    countries.some((country) => isNationalHoliday(day, country)) ||
    regions.some((region) => isHolidayOf(day, REGIONAL_HOLIDAYS[region]))
  );
}

function isNationalHoliday(day: DayNumber, country: HolidayCountry): boolean {
  const { areMoved, rules } = NATIONAL_HOLIDAYS[country];
  return isHolidayOf(day, rules) || (areMoved && isSubstitute(day, rules));
}

/** The weekday off for holidays on the weekend before it: Christmas and the day after it may take Monday and Tuesday. */
function isSubstitute(day: DayNumber, rules: readonly HolidayRule[]): boolean {
  const saturday = day - ((weekday(day) + 1) % 7);
  let owed = 0;
  for (let before = saturday; before < day; before++) {
    const isFree = isHolidayOf(before, rules);
    if (isWeekend(before)) owed += isFree ? 1 : 0;
    else if (!isFree) owed -= 1;
  }
  return owed > 0;
}

function isHolidayOf(day: DayNumber, rules: readonly HolidayRule[]): boolean {
  const { year, month, day: dayOfMonth } = yearMonthDay(day);
  const date = month * 100 + dayOfMonth;
  return rules.some((rule) => {
    switch (rule.kind) {
      case 'date':
        return rule.date === date && rule.from <= year;
      case 'easter':
        return day - easterSunday(year) === rule.days;
      case 'brigid':
        return month === 2 && isSaintBrigids(weekday(day), dayOfMonth);
      default:
        return month === rule.month && isNthWeekday(day, dayOfMonth, rule.week, rule.weekday);
    }
  });
}

/** The first Monday of February, or the first of February where it is a Friday (Ireland, since 2023). */
function isSaintBrigids(dayOfWeek: number, dayOfMonth: number): boolean {
  return dayOfWeek === 5 ? dayOfMonth === 1 : dayOfWeek === 1 && dayOfMonth <= 7 && dayOfMonth !== 4;
}

/** @param week from 1; -1 the last of the month */
function isNthWeekday(day: DayNumber, dayOfMonth: number, week: number, wanted: number): boolean {
  if (weekday(day) !== wanted) return false;
  const { month, year } = yearMonthDay(day);
  return week > 0 ? Math.ceil(dayOfMonth / 7) === week : dayOfMonth + 7 > daysInMonth(year, month);
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
export function easterSunday(year: number): DayNumber {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const place = epact + toSunday - 7 * late + 114;
  return dayOf(year, Math.floor(place / 31), (place % 31) + 1);
}
