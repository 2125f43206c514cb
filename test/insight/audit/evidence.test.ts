import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import { auditRecords, type Cells, DAY, foundBy, type Records, summaryBy } from './read-audit.ts';

const CLIENTS = ['C1', 'C2', 'C3', 'C4'].map((code) => ({ code, name: `Client ${code}` }));
const F = { number: 'F1', client: 'C1', issueDate: '2026-05-04', dueDate: '2026-06-03', total: '120.00' };
const daysAgo = (days: number): CivilDate => civilDate(dayNumber(DAY) - days);

describe('duplicate numbers', () => {
  const books = (...invoices: readonly Cells[]): Records => ({ clients: CLIENTS, invoices });
  test('the row left out is the finding', () => {
    expect(foundBy('duplicate-number', books(F, { ...F, total: '80.00' }))).toEqual([
      'error invoices:3:number F1 8000',
    ]);
  });
  test('a row without a readable total', () => {
    expect(foundBy('duplicate-number', books(F, { ...F, total: 'x' }))).toEqual([
      'error invoices:3:number F1',
    ]);
  });
  test('a row left out for another reason is none', () => {
    expect(foundBy('duplicate-number', books(F, { ...F, number: 'F2', client: 'C9' }))).toEqual([]);
  });
  test('two rows of which the first is left out: only one stands', () => {
    expect(foundBy('duplicate-number', books({ ...F, client: 'C9' }, F))).toEqual([]);
  });
});

describe('missing data', () => {
  const whole = {
    addressLine1: '1, rue Haute',
    city: 'Lyon',
    postalCode: '69001',
    country: 'FR',
    legalId: '732829320',
  };
  const settings = Object.entries({
    companyName: 'Atelier',
    legalForm: 'SARL',
    shareCapital: '1000',
    legalId: '732829320',
    addressLine1: '2, rue Basse',
    postalCode: '69002',
    city: 'Lyon',
    iban: 'FR7630006000011234567890189',
  }).map(([key, value]) => ({ key, value }));
  const books = (cells: Cells, own: readonly Cells[] = settings): Records => ({
    settings: own,
    clients: [
      { code: 'C1', name: 'Anne', ...whole, ...cells },
      { code: 'C2', name: 'Bo' },
    ],
    invoices: [F],
  });
  for (const [name, records, expected] of [
    ['nothing', books({}), []],
    ['a city', books({ city: null }), ['warning clients:2:city C1']],
    ['a wrong SIREN', books({ legalId: '732829321' }), ['warning clients:2:legalId C1']],
    ['no SIREN', books({ legalId: null }), ['note clients:2:legalId C1']],
    ['no email is no matter', books({ email: null }), []],
    [
      'the firm’s city',
      books(
        {},
        settings.filter(({ key }) => key !== 'city'),
      ),
      ['warning settings:1:value city'],
    ],
    [
      'the firm’s IBAN',
      books(
        {},
        settings.filter(({ key }) => key !== 'iban'),
      ),
      ['note settings:1:value iban'],
    ],
  ] as const) {
    test(name, () => expect(foundBy('missing-data', records)).toEqual(expected));
  }
  test('a client not invoiced for a year is not asked for', () => {
    expect(
      foundBy('missing-data', {
        ...books({ city: null }),
        invoices: [{ ...F, issueDate: daysAgo(366), dueDate: null }],
      }),
    ).toEqual([]);
  });
  test('does not run where neither the firm nor an address is known', () => {
    expect(summaryBy('missing-data', { clients: CLIENTS, invoices: [F] })).toMatchObject({ ran: false });
  });
  test('what more than twenty lack is one finding', () => {
    const clients = Array.from({ length: 21 }, (_, k) => ({
      code: `K${k}`,
      name: `K${k}`,
      ...whole,
      city: null,
    }));
    const invoices = clients.map(({ code }, k) => ({ ...F, number: `F${k}`, client: code }));
    expect(foundBy('missing-data', { settings, clients, invoices })).toEqual(['warning clients:2:city city']);
    const twenty = { settings, clients: clients.slice(1), invoices: invoices.slice(1) };
    expect(foundBy('missing-data', twenty)).toHaveLength(20);
  });
});

