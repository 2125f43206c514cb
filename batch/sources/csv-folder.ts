/** A folder of CSV files: `clients.csv`, `invoices.csv` … one a table, with or without a byte-order mark, comma or semicolon. */
import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { NEEDED_TABLES, TABLE_KEYS, type TableKey } from '../../shared/register/tables.ts';
import { pourCsvFile } from './csv-file.ts';
import { type CellSink, type Source, SourceError, type SourceInfo } from './source.ts';

/** Opens a folder; throws a SourceError where it is none, or has no clients or no invoices. */
export function openCsvFolder(folder: string): Source {
  const files = filesOf(folder);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return {
    async read(begin: () => CellSink, progress: (share: number) => void): Promise<SourceInfo> {
      const sink = begin();
      let done = 0;
      for (const { table, path } of files) {
        pourCsvFile(path, table, sink, (count) => {
          done += count;
          progress(bytes === 0 ? 1 : done / bytes);
        });
      }
      return { kind: 'folder', name: basename(resolve(folder)), moving: false };
    },
  };
}

type TableFile = { readonly table: TableKey; readonly path: string; readonly size: number };

function filesOf(folder: string): readonly TableFile[] {
  if (!existsSync(folder)) {
    throw new SourceError({
      fr: `le dossier « ${folder} » n’existe pas ; donnez le dossier qui contient clients.csv et invoices.csv, ou l’adresse d’une feuille Google.`,
      en: `the folder "${folder}" does not exist; give the folder that holds clients.csv and invoices.csv, or the address of a Google Sheet.`,
    });
  }
  const files = TABLE_KEYS.map((table) => ({ table, path: join(folder, `${table}.csv`) })).filter(
    ({ path }) => existsSync(path),
  );
  for (const table of NEEDED_TABLES) {
    if (files.some((file) => file.table === table)) continue;
    throw new SourceError({
      fr: `« ${folder} » n’est pas un registre : le fichier ${table}.csv manque. Seuls clients.csv et invoices.csv sont indispensables.`,
      en: `"${folder}" is not a register: the file ${table}.csv is missing. Only clients.csv and invoices.csv are indispensable.`,
    });
  }
  return files.map((file) => ({ ...file, size: statSync(file.path).size }));
}
