/** Edits by hand count at once, within eight calls; opening a register of another day refreshes it. */
import { describe, expect, test } from 'vitest';
import { refreshEdited } from '../../appsscript/actions/refresh/edit.ts';
import { refreshOnOpen } from '../../appsscript/actions/refresh/on-open.ts';
import { refreshWhole } from '../../appsscript/actions/refresh/whole.ts';
import type { Grid, TabKey } from '../../appsscript/world.ts';
import { type CivilDate, dayNumber, serialOfDay } from '../../shared/base/civil-date.ts';
import type { Cell } from '../../shared/base/problem.ts';
import { ADDON_TABLES } from '../../shared/register/addon-tables.ts';
import { TABLES } from '../../shared/register/tables.ts';
import { computed } from './computed.ts';
import { type GridWorld, gridWorld } from './grid-world.ts';

const TODAY = '2026-11-25';

function at(tab: 'invoices' | 'payments', key: string): number {
  return TABLES[tab].columns.findIndex((column) => column.key === key);
}

/** A small register, refreshed: F1 of 120 €, F2 of 60 €, nothing paid. */
function smallWorld(): GridWorld {
  const head = (tab: 'invoices' | 'payments' | 'clients') =>
    TABLES[tab].columns.map(({ header }) => header.fr);
  const row = (tab: 'invoices' | 'payments' | 'clients', cells: Readonly<Record<string, Cell>>) =>
    TABLES[tab].columns.map(({ key }) => cells[key] ?? null);
  const day = (text: CivilDate) => serialOfDay(dayNumber(text));
  const issued = { client: 'C1', issueDate: day('2026-09-01'), dueDate: day('2026-10-01') };
  const grids = new Map<TabKey, Grid>([
    ['clients', [head('clients'), row('clients', { code: 'C1', name: 'Anne', email: 'a@exemple.fr' })]],
    [
      'invoices',
      [
        head('invoices'),
        row('invoices', { number: 'F1', ...issued, total: 120 }),
        row('invoices', { number: 'F2', ...issued, total: 60 }),
        row('invoices', { number: 'F3', ...issued, total: 30 }),
      ],
    ],
    ['payments', [head('payments')]],
    ['drafts', [ADDON_TABLES.drafts.columns.map(({ header }) => header.fr)]],
    ['lines', [TABLES.lines.columns.map(({ header }) => header.fr)]],
    ['dashboard', []],
  ]);
  const world = gridWorld(grids, { today: TODAY });
  refreshWhole(world);
  world.calls.length = 0;
  return world;
}

function pay(world: GridWorld, invoice: string, amount: number): void {
  const rows = world.tabs.get('payments') ?? [];
  const cells: Readonly<Record<string, Cell>> = {
    date: serialOfDay(dayNumber('2026-11-20')),
    invoice,
    amount,
  };
  rows.push(TABLES.payments.columns.map(({ key }) => cells[key] ?? null));
}

