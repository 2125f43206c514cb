/** The plan of a register: applied to nothing it gives a register without problems; applied twice it changes nothing. */
import { describe, expect, test } from 'vitest';
import { demoSample } from '../../batch/sample/options.ts';
import type { Cell } from '../../shared/base/problem.ts';
import { LANGUAGES, type Language } from '../../shared/base/words.ts';
import { registerPlans } from '../../shared/dunning/register-plan.ts';
import { SHIPPED_CALENDARS } from '../../shared/dunning/shipped-calendars.ts';
import { type CellGrid, readGrids } from '../../shared/register/grid-rows.ts';
import { TABLE_KEYS, type TableKey } from '../../shared/register/tables.ts';
import { missingOf } from '../../shared/register/tabs/tab-missing.ts';
import { type PlannedTab, ruleFormula, type TabPlan } from '../../shared/register/tabs/tab-plan.ts';
import { sampleGrids } from '../register/sample-grids.ts';

/** The tab as setting up leaves it: what is missing added, all else as it was. */
function applied(plan: TabPlan, grid: CellGrid): CellGrid {
  const { columns, lastRow, rows, width } = missingOf(plan, grid);
  const [header = [], ...below] = grid.slice(0, Math.max(lastRow, 1));
  const headers = [...header, ...columns.map((column) => column.header)].slice(0, width);
  const wide = (row: readonly Cell[]) => Array.from({ length: width }, (_, i) => row[i] ?? null);
  return [headers, ...below.map(wide), ...rows];
}

function appliedTables(language: Language, grids: ReadonlyMap<string, CellGrid> = new Map()) {
  const plans = registerPlans(language).filter(({ tab }) => tab !== 'dashboard');
  return new Map(plans.map((plan) => [plan.tab, applied(plan, grids.get(plan.tab) ?? [])] as const));
}

function tablesOnly(grids: ReadonlyMap<PlannedTab, CellGrid>): ReadonlyMap<TableKey, CellGrid> {
  return new Map(TABLE_KEYS.map((key) => [key, grids.get(key) ?? []] as const));
}

function planOf(tab: PlannedTab, language: Language = 'fr'): TabPlan {
  const plan = registerPlans(language).find((one) => one.tab === tab);
  if (!plan) throw new Error(`no plan of ${tab}`);
  return plan;
}

describe.each(LANGUAGES)('a new register in %s', (language) => {
  const grids = appliedTables(language);
  const { problems, register } = readGrids(tablesOnly(grids));

  test('has nothing to mend', () => expect(problems).toEqual([]));

  test('begins with the shipped calendars, the known rates and the usual settings', () => {
    const steps = register.calendars.filter(({ calendar }) => /^(entreprise|company)$/.test(calendar));
    expect(steps.map(({ row, calendar, ...step }) => step)).toEqual(SHIPPED_CALENDARS.company);
    expect(register.calendars).toHaveLength(20);
    expect(register.rates.filter(({ series }) => series === 'FR-LEGAL-B')).toHaveLength(12);
    expect(register.settings.language).toBe(language);
    expect(register.settings.texts.get('sendMode')).toBe(language === 'fr' ? 'aperçu' : 'preview');
    expect(register.settings.texts.get('recoveryIndemnity')).toBe('40');
  });

  test('applied again lacks nothing', () => {
    for (const plan of registerPlans(language)) {
      const { columns, rows } = missingOf(plan, grids.get(plan.tab) ?? []);
      expect([plan.tab, columns, rows]).toEqual([plan.tab, plan.tab === 'dashboard' ? [] : columns, []]);
      expect(columns).toEqual([]);
    }
  });

  test('is known whichever language it is completed in', () => {
    const other = language === 'fr' ? 'en' : 'fr';
    for (const plan of registerPlans(other)) {
      const { columns, rows } = missingOf(plan, grids.get(plan.tab) ?? []);
      expect([plan.tab, columns, rows]).toEqual([plan.tab, [], []]);
    }
  });
});