describe('services invoiced late', () => {
  for (const [service, issued, expected] of [
    ['2026-04-03', '2026-05-04', []], // 31 days
    ['2026-04-02', '2026-05-04', ['note invoices:2:serviceDate F1 12000']],
    ['2026-03-04', '2026-05-04', ['note invoices:2:serviceDate F1 12000']], // 61 days
    ['2026-03-03', '2026-05-04', ['warning invoices:2:serviceDate F1 12000']],
    ['2026-05-10', '2026-05-04', []], // in advance
    [null, '2026-05-04', null],
  ] as const) {
    test(`${service} on ${issued}`, () => {
      const records = { clients: CLIENTS, invoices: [{ ...F, serviceDate: service, issueDate: issued }] };
      if (expected === null) expect(summaryBy('late-invoicing', records)).toMatchObject({ ran: false });
      else expect(foundBy('late-invoicing', records)).toEqual(expected);
    });
  }
  test('more than twenty are a habit', () => {
    const late = (count: number): Records => ({
      clients: CLIENTS,
      invoices: Array.from({ length: count }, (_, k) => ({
        ...F,
        number: `F${k + 10}`,
        serviceDate: '2026-01-05',
      })),
    });
    expect(foundBy('late-invoicing', late(20))).toHaveLength(20);
    expect(foundBy('late-invoicing', late(21))).toEqual(['warning invoices:22:serviceDate F30 252000']);
  });
});

const G = { ...F, number: 'G1', client: 'C2' };
const H = { ...F, number: 'H1', client: 'C3' };
const pay = (cells: Cells): Cells => ({ date: '2026-05-20', amount: '120.00', ...cells });

describe('money of one client on another’s invoice', () => {
  const found = (test: string, ...payments: readonly Cells[]) =>
    foundBy(test, { clients: CLIENTS, invoices: [F, G, H], payments });
  test('a row that names both', () => {
    expect(found('payment-other-client', pay({ client: 'C2', invoice: 'F1' }))).toEqual([
      'error payments:2:client F1 12000',
    ]);
  });
  test('its own client', () =>
    expect(found('payment-other-client', pay({ client: 'C1', invoice: 'F1' }))).toEqual([]));
  test('a client nobody knows is a row to mend, and no more', () => {
    expect(found('payment-other-client', pay({ client: 'C9', invoice: 'F1' }))).toEqual([]);
  });
  test('a reference that is another client’s invoice', () => {
    expect(found('payment-other-client', pay({ invoice: 'F1', reference: 'G1' }))).toEqual([
      'warning payments:2:reference F1 12000',
    ]);
  });
  test('a reference that is its own invoice', () => {
    expect(found('payment-other-client', pay({ invoice: 'F1', reference: 'F1' }))).toEqual([]);
  });

  const first = pay({ invoice: 'F1', client: 'C2' });
  const next = (date: string, client = 'C3') => pay({ invoice: 'G1', client, date });
  for (const [name, payments, expected] of [
    ['one step alone', [first], []],
    ['the hole filled by a third', [first, next('2026-06-10')], ['error payments:3 C1 12000']],
    [
      '90 days later',
      [pay({ invoice: 'F1', client: 'C2', date: daysAgo(90) }), next(DAY)],
      ['error payments:3 C1 12000'],
    ],
    ['91 days later', [pay({ invoice: 'F1', client: 'C2', date: daysAgo(91) }), next(DAY)], []],
    ['two clients mixed up', [first, next('2026-06-10', 'C1')], []],
    ['the hole filled before', [first, next('2026-05-19')], []],
  ] as const) {
    test(`lapping: ${name}`, () => expect(found('lapping', ...payments)).toEqual(expected));
  }

  test('lapping told by amounts alone: each sum is the next client’s invoice to the cent', () => {
    const invoices = [
      { ...F, total: '431.17' },
      { ...G, total: '217.93' },
      { ...H, total: '389.51' },
    ];
    const payments = [
      pay({ invoice: 'F1', amount: '217.93', date: '2026-05-20' }),
      pay({ invoice: 'G1', amount: '389.51', date: '2026-06-02' }),
    ];
    expect(foundBy('lapping', { clients: CLIENTS, invoices, payments })).toEqual([
      'error payments:3 C1 21793',
    ]);
    const own = [pay({ invoice: 'F1', amount: '217.92', date: '2026-05-20' }), payments[1]];
    expect(foundBy('lapping', { clients: CLIENTS, invoices, payments: own })).toEqual([]);
  });
});

describe('write-offs without a reason', () => {
  const off = (cells: Cells) =>
    foundBy('write-off-without-reason', {
      clients: CLIENTS,
      invoices: [F],
      payments: [pay({ invoice: 'F1', method: 'abandon', ...cells })],
    });
  test('neither notes nor reference', () => expect(off({})).toEqual(['warning payments:2:notes F1 12000']));
  test('notes', () => expect(off({ notes: 'Liquidation' })).toEqual([]));
  test('a reference', () => expect(off({ reference: 'PV 12' })).toEqual([]));
  test('blanks are no reason', () =>
    expect(off({ notes: '  ' })).toEqual(['warning payments:2:notes F1 12000']));
  test('taken back', () => expect(off({ amount: '-5' })).toEqual([]));
});

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
