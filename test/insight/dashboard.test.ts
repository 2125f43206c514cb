/** The dashboard's cells: each part in its place, sums that agree, nothing beyond its room. */
import { describe, expect, test } from 'vitest';
import { dayNumber, serialOfDay } from '../../shared/base/civil-date.ts';
import { dashboardCells, type TaskCount } from '../../shared/insight/dashboard.ts';
import { buildLedger, clientBalancesOn, openItemsOn } from '../../shared/receivables/ledger.ts';
import { type Area, DASHBOARD, DASHBOARD_CHARTS } from '../../shared/register/tabs/dashboard-layout.ts';
import { registerOf } from '../receivables/register-of.ts';

const ASOF = dayNumber('2026-06-15');
const REGISTER = registerOf({
  currencies: ['EUR', 'USD', 'JPY'],
  invoices: [
    { number: 'F1', issued: '2026-04-01', due: '2026-05-10', total: 100_00 },
    { number: 'F2', issued: '2026-06-01', total: 300_00 },
    { number: 'F3', issued: '2026-05-01', due: '2026-06-01', total: 5_000, currency: 'JPY' },
  ],
});

function cellsOf(tasks: readonly TaskCount[] = [], language: 'fr' | 'en' = 'fr') {
  const ledger = buildLedger(REGISTER);
  const positions = REGISTER.currencies.map((_, currency) => ({
    currency,
    items: openItemsOn(ledger, currency, ASOF),
    balances: clientBalancesOn(ledger, currency, ASOF),
  }));
  return dashboardCells({
    ledger,
    asOf: ASOF,
    language,
    positions,
    reminders: 2,
    unknown: 0,
    tasks,
    listed: 'Le détail.',
  });
}

const part = (cells: ReturnType<typeof cellsOf>, { row, column, rows, columns }: Area) =>
  cells.slice(row - 1, row - 1 + rows).map((line) => line.slice(column - 1, column - 1 + columns));

const TASKS: readonly TaskCount[] = [
  { what: 'Relances', count: 3 },
  { what: 'Appels', count: 0 },
];

describe('the dashboard', () => {
  const cells = cellsOf(TASKS);

  test('says whose it is, of which day, in which currency', () => {
    expect(part(cells, DASHBOARD.identity)).toEqual([['Encaisse', serialOfDay(ASOF), 'EUR']]);
  });
  test('has its figures below their labels, in units', () => {
    expect(part(cells, DASHBOARD.figureLabels)[0].slice(0, 3)).toEqual([
      'Encours clients',
      'Échu',
      'Part échue',
    ]);
    expect(part(cells, DASHBOARD.figures)[0]).toEqual([400, 100, 0.25, expect.any(Number), 2, 0]);
  });
  test('ages what is open in the register’s own currency, and tells of the others apart', () => {
    expect(part(cells, DASHBOARD.ageing)).toEqual([
      ['Balance âgée', 'Montant'],
      ['Non échu', 300],
      ['1 à 30 jours', 0],
      ['31 à 60 jours', 100],
      ['61 à 90 jours', 0],
      ['Plus de 90 jours', 0],
    ]);
    expect(part(cells, DASHBOARD.currencies).slice(0, 2)).toEqual([
      ['Autres devises', 'Encours', 'Échu'],
      ['JPY', 5000, 5000],
    ]);
  });
  test('has twelve whole months of DSO', () => {
    const months = part(cells, DASHBOARD.dso);
    expect(months.map(([month]) => month)).toEqual(
      'Mois,juin 25,juil. 25,août 25,sept. 25,oct. 25,nov. 25,déc. 25,janv. 26,févr. 26,mars 26,avr. 26,mai 26'.split(
        ',',
      ),
    );
    expect(months[1]).toEqual(['juin 25', null, null]);
    expect(months[12][1]).toEqual(expect.any(Number));
  });
  test('counts what is to be done, says where it is listed, and clears what was there before', () => {
    const [header, first, second, third] = part(cells, DASHBOARD.tasks);
    expect(header).toEqual(['À faire aujourd’hui', 'Nombre']);
    expect([first, second, third]).toEqual([
      ['Relances', 3],
      ['Le détail.', null],
      [null, null],
    ]);
    expect(cells).toHaveLength(DASHBOARD.whole.rows);
    expect(new Set(cells.map(({ length }) => length))).toEqual(new Set([DASHBOARD.whole.columns]));
  });
  test('says so where nothing is to be done', () => {
    expect(part(cellsOf([], 'en'), DASHBOARD.tasks)[1][0]).toBe('Nothing to do today.');
  });
  test('no part stands on another, and charts draw from tables that are filled', () => {
    const taken = new Set<string>();
    for (const [name, area] of Object.entries(DASHBOARD)) {
      if (name === 'whole') continue;
      for (let r = 0; r < area.rows; r++) {
        for (let c = 0; c < area.columns; c++) {
          const place = `${area.row + r}/${area.column + c}`;
          expect([name, place, taken.has(place)]).toEqual([name, place, false]);
          taken.add(place);
        }
      }
    }
    for (const { source } of DASHBOARD_CHARTS)
      expect(part(cells, source)[0].every((cell) => cell !== null)).toBe(true);
  });
});
