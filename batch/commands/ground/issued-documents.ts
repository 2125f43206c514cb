/** Every issued document of a register: from its seal where it has one, else from its rows. */
import type { CheckNotice } from '../../../shared/invoicing/notice.ts';
import { type DocumentGrids, rowDocuments } from '../../../shared/invoicing/row-snapshot.ts';
import type { Snapshot } from '../../../shared/invoicing/snapshot.ts';
import { readSnapshot } from '../../../shared/invoicing/snapshot-text.ts';
import { dateOrderOf } from '../../../shared/register/cell-dates.ts';
import type { Register } from '../../../shared/register/entries.ts';
import type { SourceTableKey } from '../../../shared/register/source-tables.ts';
import { type KeptCells, keepingCells } from '../../sources/kept-cells.ts';
import { type OpenedRegister, readRegister } from './read-register.ts';
import type { World } from './world.ts';

export type IssuedDocument = {
  readonly number: string;
  readonly index: number; // in the register's invoices
  readonly snapshot: Snapshot | null; // null: the rows make no document; the notices say why
  readonly hash: string; // its seal's; empty: it was never sealed
  readonly notices: readonly CheckNotice[];
};

export type IssuedRegister = OpenedRegister & {
  /** In the order of the rows. @param isWanted by index into the register's invoices */
  readonly documents: (isWanted?: (index: number) => boolean) => readonly IssuedDocument[];
  readonly kept: KeptCells; // the cells of invoices, lines, payments and what else was asked for, as they stand
};

type Sealed = { readonly snapshot: Snapshot; readonly hash: string };

/** @param also tables whose cells are kept beside those of documents  @throws UsageError, SourceError */
export async function readIssued(
  register: string,
  world: World,
  also: readonly SourceTableKey[] = [],
): Promise<IssuedRegister> {
  let seals = new Map<string, Sealed>();
  let kept: KeptCells = new Map();
  const opened = await readRegister(register, world, () => {
    const found = new Map<string, Sealed>();
    seals = found;
    return {
      takeSeal: ({ hash, snapshot: text, type }) => {
        if (type !== 'ISSUE' && type !== 'CREDIT') return;
        const snapshot = readSnapshot(text);
        if (snapshot.ok) found.set(snapshot.value.number, { snapshot: snapshot.value, hash });
      },
      through: (reader) => {
        const keeping = keepingCells(reader, ['invoices', 'lines', 'payments', ...also]);
        kept = keeping.kept;
        return keeping.sink;
      },
    };
  });
  const grids: DocumentGrids = { invoices: kept.get('invoices') ?? [], lines: kept.get('lines') ?? [] };
  const { register: read } = opened.read;
  return { ...opened, kept, documents: (isWanted) => documentsOf(read, grids, seals, isWanted) };
}

function documentsOf(
  register: Register,
  grids: DocumentGrids,
  seals: ReadonlyMap<string, Sealed>,
  isWanted: (index: number) => boolean = () => true,
): readonly IssuedDocument[] {
  const { locale, texts } = register.settings;
  const reading = {
    locale,
    dateOrder: dateOrderOf(locale),
    isRegistered: (texts.get('vatNumber') ?? '') !== '',
  };
  return rowDocuments(grids, register, reading, isWanted).map((document) => {
    const sealed = seals.get(document.number);
    return sealed ? { ...document, ...sealed, notices: [] } : { ...document, hash: '' };
  });
}
