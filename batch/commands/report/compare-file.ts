/** `--compare`: the JSON of an earlier report, which this week is compared with. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { civilDate, type DayNumber } from '../../../shared/base/civil-date.ts';
import type { Register } from '../../../shared/register/entries.ts';
import type { Earlier } from '../../answers/earlier.ts';
import { UsageError } from '../../options/usage-error.ts';
import { systemCode } from '../ground/failures.ts';
import { earlierOf, type KeptReport, readKeptReport } from './kept-report.ts';

/** @throws UsageError where the file cannot be read, or is no report */
export function readCompareFile(path: string, folder: string): KeptReport {
  const kept = readKeptReport(textOf(path, folder));
  if (kept !== null) return kept;
  throw new UsageError({
    fr: `--compare\u202f: «\u202f${path}\u202f» n’est pas le JSON d’un rapport\u202f; donnez un fichier écrit par «\u202fencaisse report --json\u202f».`,
    en: `--compare: "${path}" is not the JSON of a report; give a file that "encaisse report --json" has written.`,
  });
}

function textOf(path: string, folder: string): string {
  try {
    return readFileSync(resolve(folder, path), 'utf8');
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    throw new UsageError({
      fr: `--compare\u202f: «\u202f${path}\u202f» ne peut pas être lu (${code})\u202f; vérifiez son chemin.`,
      en: `--compare: "${path}" cannot be read (${code}); check its path.`,
    });
  }
}

/** @param name of today's register  @throws UsageError where the report is another register's, or not of an earlier day */
export function comparable(
  kept: KeptReport,
  path: string,
  register: Register,
  { asOf, name }: { readonly asOf: DayNumber; readonly name: string },
): Earlier {
  if (kept.name !== name) {
    throw new UsageError({
      fr: `--compare\u202f: «\u202f${path}\u202f» est le rapport de «\u202f${kept.name}\u202f», pas de «\u202f${name}\u202f»\u202f; donnez un rapport du même registre.`,
      en: `--compare: "${path}" is the report of "${kept.name}", not of "${name}"; give a report of the same register.`,
    });
  }
  if (kept.day >= asOf) {
    throw new UsageError({
      fr: `--compare\u202f: «\u202f${path}\u202f» est un rapport du ${civilDate(kept.day)}, qui n’est pas antérieur au ${civilDate(asOf)}\u202f; donnez un rapport plus ancien.`,
      en: `--compare: "${path}" is a report of ${civilDate(kept.day)}, which is not before ${civilDate(asOf)}; give an older one.`,
    });
  }
  return earlierOf(kept, register);
}
