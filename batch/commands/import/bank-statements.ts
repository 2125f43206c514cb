/** The statements a command is given: read, in a currency of the register, proven where they can be, or refused whole. */
import { resolve } from 'node:path';
import type { DayNumber } from '../../../shared/base/civil-date.ts';
import type { CsvReading } from '../../../shared/exchange/bank/csv.ts';
import { badCurrency } from '../../../shared/exchange/bank/fault.ts';
import type { KeptProfile } from '../../../shared/exchange/bank/kept-profiles.ts';
import { proveStatement } from '../../../shared/exchange/bank/proof.ts';
import type {
  BankFault,
  BankHeader,
  BankStatement,
  ReadStatements,
} from '../../../shared/exchange/bank/statement.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { type CommandFlags, lastText } from '../../options/command-flags.ts';
import { UsageError } from '../../options/usage-error.ts';
import { readBankFile } from '../../sources/bank-file.ts';
import type { World } from '../ground/world.ts';
import { type ChosenProfile, chosenProfile } from './bank-profiles.ts';
import type { PaymentBook } from './payment-book.ts';

export type RefusedFile = { readonly file: string; readonly faults: readonly BankFault[] };

export type ReadFiles = {
  readonly statements: readonly BankStatement[];
  readonly proven: number; // statements whose balances prove them whole
  readonly readBy: readonly string[]; // names of kept profiles that files were read with
  readonly toKeep: KeptProfile | null; // a profile that was named, and read its file
  readonly refused: readonly RefusedFile[];
};

/** @throws UsageError where a file or the profile cannot be read */
export function readStatements(
  flags: CommandFlags,
  { profiles: kept, register }: Pick<PaymentBook, 'profiles' | 'register'>,
  today: DayNumber,
  { folder }: World,
): ReadFiles {
  const chosen = chosenProfile(lastText(flags, 'profile'), kept, folder);
  const reading = { currency: register.settings.currency, profile: chosen.profile, kept };
  const account = lastText(flags, 'account');
  const files = flags.words.map((file) => {
    const read = readFile(file, folder, reading);
    const statements = read.ok ? read.statements : [];
    const faults = [
      ...(read.ok ? [] : read.faults),
      ...statements.flatMap((one) => faultsOf(one, register, today)),
    ];
    const header = read.ok ? read.header : undefined;
    return { file, statements, header, faults };
  });
  const statements = files.flatMap((file) => file.statements);
  const headers = files.flatMap(({ header }) => header ?? []);
  return {
    statements:
      account === null
        ? statements
        : statements.map((one) => ({ ...one, account: account.replace(/\s/g, '') })),
    proven: statements.filter((one) => proveStatement(one, today).proof === 'proven').length,
    readBy: Array.from(new Set(headers.map(({ keptAs }) => keptAs).filter((name) => name !== ''))),
    toKeep: toKeep(chosen, headers),
    refused: files.filter(({ faults }) => faults.length > 0),
  };
}

function toKeep({ name, profile }: ChosenProfile, headers: readonly BankHeader[]): KeptProfile | null {
  const [first] = headers;
  return name === '' || profile === null || !first ? null : { name, headers: first.headers, profile };
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

function readFile(file: string, folder: string, reading: CsvReading): ReadStatements {
  try {
    return readBankFile(resolve(folder, file), reading);
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
