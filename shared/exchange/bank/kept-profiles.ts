/** Profiles of unknown CSVs as the register keeps them: a row a bank, found by the header of its file. */
import type { BankProfile } from '../../register/reading/evidence.ts';
import type { CsvProfile } from './csv-columns.ts';

export type KeptProfile = { readonly name: string; readonly headers: string; readonly profile: CsvProfile };

export type ProfileRow = Omit<BankProfile, 'row'>;

/** Several labels are read one after another. */
const BETWEEN_LABELS = ' | ';

/** What the tab *Profils bancaires* says. */
export function keptProfiles(rows: readonly ProfileRow[]): readonly KeptProfile[] {
  return rows.map(({ headers, label, name, ...columns }) => ({
    name,
    headers,
    profile: { ...columns, label: label.split('|').map((one) => one.trim()) },
  }));
}

/** Its row: cells by the table's own column keys, as text. */
export function profileRow({ headers, name, profile }: KeptProfile): ProfileRow {
  const { amount = '', balance = '', credit = '', date, dayOrder = 'dmy', debit = '' } = profile;
  const { direction = '', label, reference = '', value = '' } = profile;
  const columns = { amount, direction, debit, credit, balance, value, reference, dayOrder };
  return { name, headers, date, label: label.join(BETWEEN_LABELS), ...columns };
}
