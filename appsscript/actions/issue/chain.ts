/** The chain of seals as the sheet has it: verified before anything rests on it, and continued in one write that is read back. */
import type { Words } from '../../../shared/base/words.ts';
import {
  type ChainHead,
  genesisHead,
  type SealContent,
  type SealRow,
  sealNext,
  verifyChain,
} from '../../../shared/invoicing/seal.ts';
import { SEAL_TYPES, type SealType } from '../../../shared/register/addon-tables.ts';
import { readText } from '../../../shared/register/cells.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import {
  answered,
  appendBelow,
  cellOf,
  lastRowOf,
  placeOf,
  type Row,
  refused,
  type TabView,
  tableOf,
  textOf,
  viewOf,
} from '../frame.ts';

export type OpenChain = {
  readonly seals: TabView;
  readonly chain: readonly SealRow[];
  readonly head: ChainHead | null; // null: nothing was ever sealed
};

const BROKEN: Words = {
  fr: 'La chaîne des sceaux est rompue à la ligne {} de l’onglet Sceaux : cette ligne a été modifiée, déplacée ou supprimée. Rien n’est émis tant qu’elle n’est pas rétablie (Fichier, Historique des versions).',
  en: 'The chain of seals is broken at row {} of the Seals tab: that row was edited, moved or deleted. Nothing is issued until it is restored (File, Version history).',
};

/** One service call. Refused where the tab or a column is missing, or the chain does not hold. */
export function openChain(world: World): Answer<OpenChain> {
  const seals = tableOf(world, 'seals');
  if (!seals.ok) return seals;
  const chain = chainOf(seals.value);
  const check = verifyChain(chain);
  if (!check.ok) return refused(BROKEN[world.sheet.language].replace('{}', String(check.row)));
  return answered({ seals: seals.value, chain, head: check.head });
}

/** The rows of the seals tab. A row nobody could have written stays in, and breaks the chain. */
export function chainOf(view: TabView): readonly SealRow[] {
  const rows: SealRow[] = [];
  for (let row = 2; row <= lastRowOf(view); row++) {
    rows.push({
      seq: Number(cellOf(view, row, 'seq') ?? 0),
      type: sealType(textOf(view, row, 'type')),
      number: textOf(view, row, 'number'),
      at: textOf(view, row, 'at'),
      snapshot: rawText(view, row, 'snapshot'),
      prev: textOf(view, row, 'prev'),
      hash: textOf(view, row, 'hash'),
    });
  }
  return rows;
}

/** An unknown word becomes another than was hashed: the chain then names the row. */
function sealType(text: string): SealType {
  return SEAL_TYPES.find((type) => type === text) ?? 'SETTING';
}

/** As it was written, without trimming: it is what was hashed. */
function rawText(view: TabView, row: number, key: string): string {
  const cell = cellOf(view, row, key);
  return typeof cell === 'string' ? cell : '';
}

const NOT_KEPT: Words = {
  fr: 'La feuille n’a pas gardé les sceaux tels qu’ils ont été écrits : rien d’autre n’a été fait. Rechargez la feuille et vérifiez l’onglet Sceaux.',
  en: 'The sheet did not keep the seals as they were written: nothing else was done. Reload the sheet and check the Seals tab.',
};

/** One write of the new rows, and one read of what the sheet made of them. @returns why it may not go on, `null` where it may */
export function appendSeals(world: World, seals: TabView, rows: readonly SealRow[]): string | null {
  if (rows.length === 0) return null;
  const first = appendBelow(world, seals, rows.map(sealCells));
  world.sheet.flush();
  const hashes = world.sheet.readColumn('seals', placeOf(seals, 'hash') + 1);
  const isKept = rows.every(({ hash }, index) => hashes[first - 1 + index] === hash);
  const isLast = hashes.length === first - 1 + rows.length;
  return isKept && isLast && first === lastRowOf(seals) + 1 ? null : NOT_KEPT[world.sheet.language];
}

/**
 * Continues the chain without reading what it holds: three light calls, under the lock. Nothing joins where nothing was ever sealed, or the
 * tab is not as it was set up: the daily run, which verifies the chain, seals what is missing.
 */
export function joinChain(world: World, contents: readonly SealContent[]): void {
  const seals = viewOf('seals', [world.sheet.readHeader('seals')], world.sheet.language);
  if (!seals.ok) return;
  const hashes = world.sheet.readColumn('seals', placeOf(seals.value, 'hash') + 1).map(readText);
  if (hashes.length < 2 || hashes.some((hash) => hash === '')) return;
  const head = { seq: hashes.length - 1, hash: hashes[hashes.length - 1] };
  const rows = continued(world, { head }, contents);
  appendBelow(world, seals.value, rows.map(sealCells), hashes.length);
}

function sealCells({ seq, type, number, at, snapshot, prev, hash }: SealRow): Row {
  return { seq, type, number, at, snapshot, prev, hash };
}

/** The rows that continue the chain with some contents, in their order. */
export function continued(
  world: World,
  { head }: Pick<OpenChain, 'head'>,
  contents: readonly SealContent[],
): readonly SealRow[] {
  const rows: SealRow[] = [];
  let last = head ?? genesisHead(world.sheet.id, world.token());
  for (const content of contents) {
    const row = sealNext(last, content);
    rows.push(row);
    last = row;
  }
  return rows;
}
