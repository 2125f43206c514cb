import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import { auditRecords, type Cells, DAY, foundBy, type Records, summaryBy } from './read-audit.ts';

const CLIENTS = ['C1', 'C2', 'C3', 'C4'].map((code) => ({ code, name: `Client ${code}` }));
const F = { number: 'F1', client: 'C1', issueDate: '2026-05-04', dueDate: '2026-06-03', total: '120.00' };
const daysAgo = (days: number): CivilDate => civilDate(dayNumber(DAY) - days);

describe('clients with one identity', () => {
  const clients = (a: Cells, b: Cells): Records => ({
    clients: [
      { code: 'A', name: 'Anne', ...a },
      { code: 'B', name: 'Bo', ...b },
    ],
    invoices: [],
  });
  for (const [name, a, b, expected] of [
    ['one SIREN', { legalId: '732829320' }, { legalId: '732 829 320' }, ['warning clients:3:legalId B']],
    [
      'SIREN and SIRET',
      { legalId: '732829320' },
      { legalId: '73282932000074' },
      ['warning clients:3:legalId B'],
    ],
    [
      'two establishments',
      { legalId: '73282932000074' },
      { legalId: '73282932000082' },
      ['note clients:3:legalId B'],
    ],
    ['another SIREN', { legalId: '732829320' }, { legalId: '552100554' }, []],
    ['one account', { iban: 'FR76 3000 6000' }, { iban: 'fr7630006000' }, ['warning clients:3:iban B']],
    ['one address', { email: 'a@x.fr' }, { email: 'A@x.fr' }, ['note clients:3:email B']],
    ['nothing known', {}, {}, []],
  ] as const) {
    test(name, () => expect(foundBy('shared-identity', clients(a, b))).toEqual(expected));
  }
});

describe('one client owes much of everything', () => {
  const owing = (count: number, largest: number): Records => ({
    clients: Array.from({ length: count }, (_, k) => ({
      code: `K${k}`,
      name: `K${k}`,
      creditLimit: 1_000_000,
    })),
    invoices: Array.from({ length: count }, (_, k) => ({
      ...F,
      number: `F${k + 1}`,
      client: `K${k}`,
      total: k === 0 ? largest : (700 / (count - 1)).toFixed(2),
    })),
  });
  test('three tenths', () =>
    expect(foundBy('concentration', owing(11, 300))).toEqual(['note clients:2 K0 30000']));
  test('less', () => expect(foundBy('concentration', owing(11, 299.99))).toEqual([]));
  test('among nine', () => expect(summaryBy('concentration', owing(9, 500))).toMatchObject({ ran: false }));
});

describe('odd hours', () => {
  const notes = (odd: number, at: string): Records => ({
    clients: CLIENTS,
    invoices: [F],
    journal: Array.from({ length: 20 }, (_, k) => ({
      at: k < odd ? at : `2026-06-1${(k % 3) + 5} 10:30`,
      client: 'C1',
      event: 'note',
      user: 'Salomé',
    })),
  });
  for (const [name, odd, at, expected] of [
    ['at ten in the evening', 3, '2026-06-16 22:00', ['note journal:4:at Salomé']],
    ['a minute before', 3, '2026-06-16 21:59', []],
    ['before six', 3, '2026-06-16T05:59', ['note journal:4:at Salomé']],
    ['at six', 3, '2026-06-16T06:00', []],
    ['on a Saturday', 3, '2026-06-20 10:00', ['note journal:4:at Salomé']],
    ['twice is chance', 2, '2026-06-16 22:00', []],
    ['a fifth', 4, '2026-06-16 22:00', ['note journal:5:at Salomé']],
    ['more is how one works', 5, '2026-06-16 22:00', []],
    ['no time of day', 20, '2026-06-20', null],
  ] as const) {
    test(name, () => {
      if (expected === null) expect(summaryBy('odd-hours', notes(odd, at))).toMatchObject({ ran: false });
      else expect(foundBy('odd-hours', notes(odd, at))).toEqual(expected);
    });
  }
});

