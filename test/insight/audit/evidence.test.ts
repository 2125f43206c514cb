import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import { type Cells, DAY, foundBy, type Records, summaryBy } from './read-audit.ts';

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