describe('a single edit', () => {
  test('of a payment: its invoice is paid at once, in at most eight calls', () => {
    const world = smallWorld();
    pay(world, 'F2', 60);
    refreshEdited(world, { tab: 'payments', firstRow: 2, lastRow: 2 });
    expect(world.calls.length).toBeLessThanOrEqual(8);
    expect(world.calls[world.calls.length - 1]).toBe('write invoices 3 20 1×5');
    expect(computed(world).get('F2')).toEqual([60, 0, null, null, 'Soldée']);
    expect(computed(world).get('F1')?.slice(0, 3)).toEqual([0, 120, 55]);
  });

  test('of a payment that names another invoice now: both are put right in one write', () => {
    const world = smallWorld();
    pay(world, 'F1', 60);
    refreshEdited(world, { tab: 'payments', firstRow: 2, lastRow: 2 });
    const step = computed(world).get('F2')?.[4];
    const payments = world.tabs.get('payments') ?? [];
    payments[1][at('payments', 'invoice')] = 'F3';
    payments[1][at('payments', 'amount')] = 30;
    world.calls.length = 0;
    refreshEdited(world, { tab: 'payments', firstRow: 2, lastRow: 2 });
    expect(world.calls.filter((call) => call.startsWith('write'))).toEqual(['write invoices 2 20 3×5']);
    expect(computed(world).get('F1')?.slice(0, 2)).toEqual([0, 120]);
    expect(computed(world).get('F3')).toEqual([30, 0, null, null, 'Soldée']);
    expect(computed(world).get('F2')?.[4]).toBe(step);
  });

  test('that changes nothing writes nothing', () => {
    const world = smallWorld();
    refreshEdited(world, { tab: 'payments', firstRow: 5, lastRow: 5 });
    refreshEdited(world, { tab: 'templates', firstRow: 2, lastRow: 2 });
    expect(world.calls.filter((call) => call.startsWith('write'))).toEqual([]);
  });

  test('of a payment that cannot be read: it settles nothing, and that is told', () => {
    const world = smallWorld();
    pay(world, 'F2', 60);
    const payments = world.tabs.get('payments') ?? [];
    payments[1][at('payments', 'amount')] = 'soixante';
    const told = refreshEdited(world, { tab: 'payments', firstRow: 2, lastRow: 2 });
    expect(told).toBe(
      'Règlements ligne 2, Montant\u202f: «\u202fsoixante\u202f» n’est pas un montant\u202f; écrivez un nombre tel que 1234.50, avec un signe moins devant s’il est négatif.',
    );
    expect(world.calls.length).toBeLessThan(8); // telling it is a call, too
    expect(world.calls.filter((call) => call.startsWith('write'))).toEqual([]);
    expect(refreshEdited(world, { tab: 'payments', firstRow: 3, lastRow: 3 })).toBeNull();
    payments[1][at('payments', 'amount')] = 60;
    expect(refreshEdited(world, { tab: 'payments', firstRow: 2, lastRow: 2 })).toBeNull();
  });

  test('of a payment that is being written cell by cell: what it lacks is not told', () => {
    const world = smallWorld();
    pay(world, 'F2', 60);
    const [, row] = world.tabs.get('payments') ?? [];
    for (const key of ['amount', 'date', 'invoice']) {
      row[at('payments', key)] = null;
      expect(refreshEdited(world, { tab: 'payments', firstRow: 2, lastRow: 2 })).toBeNull();
    }
  });

  test('of an invoice that cannot be read any more: it shows no sums, and says which cell, in at most eight calls', () => {
    const world = smallWorld();
    const rows = world.tabs.get('invoices') ?? [];
    rows[1][at('invoices', 'issueDate')] = 'demain';
    refreshEdited(world, { tab: 'invoices', firstRow: 2, lastRow: 2 });
    expect(world.calls.length).toBeLessThanOrEqual(8);
    expect(computed(world).get('F1')).toEqual([null, null, null, null, 'À corriger\u202f: Date de facture']);
    expect(computed(world).get('F2')?.slice(0, 3)).toEqual([0, 60, 55]);
    rows[1][at('invoices', 'issueDate')] = serialOfDay(dayNumber('2026-09-01'));
    refreshEdited(world, { tab: 'invoices', firstRow: 2, lastRow: 2 });
    expect(computed(world).get('F1')?.slice(0, 3)).toEqual([0, 120, 55]);
  });

  test('of rows that are being sorted: the number decides', () => {
    const world = smallWorld();
    pay(world, 'F2', 60);
    world.before = (call) => {
      const rows = world.tabs.get('invoices') ?? [];
      if (call.startsWith('column invoices')) rows.push(...rows.splice(1, 1));
    };
    refreshEdited(world, { tab: 'payments', firstRow: 2, lastRow: 2 });
    expect(computed(world).get('F2')?.slice(0, 2)).toEqual([60, 0]);
    expect(computed(world).get('F1')?.slice(0, 2)).toEqual([0, 120]);
    expect(computed(world).get('F3')?.slice(0, 2)).toEqual([0, 30]);
  });

  test('of a dispute: held at once, and let go at once', () => {
    const world = smallWorld();
    const rows = world.tabs.get('invoices') ?? [];
    rows[1][at('invoices', 'disputedOn')] = serialOfDay(dayNumber('2026-11-20'));
    refreshEdited(world, { tab: 'invoices', firstRow: 2, lastRow: 2 });
    expect(computed(world).get('F1')?.[4]).toBe('Retenue\u202f: litige en cours');
    rows[1][at('invoices', 'disputeClosedOn')] = serialOfDay(dayNumber('2026-11-25'));
    refreshEdited(world, { tab: 'invoices', firstRow: 2, lastRow: 2 });
    expect(computed(world).get('F1')?.[4]).toBe('Échue le 1er octobre 2026');
  });

  test('of a computed cell: what was typed over is put back', () => {
    const world = smallWorld();
    const rows = world.tabs.get('invoices') ?? [];
    rows[1][at('invoices', 'openBalance')] = 5;
    refreshEdited(world, { tab: 'invoices', firstRow: 2, lastRow: 2 });
    expect(rows[1][at('invoices', 'openBalance')]).toBe(120);
  });

  test('of a draft: its sums, and what it lacks, in at most eight calls', () => {
    const world = smallWorld();
    const cells: Readonly<Record<string, Cell>> = { id: 'B1', client: 'C9' };
    world.tabs.get('drafts')?.push(ADDON_TABLES.drafts.columns.map(({ key }) => cells[key] ?? null));
    const line: Readonly<Record<string, Cell>> = {
      invoice: 'B1',
      description: 'Conseil',
      quantity: 2,
      unitPrice: 100,
      vatRate: 20,
      vatCategory: 'S',
    };
    world.tabs.get('lines')?.push(TABLES.lines.columns.map(({ key }) => line[key] ?? null));
    refreshEdited(world, { tab: 'lines', firstRow: 2, lastRow: 2 });
    expect(world.calls.length).toBeLessThanOrEqual(8);
    const draft = world.tabs.get('drafts')?.[1] ?? [];
    const column = (key: string) => draft[ADDON_TABLES.drafts.columns.findIndex((one) => one.key === key)];
    expect([column('net'), column('vat'), column('total')]).toEqual([200, 40, 240]);
    expect(column('check')).toContain('Le client C9 n’est pas dans l’onglet Clients.');
    world.calls.length = 0;
    refreshEdited(world, { tab: 'drafts', firstRow: 2, lastRow: 2 });
    expect(world.calls.filter((call) => call.startsWith('write'))).toEqual([]);
  });
});

describe('on opening', () => {
  test('a register refreshed on another day is refreshed, today’s is left', () => {
    const world = smallWorld();
    expect(refreshOnOpen(world)).toBe(false);
    expect(world.calls).toEqual(['column dashboard 2']);
    const later = gridWorld(world.tabs, { today: '2026-11-26' });
    expect(refreshOnOpen(later)).toBe(true);
    expect(computed(later).get('F1')?.[2]).toBe(56);
  });

  test('a sheet that is no register is left alone', () => {
    const world = gridWorld(new Map<TabKey, Grid>(), { today: TODAY });
    expect(refreshOnOpen(world)).toBe(false);
    expect(world.calls).toEqual(['getSheets']);
  });
});
