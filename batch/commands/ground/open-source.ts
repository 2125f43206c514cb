/** The source a register's name stands for: a Google spreadsheet, or a folder of CSV files. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../../options/usage-error.ts';
import { openCsvFolder } from '../../sources/csv/csv-folder.ts';
import { openGoogleSheet, spreadsheetIdOf } from '../../sources/sheet/google-sheet.ts';
import type { GoogleSheetOptions } from '../../sources/sheet/sheet-connection.ts';
import { googleCredentials, type SheetUse } from '../../sources/sheet/sheet-credentials.ts';
import type { Source } from '../../sources/source.ts';
import type { World } from './world.ts';

export type NamedSource = { readonly source: Source; readonly key: string }; // the key tells registers apart for ever

/** Where a test or a demonstration stands in for Google: a server on this machine. */
const ROOT_VARIABLE = 'ENCAISSE_SHEETS_ROOT_URL';

/** How the spreadsheet of an id is reached from here. */
export function sheetOptions(
  spreadsheetId: string,
  { environment, folder }: World,
  use: SheetUse,
): GoogleSheetOptions {
  const rootUrl = environment[ROOT_VARIABLE];
  const local = rootUrl !== undefined && rootUrl !== '';
  return {
    spreadsheetId,
    credentials: local ? null : googleCredentials(environment, folder, use),
    ...(local ? { rootUrl } : {}),
  };
}

/** @throws UsageError on a workbook and on the address of anything but a spreadsheet; SourceError where the folder is none */
export function openSource(register: string, world: World): NamedSource {
  const path = resolve(world.folder, register);
  if (!existsSync(path) || !statSync(path).isDirectory()) {
    const spreadsheetId = spreadsheetIdOf(register);
    if (spreadsheetId !== null) {
      return { source: openGoogleSheet(sheetOptions(spreadsheetId, world, 'read')), key: spreadsheetId };
    }
    refuseAddress(register);
    refuseWorkbook(register);
  }
  return { source: openCsvFolder(path), key: path };
}

function refuseAddress(register: string): void {
  if (!/^https?:/i.test(register)) return;
  throw new UsageError({
    fr: `«\u202f${register}\u202f» n’est pas l’adresse d’une feuille Google\u202f: elle commence par https://docs.google.com/spreadsheets/d/ suivi de son long identifiant`,
    en: `"${register}" is not the address of a Google Sheet, which begins with https://docs.google.com/spreadsheets/d/ and its long id`,
  });
}

/** A workbook may hide macros and bombs, and says nothing of who wrote what: the product writes them and never reads one. */
function refuseWorkbook(register: string): void {
  if (!/\.(xlsx|xlsm|xls|ods)$/i.test(register)) return;
  throw new UsageError({
    fr: `«\u202f${register}\u202f» est un classeur\u202f: Encaisse ne lit pas les classeurs. Enregistrez chaque onglet en CSV dans un dossier (clients.csv, invoices.csv…) ou donnez l’adresse de la feuille Google.`,
    en: `"${register}" is a workbook: Encaisse does not read workbooks. Save each tab as CSV in one folder (clients.csv, invoices.csv …) or give the address of the Google Sheet.`,
  });
}
