/** Colours of tabs and rows, and the columns a tab has beside its table's. */
import type { Language } from '../../base/words.ts';
import { type Column, column, TABLES } from '../tables.ts';
import type { ColourRule, PlannedTab } from './tab-plan.ts';

/** Blue: what one writes in; green: money in; orange: reminders; grey: what is kept. */
const BLUE = '#1f6f8b';
const GREEN = '#2e7d4f';
const ORANGE = '#c2571a';
const GREY = '#6b7280';

export const TAB_COLOURS: Readonly<Record<PlannedTab, string>> = {
  dashboard: ORANGE,
  today: ORANGE,
  clients: BLUE,
  drafts: BLUE,
  lines: BLUE,
  recurring: BLUE,
  invoices: GREEN,
  payments: GREEN,
  instalments: GREEN,
  journal: ORANGE,
  calendars: ORANGE,
  settings: GREY,
  templates: GREY,
  rates: GREY,
  bank: GREEN,
  bankProfiles: GREY,
  seals: GREY,
  reviews: GREY,
};

/** Tabs that nobody but the add-on writes in. */
export function fullyProtected(tab: PlannedTab): boolean {
  return tab === 'seals' || tab === 'bank' || tab === 'journal' || tab === 'dashboard' || tab === 'today';
}

/** Columns for the eyes only: no reader knows them. */
export const EXTRA_COLUMNS: Readonly<Partial<Record<PlannedTab, readonly Column[]>>> = {
  settings: [
    column('required', 'text', 'Obligatoire', 'Required', { addon: true }),
    column('help', 'text', 'À quoi il sert', 'What it is for', { addon: true }),
  ],
};

const RED = { background: '#fde8e6', colour: '#a4262c' };
const DEEP_RED = { background: '#f8c9c4', colour: '#7f1d1d' };
const AMBER = { background: '#fff3d6', colour: '#7a4b00' };
const VIOLET = { background: '#efe7f8', colour: '#5b2a86' };
const FADED = { background: '', colour: '#5f6670' };

function rule(
  formula: string,
  look: { readonly background: string; readonly colour: string },
  columns: readonly string[] = [],
): ColourRule {
  return { formula, columns, ...look };
}

/** Formulas have no separators: those differ by locale. A product of conditions is 1 where all hold. */
export const TAB_RULES: Readonly<Partial<Record<PlannedTab, (language: Language) => readonly ColourRule[]>>> =
  {
    invoices: () => [
      rule('=({disputedOn}<>"")*({disputeClosedOn}="")*({openBalance}>0)', VIOLET, [
        'disputedOn',
        'disputedAmount',
        'disputeReason',
        'openBalance',
        'nextStep',
      ]),
      rule('=ISNUMBER({openBalance})*({openBalance}<=0)', FADED),
      rule('=({openBalance}>0)*({daysOverdue}>60)', DEEP_RED, ['dueDate', 'openBalance', 'daysOverdue']),
      rule('=({openBalance}>0)*({daysOverdue}>0)', RED, ['dueDate', 'openBalance', 'daysOverdue']),
    ],
    journal: (language) => [
      rule(`={status}="${word('journal', 'status', 'failed', language)}"`, RED),
      rule(`={status}="${word('journal', 'status', 'unknown', language)}"`, DEEP_RED),
      rule(`={status}="${word('journal', 'status', 'sending', language)}"`, AMBER),
      rule(`={status}="${word('journal', 'status', 'pending', language)}"`, AMBER),
    ],
    clients: () => [rule('={holdUntil}>=TODAY()', AMBER, ['holdUntil', 'holdReason'])],
    payments: () => [rule('={amount}<0', RED, ['amount'])],
    drafts: () => [rule('={number}<>""', FADED), rule('={check}<>""', AMBER, ['check'])],
    settings: () => [rule('=({required}<>"")*({value}="")', AMBER, ['key', 'value'])],
  };

function word(table: 'journal', key: string, choice: string, language: Language): string {
  const choices = TABLES[table].columns.find((one) => one.key === key)?.choices ?? [];
  return choices.find((one) => one.key === choice)?.words[language] ?? choice;
}
