/** What the drafts tab says of each draft: its sums, and what it lacks before it can be issued. */
import { decimalNumber } from '../../../shared/base/money.ts';
import type { Cell } from '../../../shared/base/problem.ts';
import type { Language, Words } from '../../../shared/base/words.ts';
import type { CheckedDraft } from '../../../shared/invoicing/draft.ts';
import type { CheckNotice } from '../../../shared/invoicing/notice.ts';
import { ADDON_TABLES } from '../../../shared/register/addon-tables.ts';
import { readText } from '../../../shared/register/cells.ts';
import { matchHeaders } from '../../../shared/register/headers.ts';
import type { Grid, World } from '../../world.ts';
import { checkedDraftOf, openDrafting } from '../record/drafting.ts';

const WRITTEN_KEYS = ['net', 'vat', 'total', 'check'] as const;

/** Seven calls, eight where something changed. Where rows moved meanwhile nothing is written: that edit comes here too. */
export function refreshDrafts(world: World): void {
  const drafting = openDrafting(world, ['settings', 'clients', 'invoices'], new Map());
  const grid = drafting.draftsGrid;
  const { columns } = matchHeaders(ADDON_TABLES.drafts, grid[0] ?? []);
  const id = columns.get('id');
  const places = WRITTEN_KEYS.map((key) => columns.get(key));
  if (id === undefined || places.some((at) => at === undefined)) return;
  const at = places.flatMap((place) => (place === undefined ? [] : [place]));
  const changed = new Map<number, readonly Cell[]>();
  for (const draft of drafting.drafts) {
    if (draft.number !== '') continue;
    const cells = cellsOf(checkedDraftOf(drafting, draft), drafting.register.settings.language);
    const before = at.map((column) => grid[draft.row - 1]?.[column] ?? null);
    if (cells.some((cell, k) => cell !== before[k])) changed.set(draft.row, cells);
  }
  if (changed.size > 0 && isStill(world, grid, id)) writeBlock(world, grid, at, changed);
}

function cellsOf({ currency, notices, totals }: CheckedDraft, language: Language): readonly Cell[] {
  const text = checkText(notices, language);
  const sums = totals
    ? [totals.netMinor, totals.vatMinor, totals.totalMinor].map((minor) => decimalNumber(minor, currency))
    : [null, null, null];
  return [...sums, text === '' ? null : text];
}

const SETTINGS_LACK: Words = {
  fr: 'Complétez d’abord les réglages de votre société.',
  en: 'Complete your company’s settings first.',
};

/** The firm's own gaps are said once, what the draft lacks in full. */
function checkText(notices: readonly CheckNotice[], language: Language): string {
  const own = notices.filter(({ field }) => !field.startsWith('seller.'));
  const isSellerBad = notices.some(
    ({ field, severity }) => field.startsWith('seller.') && severity === 'error',
  );
  const texts = own.map(({ words }) => words[language]);
  return [...texts, ...(isSellerBad ? [SETTINGS_LACK[language]] : [])].join(' ');
}

function isStill(world: World, grid: Grid, id: number): boolean {
  const column = world.sheet.readColumn('drafts', id + 1);
  return grid.every((row, index) => readText(row[id] ?? null) === readText(column[index] ?? null));
}

/** One call where the columns stand side by side, as set up. */
function writeBlock(
  world: World,
  grid: Grid,
  at: readonly number[],
  changed: ReadonlyMap<number, readonly Cell[]>,
): void {
  const rows = Array.from(changed.keys());
  const first = rows.reduce((a, b) => Math.min(a, b));
  const last = rows.reduce((a, b) => Math.max(a, b));
  const cellsAt = (row: number): readonly Cell[] =>
    changed.get(row) ?? at.map((column) => grid[row - 1]?.[column] ?? null);
  const lines = Array.from({ length: last - first + 1 }, (_, index) => cellsAt(first + index));
  const isOneRun = at.every((column, k) => column === at[0] + k);
  if (isOneRun) {
    world.sheet.write('drafts', first, at[0] + 1, lines);
    return;
  }
  at.forEach((column, k) => {
    world.sheet.write(
      'drafts',
      first,
      column + 1,
      lines.map((cells) => [cells[k]]),
    );
  });
}
