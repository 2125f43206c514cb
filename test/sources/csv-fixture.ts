/** What the tests of the CSV source share: a file's bytes in, all that a sink was handed out. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pourCsvFile } from '../../batch/sources/csv/csv-file.ts';
import { openCsvFolder } from '../../batch/sources/csv/csv-folder.ts';
import type { CellSink } from '../../batch/sources/source.ts';
import type { Cell } from '../../shared/base/problem.ts';
import type { RowFlaw, TableFlaw } from '../../shared/register/cell-block.ts';
import { type ReadRegister, startReading } from '../../shared/register/read.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';

/** A row as a sink was handed it. */
export type PouredRow = {
  readonly row: number; // as the sheet numbers it
  readonly cells: readonly Cell[];
  readonly blank: boolean;
  readonly flaw: RowFlaw | null;
};

export type PouredFile = {
  readonly headers: readonly Cell[];
  readonly rows: readonly PouredRow[];
  readonly flaws: readonly TableFlaw[];
  readonly bytes: number; // as reported on the way
};

/** Pours one file. @param chunk bytes read at once */
export function pourBytes(bytes: string | Uint8Array, chunk?: number): PouredFile {
  const path = join(temporaryFolder(), 'clients.csv');
  writeFileSync(path, bytes);
  return pourPath(path, chunk);
}

export function pourPath(path: string, chunk?: number): PouredFile {
  const headers: Cell[] = [];
  const rows: PouredRow[] = [];
  const flaws: TableFlaw[] = [];
  let reported = 0;
  pourCsvFile(path, 'clients', collectingSink(headers, rows, flaws), (count) => (reported += count), chunk);
  return { headers, rows, flaws, bytes: reported };
}

function collectingSink(headers: Cell[], rows: PouredRow[], flaws: TableFlaw[]): CellSink {
  return {
    header: (_, cells) => headers.push(...cells),
    flaw: (flaw) => flaws.push(flaw),
    rows(block) {
      for (let at = 0; at < block.rowCount; at++) {
        rows.push({
          row: block.firstRow + at,
          cells: headers.map((_, column) => block.cell(at, column)),
          blank: block.isBlank(at),
          flaw: block.rowFlaw(at),
        });
      }
    },
  };
}

/** The cells of a file's rows, blank ones too. */
export function cellsOf(bytes: string | Uint8Array, chunk?: number): readonly (readonly Cell[])[] {
  return pourBytes(bytes, chunk).rows.map(({ cells }) => cells);
}

/** Files by name; a key of TABLE_KEYS gets `.csv`. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export function writeFolder(files: Files): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, /\./.test(name) ? name : `${name}.csv`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

/** Reads a register of CSV files, with the least that a register needs where a test does not say. */
export async function readFiles(files: Files): Promise<ReadRegister> {
  return readFolder(
    writeFolder({ clients: 'code,name\n', invoices: 'number,client,issueDate,total\n', ...files }),
  );
}

export async function readFolder(folder: string): Promise<ReadRegister> {
  let reader = startReading();
  await openCsvFolder(folder).read(
    () => {
      reader = startReading();
      return reader;
    },
    () => undefined,
  );
  return reader.finish();
}

/** What went wrong, where: `invoices 3 total amount/invalid`. */
export function problemLines({ problems }: ReadRegister): readonly string[] {
  return problems.map(({ code, table, row, column }) => [table, row, column, code].filter(String).join(' '));
}
