/**
 * The plan of every tab: what setting up makes of the register's description. Applying it is idempotent and destroys nothing: a tab,
 * a column or a row that is there stays as it is, wherever it stands; what is missing comes at the right or below (`missingOf`).
 */
import type { Language, Words } from '../../base/words.ts';
import { ADDON_TABLE_KEYS, ADDON_TABLES, type AddonTableKey } from '../addon-tables.ts';
import { type Column, TABLE_KEYS, TABLES, type TableKey } from '../tables.ts';
import { DASHBOARD_TITLE } from './dashboard-layout.ts';
import { columnWidth, formatOf, listOf, noteOf } from './tab-columns.ts';
import { EXTRA_COLUMNS, fullyProtected, TAB_COLOURS, TAB_RULES } from './tab-looks.ts';
import { firstRowsOf, type PlannedRow } from './tab-rows.ts';
import { TODAY_FROZEN_ROWS, TODAY_TITLE } from './today-layout.ts';

/** Counted up when a register made by an older add-on lacks a tab, a column, a first row or a look of this one. */
export const SCHEMA_VERSION = 4;

/** Tabs that hold no table: the add-on lays out all of their cells. */
export type BoardTab = 'dashboard' | 'today';

export type PlannedTab = TableKey | AddonTableKey | BoardTab;

export type ColumnPlan = {
  readonly key: string;
  readonly header: string;
  readonly note: string; // shown at the header; empty: none
  readonly format: string; // number format; `@` is text
  readonly width: number; // pixels
  readonly align: 'left' | 'right' | 'center';
  readonly wrap: boolean;
  readonly list: readonly string[]; // what may be chosen; empty: anything
  readonly isStrict: boolean; // whether anything else than `list` is refused rather than marked
  readonly isProtected: boolean; // written by the add-on: editing it warns
  readonly isRequired: boolean;
};

/** Colours of rows or of some cells, the first rule that holds first. */
export type ColourRule = {
  readonly formula: string; // of row 2, each `{key}` a column's letter; without separators, which differ by locale
  readonly columns: readonly string[]; // coloured; empty: the whole row
  readonly background: string; // empty: as it is
  readonly colour: string; // of the text; empty: as it is
};

export type TabPlan = {
  readonly tab: PlannedTab;
  readonly title: string;
  readonly titles: Words; // any of them, or the key, is this tab
  readonly colour: string;
  readonly columns: readonly ColumnPlan[]; // none: a board, laid out by `dashboard-layout` or `today-layout`
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly rules: readonly ColourRule[];
  readonly firstRows: readonly PlannedRow[];
  readonly identity: readonly string[]; // columns that tell whether a first row stands already
  readonly isProtected: boolean; // the whole tab: editing it warns
};

/** The tabs in the order they stand in a new register. */
export const PLANNED_TABS: readonly PlannedTab[] = [
  'dashboard',
  'today',
  'clients',
  'drafts',
  'lines',
  'invoices',
  'payments',
  'recurring',
  'instalments',
  'journal',
  'settings',
  'calendars',
  'templates',
  'rates',
  'bank',
  'bankProfiles',
  'seals',
  'reviews',
];

export function tabPlans(language: Language): readonly TabPlan[] {
  return PLANNED_TABS.map((tab) => tabPlan(tab, language));
}

export function tabPlan(tab: PlannedTab, language: Language): TabPlan {
  const titles = tabTitles(tab);
  return {
    tab,
    title: titles[language],
    titles,
    colour: TAB_COLOURS[tab],
    columns: tableColumns(tab).map((column) => columnPlan(tab, column, language)),
    frozenRows: tab === 'today' ? TODAY_FROZEN_ROWS : tab === 'dashboard' ? 2 : 1,
    frozenColumns: tab === 'dashboard' || tab === 'lines' ? 0 : 1,
    rules: TAB_RULES[tab] === undefined ? [] : TAB_RULES[tab](language),
    firstRows: firstRowsOf(tab, language),
    identity:
      IDENTITY[tab] ??
      tableColumns(tab)
        .slice(0, 1)
        .map(({ key }) => key),
    isProtected: fullyProtected(tab),
  };
}

/** A rate is one by its series and its day. */
const IDENTITY: Readonly<Partial<Record<PlannedTab, readonly string[]>>> = { rates: ['series', 'from'] };

/** A tab's titles: it is known by either, or by its key. */
export function tabTitles(tab: PlannedTab): Words {
  return isBoard(tab) ? BOARD_TITLES[tab] : tableOf(tab).title;
}

export const BOARD_TITLES: Readonly<Record<BoardTab, Words>> = {
  dashboard: DASHBOARD_TITLE,
  today: TODAY_TITLE,
};

function isBoard(tab: PlannedTab): tab is BoardTab {
  return tab === 'dashboard' || tab === 'today';
}

function tableOf(tab: TableKey | AddonTableKey): {
  readonly title: Words;
  readonly columns: readonly Column[];
} {
  const own = ADDON_TABLE_KEYS.find((key) => key === tab);
  if (own) return ADDON_TABLES[own];
  const key = TABLE_KEYS.find((known) => known === tab);
  if (key === undefined) throw new Error(`no table ${tab}`);
  return TABLES[key];
}

/** A table's columns in their order, then those only the tab has, which readers leave alone. */
export function tableColumns(tab: PlannedTab): readonly Column[] {
  return isBoard(tab) ? [] : [...tableOf(tab).columns, ...(EXTRA_COLUMNS[tab] ?? [])];
}

function columnPlan(tab: PlannedTab, column: Column, language: Language): ColumnPlan {
  const isNumber = column.kind === 'amount' || column.kind === 'number' || column.kind === 'integer';
  const isMarked = column.kind === 'date' || column.kind === 'choice' || column.kind === 'currency';
  const list = listOf(tab, column, language);
  return {
    key: column.key,
    header: column.header[language],
    note: noteOf(tab, column)[language],
    format: formatOf(column, language),
    width: columnWidth(column, language),
    align: isNumber ? 'right' : isMarked ? 'center' : 'left',
    wrap: WRAPPED[tab] === column.key,
    list,
    isStrict: column.kind === 'choice',
    isProtected: column.writer === 'addon',
    isRequired: column.required,
  };
}

/** The column of a tab that holds whole sentences. */
const WRAPPED: Readonly<Partial<Record<PlannedTab, string>>> = { templates: 'body', invoices: 'nextStep' };

/** The letters of the columns put into a rule's formula; null where the tab lacks one of them. */
export function ruleFormula(
  { formula }: ColourRule,
  letterOf: (key: string) => string | null,
): string | null {
  let isWhole = true;
  const text = formula.replace(/\{(\w+)\}/g, (_, key: string) => {
    const letter = letterOf(key);
    if (letter === null) isWhole = false;
    return `$${letter}2`;
  });
  return isWhole ? text : null;
}
