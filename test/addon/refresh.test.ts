/** Recalculating: computed columns as the report has them, by number wherever rows stand; the dashboard; single edits; calls counted. */
import { describe, expect, test } from 'vitest';
import { refreshEdited } from '../../appsscript/actions/refresh/edit.ts';
import { refreshOnOpen } from '../../appsscript/actions/refresh/on-open.ts';
import { refreshWhole } from '../../appsscript/actions/refresh/whole.ts';
import type { Grid, TabKey } from '../../appsscript/world.ts';
import { demoSample } from '../../batch/sample/options.ts';
import { type CivilDate, dayNumber, serialOfDay } from '../../shared/base/civil-date.ts';
import { decimalNumber } from '../../shared/base/money.ts';
import type { Cell } from '../../shared/base/problem.ts';
import { ageItems } from '../../shared/receivables/ageing.ts';
import { buildLedger, openItemsOn } from '../../shared/receivables/ledger.ts';
import { ADDON_TABLES } from '../../shared/register/addon-tables.ts';
import { DASHBOARD } from '../../shared/register/dashboard-layout.ts';
import { readGrids } from '../../shared/register/grid-rows.ts';
import { TABLES } from '../../shared/register/tables.ts';
import { sampleGrids } from '../register/sample-grids.ts';
import { type GridWorld, gridWorld } from './grid-world.ts';

const TODAY = '2026-11-25';
const SAMPLE = sampleGrids(demoSample(TODAY));

function at(tab: 'invoices' | 'payments' | 'clients', key: string): number {
  return TABLES[tab].columns.findIndex((column) => column.key === key);
}

function sampleWorld(today: CivilDate = TODAY): GridWorld {
  const grids = new Map<TabKey, Grid>(SAMPLE);
  grids.set('dashboard', []);
  grids.set('drafts', [ADDON_TABLES.drafts.columns.map(({ header }) => header.fr)]);
  return gridWorld(grids, { today });
}

/** The computed cells beside each number. */
function computed(world: GridWorld): ReadonlyMap<string, readonly Cell[]> {
  const [header, ...rows] = world.tabs.get('invoices') ?? [];
  const number = header.indexOf('Numéro');
  const columns = ['Réglé', 'Reste dû', 'Jours de retard', 'Niveau de relance', 'Prochaine étape'];
  const places = columns.map((title) => header.indexOf(title));
  return new Map(
    rows.map((row) => [String(row[number]), places.map((place) => row[place] ?? null)] as const),
  );
}

