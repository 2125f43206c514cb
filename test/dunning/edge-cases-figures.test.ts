/** The cases that hurt in figures, numbers and files rather than in messages, each by its number. */
import { expect, test } from 'vitest';
import { todayIn } from '../../batch/commands/ground/today.ts';
import {
  type CivilDate,
  civilDate,
  dayNumber,
  dayOfSerial,
  serialOfDay,
} from '../../shared/base/civil-date.ts';
import { moneyText } from '../../shared/base/numbers-text.ts';
import { creditCheck } from '../../shared/insight/credit/credit.ts';
import { rateClients } from '../../shared/insight/risk/risk.ts';
import { nextNumber, parseNumberFormat } from '../../shared/invoicing/numbering.ts';
import { ageItems, bucketOf } from '../../shared/receivables/ageing.ts';
import { buildLedger, clientBalancesOn, openItemsOn, sumBalances } from '../../shared/receivables/ledger.ts';
import { type RegisterRecords, registerOf } from '../receivables/register-of.ts';
import { bookOf, sheetNamed } from '../workbook/read-xlsx.ts';
import { reportOf } from '../workbook/report-of.ts';
import { decisions } from './decided.ts';

const F1 = { number: 'F1', issued: '2026-01-10', due: '2026-02-10', total: 100_000 } as const;
const F2 = { number: 'F2', issued: '2026-02-10', due: '2026-03-10', total: 50_000 } as const;
const ledgerOf = (records: RegisterRecords) => buildLedger(registerOf(records));

function openOn(records: RegisterRecords, day: CivilDate): readonly number[] {
  return openItemsOn(ledgerOf(records), 0, dayNumber(day)).map(({ open }) => open);
}

test('16 seen from a past day, later payments have not come yet', () => {
  const payments = [{ day: '2026-03-01', invoice: 'F1', amount: 100_000 }] as const;
  expect(openOn({ invoices: [F1, F2], payments }, '2026-02-28')).toEqual([100_000, 50_000]);
  expect(openOn({ invoices: [F1, F2], payments }, '2026-03-01')).toEqual([50_000]);
});

test('17 the day itself counts, and a payment dated after it hides nothing', () => {
  const payments = [{ day: '2026-02-20', invoice: 'F1', amount: 30_000 }] as const;
  expect(openOn({ invoices: [F1], payments }, '2026-02-19')).toEqual([100_000]);
  expect(openOn({ invoices: [F1], payments }, '2026-02-20')).toEqual([70_000]);
  expect(openOn({ invoices: [F2] }, '2026-02-10')).toEqual([50_000]); // issued that day
});

test('18 part payments leave the rest in the bucket of its due date', () => {
  const payments = [{ day: '2026-03-20', invoice: 'F1', amount: 99_000 }] as const;
  const ledger = ledgerOf({ invoices: [F1], payments });
  const day = dayNumber('2026-03-25'); // 43 days late
  const [item] = openItemsOn(ledger, 0, day);
  expect([item.open, bucketOf(ledger.register, item, day, 'dueDate')]).toEqual([1_000, 'd31to60']);
});

test('19 the buckets, what is not due among them, sum to what is open; less the unapplied it is the balance', () => {
  const note = { number: 'A1', type: 'creditNote', issued: '2026-03-01', total: 7_000 } as const;
  const payments = [{ day: '2026-03-02', client: 'C1', amount: 3_000 }] as const;
  const late = { number: 'F3', issued: '2026-03-01', due: '2026-05-01', total: 20_000 } as const;
  const ledger = ledgerOf({ clients: ['C1'], invoices: [F1, F2, late, note], payments });
  const day = dayNumber('2026-03-25');
  const ageing = ageItems(ledger.register, openItemsOn(ledger, 0, day), day, 'dueDate');
  const sum = sumBalances(clientBalancesOn(ledger, 0, day));
  expect(ageing).toEqual({ notDue: 20_000, d1to30: 50_000, d31to60: 100_000, d61to90: 0, d90plus: 0 });
  expect([sum.open, sum.unapplied, sum.balance]).toEqual([170_000, 10_000, 160_000]);
});

