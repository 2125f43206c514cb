import { type Language, typesetFrench, type Words } from '../../../shared/base/words.ts';
import type { SealRow } from '../../../shared/invoicing/seal.ts';
import type { Snapshot } from '../../../shared/invoicing/snapshot.ts';
import { draftIn, readSnapshot } from '../../../shared/invoicing/snapshot-text.ts';
import type { Register } from '../../../shared/register/entries.ts';
import type { TableKey } from '../../../shared/register/tables.ts';
import { witnessNumber } from '../../../shared/register/witness.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, refused, type TabView, tableOf, textOf, textsOf, viewOf } from '../frame.ts';
import { type Drafting, openDrafting } from '../record/drafting.ts';
import { type OpenChain, openChain } from './chain.ts';

/** A sealed document, as its seal has it. Of most documents only the number is asked: what was sealed is read when it is needed. */
export type Sealed = {
  readonly number: string;
  readonly draft: string;
  readonly isCreditNote: boolean;
  readonly snapshot: Snapshot;
  readonly hash: string;
  readonly at: string; // UTC
};

export type Book = OpenChain & {
  readonly drafting: Drafting;
  readonly register: Register;
  readonly invoices: TabView;
  readonly lines: TabView;
  readonly drafts: TabView;
  readonly journal: TabView;
  readonly sealed: readonly Sealed[]; // in the order of issue
};

/** What issuing has to know; what was paid changes no number. */
const ISSUING: readonly TableKey[] = ['settings', 'clients', 'invoices'];

/**
 * Opens the book: a service call a tab. Refused where a tab or a column is missing, or the chain does not hold.
 * @param seen more tables where credit is asked for: without its payments a client seems to owe all that was ever invoiced
 */
export function openBook(world: World, seen: readonly TableKey[] = ISSUING): Answer<Book> {
  const { language } = world.sheet;
  const drafting = openDrafting(world, seen);
  const invoices = viewOf('invoices', drafting.grids.get('invoices') ?? [], language);
  const lines = viewOf('lines', drafting.linesGrid, language);
  const drafts = viewOf('drafts', drafting.draftsGrid, language);
  const journal = tableOf(world, 'journal');
  const opened = openChain(world);
  if (!invoices.ok) return invoices;
  if (!lines.ok) return lines;
  if (!drafts.ok) return drafts;
  if (!journal.ok) return journal;
  if (!opened.ok) return opened;
  const lost = rowOfLostSeal(invoices.value, opened.value.chain);
  if (lost > 0) return refused(lostText(invoices.value, lost, language));
  return answered({
    drafting,
    register: drafting.register,
    invoices: invoices.value,
    lines: lines.value,
    drafts: drafts.value,
    journal: journal.value,
    ...opened.value,
    sealed: sealedIn(opened.value.chain),
  });
}

/**
 * A row that bears a seal which the chain has no more: a chain that lost its end, or all of it, holds together and yet is not what was
 * sealed. 0 where there is none.
 */
function rowOfLostSeal(invoices: TabView, chain: readonly SealRow[]): number {
  const known = new Set(chain.map(({ hash }) => witnessNumber(hash)));
  const place = textsOf(invoices, 'seal').findIndex((text) => {
    const witness = witnessNumber(text);
    return witness !== null && !known.has(witness);
  });
  return place < 0 ? 0 : place + 2;
}

const LOST: Words = {
  fr: 'La facture {number} (ligne {row} de l’onglet Factures) porte un sceau que l’onglet Sceaux n’a plus : rien n’est émis tant qu’il n’est pas rétabli (Fichier, Historique des versions). Si cette ligne vient d’une autre feuille, videz sa cellule Sceau.',
  en: 'Invoice {number} (row {row} of the Invoices tab) bears a seal that the Seals tab no longer has: nothing is issued until it is restored (File, Version history). If that row comes from another sheet, empty its Seal cell.',
};

function lostText(invoices: TabView, row: number, language: Language): string {
  const words = language === 'fr' ? typesetFrench(LOST.fr) : LOST.en;
  return words.replace('{number}', () => textOf(invoices, row, 'number')).replace('{row}', String(row));
}

/** The documents of a verified chain. */
export function sealedIn(chain: readonly SealRow[]): readonly Sealed[] {
  return chain.flatMap((row) => {
    const isDocument = row.type === 'ISSUE' || row.type === 'CREDIT';
    const draft = isDocument ? draftIn(row.snapshot) : null;
    return draft === null ? [] : [sealedOf(row, draft)];
  });
}

function sealedOf({ at, hash, number, snapshot, type }: SealRow, draft: string): Sealed {
  let known: Snapshot | null = null;
  return {
    number,
    draft,
    isCreditNote: type === 'CREDIT',
    hash,
    at,
    get snapshot() {
      known ??= sealedSnapshot(snapshot, number);
      return known;
    },
  };
}

function sealedSnapshot(text: string, number: string): Snapshot {
  const read = readSnapshot(text);
  if (!read.ok) throw new Error(`what was sealed of ${number} is of another version`);
  return read.value;
}
