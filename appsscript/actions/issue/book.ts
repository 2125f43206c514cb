/** The book: what issuing reads, each tab once, with the chain of seals verified before anything rests on it. */
import type { Words } from '../../../shared/base/words.ts';
import { type ChainHead, type SealRow, verifyChain } from '../../../shared/invoicing/seal.ts';
import type { Snapshot } from '../../../shared/invoicing/snapshot.ts';
import { readSnapshot } from '../../../shared/invoicing/snapshot-text.ts';
import { SEAL_TYPES, type SealType } from '../../../shared/register/addon-tables.ts';
import type { Register } from '../../../shared/register/entries.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, cellOf, lastRowOf, refused, type TabView, tableOf, textOf, viewOf } from '../frame.ts';
import { type Drafting, openDrafting } from '../record/drafting.ts';

/** A sealed document, as its seal has it. */
export type Sealed = {
  readonly snapshot: Snapshot;
  readonly hash: string;
  readonly at: string; // UTC
};

export type Book = {
  readonly drafting: Drafting;
  readonly register: Register;
  readonly invoices: TabView;
  readonly lines: TabView;
  readonly drafts: TabView;
  readonly journal: TabView;
  readonly seals: TabView;
  readonly chain: readonly SealRow[];
  readonly head: ChainHead | null; // null: nothing was ever sealed
  readonly sealed: readonly Sealed[]; // in the order of issue
};

const BROKEN: Words = {
  fr: 'La chaîne des sceaux est rompue à la ligne {} de l’onglet Sceaux : cette ligne a été modifiée, déplacée ou supprimée. Rien n’est émis tant qu’elle n’est pas rétablie (Fichier, Historique des versions).',
  en: 'The chain of seals is broken at row {} of the Seals tab: that row was edited, moved or deleted. Nothing is issued until it is restored (File, Version history).',
};

/** Opens the book: a service call a tab. Refused where a tab or a column is missing, or the chain does not hold. */
export function openBook(world: World): Answer<Book> {
  const { language } = world.sheet;
  const drafting = openDrafting(world, ['settings', 'clients', 'invoices']);
  const invoices = viewOf('invoices', drafting.grids.get('invoices') ?? [], language);
  const lines = viewOf('lines', drafting.linesGrid, language);
  const drafts = viewOf('drafts', drafting.draftsGrid, language);
  const journal = tableOf(world, 'journal');
  const seals = tableOf(world, 'seals');
  if (!invoices.ok) return invoices;
  if (!lines.ok) return lines;
  if (!drafts.ok) return drafts;
  if (!journal.ok) return journal;
  if (!seals.ok) return seals;
  const chain = chainOf(seals.value);
  const check = verifyChain(chain);
  if (!check.ok) return refused(BROKEN[language].replace('{}', String(check.row)));
  return answered({
    drafting,
    register: drafting.register,
    invoices: invoices.value,
    lines: lines.value,
    drafts: drafts.value,
    journal: journal.value,
    seals: seals.value,
    chain,
    head: check.head,
    sealed: sealedIn(chain),
  });
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

/** The documents of a verified chain. */
export function sealedIn(chain: readonly SealRow[]): readonly Sealed[] {
  const sealed: Sealed[] = [];
  for (const { type, snapshot, hash, at } of chain) {
    if (type !== 'ISSUE' && type !== 'CREDIT') continue;
    const read = readSnapshot(snapshot);
    if (read.ok) sealed.push({ snapshot: read.value, hash, at });
  }
  return sealed;
}
