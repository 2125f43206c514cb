import { expect, test } from 'vitest';
import { dayNumber } from '../../shared/base/civil-date.ts';
import { buildLedger, clientBalancesOn } from '../../shared/receivables/ledger.ts';
import { prove, proveOn } from '../../shared/receivables/proof.ts';
import { type RegisterRecords, registerOf } from './register-of.ts';

const RECORDS: RegisterRecords = {
  currencies: ['EUR', 'USD'],
  clients: ['C1', 'C2', 'C3', 'C4'],
  invoices: [
    { number: 'F1', client: 'C1', issued: '2026-03-01', due: '2026-03-31', total: 100 },
    { number: 'F2', client: 'C1', issued: '2026-04-02', due: '2026-05-02', total: 50 },
    { number: 'A1', client: 'C1', type: 'creditNote', issued: '2026-03-20', total: 30 },
    { number: 'F3', client: 'C2', issued: '2026-03-01', due: '2026-03-31', total: 70 },
    { number: 'F4', client: 'C4', issued: '2026-03-01', due: '2026-03-31', total: 999, currency: 'USD' },
  ],
  payments: [
    { day: '2026-03-25', invoice: 'F1', amount: 20, method: 'creditNote', note: 'A1' },
    { day: '2026-03-30', invoice: 'F3', amount: 60 },
    { day: '2026-03-31', invoice: 'F3', amount: 10, method: 'writeOff' },
    { day: '2026-04-01', client: 'C3', amount: 7 },
    { day: '2026-04-02', client: 'C3', amount: 9 },
  ],
};
const AS_OF = dayNumber('2026-04-01');

test('both sides of every client with a row stand side by side', () => {
  const proof = proveOn(buildLedger(registerOf(RECORDS)), 0, AS_OF);
  const paid = { notDue: 0, overdue: 0, unapplied: 0, balance: 0, ledger: 0, difference: 0 };
  expect(proof.clients).toEqual([
    {
      client: 0,
      notDue: 0,
      overdue: 80,
      unapplied: 10,
      balance: 70,
      invoices: 100,
      creditNotes: 30,
      payments: 0,
      ledger: 70,
      difference: 0,
    },
    { client: 1, ...paid, invoices: 70, creditNotes: 0, payments: 70 },
    { client: 2, ...paid, unapplied: 7, balance: -7, invoices: 0, creditNotes: 0, payments: 7, ledger: -7 },
  ]);
  expect(proof.total).toMatchObject({
    balance: 63,
    invoices: 170,
    creditNotes: 30,
    payments: 77,
    ledger: 63,
  });
  expect(proof.holds).toBe(true);
});

test('what is dated on the day is proved, what is dated after it is not', () => {
  const ledger = buildLedger(registerOf(RECORDS));
  expect(proveOn(ledger, 0, AS_OF - 1).total.payments).toBe(70);
  expect(proveOn(ledger, 0, AS_OF).total.payments).toBe(77);
  expect(proveOn(ledger, 0, AS_OF + 1).total).toMatchObject({ invoices: 220, payments: 86, difference: 0 });
});

test('a balance that is not its rows’ is found, even where the errors cancel out', () => {
  const register = registerOf(RECORDS);
  const balances = clientBalancesOn(buildLedger(register), 0, AS_OF);
  const wrong = balances.map((row, k) => ({ ...row, overdue: row.overdue + [5, -5][k] }));
  const proof = prove(register, wrong, 0, AS_OF);
  expect(proof.total.difference).toBe(0);
  expect(proof.clients.map(({ difference }) => difference)).toEqual([5, 0, -5]);
  expect(proof.holds).toBe(false);
});

test('a balance without a row, and rows without their balance, are found', () => {
  const register = registerOf(RECORDS);
  const [first] = clientBalancesOn(buildLedger(register), 0, AS_OF);
  const proof = prove(register, [{ ...first, client: 3 }], 0, AS_OF);
  expect(proof.clients.map(({ client, difference }) => [client, difference])).toEqual([
    [0, -70],
    [1, 0],
    [2, 7],
    [3, 70],
  ]);
  expect(proof.holds).toBe(false);
});