test('a register with rows gets no example and no calendar, but the settings it lacks', () => {
  const settings: CellGrid = [
    ['valeur', 'Réglage', 'À moi'],
    ['ACME', 'raison sociale', 'x'],
    ['F{YYYY}-{0000}', 'invoiceNumberFormat', null],
  ];
  const calendars: CellGrid = [
    ['calendar', 'level', 'offsetDays', 'channel'],
    ['entreprise', 1, 10, 'email'],
  ];
  const drafts: CellGrid = [['Brouillon'], ['D-1']];
  const grids = appliedTables(
    'fr',
    new Map([
      ['settings', settings],
      ['calendars', calendars],
      ['drafts', drafts],
    ]),
  );
  const { problems, register } = readGrids(tablesOnly(grids));
  expect(problems).toEqual([]);
  expect(register.settings.companyName).toBe('ACME');
  expect(register.settings.texts.get('invoiceNumberFormat')).toBe('F{YYYY}-{0000}');
  expect(register.settings.texts.get('lateInterest')).toBe('BCE+10');
  expect(register.calendars).toHaveLength(1);
  expect(grids.get('settings')?.[0]).toEqual(['valeur', 'Réglage', 'À moi', 'Obligatoire', 'À quoi il sert']);
  expect(grids.get('settings')?.[1]).toEqual(['ACME', 'raison sociale', 'x', null, null]);
  expect(grids.get('drafts')?.slice(1)).toHaveLength(1);
  expect(grids.get('drafts')?.[0].slice(0, 2)).toEqual(['Brouillon', 'Client']);
});

test('rates that stand already, their day as text or as a date, are not added again', () => {
  const plan = planOf('rates');
  const rates: CellGrid = [
    ['Série', 'À partir du', 'Taux %'],
    ['ecb-mro', '2026-07-01', 2.4],
    ['FR-LEGAL-A', 46204, 6.84], // 2026-07-01
  ];
  const { lastRow, rows } = missingOf(plan, rates);
  expect(rows).toHaveLength(plan.firstRows.length - 2);
  expect(lastRow).toBe(3);
});

test('the sample register keeps every cell it has, and gains only what it lacks', () => {
  const grids = sampleGrids(demoSample('2026-11-25'));
  const completed = appliedTables('fr', grids);
  for (const [table, grid] of grids) {
    const after = completed.get(table) ?? [];
    expect(after.slice(0, grid.length).map((row) => row.slice(0, grid[0].length))).toEqual(grid);
  }
  expect(readGrids(tablesOnly(completed)).problems).toEqual([]);
  expect(completed.get('clients')).toHaveLength(grids.get('clients')?.length ?? 0);
});

test('a rule’s formula names the columns where they stand, has no separator, and needs all of them', () => {
  const rules = registerPlans('en').flatMap((plan) => plan.rules.map((rule) => ({ plan, rule })));
  expect(rules.length).toBeGreaterThan(10);
  for (const { plan, rule } of rules) {
    const letters = new Map(plan.columns.map(({ key }, at) => [key, String.fromCharCode(65 + at)]));
    const formula = ruleFormula(rule, (key) => letters.get(key) ?? null);
    expect(formula).toMatch(/^=[^,;{}\\]+$/);
    expect(rule.columns.filter((key) => !letters.has(key))).toEqual([]);
    expect(ruleFormula(rule, () => null)).toBeNull();
  }
  const [first] = planOf('payments').rules;
  expect(ruleFormula(first, () => 'E')).toBe('=$E2<0');
});

test('columns are wide enough for their headers, texts stay texts, and the add-on’s own warn', () => {
  for (const plan of LANGUAGES.flatMap(registerPlans)) {
    for (const column of plan.columns) {
      expect(column.width).toBeGreaterThanOrEqual(column.header.length * 7.4);
    }
  }
  const invoices = planOf('invoices').columns;
  const of = (key: string) => invoices.find((column) => column.key === key);
  expect(of('number')?.format).toBe('@');
  expect(of('issueDate')?.format).toBe('dd/mm/yyyy');
  expect(of('openBalance')).toMatchObject({ format: '#,##0.00', isProtected: true, align: 'right' });
  expect(of('total')?.isProtected).toBe(false);
  expect(of('type')).toMatchObject({ list: ['facture', 'avoir'], isStrict: true });
  expect(of('currency')).toMatchObject({ isStrict: false });
  expect(planOf('seals').isProtected).toBe(true);
});
