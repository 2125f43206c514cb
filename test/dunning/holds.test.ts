import { describe, expect, test } from 'vitest';
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import {
  askedNumbers,
  type DunningRecords,
  decision,
  decisions,
  type JournalRecord,
  verdict,
} from './decided.ts';

/** One invoice, due on Friday 2026-05-01 (level 1 from the 2nd, level 2 from the 16th). */
const LATE: DunningRecords = {
  invoices: [{ number: 'F1', issued: '2026-04-01', due: '2026-05-01', total: 120_000 }],
};
const WEDNESDAY: CivilDate = '2026-05-06';

function late(more: Partial<DunningRecords>): DunningRecords {
  return { ...LATE, ...more };
}

function withJournal(...journal: readonly JournalRecord[]): DunningRecords {
  return late({ journal });
}

test('nothing in the way: the level is sent', () =>
  expect(verdict(LATE, WEDNESDAY)).toBe('send 1 level-due'));

describe('a client on hold, up to its last day (edge case 9)', () => {
  const held = late({ clients: [{ code: 'C1', holdUntil: dayNumber('2026-05-06') }] });
  for (const [day, expected] of [
    ['2026-05-05', 'hold 1 client-hold'],
    ['2026-05-06', 'hold 1 client-hold'],
    ['2026-05-07', 'send 1 level-due'],
  ] as const) {
    test(day, () => expect(verdict(held, day)).toBe(expected));
  }
});

describe('the bank is older than the days it may be (edge case 4)', () => {
  for (const [bankOn, days, expected] of [
    ['2026-05-06', '7', 'send 1 level-due'],
    ['2026-04-29', '7', 'send 1 level-due'],
    ['2026-04-28', '7', 'hold 1 bank-stale'],
    ['2026-04-29', '', 'send 1 level-due'], // 7 where nothing is written
    ['2026-04-28', '', 'hold 1 bank-stale'],
    ['2026-05-05', '0', 'hold 1 bank-stale'],
    ['2026-05-06', '0', 'send 1 level-due'],
    ['2026-05-07', '7', 'hold 1 bank-stale'], // tomorrow's money is not known today
    [null, '7', 'hold 1 bank-stale'],
  ] as const) {
    test(`bank on ${bankOn}, ${days || 'unsaid'} days`, () =>
      expect(verdict(late({ bankOn, settings: { bankFreshnessDays: days } }), WEDNESDAY)).toBe(expected));
  }
  test('a write-off is no bank entry', () => {
    const writeOff = { day: WEDNESDAY, invoice: 'F1', amount: 100, method: 'writeOff' as const };
    expect(verdict(late({ bankOn: null, payments: [writeOff] }), WEDNESDAY)).toBe('hold 1 bank-stale');
  });
});

describe('cool-down after any contact', () => {
  for (const [at, settings, expected] of [
    ['2026-05-01', { minimumContactGapDays: '5' }, 'send 1 level-due'],
    ['2026-05-02', { minimumContactGapDays: '5' }, 'hold 1 cool-down'],
    ['2026-05-06', { minimumContactGapDays: '5' }, 'hold 1 cool-down'],
    ['2026-05-07', { minimumContactGapDays: '5' }, 'send 1 level-due'], // tomorrow is not known
    ['2026-05-01', {}, 'send 1 level-due'], // 5 where nothing is written
    ['2026-05-02', {}, 'hold 1 cool-down'],
    ['2026-05-06', { minimumContactGapDays: '0' }, 'send 1 level-due'],
  ] as const) {
    test(`a statement on ${at}, ${settings.minimumContactGapDays ?? 'unsaid'} days`, () => {
      const records = late({ settings, journal: [{ at, event: 'statement', status: 'sent' }] });
      expect(verdict(records, WEDNESDAY)).toBe(expected);
    });
  }
  for (const [event, expected] of [
    ['call', 'hold 1 cool-down'],
    ['letter', 'hold 1 cool-down'],
    ['plan', 'hold 1 plan-unwritten'],
    ['invoiceSent', 'send 1 level-due'],
    ['thankYou', 'send 1 level-due'],
    ['note', 'send 1 level-due'],
  ] as const) {
    test(`${event} the day before`, () =>
      expect(verdict(withJournal({ at: '2026-05-05', event }), WEDNESDAY)).toBe(expected));
  }
  test('what failed is no contact', () =>
    expect(verdict(withJournal({ at: '2026-05-05', event: 'statement', status: 'failed' }), WEDNESDAY)).toBe(
      'send 1 level-due',
    ));
  test("another client's contact says nothing", () => {
    const records = {
      ...LATE,
      clients: ['C1', 'C2'],
      journal: [{ at: '2026-05-05', client: 'C2' } as const],
    };
    expect(verdict(records, WEDNESDAY)).toBe('send 1 level-due');
  });
});

