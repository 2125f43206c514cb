import { expect, test } from 'vitest';
import { concentrationOf } from '../../shared/insight/concentration.ts';
import type { ClientBalance, OpenItem } from '../../shared/receivables/ledger.ts';

const AS_OF = 20_000;

function owes(client: number, open: number, unapplied = 0): ClientBalance {
  return { client, open, notDue: open, overdue: 0, unapplied, balance: open - unapplied, disputed: 0 };
}

function item(daysOverdue: number, open: number): OpenItem {
  return { invoice: 0, instalment: null, dueDay: AS_OF - daysOverdue, total: open, open, disputed: false };
}

test('nothing owed: no shares', () => {
  expect(concentrationOf([], [], AS_OF)).toEqual({
    clients: 0,
    largest: null,
    topTenShare: null,
    herfindahl: null,
    overdueShare: null,
    over90Share: null,
  });
});

test('one client is everything', () => {
  expect(concentrationOf([owes(3, 500)], [item(-1, 500)], AS_OF)).toMatchObject({
    clients: 1,
    largest: { client: 3, exposure: 500, share: 1 },
    topTenShare: 1,
    herfindahl: 1,
    overdueShare: 0,
  });
});

test('what one client has paid in advance covers no other’s debt', () => {
  const found = concentrationOf([owes(0, 300), owes(1, 100, 250), owes(2, 0, 50), owes(4, 100)], [], AS_OF);
  expect(found).toMatchObject({
    clients: 2,
    largest: { client: 0, share: 0.75 },
    herfindahl: 0.75 ** 2 + 0.25 ** 2,
  });
});

for (const [clients, share] of [
  [10, 1],
  [11, 10 / 11],
  [20, 0.5],
] as const) {
  test(`the ten largest of ${clients} equal clients owe ${share}`, () => {
    const balances = Array.from({ length: clients }, (_, client) => owes(client, 100));
    expect(concentrationOf(balances, [], AS_OF).topTenShare).toBeCloseTo(share, 12);
  });
}

for (const [days, overdue, over90] of [
  [-1, 0, 0],
  [0, 0, 0],
  [1, 0.25, 0],
  [90, 0.25, 0],
  [91, 0.25, 0.25],
] as const) {
  test(`a quarter ${days} days overdue`, () => {
    const found = concentrationOf([owes(0, 400)], [item(days, 100), item(-10, 300)], AS_OF);
    expect([found.overdueShare, found.over90Share]).toEqual([overdue, over90]);
  });
}
