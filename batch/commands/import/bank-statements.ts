/** The statements a command is given: read, in a currency of the register, proven where they can be, or refused whole. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DayNumber } from '../../../shared/base/civil-date.ts';
import type { CsvProfile } from '../../../shared/exchange/bank/csv-columns.ts';
import { badCurrency } from '../../../shared/exchange/bank/fault.ts';
import { proveStatement } from '../../../shared/exchange/bank/proof.ts';
import type { BankFault, BankStatement, ReadStatements } from '../../../shared/exchange/bank/statement.ts';
import type { Register, Settings } from '../../../shared/register/entries.ts';
import { type CommandFlags, lastText } from '../../options/command-flags.ts';
import { UsageError } from '../../options/usage-error.ts';
import { readBankFile } from '../../sources/bank-file.ts';
import type { World } from '../ground/world.ts';

export type RefusedFile = { readonly file: string; readonly faults: readonly BankFault[] };

export type ReadFiles = {
  readonly statements: readonly BankStatement[];
  readonly proven: number; // statements whose balances prove them whole
  readonly refused: readonly RefusedFile[];
};

/** @throws UsageError where a file or the profile cannot be read */
export function readStatements(
  flags: CommandFlags,
  register: Register,
  today: DayNumber,
  { folder }: World,
): ReadFiles {
  const profile = readProfile(lastText(flags, 'profile'), folder);
  const account = lastText(flags, 'account');
  const files = flags.words.map((file) => {
    const read = readFile(file, folder, register.settings, profile);
    const statements = read.ok ? read.statements : [];
    const faults = [
      ...(read.ok ? [] : read.faults),
      ...statements.flatMap((one) => faultsOf(one, register, today)),
    ];
    return { file, statements, faults };
  });
  const statements = files.flatMap((file) => file.statements);
  return {
    statements:
      account === null
        ? statements
        : statements.map((one) => ({ ...one, account: account.replace(/\s/g, '') })),
    proven: statements.filter((one) => proveStatement(one, today).proof === 'proven').length,
    refused: files.filter(({ faults }) => faults.length > 0),
  };
}

function faultsOf(
  statement: BankStatement,
  { currencies }: Register,
  today: DayNumber,
): readonly BankFault[] {
  const { currency } = statement;
  const proof = proveStatement(statement, today);
  return [
    ...(currencies.includes(currency) ? [] : [badCurrency(0, currency)]),
    ...(proof.proof === 'refused' ? proof.faults : []),
  ];
}

function readFile(
  file: string,
  folder: string,
  { currency }: Settings,
  profile: CsvProfile | null,
): ReadStatements {
  try {
    return readBankFile(resolve(folder, file), { currency, profile });
  } catch (error) {
    throw new UsageError({
      fr: `«\u202f${file}\u202f» ne se lit pas (${codeOf(error)}).`,
      en: `"${file}" cannot be read (${codeOf(error)}).`,
    });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** `{"date": "Jour", "label": ["Quoi"], "amount": "Combien"}`: the headers of a bank's CSV. @throws UsageError */
function readProfile(file: string | null, folder: string): CsvProfile | null {
  if (file === null) return null;
  try {
    const read: unknown = JSON.parse(readFileSync(resolve(folder, file), 'utf8'));
    if (isProfile(read)) return read;
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      throw new UsageError({
        fr: `«\u202f${file}\u202f» ne se lit pas (${codeOf(error)}).`,
        en: `"${file}" cannot be read (${codeOf(error)}).`,
      });
    }
  }
  throw new UsageError({
    fr: `«\u202f${file}\u202f» n’est pas un profil\u202f: écrivez {"date": "…", "label": ["…"], "amount": "…"}, ou "debit" et "credit".`,
    en: `"${file}" is no profile: write {"date": "…", "label": ["…"], "amount": "…"}, or "debit" and "credit".`,
  });
}

function isProfile(value: unknown): value is CsvProfile {
  if (typeof value !== 'object' || value === null || !('date' in value) || !('label' in value)) return false;
  const texts = Object.entries(value).filter(([key]) => key !== 'label');
  const labels: unknown = value.label;
  return (
    texts.every(([, text]) => typeof text === 'string') &&
    Array.isArray(labels) &&
    labels.every((label) => typeof label === 'string')
  );
}
