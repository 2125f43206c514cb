import type { SealRow } from '../../../shared/invoicing/seal.ts';
import type { Snapshot } from '../../../shared/invoicing/snapshot.ts';
import { draftIn, readSnapshot } from '../../../shared/invoicing/snapshot-text.ts';
import type { Register } from '../../../shared/register/entries.ts';
import type { TableKey } from '../../../shared/register/tables.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, type TabView, tableOf, viewOf } from '../frame.ts';
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
