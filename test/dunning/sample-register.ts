/** The sample register as the reader makes it: rows handed over as cells, without files. */
import { generateRegister } from '../../batch/sample/generate.ts';
import type { SampleOptions } from '../../batch/sample/options.ts';
import { SAMPLE_COLUMNS, type TableRow } from '../../batch/sample/rows.ts';
import type { Cell } from '../../shared/base/problem.ts';
import type { CellBlock } from '../../shared/register/cell-block.ts';
import type { Register } from '../../shared/register/entries.ts';
import { startReading } from '../../shared/register/read.ts';
import { TABLE_KEYS } from '../../shared/register/tables.ts';

/** Throws where the reader finds something to mend: the sample has nothing. */
export function sampleRegister(options: SampleOptions): Register {
  const rows = Array.from(generateRegister(options));
  const reader = startReading();
  for (const table of TABLE_KEYS) {
    const columns: readonly string[] = SAMPLE_COLUMNS[table];
    reader.header(table, columns);
    reader.rows(blockOf(rows.filter((row) => row.table === table).map((row) => cellsOf(row, columns))));
  }
  const { register, problems } = reader.finish();
  if (problems.length > 0) throw new Error(`the sample has ${problems.length} problems`);
  return register;
}

function cellsOf({ row }: TableRow, columns: readonly string[]): readonly Cell[] {
  const cells = new Map<string, Cell>(Object.entries(row));
  return columns.map((column) => cells.get(column) || null);
}

function blockOf(rows: readonly (readonly Cell[])[]): CellBlock {
  return {
    firstRow: 2,
    rowCount: rows.length,
    cell: (row, column) => rows[row][column],
    plainDay: () => Number.NaN,
    plainAmount: () => Number.NaN,
    stage: () => false,
    isBlank: (row) => rows[row].every((cell) => cell === null),
    rowFlaw: () => null,
  };
}
