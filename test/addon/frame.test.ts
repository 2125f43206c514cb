import assert from 'node:assert/strict';
import { describe, test } from 'vitest';
import {
  answered,
  appendBelow,
  appendRows,
  findRow,
  lastRowOf,
  refused,
  type TabView,
  tableOf,
  textOf,
  underLock,
  writeCells,
} from '../../appsscript/actions/frame.ts';
import type { World } from '../../appsscript/world.ts';
import { done, type FakeState, fakeState, putRows, rowsOf, run } from './fake-world.ts';

function viewed<T>(
  state: FakeState,
  act: (world: World, view: TabView) => T,
): { value: T; calls: readonly string[] } {
  const ran = run(state, (world) => {
    const view = tableOf(world, 'payments');
    if (!view.ok) throw new Error(view.message);
    return act(world, view.value);
  });
  return { value: done(ran), calls: ran.calls };
}

function withPayments(...ids: readonly string[]): FakeState {
  const state = fakeState();
  putRows(
    state,
    'payments',
    ids.map((id) => ({ id, amount: 1 })),
  );
  return state;
}

describe('a tab as its table', () => {
  for (const [what, headers] of [
    ['its keys', (header: string) => ({ Identifiant: 'id', Montant: 'amount' })[header] ?? header],
    [
      'capitals and no accents',
      (header: string) =>
        header
          .toUpperCase()
          .normalize('NFD')
          .replace(/[\u0300-\u036f]/g, ''),
    ],
    ['spaces around', (header: string) => `  ${header} `],
  ] as const) {
    test(`is found by ${what}, in any order, among columns of one’s own`, () => {
      const state = withPayments('P-1');
      const grid = state.tabs.get('payments') ?? [];
      for (const row of grid) row.push('à moi');
      grid[0] = (grid[0] ?? []).map((header) => headers(String(header)));
      for (const row of grid) row.reverse();
      const { value } = viewed(state, (world, view) => {
        appendBelow(world, view, [{ id: 'P-2', amount: 5 }]);
        return textOf(view, 2, 'id');
      });
      assert.equal(value, 'P-1');
      assert.deepEqual(
        rowsOf(state, 'payments').map(({ id, amount }) => [id, amount]),
        [
          ['P-1', 1],
          ['P-2', 5],
        ],
      );
    });
  }

  test('without a column of its table is refused by its name, without its tab too', () => {
    const state = withPayments('P-1');
    const header = state.tabs.get('payments')?.[0] ?? [];
    header[0] = 'Autre chose';
    const lacking = done(run(state, (world) => tableOf(world, 'payments')));
    assert.ok(
      !lacking.ok && /« Règlements » la colonne « Identifiant » : rien n’a été fait/u.test(lacking.message),
    );
    state.tabs.delete('payments');
    const missing = done(run(state, (world) => tableOf(world, 'payments')));
    assert.ok(!missing.ok && /« Règlements » manque/u.test(missing.message));
  });
});

describe('a row by its key', () => {
  for (const [ids, row] of [
    [['P-1', 'P-2'], 3],
    [['P-2'], 2],
    [['P-1'], 0],
    [['P-2', 'P-2'], 0],
    [[], 0],
  ] as const) {
    test(`P-2 among ${ids.join(', ') || 'none'} stands in row ${row}`, () => {
      assert.equal(
        viewed(withPayments(...ids), (world, view) => findRow(world, view, 'id', 'P-2')).value,
        row,
      );
    });
  }

  test('a header that reads like the key is no row', () => {
    assert.equal(
      viewed(withPayments('P-1'), (world, view) => findRow(world, view, 'id', 'Identifiant')).value,
      0,
    );
  });
});

describe('appending', () => {
  test('begins below the last row that holds something, blank ones at the end or not', () => {
    const state = withPayments('P-1');
    state.tabs.get('payments')?.push([null, ''], [null]);
    assert.equal(viewed(state, (_, view) => lastRowOf(view)).value, 2);
  });

  test('begins below what was inserted since the tab was read', () => {
    const state = withPayments('P-1', 'P-2');
    viewed(state, (world, view) => {
      state.tabs.get('payments')?.splice(1, 0, []);
      appendRows(world, view, [{ id: 'P-3' }]);
    });
    assert.deepEqual(
      rowsOf(state, 'payments').map(({ id }) => id),
      ['P-1', 'P-2', 'P-3'],
    );
  });
});

test('cells side by side are written together', () => {
  const { calls } = viewed(withPayments('P-1'), (world, view) =>
    writeCells(world, view, 2, { notes: 'x', id: 'P-9', date: 46351, client: 'ACME' }),
  );
  assert.equal(calls.filter((call) => call === 'write payments').length, 2);
});

describe('the lock', () => {
  test('is given back once all is in the sheet', () => {
    const { calls } = run(withPayments(), (world) => underLock(world, () => answered(1)));
    assert.deepEqual(calls, ['lock', 'flush', 'unlock']);
  });

  test('is given back after a refusal and after a failure', () => {
    const state = withPayments();
    done(run(state, (world) => underLock(world, () => refused('non'))));
    assert.equal(state.lockedBy, 0);
    run(
      state,
      (world) =>
        underLock(world, () => {
          world.sheet.flush();
          return answered(1);
        }),
      { mishap: { step: 2, kind: 'throw', when: 'before', buffer: 'all' } },
    );
    assert.equal(state.lockedBy, 0);
  });

  test('held by another: nothing is done, and it is said', () => {
    const state = withPayments();
    state.lockedBy = 999;
    const { calls, end } = run(state, (world) =>
      underLock(world, () => {
        throw new Error('nobody may come here');
      }),
    );
    assert.deepEqual(calls, ['lock']);
    assert.ok(end.kind === 'done' && !end.value.ok && /rien n’a été fait/u.test(end.value.message));
  });
});
