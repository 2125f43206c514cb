import { expect, test } from 'vitest';
import { dayNumber } from '../../shared/base/civil-date.ts';
import { ageClients, ageItems, ageingBucket, bucketOf } from '../../shared/receivables/ageing.ts';
import { buildLedger, clientBalancesOn, openItemsOn } from '../../shared/receivables/ledger.ts';
import { type RegisterRecords, registerOf } from './register-of.ts';

for (const [days, bucket] of [
  [-400, 'notDue'],
  [-1, 'notDue'],
  [0, 'notDue'],
  [1, 'd1to30'],
  [30, 'd1to30'],
  [31, 'd31to60'],
  [60, 'd31to60'],
  [61, 'd61to90'],
  [90, 'd61to90'],
  [91, 'd90plus'],
  [4000, 'd90plus'],
] as const) {
  test(`${days} days overdue is ${bucket}`, () => expect(ageingBucket(days)).toBe(bucket));
}

const RECORDS: RegisterRecords = {
  clients: ['C1', 'C2', 'C3'],
  invoices: [
    { number: 'F1', client: 'C1', issued: '2026-03-01', due: '2026-04-30', total: 1 },
    { number: 'F2', client: 'C1', issued: '2026-03-31', due: '2026-03-31', total: 20 },
    { number: 'F3', client: 'C2', issued: '2026-01-01', due: '2026-01-31', total: 300 },
    { number: 'F4', client: 'C2', issued: '2026-04-30', due: '2026-04-29', total: 4000 },
  ],
  payments: [{ client: 'C3', day: '2026-04-01', amount: 5 }],
};
const AS_OF = dayNumber('2026-04-30');

function aged(agedBy: 'dueDate' | 'issueDate') {
  const register = registerOf(RECORDS);
  const ledger = buildLedger(register);
  const items = openItemsOn(ledger, 0, AS_OF);
  return { register, items, balances: clientBalancesOn(ledger, 0, AS_OF), agedBy };
}

test('each item stands in the bucket of its days overdue', () => {
  const { register, items } = aged('dueDate');
  const ageing = { notDue: 1, d1to30: 20 + 4000, d31to60: 0, d61to90: 300, d90plus: 0 };
  expect(ageItems(register, items, AS_OF, 'dueDate')).toEqual(ageing);
});

test('aged by issue date the bucket alone changes', () => {
  const { register, items } = aged('issueDate');
  const ageing = { notDue: 4000, d1to30: 20, d31to60: 1, d61to90: 0, d90plus: 300 };
  expect(ageItems(register, items, AS_OF, 'issueDate')).toEqual(ageing);
  expect(items.map((item) => bucketOf(register, item, AS_OF, 'issueDate'))).toEqual([
    'd90plus',
    'd1to30',
    'notDue',
    'd31to60',
  ]);
  expect(items.map(({ dueDay }) => AS_OF - dueDay)).toEqual([89, 30, 1, 0]);
});

test('each client has its own ageing, all zeros where nothing is open', () => {
  const { register, items, balances } = aged('dueDate');
  const zeros = { notDue: 0, d1to30: 0, d31to60: 0, d61to90: 0, d90plus: 0 };
  expect(ageClients(register, balances, items, AS_OF, 'dueDate')).toEqual([
    { ...balances[0], ageing: { ...zeros, notDue: 1, d1to30: 20 } },
    { ...balances[1], ageing: { ...zeros, d1to30: 4000, d61to90: 300 } },
    { ...balances[2], ageing: zeros },
  ]);
});
