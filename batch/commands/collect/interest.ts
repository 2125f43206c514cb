/** `encaisse interest INVOICE`: what a late invoice bears, how it is calculated, what was claimed and paid of it, until when it can be claimed. */
import { dayNumber } from '../../../shared/base/civil-date.ts';
import { interestStatement } from '../../../shared/law/interest-statement.ts';
import { limitationReader } from '../../../shared/law/limitation.ts';
import { penaltyBook } from '../../../shared/law/penalty-book.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { type CommandFlags, lastText } from '../../options/command-flags.ts';
import { registerDay } from '../../options/register-day.ts';
import { UsageError } from '../../options/usage-error.ts';
import { readRegister, registerToday } from '../ground/read-register.ts';
import type { ExitCode, World } from '../ground/world.ts';
import { interestText, linesAsked } from './interest-text.ts';
import { clientNamed, invoicesNamed, problemsText } from './paper-desk.ts';

/** The answer goes to the standard output. Ends with 1 where a rate is missing. @throws UsageError, SourceError */
export async function runInterest(flags: CommandFlags, world: World): Promise<ExitCode> {
  const subject = askedOf(flags);
  const { asOf, register: name } = registerDay(flags, world.environment, world.folder);
  const { problems, register } = (await readRegister(name, world)).read;
  const day = dayNumber(asOf ?? (await registerToday(register.settings, world)));
  const ledger = buildLedger(register);
  const { client, currencies, invoice } = subjectOf(register, subject);
  const book = penaltyBook(ledger, day);
  const statements = currencies.map((currency) => interestStatement(book, client, currency));
  await world.out.write(interestText(ledger, statements, invoice, limitationReader(ledger, day)));
  if (problems.length > 0) world.talk(problemsText(problems.length, register.settings.language));
  const asked = statements.flatMap((statement) => linesAsked(statement, invoice));
  const isComplete = problems.length === 0 && asked.every(({ missing }) => missing === null);
  return isComplete ? 0 : 1;
}

type Asked = { readonly number: string | null; readonly client: string | null };

/** @throws UsageError */
function askedOf(flags: CommandFlags): Asked {
  const [number = null] = flags.words;
  const client = lastText(flags, 'client');
  if (number !== null || client !== null) return { number, client };
  throw new UsageError({
    fr: 'indiquez la facture, ou le client\u202f: encaisse interest F2026-00012, ou --client C001.',
    en: 'say which invoice, or which client: encaisse interest F2026-00012, or --client C001.',
  });
}

type Subject = {
  readonly client: number;
  readonly currencies: readonly number[];
  readonly invoice: number | null; // null: all of the client's
};

/** @throws UsageError where the register has none of that name, or where it is a credit note */
function subjectOf(register: Register, { client: code, number }: Asked): Subject {
  const client = code === null ? null : clientNamed(register, code);
  const { invoices } = register;
  if (number === null) {
    return { client: client ?? 0, currencies: register.currencies.map((_, k) => k), invoice: null };
  }
  const [invoice] = invoicesNamed(register, [number], client);
  if (invoices.creditNote[invoice] === 1) {
    throw new UsageError({
      fr: `${number} est un avoir\u202f: il ne porte pas d’intérêts.`,
      en: `${number} is a credit note: it bears no interest.`,
    });
  }
  return { client: invoices.client[invoice], currencies: [invoices.currency[invoice]], invoice };
}
