/** Working days: weekends, and the public holidays of France (C. trav. L3133-1, L3134-13, L3422-2). */
import { type DayNumber, dayOf, weekday, yearMonthDay } from './civil-date.ts';

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

export type HolidayCalendar = {
  readonly france: boolean; // false: weekends are the only days off
  readonly regions: readonly HolidayRegion[];
};

export const FRANCE: HolidayCalendar = { france: true, regions: [] };

const WEEKENDS_ONLY: HolidayCalendar = { france: false, regions: [] };

/** Month × 100 + day: New Year, Labour Day, 8 May, Bastille Day, Assumption, All Saints, Armistice, Christmas. */
const FIXED_DAYS: ReadonlySet<number> = new Set([101, 501, 508, 714, 815, 1101, 1111, 1225]);

/** Days after Easter Sunday: Easter Monday, Ascension, Whit Monday. */
const MOVABLE_DAYS: ReadonlySet<number> = new Set([1, 39, 50]);
const GOOD_FRIDAY = -2;

/** Saint Stephen's day; overseas, the abolition of slavery. */
const REGIONAL_DAY: Readonly<Record<HolidayRegion, number>> = {
  alsaceMoselle: 1226,
  guadeloupe: 527,
  guyane: 610,
  martinique: 522,
  mayotte: 427,
  reunion: 1220,
  saintBarthelemy: 1009,
  saintMartin: 528,
};

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

/**
 * The holidays a setting names: `FR`, `Alsace-Moselle`, `FR-67`, `La Réunion`; several with commas. Nothing written means France.
 * A country that is not known has its weekends only: no holiday is guessed.
 */
export function holidaysNamed(text: string): HolidayCalendar {
  const words = text.split(/[,;]/).map(plainWord).filter(Boolean);
  if (words.length === 0) return FRANCE;
  const regions = new Set<HolidayRegion>();
  for (const word of words) {
    const region = REGION_WORDS.get(word) ?? REGION_WORDS.get(word.replace(/^fr(ance)?/, ''));
    if (region) regions.add(region);
  }
  const isFrench = regions.size > 0 || words.some((word) => word === 'fr' || word === 'france');
  return isFrench ? { france: true, regions: Array.from(regions) } : WEEKENDS_ONLY;
}

function plainWord(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
}

/** @returns whether an office works that day: neither Saturday, Sunday nor holiday */
export function isWorkingDay(day: DayNumber, calendar: HolidayCalendar): boolean {
  return weekday(day) <= 5 && !isHoliday(day, calendar);
}

/** The day itself where it is a working day, else the next one. */
export function nextWorkingDay(day: DayNumber, calendar: HolidayCalendar): DayNumber {
  let candidate = day;
  while (!isWorkingDay(candidate, calendar)) candidate += 1;
  return candidate;
}

function isHoliday(day: DayNumber, { france, regions }: HolidayCalendar): boolean {
  if (!france) return false;
  const { year, month, day: dayOfMonth } = yearMonthDay(day);
  const date = month * 100 + dayOfMonth;
  const sinceEaster = day - easterSunday(year);
  if (FIXED_DAYS.has(date) || MOVABLE_DAYS.has(sinceEaster)) return true;
  return regions.some(
    (region) => REGIONAL_DAY[region] === date || (region === 'alsaceMoselle' && sinceEaster === GOOD_FRIDAY),
  );
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