describe('weekends and holidays (edge case 27)', () => {
  for (const [day, settings, expected] of [
    ['2026-05-02', {}, 'hold 1 not-a-working-day'], // Saturday
    ['2026-05-03', {}, 'hold 1 not-a-working-day'],
    ['2026-05-04', {}, 'send 1 level-due'],
    ['2026-05-08', {}, 'hold 1 not-a-working-day'], // a holiday
    ['2026-05-08', { holidays: 'GB' }, 'send 1 level-due'],
    ['2026-05-22', { holidays: 'FR' }, 'send 1 level-due'],
    ['2026-05-22', { holidays: 'Martinique' }, 'hold 1 not-a-working-day'],
  ] as const) {
    test(`${day} ${JSON.stringify(settings)}`, () => expect(verdict(late({ settings }), day)).toBe(expected));
  }
});

describe('disputes stay outside (edge case 8)', () => {
  const due = { issued: '2026-04-01', due: '2026-05-01' } as const;
  const second = { number: 'F2', issued: '2026-04-01', due: '2026-05-02', total: 50_000 } as const;
  const contested = { number: 'F1', ...due, total: 120_000, dispute: { from: '2026-05-05' } } as const;
  test('all of it', () => expect(verdict({ invoices: [contested] }, WEDNESDAY)).toBe('hold 1 disputed'));
  test('nothing of it is asked for', () => {
    const { asked, total } = decision({ invoices: [contested] }, WEDNESDAY);
    expect([asked, total]).toEqual([[], 0]);
  });
  test('before it is opened', () =>
    expect(verdict({ invoices: [contested] }, '2026-05-04')).toBe('send 1 level-due'));
  test('a part: the rest is asked for', () => {
    const records = {
      invoices: [{ ...contested, dispute: { from: '2026-05-05', amount: 20_000 } as const }],
    };
    expect(decision(records, WEDNESDAY)).toMatchObject({ action: 'send', total: 100_000 });
  });
  test('one of two: the other goes on', () => {
    const records = { invoices: [contested, second] };
    expect(verdict(records, WEDNESDAY)).toBe('send 1 level-due');
    expect(askedNumbers(records, WEDNESDAY)).toEqual(['F2']);
  });
  for (const [day, expected] of [
    ['2026-05-10', 'hold 1 disputed'],
    ['2026-05-11', 'send 1 level-due'],
  ] as const) {
    test(`closed on 2026-05-11, seen on ${day}`, () => {
      const dispute = { from: '2026-05-05', closedOn: '2026-05-11' } as const;
      expect(verdict({ invoices: [{ ...contested, dispute }] }, day)).toBe(expected);
    });
  }
});

describe('a payment of the client that cannot be read: what it paid is not known', () => {
  const unread = (client: string, day?: CivilDate) =>
    late({ clients: ['C1', 'C2'], unread: [{ row: 7, client, ...(day ? { day } : {}) }] });
  for (const [what, records, expected] of [
    ['of a day that cannot be read', unread('C1'), 'hold 1 payment-unread'],
    ['of that day', unread('C1', WEDNESDAY), 'hold 1 payment-unread'],
    ['of the day after', unread('C1', '2026-05-07'), 'send 1 level-due'],
    ['of another client', unread('C2'), 'send 1 level-due'],
  ] as const) {
    test(what, () => expect(verdict(records, WEDNESDAY)).toBe(expected));
  }
});