describe('the whole register', () => {
  const world = sampleWorld();
  const answer = refreshWhole(world);
  const { register } = readGrids(SAMPLE);
  const ledger = buildLedger(register);
  const asOf = dayNumber(TODAY);

  test('takes eleven calls', () => {
    expect(world.calls).toHaveLength(11);
    expect(world.calls.filter((call) => call.startsWith('write'))).toHaveLength(2);
  });

  test('writes what the report’s items say', () => {
    const open = new Map<string, number>();
    for (const item of openItemsOn(ledger, 0, asOf)) {
      const number = register.invoices.numberAt(item.invoice);
      open.set(number, (open.get(number) ?? 0) + item.open);
    }
    const cells = computed(world);
    expect(cells.size).toBe(register.invoices.count);
    let sum = 0;
    for (let i = 0; i < register.invoices.count; i++) {
      const number = register.invoices.numberAt(i);
      const currency = register.currencies[register.invoices.currency[i]];
      if (currency !== 'EUR') continue;
      const [, openBalance] = cells.get(number) ?? [];
      expect([number, openBalance ?? 0]).toEqual([number, decimalNumber(open.get(number) ?? 0, currency)]);
      sum += Math.round(Number(openBalance ?? 0) * 100);
    }
    expect(sum).toBe(Array.from(open.values()).reduce((a, b) => a + b, 0));
  });

  test('says what it did', () => {
    const { count } = register.invoices;
    expect(answer).toMatchObject({ ok: true, value: { invoices: count, problems: 0 } });
    expect(answer.ok && answer.value.text).toMatch(
      /^1\u202f\d{3} factures recalculées, \d+ relances à faire\.$/,
    );
  });

  test('fills the dashboard: company, day, figures, ageing that sums to what is open, twelve months, tasks', () => {
    const rows = world.tabs.get('dashboard') ?? [];
    const cell = (row: number, column: number) => rows[row - 1][column - 1];
    const { ageing, dso, figures, identity, tasks } = DASHBOARD;
    expect(cell(identity.row, 1)).toBe(register.settings.companyName);
    expect(cell(identity.row, 2)).toBe(serialOfDay(asOf));
    const buckets = ageItems(register, openItemsOn(ledger, 0, asOf), asOf, 'dueDate');
    const sum = Object.values(buckets).reduce((a, b) => a + b, 0);
    expect(cell(figures.row, 1)).toBe(sum / 100);
    expect(cell(ageing.row + 1, 2)).toBe(buckets.notDue / 100);
    expect(cell(ageing.row + 5, 2)).toBe(buckets.d90plus / 100);
    expect(cell(dso.row + 1, dso.column)).toBe('nov. 25');
    expect(cell(dso.row + 12, dso.column)).toBe('oct. 26');
    expect(cell(tasks.row, 1)).toBe('À faire aujourd’hui');
    expect(String(cell(tasks.row + 1, 2))).toMatch(/^(Relance|Appel|Mise en demeure|Premier|Avis|Envoi)/);
    expect(answer.ok && cell(figures.row, 5)).toBe(answer.ok && answer.value.reminders);
    expect(rows).toHaveLength(DASHBOARD.whole.rows);
  });

  test('done again changes nothing', () => {
    const before = structuredClone(world.tabs);
    refreshWhole(world);
    expect(world.tabs).toEqual(before);
  });
});

describe('rows that move', () => {
  test('between reading and writing: each number keeps its own', () => {
    const expected = sampleWorld();
    refreshWhole(expected);
    const world = sampleWorld();
    world.before = (call) => {
      if (!call.startsWith('column invoices')) return;
      const rows = world.tabs.get('invoices') ?? [];
      const below = rows.splice(1);
      rows.push(...below.reverse());
    };
    refreshWhole(world);
    const [a, b] = [computed(world), computed(expected)];
    expect(a.size).toBe(b.size);
    for (const [number, cells] of b) expect([number, a.get(number)]).toEqual([number, cells]);
  });

  test('columns in another order, with the keeper’s own between them', () => {
    const expected = sampleWorld();
    refreshWhole(expected);
    const world = sampleWorld();
    const rows = world.tabs.get('invoices') ?? [];
    for (const row of rows) row.reverse().splice(2, 0, row === rows[0] ? 'À moi' : 'x');
    refreshWhole(world);
    expect(rows.slice(1).every((row) => row[2] === 'x')).toBe(true);
    expect(computed(world)).toEqual(computed(expected));
  });

  test('a row that cannot be read says what to mend, and a copy of a row shows nothing of its own', () => {
    const world = sampleWorld();
    const rows = world.tabs.get('invoices') ?? [];
    rows[5][at('invoices', 'issueDate')] = 'hier';
    rows.push([...rows[7]]);
    const answer = refreshWhole(world);
    expect(answer).toMatchObject({ ok: true, value: { problems: expect.any(Number) } });
    expect(rows[5].slice(-5)).toEqual([null, null, null, null, 'À corriger\u202f: Date de facture']);
    expect(rows[rows.length - 1].slice(-5)).toEqual([null, null, null, null, null]);
    expect(rows[7].slice(-5)).not.toEqual([null, null, null, null, null]);
  });

  test('without the tab, or its number column, nothing is written', () => {
    for (const grid of [[], [['Client', 'Montant TTC']]]) {
      const world = gridWorld(new Map<TabKey, Grid>([['invoices', grid]]), { today: TODAY });
      expect(refreshWhole(world)).toMatchObject({ ok: false, message: expect.stringContaining('Numéro') });
      expect(world.calls.filter((call) => call.startsWith('write'))).toEqual([]);
    }
  });
});

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
