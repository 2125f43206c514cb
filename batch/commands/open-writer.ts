/** Where a command may write: a CSV folder of this machine. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../options/usage-error.ts';
import { csvWriter } from './csv-writer.ts';
import type { RegisterWriter } from './register-writer.ts';
import type { World } from './world.ts';

/** @throws UsageError */
export function openWriter(register: string, { folder }: World): RegisterWriter {
  const path = resolve(folder, register);
  if (existsSync(path) && statSync(path).isDirectory()) return csvWriter(path);
  throw new UsageError({
    fr: 'cette commande n’écrit que dans un dossier de fichiers CSV\u202f; dans la feuille Google, importez le relevé par le menu Encaisse.',
    en: 'this command writes to a folder of CSV files only; in the Google Sheet, import the statement from the Encaisse menu.',
  });
}
