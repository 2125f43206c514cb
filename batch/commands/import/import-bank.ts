/** `encaisse import-bank`: a bank's files into the register. What is certain is applied, the rest is asked about, nothing is taken twice. */
import { resolve } from 'node:path';
import { type DayNumber, dayNumber } from '../../../shared/base/civil-date.ts';
import { type KeptProfile, profileRow } from '../../../shared/exchange/bank/kept-profiles.ts';
import { planImport, planWaiting } from '../../../shared/exchange/match/import-plan.ts';
import { type ImportRows, importRows } from '../../../shared/exchange/match/import-rows.ts';
import { toleranceOf } from '../../../shared/exchange/match/tolerance.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import { withRunLock } from '../../delivery/run-lock.ts';
import { type CommandFlags, lastText } from '../../options/command-flags.ts';
import { registerDay } from '../../options/register-day.ts';
import { UsageError } from '../../options/usage-error.ts';
import type { RegisterWriter } from '../../sources/register-writer.ts';
import { registerToday } from '../ground/read-register.ts';
import type { ExitCode, World } from '../ground/world.ts';
import { readDecisions } from './bank-decisions.ts';
import { refusalText, resultText } from './bank-import-text.ts';
import { keepProfile } from './bank-profiles.ts';
import { type ReadFiles, readStatements } from './bank-statements.ts';
import { openWriter } from './open-writer.ts';
import { type PaymentBook, readPaymentBook } from './payment-book.ts';
import { undoImport } from './undo-import.ts';

/** @throws UsageError, SourceError, OutputError, DeliveryError (another run is at work) */
export async function runImportBank(flags: CommandFlags, world: World): Promise<ExitCode> {
  const { asOf, register } = registerDay(flags, world.environment, world.folder);
  const undone = lastText(flags, 'undo');
  if (undone === null && flags.words.length === 0 && !flags.texts.has('confirm')) throw nothingAsked();
  const state = resolve(world.folder, lastText(flags, 'state') ?? '.encaisse');
  return withRunLock(state, world.clock, async () => {
    const book = await readPaymentBook(register, world);
    const writer = openWriter(register, world);
    if (undone !== null) return undoImport(undone, book, writer, flags.switches.has('dry-run'), world);
    const today = dayNumber(asOf ?? (await registerToday(book.register.settings, world)));
    return importInto(book, writer, flags, today, world);
  });
}

async function importInto(
  book: PaymentBook,
  writer: RegisterWriter,
  flags: CommandFlags,
  today: DayNumber,
  world: World,
): Promise<ExitCode> {
  const { register } = book;
  const { language } = register.settings;
  const read: ReadFiles = readStatements(flags, book, today, world);
  if (read.refused.length > 0) {
    await world.out.write(refusalText(read.refused, language));
    return 1;
  }
  const ledger = buildLedger(register);
  const { ibans, paymentIds } = book;
  const input = { ledger, ibans, asOf: today, toleranceMinor: toleranceOf(register.settings), paymentIds };
  const plan = planImport(read.statements, input);
  const earlier = planWaiting(input);
  const decisions = readDecisions(flags, [...plan.movements, ...earlier.movements], ledger);
  const rows = importRows(plan, register, decisions);
  const decided = earlier.movements.filter(({ key }) => decisions.has(key));
  const confirmed = importRows({ ...earlier, movements: decided }, register, decisions);
  const isDry = flags.switches.has('dry-run');
  if (!isDry) {
    await write(writer, rows, confirmed, read.toKeep);
    if (read.toKeep !== null) await keepProfile(writer, book.profiles, read.toKeep);
  }
  const { importId, movements } = plan;
  await world.out.write(resultText({ movements, importId, rows, confirmed, read, isDry }, register));
  return 0;
}

/** Payments first: a log without its payments would lose them, payments without their log are found again by their ids. */
async function write(
  writer: RegisterWriter,
  rows: ImportRows,
  confirmed: ImportRows,
  profile: KeptProfile | null,
): Promise<void> {
  const payments = [...rows.payments, ...confirmed.payments];
  await writer.ready(
    new Map([
      ['payments', Object.keys(payments[0] ?? {})],
      ['bank', Object.keys([...rows.bank, ...confirmed.bank][0] ?? {})],
      ['bankProfiles', profile === null ? [] : Object.keys(profileRow(profile))],
    ]),
  );
  await writer.append('payments', payments);
  await writer.append('bank', rows.bank);
  const changes = confirmed.bank.map(
    ({ client, key, payments, state }) => [key, { client, payments, state }] as const,
  );
  if (changes.length > 0) await writer.change('bank', 'key', new Map(changes), { state: 'undone' });
}

function nothingAsked(): UsageError {
  return new UsageError({
    fr: 'indiquez le relevé à importer, ou --confirm pour décider d’un mouvement, ou --undo pour annuler un import.',
    en: 'say which statement to import, or --confirm to decide about a movement, or --undo to take an import back.',
  });
}