describe('round amounts', () => {
  const books = (round: number, of: number, step = 100): Records => ({
    clients: CLIENTS,
    invoices: Array.from({ length: 120 }, (_, k) => ({
      ...F,
      number: `F${k + 1}`,
      client: k < of ? 'C1' : 'C2',
      net: k < round ? 500 + (k % 3) * step : 501.37 + k,
      total: 1000 + k,
    })),
  });
  for (const [name, records, expected] of [
    ['six of twelve', books(6, 12), ['note invoices:7 C1 601500']],
    ['five', books(5, 10), []],
    ['six of thirteen', books(6, 13), []],
    ['one price again and again', books(6, 12, 0), []],
  ] as const) {
    test(name, () => expect(foundBy('round-amounts', records)).toEqual(expected));
  }
  test('where prices are round nothing is told', () => {
    expect(summaryBy('round-amounts', books(13, 26))).toMatchObject({ ran: false });
  });
});

describe('the daily run', () => {
  const books = (status: string, at: string): Records => ({
    clients: CLIENTS,
    invoices: [F],
    journal: [{ at, client: 'C1', event: 'reminder', status }],
  });
  for (const [status, at, expected] of [
    ['pending', daysAgo(1), []],
    ['pending', daysAgo(2), ['warning journal:2:status C1']],
    ['sent', daysAgo(9), []],
  ] as const) {
    test(`${status} since ${at}`, () =>
      expect(foundBy('stopped-daily-run', books(status, at))).toEqual(expected));
  }
});

describe('reminders held', () => {
  const books = (days: number, client: Cells): Records => ({
    settings: [{ key: 'bankFreshnessDays', value: '3000' }],
    clients: [{ code: 'C1', name: 'Anne', email: 'a@x.fr', ...client }],
    invoices: [{ ...F, issueDate: daysAgo(days + 30), dueDate: daysAgo(days) }],
    payments: [{ date: daysAgo(days + 1), client: 'C1', amount: '1.00' }],
  });
  const held = { holdUntil: '2026-12-31', holdReason: 'accord' };
  for (const [name, records, expected] of [
    ['61 days past due', books(61, held), ['warning clients:2 C1 11900']],
    ['60 days past due', books(60, held), []],
    ['nothing holds them', books(200, {}), []],
  ] as const) {
    test(name, () => expect(foundBy('reminders-held', records)).toEqual(expected));
  }
});

describe('reviews', () => {
  const books = (reviews: readonly Cells[], total = '80.00'): Records => ({
    clients: CLIENTS,
    invoices: [F, { ...F, total }],
    reviews,
  });
  const [{ facts, id }] = auditRecords(books([])).findings;
  const review = { finding: id, facts, reason: 'Duplicata pour le client', by: 'Salomé', on: '2026-06-29' };
  const only = (records: Records) =>
    auditRecords(records).findings.filter(({ test: key }) => key === 'duplicate-number')[0];

  test('a finding reviewed stays reviewed', () => {
    const { outdated, reviewed } = only(books([review]));
    expect(outdated).toBeNull();
    expect(reviewed).toMatchObject({
      reason: 'Duplicata pour le client',
      by: 'Salomé',
      on: dayNumber('2026-06-29'),
    });
    expect(summaryBy('duplicate-number', books([review]))).toMatchObject({ hits: 1, reviewed: 1 });
  });
  test('until its facts change: then it says so', () => {
    const { id: same, outdated, reviewed } = only(books([review], '81.00'));
    expect(same).toBe(id);
    expect(reviewed).toBeNull();
    expect(outdated).toMatchObject({ by: 'Salomé' });
  });
  test('rows that move change nothing', () => {
    const moved = { ...books([review]), invoices: [{ ...F, number: 'F0' }, F, { ...F, total: '80.00' }] };
    expect(only(moved).reviewed).not.toBeNull();
  });
  test('another finding is not reviewed by it', () => {
    expect(only(books([{ ...review, finding: '0' }]))).toMatchObject({ reviewed: null, outdated: null });
  });
  test('a review without a reason is a row to mend', () => {
    expect(only(books([{ ...review, reason: '' }]))).toMatchObject({ reviewed: null });
  });
});
