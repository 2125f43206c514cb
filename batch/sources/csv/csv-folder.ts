/** A folder of CSV files: `clients.csv`, `invoices.csv` … one a table, with or without a byte-order mark, comma or semicolon. */
import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { normaliseWord } from '../../../shared/register/known-words.ts';
import {
  SOURCE_TABLE_KEYS,
  SOURCE_TABLES,
  type SourceTableKey,
} from '../../../shared/register/source-tables.ts';
import { NEEDED_TABLES } from '../../../shared/register/tables.ts';
import type { CellSink, Source, SourceInfo } from '../source.ts';
import { newCsvView } from './csv-block.ts';
import { noSuchFolder, notAFolder, notARegister, unreadable } from './csv-faults.ts';
import { pourCsvFile } from './csv-file.ts';

/** Opens a folder; throws a SourceError where it is none, cannot be read, or has no clients or no invoices. */
export function openCsvFolder(folder: string): Source {
  const files = filesOf(folder);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return {
    async read(begin: () => CellSink, progress: (share: number) => void): Promise<SourceInfo> {
      const sink = begin();
      const view = newCsvView();
      let done = 0;
      for (const { table, path, others } of files) {
        const report = (count: number): void => {
          done += count;
          progress(bytes === 0 ? 1 : Math.min(1, done / bytes));
        };
        pourCsvFile(path, table, sink, report, undefined, view);
        for (const found of others) sink.flaw({ code: 'table/duplicate', row: 1, found });
      }
      return { kind: 'folder', name: basename(resolve(folder)), moving: false };
    },
  };
}

type TableFile = {
  readonly table: SourceTableKey;
  readonly path: string;
  readonly size: number;
  readonly others: readonly string[]; // names of files that give the same table
};

function filesOf(folder: string): readonly TableFile[] {
  const names = namesIn(folder);
  const files = SOURCE_TABLE_KEYS.map((table) => ({ table, names: namesFor(table, names) }));
  for (const table of NEEDED_TABLES) {
    if (files.some((file) => file.table === table && file.names.length === 0))
      throw notARegister(folder, table);
  }
  return files
    .filter((file) => file.names.length > 0)
    .map((file) => {
      const path = join(folder, file.names[0]);
      return { table: file.table, path, size: sizeOf(path), others: file.names.slice(1) };
    });
}

function namesIn(folder: string): readonly string[] {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) throw noSuchFolder(folder);
  if (!found.isDirectory()) throw notAFolder(folder);
  try {
    return readdirSync(folder);
  } catch (error) {
    throw unreadable(folder, error);
  }
}

/** The table's own name first; then, as the tabs of a sheet, what bears its key or a title, whatever the case and the accents. */
export function namesFor(table: SourceTableKey, names: readonly string[]): readonly string[] {
  const { key, title } = SOURCE_TABLES[table];
  const words = [key, title.fr, title.en].map(normaliseWord);
  const own = `${key}.csv`;
  const alike = names.filter(
    (name) => /\.csv$/i.test(name) && words.includes(normaliseWord(name.slice(0, -'.csv'.length))),
  );
  return [...alike.filter((name) => name === own), ...alike.filter((name) => name !== own).sort()];
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    throw unreadable(path, error);
  }
}