describe('what is received covers what is asked (edge cases 4 and 6)', () => {
  const credit = (amount: number) => ({ payments: [{ day: '2026-05-05', client: 'C1', amount } as const] });
  for (const [amount, expected, total] of [
    [119_900, 'send 1 level-due', 100],
    [119_901, 'hold 1 below-tolerance', 99],
    [119_999, 'hold 1 below-tolerance', 1],
    [120_000, 'hold 1 unapplied-covers', 0],
    [130_000, 'hold 1 unapplied-covers', 0],
  ] as const) {
    test(`${amount} on account`, () => {
      const records = late(credit(amount));
      expect([verdict(records, WEDNESDAY), decision(records, WEDNESDAY).total]).toEqual([expected, total]);
    });
  }
  test('an open credit note is deducted', () => {
    const note = { number: 'A1', type: 'creditNote', issued: '2026-05-02', total: 20_000 } as const;
    expect(decision({ invoices: [...LATE.invoices, note] }, WEDNESDAY).total).toBe(100_000);
  });
  test('money refunded in excess is not added', () =>
    expect(decision(late(credit(-5_000)), WEDNESDAY).total).toBe(120_000));
  test('a part paid, the rest is asked for (edge case 5)', () => {
    const payments = [{ day: '2026-05-05', invoice: 'F1', amount: 70_000 } as const];
    expect(decision(late({ payments }), WEDNESDAY)).toMatchObject({ action: 'send', total: 50_000 });
  });
  for (const method of ['transfer', 'writeOff'] as const) {
    test(`settled by ${method}: no line (edge cases 12 and 30)`, () =>
      expect(
        decisions(
          late({ payments: [{ day: '2026-05-05', invoice: 'F1', amount: 120_000, method }] }),
          WEDNESDAY,
        ),
      ).toEqual([]));
  }
});

describe('an address, or a letter, or nobody', () => {
  const reach = (email: string, addressLine1: string) =>
    late({ clients: [{ code: 'C1', email, addressLine1 }] });
  for (const [email, street, expected] of [
    ['a@exemple.fr', '1, rue Haute', ['send', 'email', 'level-due']],
    ['a@exemple.fr', '', ['send', 'email', 'level-due']],
    ['', '1, rue Haute', ['send', 'letter', 'level-due']],
    ['', '', ['hold', 'email', 'no-address']],
  ] as const) {
    test(`email « ${email} », street « ${street} »`, () => {
      const { action, channel, code } = decision(reach(email, street), WEDNESDAY);
      expect([action, channel, code]).toEqual(expected);
    });
  }
  for (const [channel, email, street, expected] of [
    ['letter', 'a@exemple.fr', '', ['send', 'email', 'level-due']],
    ['letter', '', '', ['hold', 'letter', 'no-address']],
    ['call', '', '', ['send', 'call', 'level-due']],
  ] as const) {
    test(`a step by ${channel}, email « ${email} », street « ${street} »`, () => {
      const found = decision({ ...reach(email, street), calendar: [[1, 1, channel]] }, WEDNESDAY);
      expect([found.action, found.channel, found.code]).toEqual(expected);
    });
  }
  test('a registered letter has no stand-in', () => {
    const journal = (['2026-05-04', '2026-05-18', '2026-06-01'] as const).map((at, k) => ({
      at,
      level: k + 1,
    }));
    expect(verdict({ ...reach('a@exemple.fr', ''), journal }, '2026-06-22')).toBe('hold 4 no-address');
    expect(verdict({ ...reach('', '1, rue Haute'), journal }, '2026-06-22')).toBe('send 4 level-due');
  });
});

describe('nobody knows whether it left (edge case 24)', () => {
  for (const [status, expected] of [
    ['unknown', 'hold 1 unknown-send'],
    ['sending', 'hold 1 unknown-send'],
    ['failed', 'send 1 level-due'],
    ['pending', 'send 1 level-due'],
    ['sent', 'none 2 level-done'],
  ] as const) {
    test(status, () =>
      expect(verdict(withJournal({ at: '2026-05-04', level: 1, status }), '2026-05-11')).toBe(expected),
    );
  }
  test('a row without a status was written by hand: it was sent', () =>
    expect(verdict(withJournal({ at: '2026-05-04', level: 1 }), '2026-05-11')).toBe('none 2 level-done'));
  test('settled since: the same level was sent', () => {
    const rows = [
      { at: '2026-05-04', level: 1, status: 'unknown' } as const,
      { at: '2026-05-05', level: 1, status: 'sent' } as const,
    ];
    expect(verdict(withJournal(...rows), '2026-05-11')).toBe('none 2 level-done');
  });
});

describe('one message a client and day', () => {
  const dollars = {
    number: 'F2',
    issued: '2026-04-01',
    due: '2026-04-20',
    total: 90_000,
    currency: 'USD',
  } as const;
  const both = { ...LATE, invoices: [...LATE.invoices, dollars], currencies: ['EUR', 'USD'] };
  test('the other currency waits', () =>
    expect(decisions(both, WEDNESDAY).map(({ action, code, currency }) => [currency, action, code])).toEqual([
      [0, 'send', 'level-due'],
      [1, 'hold', 'cool-down'],
    ]));
  test('unless no gap is wanted', () => {
    const settings = { minimumContactGapDays: '0' };
    expect(decisions({ ...both, settings }, WEDNESDAY).map(({ action }) => action)).toEqual(['send', 'send']);
  });
});
