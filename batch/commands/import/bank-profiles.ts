/** Which column of an unknown CSV is what: named in a JSON file, or kept in the register under a bank's name. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CsvProfile } from '../../../shared/exchange/bank/csv-columns.ts';
import { sameHeaders } from '../../../shared/exchange/bank/csv-header.ts';
import { type KeptProfile, profileRow } from '../../../shared/exchange/bank/kept-profiles.ts';
import { normaliseWord } from '../../../shared/register/known-words.ts';
import { UsageError } from '../../options/usage-error.ts';
import type { RegisterWriter } from '../../sources/register-writer.ts';

export type ChosenProfile = {
  readonly profile: CsvProfile | null; // null: whatever the file's own header is known for
  readonly name: string; // to keep it under; empty: it is not kept
};

/**
 * A file of this folder (`{"name": "Ma banque", "date": "Jour", "label": ["Quoi"], "amount": "Combien"}`), or the name of a kept one.
 * @throws UsageError
 */
export function chosenProfile(
  text: string | null,
  kept: readonly KeptProfile[],
  folder: string,
): ChosenProfile {
  if (text === null) return { profile: null, name: '' };
  const named = kept.filter(({ name }) => normaliseWord(name) === normaliseWord(text)).pop();
  const path = resolve(folder, text);
  if (named !== undefined && !existsSync(path)) return { profile: named.profile, name: '' };
  const read = readJson(path, text, kept);
  if (!isProfile(read)) throw noProfile(text);
  return { profile: read, name: (read.name ?? '').trim() };
}

/** @throws UsageError */
function readJson(path: string, text: string, kept: readonly KeptProfile[]): unknown {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return read;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const names = kept.map(({ name }) => name).join(', ') || '—';
    throw new UsageError({
      fr: `«\u202f${text}\u202f» ne se lit pas (${code}), et le registre ne garde pas de profil de ce nom (il garde\u202f: ${names}).`,
      en: `"${text}" cannot be read (${code}), and the register keeps no profile of that name (it keeps: ${names}).`,
    });
  }
}

function isProfile(value: unknown): value is CsvProfile & { readonly name?: string } {
  if (typeof value !== 'object' || value === null || !('date' in value) || !('label' in value)) return false;
  const texts = Object.entries(value).filter(([key]) => key !== 'label');
  const labels: unknown = value.label;
  const order: unknown = 'dayOrder' in value ? value.dayOrder : 'dmy';
  return (
    texts.every(([, text]) => typeof text === 'string') &&
    (order === 'dmy' || order === 'mdy') &&
    Array.isArray(labels) &&
    labels.every((label) => typeof label === 'string')
  );
}

function noProfile(text: string): UsageError {
  return new UsageError({
    fr: `«\u202f${text}\u202f» n’est pas un profil\u202f: écrivez {"date": "…", "label": ["…"], "amount": "…"}, ou "debit" et "credit"\u202f; avec "name", le registre le garde.`,
    en: `"${text}" is no profile: write {"date": "…", "label": ["…"], "amount": "…"}, or "debit" and "credit"; with "name" the register keeps it.`,
  });
}

/** One row for each header: written below, or in the place of the one there is. @throws OutputError, SourceError */
export async function keepProfile(
  writer: RegisterWriter,
  kept: readonly KeptProfile[],
  profile: KeptProfile,
): Promise<void> {
  const { headers, ...row } = profileRow(profile);
  const before = kept.filter((one) => sameHeaders(one.headers, profile.headers)).pop();
  if (before === undefined) await writer.append('bankProfiles', [{ ...row, headers }]);
  else await writer.change('bankProfiles', 'headers', new Map([[before.headers, row]]));
}
