/**
 * An import taken back: its payments leave the register, its movements stay in the log as undone, so that the file may come again. The
 * chain of seals keeps what was taken away: the daily run seals it as void.
 */
import { countText } from '../../../shared/base/numbers-text.ts';
import { type Language, typesetFrench } from '../../../shared/base/words.ts';
import { IMPORTED } from '../../../shared/exchange/match/imported.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import {
  answered,
  choiceText,
  refused,
  rowsWith,
  type TabView,
  tableOf,
  textOf,
  underLock,
} from '../frame.ts';
import { forgetRows, keepRows } from './kept-rows.ts';
import { changeLog, runsOf } from './log-changes.ts';
import { giveBack, mendPayments, rowsOf } from './mend-payments.ts';

/** Asked twice it is taken back once. */
export function undoBank(
  world: World,
  { importId }: { readonly importId: string },
): Answer<{ readonly text: string }> {
  return underLock(world, () => {
    const { language } = world.sheet;
    const bank = tableOf(world, 'bank');
    if (!bank.ok) return bank;
    const payments = tableOf(world, 'payments');
    if (!payments.ok) return payments;
    const all = rowsWith(bank.value, 'import', importId);
    if (importId === '' || all.length === 0) return refused(said(UNKNOWN, language));
    const undone = choiceText('bank', 'state', 'undone', language);
    const rows = all.filter((row) => textOf(bank.value, row, 'state') !== undone);
    if (rows.length === 0) return answered({ text: said(ALREADY, language) });
    const taken = takeOut(world, mendPayments(world, payments.value), paymentIds(bank.value, rows));
    const client = (row: number): string => textOf(bank.value, row, 'client');
    changeLog(
      world,
      bank.value,
      new Map(rows.map((row) => [row, { state: 'undone', client: client(row), payments: '' }])),
    );
    return answered({ text: doneText(taken, rows.length, language) });
  });
}

/** Only payments that an import wrote. */
function paymentIds(bank: TabView, rows: readonly number[]): ReadonlySet<string> {
  const ids = rows.flatMap((row) => textOf(bank, row, 'payments').split(/[,;\s]+/));
  return new Set(ids.filter((id) => id.startsWith(IMPORTED)));
}

const MOST_TRIES = 3;

/**
 * Empties the rows of some payments, and looks afterwards: where somebody sorted or put rows in meanwhile, what was emptied instead comes
 * back, and what is left goes. What stood before is kept until then. @returns how many rows left
 */
function takeOut(world: World, first: TabView, ids: ReadonlySet<string>): number {
  const wanted = rowsOf(first.grid, first, ids).length;
  let view = first;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const rows = rowsOf(view.grid, view, ids);
    if (rows.length === 0) break;
    keepRows(world, { ids: Array.from(ids), grid: view.grid });
    emptyRows(world, view, rows);
    view = { ...view, grid: giveBack(world, view, view.grid, ids) };
  }
  if (wanted > 0) forgetRows(world);
  return wanted;
}

function emptyRows(world: World, { grid }: TabView, rows: readonly number[]): void {
  const blank = grid[0].map(() => null);
  for (const run of runsOf(rows)) {
    world.sheet.write(
      'payments',
      run[0],
      1,
      run.map(() => blank),
    );
  }
}

function doneText(payments: number, movements: number, language: Language): string {
  return said(
    {
      fr: `Import défait : ${countText(payments, 'règlement retiré', 'règlements retirés', 'fr')}, ${countText(movements, 'mouvement annulé', 'mouvements annulés', 'fr')}. Le fichier peut être importé de nouveau.`,
      en: `Import taken back: ${countText(payments, 'payment taken out', 'payments taken out', 'en')}, ${countText(movements, 'movement undone', 'movements undone', 'en')}. The file may be imported again.`,
    },
    language,
  );
}

function said(words: { readonly fr: string; readonly en: string }, language: Language): string {
  return language === 'fr' ? typesetFrench(words.fr) : words.en;
}

const UNKNOWN = {
  fr: 'Cet import n’est pas dans l’onglet Relevés bancaires : rien n’est défait.',
  en: 'This import is not in the Bank statements tab: nothing is taken back.',
} as const;
const ALREADY = { fr: 'Cet import est déjà défait.', en: 'This import is taken back already.' } as const;
