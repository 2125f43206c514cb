import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { HOLIDAY_REGIONS } from '../../shared/base/public-holidays.ts';
import {
  easterSunday,
  FRANCE,
  holidaysAt,
  holidaysNamed,
  isWorkingDay,
  nextWorkingDay,
} from '../../shared/base/working-days.ts';

describe('Easter Sunday', () => {
  // The earliest and the latest there can be, a century that is no leap year, and years around.
  for (const date of [
    '1943-04-25',
    '1961-04-02',
    '2008-03-23',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
    '2100-03-28',
    '2199-04-14',
  ] as const) {
    test(date, () => expect(civilDate(easterSunday(Number(date.slice(0, 4))))).toBe(date));
  }
});

const DAYS: readonly (readonly [day: CivilDate, setting: string, works: boolean, what: string])[] = [
  ['2026-11-20', '', true, 'a Friday'],
  ['2026-11-21', '', false, 'a Saturday'],
  ['2026-11-22', '', false, 'a Sunday'],
  ['2026-11-23', '', true, 'a Monday'],
  ['2026-01-01', 'FR', false, 'New Year'],
  ['2026-01-02', 'FR', true, 'the day after'],
  ['2026-04-03', 'FR', true, 'Good Friday'],
  ['2026-04-06', 'FR', false, 'Easter Monday'],
  ['2026-04-07', 'FR', true, 'the Tuesday after'],
  ['2026-05-01', 'FR', false, 'Labour Day'],
  ['2026-05-08', 'FR', false, '8 May'],
  ['2026-05-13', 'FR', true, 'the eve of Ascension'],
  ['2026-05-14', 'FR', false, 'Ascension'],
  ['2026-05-15', 'FR', true, 'the bridge after Ascension'],
  ['2026-05-25', 'FR', false, 'Whit Monday'],
  ['2026-07-14', 'FR', false, 'Bastille Day'],
  ['2025-08-15', 'FR', false, 'Assumption'],
  ['2027-11-01', 'FR', false, 'All Saints'],
  ['2026-11-11', 'FR', false, 'Armistice'],
  ['2026-12-25', 'FR', false, 'Christmas'],
  ['2025-12-26', 'FR', true, 'Saint Stephen, elsewhere'],
  ['2025-12-26', 'Alsace-Moselle', false, 'Saint Stephen'],
  ['2026-04-03', 'FR-67', false, 'Good Friday in Alsace'],
  ['2026-07-14', 'alsace', false, 'a national holiday in Alsace'],
  ['2026-05-22', 'Martinique', false, 'abolition'],
  ['2026-05-27', 'Guadeloupe', false, 'abolition'],
  ['2026-05-27', 'Martinique', true, 'abolition elsewhere'],
  ['2026-06-10', 'Guyane', false, 'abolition'],
  ['2027-12-20', 'La Réunion', false, 'abolition'],
  ['2027-12-20', '974', false, 'abolition'],
  ['2026-04-27', 'FR-976', false, 'abolition'],
  ['2026-10-09', 'Saint-Barthélemy', false, 'abolition'],
  ['2026-05-28', 'Saint Martin', false, 'abolition'],
  ['2026-12-25', 'CL', true, 'a country not known: weekends only'],
  ['2026-12-26', 'CL', false, 'its Saturday'],
  ['2026-07-21', 'BE', false, 'the national day of Belgium'],
  ['2026-07-14', 'Belgique', true, 'Bastille Day in Belgium'],
  ['2026-07-21', 'FR, BE', false, 'two countries'],
  ['2026-04-03', 'Deutschland', false, 'Good Friday in Germany'],
  ['2025-10-03', 'DE', false, 'Unity'],
  ['2026-05-08', 'DE', true, '8 May in Germany'],
  ['2026-01-06', 'ES', false, 'Epiphany in Spain'],
  ['2026-10-12', 'Espagne', false, 'the national day of Spain'],
  ['2026-04-06', 'ES', true, 'Easter Monday in Spain as a whole'],
  ['2026-06-02', 'IT', false, 'the Republic'],
  ['2024-10-04', 'IT', true, 'Saint Francis before the law'],
  ['2027-10-04', 'IT', false, 'Saint Francis since'],
  ['2026-04-27', 'NL', false, 'King’s Day'],
  ['2026-06-23', 'LU', false, 'the national day of Luxembourg'],
  ['2029-05-09', 'LU', false, 'Europe Day'],
  ['2029-05-09', 'FR', true, 'Europe Day in France'],
  ['2026-02-02', 'IE', false, 'Saint Brigid, a first Monday'],
  ['2030-02-01', 'IE', false, 'Saint Brigid, a Friday'],
  ['2030-02-04', 'IE', true, 'then the Monday is none'],
  ['2026-10-26', 'Ireland', false, 'the last Monday of October'],
  ['2026-10-19', 'Ireland', true, 'the Monday before'],
  ['2024-03-18', 'IE', false, 'Saint Patrick’s Sunday is kept on Monday'],
  ['2026-05-04', 'GB', false, 'early May'],
  ['2026-05-25', 'UK', false, 'the last Monday of May'],
  ['2026-08-31', 'GB', false, 'the last Monday of August'],
  ['2026-12-28', 'GB', false, 'Boxing Day on a Saturday is kept on Monday'],
  ['2026-12-29', 'GB', true, 'and no longer'],
  ['2021-12-28', 'GB', false, 'Christmas on a Saturday: two days are kept'],
  ['2022-12-27', 'GB', false, 'Christmas on a Sunday: the Tuesday after Boxing Day'],
  ['2022-12-28', 'GB', true, 'and no longer'],
  ['2022-01-03', 'GB', false, 'New Year on a Saturday'],
  ['2026-05-22', 'FR, Martinique', false, 'several names'],
];

