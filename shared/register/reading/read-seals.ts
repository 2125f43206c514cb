/** The chain of seals as a source has it, row by row: thousands of texts of two thousand characters, of which none is kept here. */
import type { Cell } from '../../base/problem.ts';
import { readText } from '../cells.ts';
import type { Register } from '../entries.ts';
import { cellAt, type Place, type Places, type RowCells, sheetRow } from '../row-cells.ts';
import type { Evidence } from './evidence.ts';

/** One row of the seals, as it is written: what a seal's row should be, the chain itself says. */
export type SealCells = {
  readonly row: number;
  readonly seq: number; // NaN where it is no number
  readonly type: string;
  readonly number: string;
  readonly at: string;
  readonly snapshot: string; // untrimmed: it is what was hashed
  readonly prev: string;
  readonly hash: string;
};

/** All that was read before the seals, to compare them with. */
export type ReadSoFar = {
  readonly register: Register;
  readonly evidence: Evidence;
  readonly documentOf: (number: string) => number; // -1 where no row has it
  readonly paymentRowOf: (id: string) => number; // as the sheet numbers it, read or left out; 0 where no row has it
};

/** Takes the seals one by one, in the order of their rows. */
export type SealTaker = (seal: SealCells, read: ReadSoFar) => void;

export function readSealRow(cells: RowCells, places: Places): SealCells {
  const text = (key: string): string => readText(cellAt(cells, places.of(key)));
  return {
    row: sheetRow(cells),
    seq: numberOf(cellAt(cells, places.of('seq'))),
    type: text('type'),
    number: text('number'),
    at: text('at'),
    snapshot: rawText(cells, places.of('snapshot')),
    prev: text('prev'),
    hash: text('hash'),
  };
}

function numberOf(cell: Cell): number {
  return cell === null || cell === '' || typeof cell === 'boolean' ? Number.NaN : Number(cell);
}

function rawText(cells: RowCells, place: Place): string {
  const cell = cellAt(cells, place);
  return typeof cell === 'string' ? cell : readText(cell);
}
