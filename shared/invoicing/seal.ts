/**
 * The chain of seals: each row's hash covers its content and the hash before it, so that an edit, an insertion, a deletion or a swap
 * shows, with its row. Removing the last rows shows only against an anchor kept elsewhere.
 */
import { sha256 } from '../base/sha256.ts';
import type { SealType } from '../register/addon-tables.ts';

export type SealRow = {
  readonly seq: number; // from 1, without gap
  readonly type: SealType;
  readonly number: string;
  readonly at: string; // `2026-11-25T08:30:00Z`
  readonly snapshot: string; // as it was hashed
  readonly prev: string;
  readonly hash: string;
};

/** A row as a sheet has it, whatever stands in its type. */
export type WrittenSeal = Omit<SealRow, 'type'> & { readonly type: string };

/** Where the chain stands: its last row, or its genesis with `seq` 0. */
export type ChainHead = { readonly seq: number; readonly hash: string };

export type SealContent = {
  readonly type: SealType;
  readonly number: string;
  readonly at: string;
  readonly snapshotText: string;
};

/** What is wrong with a row of the chain. */
export type ChainFault =
  | 'seq' // not one more than the row before: inserted, deleted or moved
  | 'prev' // does not continue the row before
  | 'hash' // the row is not what was sealed
  | 'genesis' // the first row starts no chain
  | 'missing' // an anchor names a row that is gone
  | 'anchor'; // the row an anchor names has another hash: rewritten since

export type ChainCheck =
  | { readonly ok: true; readonly head: ChainHead | null } // null: an empty chain
  | { readonly ok: false; readonly row: number; readonly field: ChainFault }; // the sheet's row, header 1

const VERSION = 'h1';
const GENESIS = /^h1:genesis:\S+:\S+$/;

/** The head of a chain with no row yet. @param random a token nobody guesses twice */
export function genesisHead(spreadsheetId: string, random: string): ChainHead {
  return { seq: 0, hash: `${VERSION}:genesis:${spreadsheetId}:${random}` };
}

/** The row that continues the chain. */
export function sealNext(head: ChainHead, { type, number, at, snapshotText }: SealContent): SealRow {
  const row = { seq: head.seq + 1, type, number, at, snapshot: snapshotText, prev: head.hash };
  return { ...row, hash: hashOf(row) };
}

function hashOf(
  { seq, type, number, at, prev, snapshot }: Omit<WrittenSeal, 'hash'>,
  digest: Digest = sha256,
): string {
  return `${VERSION}:${digest([VERSION, seq, type, number, at, prev, snapshot].join('\n'))}`;
}

/**
 * Verifies the whole chain, first fault first.
 * @param rows as the sheet has them from row 2 down   @param anchor a head seen before and kept outside the sheet
 */
export function verifyChain(rows: readonly SealRow[], anchor: ChainHead | null = null): ChainCheck {
  let head: ChainHead | null = null;
  for (const [index, row] of rows.entries()) {
    const field = sealFault(row, head);
    if (field !== null) return { ok: false, row: index + 2, field };
    if (anchor !== null && anchor.seq === row.seq && anchor.hash !== row.hash) {
      return { ok: false, row: index + 2, field: 'anchor' };
    }
    head = { seq: row.seq, hash: row.hash };
  }
  if (anchor !== null && anchor.seq > rows.length) {
    return { ok: false, row: rows.length + 2, field: 'missing' };
  }
  return { ok: true, head };
}

/** The hex digits of the SHA-256 of a text's UTF-8 bytes. */
export type Digest = (text: string) => string;

/**
 * What is wrong with the row after a head; `null` where it continues the chain.
 * @param digest a quicker SHA-256 than our own, where there is one
 */
export function sealFault(
  row: WrittenSeal,
  head: ChainHead | null,
  digest: Digest = sha256,
): ChainFault | null {
  if (row.seq !== (head === null ? 1 : head.seq + 1)) return 'seq';
  if (head === null && !GENESIS.test(row.prev)) return 'genesis';
  if (head !== null && row.prev !== head.hash) return 'prev';
  if (/\n/.test(row.type + row.number + row.at)) return 'hash'; // or text could move over from one field to the next
  return row.hash === hashOf(row, digest) ? null : 'hash';
}

/** What an invoice prints of its seal: the first 12 hex digits. */
export function witnessOf(hash: string): string {
  return hash.slice(VERSION.length + 1, VERSION.length + 13);
}
