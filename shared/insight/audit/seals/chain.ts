/**
 * The chain of seals read against the register: whether each row continues the one before, whether the heads that were seen before
 * are still there, and whether invoices and lines still say what was sealed. Rows pass one by one; none is kept.
 */
import { type DayNumber, NO_DAY, parseCivilDate } from '../../../base/civil-date.ts';
import type { Currency } from '../../../base/money.ts';
import { sha256 } from '../../../base/sha256.ts';
import { type ChainFault, type ChainHead, type Digest, sealFault } from '../../../invoicing/seal.ts';
import type { Snapshot } from '../../../invoicing/snapshot.ts';
import { readSnapshot } from '../../../invoicing/snapshot-text.ts';
import type { ReadSoFar, SealCells, SealTaker } from '../../../register/reading/read-seals.ts';
import { witnessNumber } from '../../../register/witness.ts';
import { type DocumentLines, linesByDocument } from './document-lines.ts';
import { type Difference, differencesOf } from './sealed-differences.ts';
import { newPaymentSealReader, type PaymentSeals } from './sealed-payments.ts';
import { readSettingSeal, type SealedSetting } from './sealed-settings.ts';

export type Chain = {
  readonly rows: number;
  readonly head: ChainHead | null; // the last row that stands; null: no row
  readonly faults: readonly SealFault[]; // in the order of the rows
  readonly documents: number; // invoices and credit notes sealed
  readonly sealRow: ReadonlyMap<number, number>; // a document's index to the row of its seal
  readonly sealedDay: ReadonlyMap<number, DayNumber>; // … to the day of its seal (UTC)
  readonly firstDay: DayNumber; // of the first document sealed; NO_DAY where none is
  readonly differences: readonly Difference[]; // in the order of the seals
  readonly orphans: readonly Orphan[]; // sealed, and in no row of the invoices
  readonly settings: readonly SealedSetting[];
  readonly witnesses: ReadonlySet<number>; // of the seals of documents
  readonly payments: PaymentSeals;
  readonly accounts: readonly Account[]; // the seller's IBAN as it was printed: each time it changed
};

export type SealFault = {
  readonly row: number;
  readonly number: string;
  readonly fault: ChainFault | 'snapshot' | 'twice';
};

export type Orphan = {
  readonly row: number; // of the seal
  readonly number: string;
  readonly issueDay: DayNumber;
  readonly currency: Currency;
  readonly total: number; // minor units
};

/** From a document on the seller's account is this one. */
export type Account = {
  readonly row: number; // of the seal
  readonly number: string;
  readonly day: DayNumber; // of the seal
  readonly iban: string;
};

export type ChainReader = { readonly take: SealTaker; readonly chain: () => Chain };

type Growing = {
  -readonly [Key in Exclude<keyof Chain, 'payments'>]: Chain[Key] extends readonly (infer Item)[]
    ? Item[]
    : Chain[Key] extends ReadonlyMap<infer K, infer V>
      ? Map<K, V>
      : Chain[Key] extends ReadonlySet<infer Member>
        ? Set<Member>
        : Chain[Key];
};

/**
 * @param anchors heads seen before and kept outside the register
 * @param digest a quicker SHA-256 than our own, where there is one
 */
export function newChainReader(anchors: readonly ChainHead[] = [], digest: Digest = sha256): ChainReader {
  const chain = emptyChain();
  const hashBySeq = new Map(anchors.filter(({ seq }) => seq > 0).map(({ hash, seq }) => [seq, hash]));
  const payments = newPaymentSealReader();
  let lines: DocumentLines | null = null;
  return {
    take(seal, read) {
      checkLink(chain, seal, hashBySeq, digest);
      lines = lines ?? linesByDocument(read.evidence.lines, read.register.invoices.count);
      if (seal.type === 'PAY' || seal.type === 'PAYVOID') payments.take(seal, read.paymentRowOf);
      else takeContent(chain, seal, read, lines);
    },
    chain: () => ({
      ...chain,
      payments: payments.seals(),
      faults: [...chain.faults, ...goneAnchors(chain, hashBySeq)],
    }),
  };
}

function emptyChain(): Growing {
  return {
    rows: 0,
    head: null,
    faults: [],
    documents: 0,
    sealRow: new Map(),
    sealedDay: new Map(),
    firstDay: NO_DAY,
    differences: [],
    orphans: [],
    witnesses: new Set(),
    settings: [],
    accounts: [],
  };
}

/** A row that does not hold is named, and the next is judged by what it says: one edit is one fault. */
function checkLink(
  chain: Growing,
  seal: SealCells,
  hashBySeq: ReadonlyMap<number, string>,
  digest: Digest,
): void {
  const { hash, number, row, seq } = seal;
  const expected = hashBySeq.get(seq);
  const fault =
    sealFault(seal, chain.head, digest) ?? (expected === undefined || expected === hash ? null : 'anchor');
  if (fault !== null) chain.faults.push({ row, number, fault });
  chain.head = { seq: Number.isSafeInteger(seq) ? seq : (chain.head?.seq ?? 0) + 1, hash };
  chain.rows++;
}

/** Heads that were seen and are past the last row. */
function goneAnchors({ head, rows }: Growing, hashBySeq: ReadonlyMap<number, string>): readonly SealFault[] {
  const last = head?.seq ?? 0;
  const gone = Array.from(hashBySeq.keys()).filter((seq) => seq > last);
  return gone.length === 0 ? [] : [{ row: rows + 2, number: String(Math.max(...gone)), fault: 'missing' }];
}

function takeContent(chain: Growing, seal: SealCells, read: ReadSoFar, lines: DocumentLines): void {
  if (seal.type === 'SETTING') {
    chain.settings.push(readSettingSeal(seal));
    return;
  }
  if (seal.type !== 'ISSUE' && seal.type !== 'CREDIT') return;
  const witness = witnessNumber(seal.hash);
  if (witness !== null) chain.witnesses.add(witness);
  const snapshot = readSnapshot(seal.snapshot);
  if (!snapshot.ok) {
    chain.faults.push({ row: seal.row, number: seal.number, fault: 'snapshot' });
    return;
  }
  takeDocument(chain, seal, snapshot.value, read, lines);
}

function takeDocument(
  chain: Growing,
  seal: SealCells,
  snapshot: Snapshot,
  read: ReadSoFar,
  lines: DocumentLines,
): void {
  const day = dayOf(seal.at.slice(0, 10));
  chain.documents++;
  if (chain.firstDay === NO_DAY) chain.firstDay = dayOf(snapshot.issueDate);
  keepAccount(chain, seal, snapshot.seller.iban, day);
  const document = read.documentOf(snapshot.number);
  if (document < 0) {
    const { currency, issueDate, number, totalMinor } = snapshot;
    chain.orphans.push({
      row: seal.row,
      number,
      issueDay: dayOf(issueDate),
      currency,
      total: Number(totalMinor),
    });
    return;
  }
  if (chain.sealRow.has(document)) chain.faults.push({ row: seal.row, number: seal.number, fault: 'twice' });
  chain.sealRow.set(document, seal.row);
  chain.sealedDay.set(document, day);
  chain.differences.push(...differencesOf(document, snapshot, read, lines));
}

function keepAccount({ accounts }: Growing, { number, row }: SealCells, iban: string, day: DayNumber): void {
  const last = accounts[accounts.length - 1];
  if (last === undefined || last.iban !== iban) accounts.push({ row, number, day, iban });
}

function dayOf(text: string): DayNumber {
  const day = parseCivilDate(text);
  return day.ok ? day.value : NO_DAY;
}
