/** A register in a Google spreadsheet as the add-on sets it up in French, for what writes into it. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type CivilDate, dayNumber, serialOfDay } from '../../../shared/base/civil-date.ts';
import { SOURCE_TABLES, type SourceTableKey } from '../../../shared/register/source-tables.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { type Plan, type SeenRequest, startSheetsServer } from '../../workspace/sheets-server.ts';
import {
  addTab,
  type CellValue,
  newSpreadsheet,
  type Spreadsheet,
  type Tab,
} from '../../workspace/spreadsheet.ts';
import { type Ran, runCommand } from '../runs.ts';

export const ID = '1AbcDefGhiJklMnoPqrStuVwxYz0123456789-_AbCdE';

export const STATEMENT =
  'Date;Libellé;Débit;Crédit;Solde\n05/11/2026;=HYPERLINK("x") VIR OLLIER F2026-00012;;120,00;1 120,00\n06/11/2026;VIR GARAGE BELLON;;80,00;1 200,00\n' +
  '07/11/2026;+FRAIS;-2,00;;1 198,00\n08/11/2026;0012;;17,00;1 215,00\n';

export const serial = (date: CivilDate): number => serialOfDay(dayNumber(date));

const ROWS: Readonly<Partial<Record<SourceTableKey, readonly (readonly [string, ...CellValue[]])[]>>> = {
  settings: [
    ['key', 'companyName', 'locale'],
    ['value', 'Maison Ollier', 'fr_FR'],
  ],
  clients: [
    ['code', 'C1', 'C2'],
    ['name', 'Épicerie Ollier', 'Garage Bellon'],
  ],
  invoices: [
    ['number', 'F2026-00012', 'F2026-00013'],
    ['client', 'C1', 'C2'],
    ['issueDate', serial('2026-10-01'), serial('2026-10-01')],
    ['dueDate', serial('2026-10-31'), serial('2026-10-31')],
    ['total', 120, 80],
  ],
};

/** As the add-on sets it up in French, with a column of the firm's own among the payments, and one payment. */
export function register(): Spreadsheet {
  const book = newSpreadsheet(ID, 'Registre 2026');
  for (const [table, columns = []] of Object.entries(ROWS)) {
    const key = table === 'settings' || table === 'clients' ? table : 'invoices';
    const header = columns.map(([name]) => headerOf(key, name));
    const count = (columns[0]?.length ?? 1) - 1;
    addTab(book, SOURCE_TABLES[key].title.fr, [
      header,
      ...Array.from({ length: count }, (_, row) => columns.map((cells) => cells[row + 1] ?? null)),
    ]);
  }
  const paid = SOURCE_TABLES.payments.columns.map(({ header }) => header.fr);
  addTab(book, 'Règlements', [
    [...paid.slice(0, 2), 'À moi', ...paid.slice(2)],
    ['P1', serial('2026-10-03'), 'oui', 'C2', 'F2026-00013', 5],
  ]);
  addTab(book, 'Relevés bancaires', [SOURCE_TABLES.bank.columns.map(({ header }) => header.fr)]);
  return book;
}

function headerOf(table: SourceTableKey, key: string): string {
  return SOURCE_TABLES[table].columns.find((column) => column.key === key)?.header.fr ?? key;
}

export function tabOf(book: Spreadsheet, title: string): Tab {
  const tab = book.tabs.find((one) => one.title === title);
  if (!tab) throw new Error(title);
  return tab;
}

/** Rows below the header, by the columns' keys, without empty cells. */
export function rowsOf(book: Spreadsheet, table: 'payments' | 'bank'): readonly Record<string, CellValue>[] {
  const [header = [], ...rows] = tabOf(book, SOURCE_TABLES[table].title.fr).rows;
  const keys = header.map(
    (text) => SOURCE_TABLES[table].columns.find((one) => one.header.fr === text)?.key ?? String(text),
  );
  return rows
    .map((row) =>
      Object.fromEntries(row.flatMap((cell, at) => (cell === null ? [] : [[keys[at] ?? '', cell]]))),
    )
    .filter((row) => Object.keys(row).length > 0);
}

export type Served = {
  readonly seen: readonly SeenRequest[];
  run(...args: readonly string[]): Promise<Ran>; // `import-bank`, beside a statement
};

export async function served(
  book: Spreadsheet,
  plan?: Plan,
  files: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const server = await startSheetsServer([book], plan);
  onTestFinished(() => server.close());
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries({ 'releve.csv': STATEMENT, ...files }))
    writeFileSync(join(folder, name), text);
  const environment = { ENCAISSE_SHEETS_ROOT_URL: server.url };
  return {
    seen: server.seen,
    run: (...args) =>
      runCommand('import-bank', ['--register', ID, '--as-of', '2026-11-20', ...args], {
        folder,
        environment,
      }),
  };
}

export const importId = ({ out }: Ran): string => /I-[0-9a-f]{10}/.exec(out)?.[0] ?? '';
export const keysIn = ({ out }: Ran): readonly string[] => out.match(/b1:[0-9a-f]{20}/g) ?? [];
