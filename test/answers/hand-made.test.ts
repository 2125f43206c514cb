/** The hand-made register's report, reckoned by hand from the contract, and kept whole as a golden file. */
import { expect, test } from 'vitest';
import { expectGolden } from '../golden-file.ts';
import { writeFolder } from '../sources/csv-fixture.ts';
import { AS_OF, HAND_MADE } from './hand-made.ts';
import { at, jsonOf, jsonTextOf } from './json-of.ts';

test('the whole report', async () => {
  expectGolden('answers/hand-made.json', await jsonTextOf(writeFolder(HAND_MADE), AS_OF));
});

/** Each figure, and how it comes about. Minor units never show: 10.5 dinars are written 10.500. */
const BY_HAND = {
  schema: 1,
  asOf: AS_OF,
  'register.name': 'Petit Registre',
  'register.rows.clients': 3,
  'register.rows.invoices': 5,
  'register.rows.payments': 3,
  'register.rows.instalments': 3,
  'currencies.length': 2,
  'currencies.0.currency': 'EUR',
  // F1 800 (1200 - P1) + F2 600 + F3 200 (300 - P2)
  'currencies.0.receivables.open': '1600.00',
  'currencies.0.receivables.notDue': '400.00', // the instalment of 15 December
  'currencies.0.receivables.overdue': '1200.00',
  'currencies.0.receivables.unapplied': '80.00', // AV1 and P3
  'currencies.0.receivables.balance': '1520.00',
  'currencies.0.receivables.disputed': '150.00',
  // 13 November: the instalment of the 15th was not due yet, P3 not there
  'currencies.0.before.week.notDue': '800.00',
  'currencies.0.before.week.overdue': '800.00',
  'currencies.0.before.week.unapplied': '50.00',
  // 20 October: F2 was not due, AV1, P3 and the dispute were not there
  'currencies.0.before.month.open': '1600.00',
  'currencies.0.before.month.notDue': '1400.00',
  'currencies.0.before.month.overdue': '200.00',
  'currencies.0.before.month.unapplied': '0.00',
  'currencies.0.before.month.disputed': '0.00',
  'currencies.0.ageing.total': {
    notDue: '400.00',
    d1to30: '1000.00',
    d31to60: '0.00',
    d61to90: '0.00',
    d90plus: '200.00',
  },
  'currencies.0.ageing.clients.0.client': 'A',
  'currencies.0.ageing.clients.0.balance': '1400.00',
  'currencies.0.ageing.clients.0.disputed': '150.00',
  'currencies.0.ageing.clients.1.client': 'B',
  'currencies.0.ageing.clients.1.name': 'Bêta',
  'currencies.0.ageing.clients.1.open': '200.00',
  'currencies.0.ageing.clients.1.unapplied': '80.00',
  'currencies.0.ageing.clients.1.balance': '120.00',
  'currencies.0.items.length': 4,
  'currencies.0.items.0': {
    invoice: 'F3',
    instalment: null,
    client: 'B',
    issueDate: '2026-07-01',
    dueDate: '2026-07-31',
    daysOverdue: 112, // 31 + 30 + 31 + 20
    total: '300.00',
    open: '200.00',
    bucket: 'd90plus',
    disputed: false,
  },
  'currencies.0.items.1.invoice': 'F2',
  'currencies.0.items.1.daysOverdue': 20,
  'currencies.0.items.1.disputed': true,
  'currencies.0.items.2': {
    invoice: 'F1',
    instalment: 2, // P1 filled the first
    client: 'A',
    issueDate: '2026-08-01',
    dueDate: '2026-11-15',
    daysOverdue: 5,
    total: '400.00',
    open: '400.00',
    bucket: 'd1to30',
    disputed: false,
  },
  'currencies.0.items.3.instalment': 3,
  'currencies.0.items.3.daysOverdue': -25,
  'currencies.0.items.3.bucket': 'notDue',
  // The window begins on 22 August: F2 600 - AV1 50
  'currencies.0.dso.sales': '550.00',
  'currencies.0.dso.periodDays': 91,
  'currencies.0.dso.simple': (1600 / 550) * 91,
  'currencies.0.dso.bestPossible': (400 / 550) * 91,
  'currencies.0.dso.averageDaysDelinquent': (1600 / 550) * 91 - (400 / 550) * 91,
  // open on 21 August: F1 1200 + F3 200
  'currencies.0.dso.cei': (100 * (1400 + 550 - 1600)) / (1400 + 550 - 400),
  // November -50: 20 days, 1650 left; October 600: 31 days, 1050 left; September: 30 days; August 1200 pro rata
  'currencies.0.dso.countBack': 20 + 31 + 30 + (1050 / 1200) * 31,
  // P1 70 days after F1, P2 45 days after F3
  'currencies.0.dso.weightedDaysToPay': (400 * 70 + 100 * 45) / 500,
  // P1 5 days before its instalment, P2 15 days late
  'currencies.0.dso.weightedDaysLate': (400 * -5 + 100 * 15) / 500,
  // and overdue to the day: F1 400 for 111 days, F2 600 for 50, F3 200 for 142
  'currencies.0.dso.weightedDaysToPayWithOpen': (32_500 + 400 * 111 + 600 * 50 + 200 * 142) / 1700,
  'currencies.0.dso.weightedDaysLateWithOpen': (-500 + 400 * 5 + 600 * 20 + 200 * 112) / 1700,
  'currencies.0.dso.monthly.length': 24,
  'currencies.0.dso.monthly.0.month': '2024-11',
  'currencies.0.dso.monthly.0.countBack': null,
  'currencies.0.dso.monthly.0.countBackReason': 'no-sales',
  'currencies.0.dso.monthly.23.month': '2026-10',
  'currencies.0.dso.monthly.23.sales': '600.00',
  'currencies.0.dso.monthly.23.closing': '1600.00',
  'currencies.0.dso.monthly.23.overdue': '200.00', // F2 is due that day
  'currencies.0.dso.monthly.23.simple': (1600 / 600) * 91,
  'currencies.0.dso.monthly.23.countBack': 31 + 30 + (1000 / 1200) * 31,
  'currencies.0.proof': {
    notDue: '400.00',
    overdue: '1200.00',
    unapplied: '80.00',
    balance: '1520.00',
    invoices: '2100.00',
    creditNotes: '50.00',
    payments: '530.00',
    ledger: '1520.00',
    difference: '0.00',
    holds: true,
  },
  'currencies.0.concentration': {
    clients: 2,
    largest: { client: 'A', exposure: '1400.00', share: 1400 / 1520 },
    topTenShare: 1,
    herfindahl: (1400 / 1520) ** 2 + (120 / 1520) ** 2,
    overdueShare: 1200 / 1600,
    over90Share: 200 / 1600,
  },
  'currencies.1.currency': 'KWD',
  'currencies.1.receivables.open': '10.500',
  'currencies.1.receivables.overdue': '0.000',
  'currencies.1.items.0.open': '10.500',
  'currencies.1.items.0.daysOverdue': -11,
  'currencies.1.dso.simple': 91,
  'currencies.1.dso.countBack': 20,
  'currencies.1.dso.cei': null,
  'currencies.1.dso.ceiReason': 'nothing-collectable',
  'currencies.1.dso.weightedDaysToPay': null,
  'currencies.1.dso.weightedDaysToPayReason': 'no-cash',
  'currencies.1.proof.invoices': '10.500',
  'problems.length': 0,
};