describe('a working day', () => {
  for (const [day, setting, works, what] of DAYS) {
    test(`${day} ${setting}: ${what}`, () =>
      expect(isWorkingDay(dayNumber(day), holidaysNamed(setting))).toBe(works));
  }
  test('nothing written means France', () => expect(holidaysNamed(' ')).toEqual(FRANCE));
  test('every region adds to the national holidays', () => {
    for (const region of HOLIDAY_REGIONS) {
      const holiday = dayNumber('2026-11-11');
      expect(isWorkingDay(holiday, { countries: ['FR'], regions: [region] })).toBe(false);
    }
  });
});

describe('the next working day', () => {
  for (const [from, next] of [
    ['2026-11-20', '2026-11-20'], // itself
    ['2026-11-21', '2026-11-23'], // over a weekend
    ['2026-05-14', '2026-05-15'], // over a holiday
    ['2026-04-04', '2026-04-07'], // over a weekend and Easter Monday
    ['2027-12-31', '2027-12-31'],
    ['2028-01-01', '2028-01-03'],
  ] as const) {
    test(`${from} gives ${next}`, () =>
      expect(civilDate(nextWorkingDay(dayNumber(from), FRANCE))).toBe(next));
  }
});

describe('the holidays of an address', () => {
  for (const [country, postalCode, countries, regions] of [
    ['', '69001', ['FR'], []],
    ['France', '67000', ['FR'], ['alsaceMoselle']],
    ['FR', '57 100', ['FR'], ['alsaceMoselle']],
    ['FR', '68100', ['FR'], ['alsaceMoselle']],
    ['FR', '66000', ['FR'], []],
    ['FR', '97400', ['FR'], ['reunion']],
    ['FR', '97600', ['FR'], ['mayotte']],
    ['FR', '97133', ['FR'], ['saintBarthelemy']],
    ['FR', '97150', ['FR'], ['saintMartin']],
    ['FR', '97110', ['FR'], ['guadeloupe']],
    ['Martinique', '', ['FR'], ['martinique']],
    ['FR', '67', ['FR'], []], // no postal code
    ['Allemagne', '67000', ['DE'], []], // Ludwigshafen is not in Alsace
    ['Belgique', '1000', ['BE'], []],
    ['Chili', '', [], []],
  ] as const) {
    test(`${country} ${postalCode}`, () =>
      expect(holidaysAt(country, postalCode)).toEqual({ countries, regions }));
  }
});
