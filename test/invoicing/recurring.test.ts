import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import {
  duePeriods,
  type Every,
  nextPeriod,
  type Recurring,
  readRecurring,
} from '../../shared/invoicing/recurring.ts';

const READING = { locale: 'fr_FR', dateOrder: 'dmy', isRegistered: true } as const;

for (const [day, every, dayOfMonth, next] of [
  ['2026-11-25', 'week', 25, '2026-12-02'],
  ['2026-11-25', 'month', 25, '2026-12-25'],
  ['2026-12-25', 'month', 25, '2027-01-25'],
  ['2026-11-25', 'quarter', 25, '2027-02-25'],
  ['2026-11-25', 'year', 25, '2027-11-25'],
  ['2026-01-31', 'month', 31, '2026-02-28'],
  ['2026-02-28', 'month', 31, '2026-03-31'],
  ['2026-03-31', 'month', 31, '2026-04-30'],
  ['2026-02-28', 'month', 28, '2026-03-28'],
  ['2026-01-30', 'month', 30, '2026-02-28'],
  ['2026-02-28', 'month', 30, '2026-03-30'],
  ['2028-01-31', 'month', 31, '2028-02-29'],
  ['2028-02-29', 'year', 29, '2029-02-28'],
  ['2031-02-28', 'year', 29, '2032-02-29'],
  ['2026-11-30', 'quarter', 30, '2027-02-28'],
] as const) {
  test(`every ${every} after ${day} (the ${dayOfMonth}): ${next}`, () =>
    expect(civilDate(nextPeriod(dayNumber(day), every, dayOfMonth))).toBe(next));
}

function recurring(next: CivilDate, changes: Partial<Recurring> = {}): Recurring {
  return {
    row: 2,
    id: 'ABO-1',
    client: 'C1',
    every: 'month',
    next: dayNumber(next),
    until: null,
    isActive: true,
    dayOfMonth: Number(next.slice(8)),
    reference: '',
    notes: '',
    lastDraft: '',
    ...changes,
  };
}

function due(one: Recurring, today: CivilDate): readonly (string | readonly string[])[] {
  const { periods, next } = duePeriods(one, dayNumber(today));
  return [periods.map(({ draft }) => draft), civilDate(next)];
}

test('nothing before its day, one on it', () => {
  expect(due(recurring('2026-11-25'), '2026-11-24')).toEqual([[], '2026-11-25']);
  expect(due(recurring('2026-11-25'), '2026-11-25')).toEqual([['ABO-1_20261125'], '2026-12-25']);
});

test('periods that nobody was there for are made, each once', () => {
  expect(due(recurring('2026-08-31'), '2026-11-30')).toEqual([
    ['ABO-1_20260831', 'ABO-1_20260930', 'ABO-1_20261031', 'ABO-1_20261130'],
    '2026-12-31',
  ]);
});

test('not after its last day, and not while it is off', () => {
  const until = dayNumber('2026-10-31');
  expect(due(recurring('2026-09-30', { until }), '2026-11-30')).toEqual([
    ['ABO-1_20260930', 'ABO-1_20261030'],
    '2026-11-30',
  ]);
  expect(due(recurring('2026-09-30', { isActive: false }), '2026-11-30')).toEqual([[], '2026-09-30']);
});

test('a date mistyped by a century makes two dozen, and goes on from there', () => {
  const { periods, next } = duePeriods(recurring('1926-01-01'), dayNumber('2026-11-25'));
  expect(periods).toHaveLength(24);
  expect(civilDate(next)).toBe('1928-01-01');
});

test('however often and when it is asked, each period is made once and none is left out', () => {
  const every = fc.constantFrom<Every>('week', 'month', 'quarter', 'year');
  const start = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2026-12-31') });
  fc.assert(
    fc.property(every, start, fc.array(fc.nat(200), { maxLength: 12 }), (how, first, waits) => {
      let one = recurring(civilDate(first), { every: how });
      const made: string[] = [];
      let today = first;
      for (const wait of waits) {
        today += wait;
        const { periods, next } = duePeriods(one, today);
        made.push(...periods.map(({ draft }) => draft));
        one = { ...one, next };
      }
      const atOnce: string[] = [];
      let all = recurring(civilDate(first), { every: how });
      for (let more = waits.length > 0; more; ) {
        const { periods, next } = duePeriods(all, Math.min(today, one.next - 1));
        atOnce.push(...periods.map(({ draft }) => draft));
        all = { ...all, next };
        more = periods.length > 0;
      }
      expect(made).toEqual(atOnce);
      expect(new Set(made).size).toBe(made.length);
    }),
  );
});

const HEAD = ['Abonnement', 'Client', 'Tous les', 'Prochaine émission', 'Jusqu’au', 'Actif', 'Jour du mois'];

test('rows of the tab; what cannot be read is left out and noticed', () => {
  const grid = [
    HEAD,
    ['ABO-1', 'C1', 'mois', '2026-11-30', '', '', 31],
    ['ABO-2', 'C2', 'year', 46351, '2027-12-31', 'non', ''],
    ['ABO-3', 'C1', 'month', '2026-11-25', '', 'oui', 31], // the 25th is written, so the 25th is meant
    ['ABO 4', 'C1', 'mois', '2026-11-30'],
    ['ABO-5', '', 'mois', '2026-11-30'],
    ['ABO-6', 'C1', 'jour', '2026-11-30'],
    ['ABO-7', 'C1', 'mois', '30/02/2026'],
    ['ABO-8', 'C1', 'mois', '2026-11-30', 'bientôt'],
    ['ABO-9', 'C1', 'mois', '2026-11-30', '', 'peut-être'],
    ['ABO-10', 'C1', 'mois', '2026-11-30'],
    ['ABO-10', 'C1', 'mois', '2026-11-30'],
  ];
  const read = readRecurring(grid, READING);
  expect(
    read.recurring.map(({ id, every, dayOfMonth, isActive }) => [id, every, dayOfMonth, isActive]),
  ).toEqual([
    ['ABO-1', 'month', 31, true],
    ['ABO-2', 'year', 25, false],
    ['ABO-3', 'month', 25, true],
  ]);
  expect(read.notices.map(({ row, notice }) => [row, notice.field])).toEqual([
    [5, 'id'],
    [6, 'client'],
    [7, 'every'],
    [8, 'next'],
    [9, 'until'],
    [10, 'active'],
    [11, 'id'],
    [12, 'id'],
  ]);
});