test('20 instalments age each from their own due date', () => {
  const plans = [
    {
      invoice: 'F1',
      agreedOn: '2026-01-10',
      instalments: [
        ['2026-01-20', 40_000],
        ['2026-03-20', 60_000],
      ],
    } as const,
  ];
  const ledger = ledgerOf({ invoices: [F1], plans });
  const day = dayNumber('2026-03-25');
  const ageing = ageItems(ledger.register, openItemsOn(ledger, 0, day), day, 'dueDate');
  expect(ageing).toEqual({ notDue: 0, d1to30: 60_000, d31to60: 0, d61to90: 40_000, d90plus: 0 });
});

test('21 each currency with its own sign, its own sum and its own message', () => {
  const dollars = {
    number: 'D1',
    issued: '2026-01-10',
    due: '2026-02-10',
    total: 90_000,
    currency: 'USD',
  } as const;
  const records = { invoices: [F1, dollars], currencies: ['EUR', 'USD'] };
  expect(decisions(records, '2026-03-25').map(({ currency, total }) => [currency, total])).toEqual([
    [0, 100_000],
    [1, 90_000],
  ]);
  expect([moneyText(90_000, 'USD', 'fr'), moneyText(90_000, 'EUR', 'fr')]).toEqual([
    '900,00\u202f$US',
    '900,00\u202f€',
  ]);
});

test('22 the document asked about is counted once beside what is owed and what waits', () => {
  const ledger = ledgerOf({ invoices: [F1], clients: [{ code: 'C1', creditLimit: 180_000 }] });
  const ask = (amount: number) =>
    creditCheck(ledger, dayNumber('2026-02-01'), { client: 0, amount, currency: 'EUR', waiting: 30_000 });
  expect(ask(50_000)).toMatchObject({ exposure: 100_000, after: 180_000, decision: 'grant' });
  expect(ask(50_001)).toMatchObject({ after: 180_001, decision: 'ask' });
});

test('23 every client over its limit is found, not only the first ones', () => {
  const codes = Array.from({ length: 12 }, (_, k) => `C${k}`);
  const register = {
    clients: codes.map((code) => ({ code, creditLimit: 10_000 })),
    invoices: codes.map((client, k) => ({ ...F1, number: `F${k}`, client, total: 10_000 + k })),
  };
  const day = dayNumber('2026-03-25');
  const over = rateClients(ledgerOf(register), 0, day).filter(
    ({ availableCredit }) => (availableCredit ?? 0) < 0,
  );
  expect(over).toHaveLength(11); // the first is at its limit to the cent
});

test('28 the day is the one of the register’s zone, and a day of a sheet is exact', () => {
  expect(todayIn('Europe/Paris', new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
  expect(todayIn('Europe/Paris', new Date('2026-12-31T22:30:00Z'))).toBe('2026-12-31');
  for (const day of ['2026-03-29', '2026-10-25', '2028-02-29'] as const) {
    expect(civilDate(dayOfSerial(serialOfDay(dayNumber(day))))).toBe(day); // on which clocks change too
    expect(civilDate(dayOfSerial(serialOfDay(dayNumber(day)) + 0.9999))).toBe(day);
  }
});

test('32 numbers follow each other without a gap; what is only drafted has none', () => {
  const format = parseNumberFormat('F{YYYY}-{00000}');
  if (!format.ok) throw new Error('no format');
  const day = dayNumber('2026-05-04');
  const taken = (number: string, issued: CivilDate) => ({ number, issueDay: dayNumber(issued) });
  const known = [taken('F2026-00001', '2026-05-01'), taken('F2026-00002', '2026-05-04')];
  expect(nextNumber(format.value, day, known)).toEqual({ ok: true, number: 'F2026-00003' });
  expect(nextNumber(format.value, day, known)).toEqual({ ok: true, number: 'F2026-00003' }); // asking takes none
  expect(nextNumber(format.value, dayNumber('2026-05-03'), known)).toMatchObject({ ok: false });
});

test('34 a client’s text is never a formula, a negative number stays a number', async () => {
  const book = await bookOf(reportOf({ clients: 1, items: 1, clientName: () => '=HYPERLINK("http://x")' }));
  const cells = [...sheetNamed(book, 'Postes ouverts').cells.values()];
  const found = cells.filter(({ value }) => value === '=HYPERLINK("http://x")');
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ formula }) => formula === null)).toBe(true);
  expect(cells.some(({ value }) => typeof value === 'number')).toBe(true);
});
