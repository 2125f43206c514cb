/** What a folder of CSV files may lack, and what the user can do about it. */
import { basename } from 'node:path';
import type { SourceTableKey } from '../../../shared/register/source-tables.ts';
import { SourceError } from '../source.ts';

export function noSuchFolder(folder: string): SourceError {
  return new SourceError({
    fr: `le dossier «\u202f${folder}\u202f» n’existe pas\u202f; donnez le dossier qui contient clients.csv et invoices.csv, ou l’adresse d’une feuille Google.`,
    en: `the folder "${folder}" does not exist; give the folder that holds clients.csv and invoices.csv, or the address of a Google Sheet.`,
  });
}

export function notAFolder(path: string): SourceError {
  return new SourceError({
    fr: `«\u202f${path}\u202f» est un fichier\u202f; donnez le dossier qui contient clients.csv et invoices.csv, ou l’adresse d’une feuille Google.`,
    en: `"${path}" is a file; give the folder that holds clients.csv and invoices.csv, or the address of a Google Sheet.`,
  });
}

export function notARegister(folder: string, table: SourceTableKey): SourceError {
  return new SourceError({
    fr: `«\u202f${folder}\u202f» n’est pas un registre\u202f: le fichier ${table}.csv manque. Seuls clients.csv et invoices.csv sont indispensables.`,
    en: `"${folder}" is not a register: the file ${table}.csv is missing. Only clients.csv and invoices.csv are indispensable.`,
  });
}

/** UTF-16 without its mark, a workbook that was only renamed, and any other file that is no text: their header row holds a NUL. */
export function notText(path: string): SourceError {
  const name = basename(path);
  return new SourceError({
    fr: `${name} n’est pas un fichier de texte en UTF-8\u202f: c’est de l’UTF-16, ou un classeur renommé. Enregistrez la table au format «\u202fCSV UTF-8\u202f».`,
    en: `${name} is not a text file in UTF-8: it is UTF-16, or a renamed workbook. Save the table in the format “CSV UTF-8”.`,
  });
}

/** @param error what the system said; any other error is a bug of ours and goes on */
export function unreadable(path: string, error: unknown): SourceError {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) throw error;
  const code = String(error.code);
  return new SourceError({
    fr: `«\u202f${path}\u202f» ne se lit pas (${code})\u202f; vérifiez que le fichier est toujours là et que vous avez le droit de le lire.`,
    en: `"${path}" cannot be read (${code}); check that the file is still there and that you may read it.`,
  });
}
