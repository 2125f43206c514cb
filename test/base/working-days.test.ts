import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import {
  easterSunday,
  FRANCE,
  HOLIDAY_REGIONS,
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
  ['2026-12-25', 'BE', true, 'a country not known: weekends only'],
  ['2026-12-26', 'BE', false, 'its Saturday'],
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
      expect(isWorkingDay(dayNumber('2026-11-11'), { france: true, regions: [region] })).toBe(false);
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
