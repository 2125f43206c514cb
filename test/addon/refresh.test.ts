/** Recalculating: computed columns as the report has them, by number wherever rows stand; the dashboard; single edits; calls counted. */
import { describe, expect, test } from 'vitest';
import { refreshWhole } from '../../appsscript/actions/refresh/whole.ts';
import type { Grid, TabKey } from '../../appsscript/world.ts';
import { demoSample } from '../../batch/sample/options.ts';
import { type CivilDate, dayNumber, serialOfDay } from '../../shared/base/civil-date.ts';
import { decimalNumber } from '../../shared/base/money.ts';
import { ageItems } from '../../shared/receivables/ageing.ts';
import { buildLedger, openItemsOn } from '../../shared/receivables/ledger.ts';
import { ADDON_TABLES } from '../../shared/register/addon-tables.ts';
import { readGrids } from '../../shared/register/grid-rows.ts';
import { TABLES } from '../../shared/register/tables.ts';
import { DASHBOARD } from '../../shared/register/tabs/dashboard-layout.ts';
import { sampleGrids } from '../register/sample-grids.ts';
import { computed } from './computed.ts';
import { type GridWorld, gridWorld } from './grid-world.ts';

const TODAY = '2026-11-25';
const SAMPLE = sampleGrids(demoSample(TODAY));

function at(tab: 'invoices', key: string): number {
  return TABLES[tab].columns.findIndex((column) => column.key === key);
}

function sampleWorld(today: CivilDate = TODAY): GridWorld {
  const grids = new Map<TabKey, Grid>(SAMPLE);
  grids.set('dashboard', []);
  grids.set('drafts', [ADDON_TABLES.drafts.columns.map(({ header }) => header.fr)]);
  return gridWorld(grids, { today });
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
    expect(cell(tasks.row + 1, 1)).toBe('Relances par courriel');
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

/** 2015, before the rates a register begins with: a second reminder, with penalties, falls due on Monday 1 June. */
function oldWorld(rates: Grid): GridWorld {
  const day = (text: CivilDate) => serialOfDay(dayNumber(text));
  const client = ['C1', 'Anne', 'entreprise', 'a@exemple.fr'];
  return gridWorld(
    new Map<TabKey, Grid>([
      ['clients', [['code', 'name', 'kind', 'email'], client, ['C2', 'Bo', null, null]]],
      [
        'invoices',
        [
          ['number', 'client', 'issueDate', 'dueDate', 'total', 'nextStep'],
          ['F1', 'C1', day('2015-04-01'), day('2015-05-01'), 100, null],
        ],
      ],
      [
        'payments',
        [
          ['date', 'client', 'amount'],
          [day('2015-05-31'), 'C2', 10],
        ],
      ],
      [
        'journal',
        [
          ['at', 'client', 'event', 'level'],
          [day('2015-05-04'), 'C1', 'relance', 1],
        ],
      ],
      ['rates', [['series', 'from', 'percent'], ...rates]],
    ]),
    { today: '2015-06-01' },
  );
}

describe('a rate that no register begins with', () => {
  test('is looked for in the rates tab', () => {
    const world = oldWorld([['ECB-MRO', serialOfDay(dayNumber('2014-09-10')), 0.05]]);
    refreshWhole(world);
    expect(world.calls).toContain('read rates');
    expect(computed(world).get('F1')?.[4]).toBe('Relance 2 aujourd’hui');
  });
  test('holds the reminder where it is not there either', () => {
    const world = oldWorld([]);
    refreshWhole(world);
    expect(computed(world).get('F1')?.[4]).toBe(
      'Relance 2 retenue\u202f: le taux ECB-MRO du 1er janvier 2015 au 30 juin 2015 manque aux taux du registre',
    );
  });
});
