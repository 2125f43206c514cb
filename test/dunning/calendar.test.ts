import { describe, expect, test } from 'vitest';
import { isFormalNotice, isNotice, ladderFinder, ladderOf } from '../../shared/dunning/calendar.ts';
import { SHIPPED_CALENDARS } from '../../shared/dunning/shipped-calendars.ts';
import type { CalendarStep, Client } from '../../shared/register/entries.ts';
import { CLIENT_KINDS } from '../../shared/register/tables.ts';
import { registerOf } from '../receivables/register-of.ts';
import { calendarRow, type StepRecord } from './decided.ts';

function named(calendar: string, ...steps: readonly StepRecord[]): readonly CalendarStep[] {
  return steps.map((step, index) => ({ ...calendarRow(step, index), calendar }));
}

/** The offsets of the ladder a client climbs. */
function offsets(calendars: readonly CalendarStep[], client: Partial<Client>): readonly number[] {
  const register = registerOf({ invoices: [], calendars, clients: [{ code: 'C1', ...client }] });
  return ladderFinder(register)(register.clients[0]).steps.map(({ offsetDays }) => offsetDays);
}

describe('which calendar', () => {
  const calendars = [
    ...named('company', [1, 10]),
    ...named('Doux', [1, 30], [0, -2]),
    ...named('Particulier', [1, 20]),
  ];
  const shipped = (kind: Client['kind']) => SHIPPED_CALENDARS[kind].map(({ offsetDays }) => offsetDays);
  for (const [client, expected, what] of [
    [{}, [10], 'its kind’s'],
    [{ calendar: 'doux' }, [-2, 30], 'its own, before its kind’s; in the order of the offsets'],
    [{ kind: 'individual' }, [20], 'its kind’s, in French'],
    [{ kind: 'association' }, shipped('association'), 'the shipped one of its kind'],
    [{ kind: 'association', calendar: 'ferme' }, shipped('association'), 'a name nobody described'],
    [{ calendar: 'administration' }, shipped('administration'), 'the shipped one of another kind'],
  ] as const) {
    test(what, () => expect(offsets(calendars, client)).toEqual(expected));
  }
});

test('the first notice sets the days before', () => {
  for (const [steps, days] of [
    [[[1, 3]], -1],
    [
      [
        [0, 0],
        [1, 3],
      ],
      0,
    ],
    [
      [
        [0, -5],
        [1, 3],
      ],
      5,
    ],
    [[], -1],
  ] as const) {
    expect(ladderOf(steps.map((step, index) => calendarRow(step, index))).noticeDays).toBe(days);
  }
});

describe('the shipped calendars', () => {
  for (const kind of CLIENT_KINDS) {
    const steps = SHIPPED_CALENDARS[kind];
    test(`${kind}: levels rise with the days, notices lie below level 1`, () => {
      expect(ladderOf(steps).steps).toEqual(steps);
      expect(steps.map(({ level }) => level)).toEqual([0, 1, 2, 3, 4]);
      expect(steps.every((step) => isNotice(step) === step.level < 1)).toBe(true);
    });
    test(`${kind}: three reminders before a formal notice, and a deadline with every level`, () => {
      const formal = steps.findIndex(isFormalNotice);
      const before = steps.slice(0, formal < 0 ? undefined : formal).filter((step) => !isNotice(step));
      expect(before.length).toBeGreaterThanOrEqual(3);
      expect(steps.every((step) => isNotice(step) || step.newDeadlineDays !== null)).toBe(true);
    });
  }
  test('private persons and associations are asked no penalties, administrations sent no formal notice', () => {
    for (const kind of ['individual', 'association'] as const) {
      expect(SHIPPED_CALENDARS[kind].some(({ penalties }) => penalties)).toBe(false);
    }
    expect(SHIPPED_CALENDARS.administration.some(isFormalNotice)).toBe(false);
  });
});
