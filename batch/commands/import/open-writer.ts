/** Where a command writes: a CSV folder of this machine, or a Google spreadsheet. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../../options/usage-error.ts';
import type { RegisterWriter } from '../../sources/register-writer.ts';
import { spreadsheetIdOf } from '../../sources/sheet/google-sheet.ts';
import { openSheetWriter } from '../../sources/sheet/sheet-writer.ts';
import { sheetOptions } from '../ground/open-source.ts';
import type { World } from '../ground/world.ts';
import { csvWriter } from './csv-writer.ts';

/** @throws UsageError where the register is neither */
export function openWriter(register: string, world: World): RegisterWriter {
  const path = resolve(world.folder, register);
  if (existsSync(path) && statSync(path).isDirectory()) return csvWriter(path);
  const spreadsheetId = spreadsheetIdOf(register);
  if (spreadsheetId !== null) return openSheetWriter(sheetOptions(spreadsheetId, world, 'write'));
  throw new UsageError({
    fr: 'cette commande écrit dans un dossier de fichiers CSV ou dans une feuille Google, et dans rien d’autre.',
    en: 'this command writes to a folder of CSV files or to a Google Sheet, and to nothing else.',
  });
}