test('figures reckoned by hand', async () => {
  const json = await jsonOf(writeFolder(HAND_MADE), AS_OF);
  for (const [path, expected] of Object.entries(BY_HAND)) {
    const found = path.endsWith('.length') ? lengthAt(json, path) : at(json, path);
    if (typeof expected === 'number') expect(found, path).toBeCloseTo(expected, 9);
    else expect(found, path).toEqual(expected);
  }
});

function lengthAt(json: unknown, path: string): number {
  const list = at(json, path.slice(0, -'.length'.length));
  return Array.isArray(list) ? list.length : Number.NaN;
}

test('a currency without decimals has none', async () => {
  const invoices = 'number,client,issueDate,total,currency\nF1,A,2026-11-01,1200,JPY\n';
  const json = await jsonOf(writeFolder({ ...HAND_MADE, invoices, payments: '', instalments: '' }), AS_OF);
  expect(at(json, 'currencies.0.currency')).toBe('JPY');
  expect(at(json, 'currencies.0.receivables.open')).toBe('1200');
  expect(at(json, 'currencies.0.receivables.overdue')).toBe('0');
});

test('risk: limit, exposure and what is left of it', async () => {
  const risk = at(await jsonOf(writeFolder(HAND_MADE), AS_OF), 'currencies.0.risk');
  expect(risk).toMatchObject([
    { client: 'A', exposure: '1400.00', creditLimit: '1000.00', availableCredit: '-400.00' },
    {
      client: 'B',
      exposure: '120.00',
      creditLimit: null,
      availableCredit: null,
      availableCreditReason: 'no-limit',
    },
  ]);
});
