/** `encaisse import-opening`: clients, invoices or payments from another tool's CSV, onto the columns of the register; unsealed, and marked so. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { countText, moneyText } from '../../../shared/base/numbers-text.ts';
import { problemText } from '../../../shared/base/problem-words.ts';
import { type Language, typesetFrench } from '../../../shared/base/words.ts';
import { delimiterOf } from '../../../shared/exchange/bank/read.ts';
import type { RowTexts } from '../../../shared/exchange/match/import-rows.ts';
import {
  type Mapping,
  type MappingFault,
  OPEN_COLUMN,
  OPENING_TABLES,
  type OpeningTable,
  readMapping,
} from '../../../shared/exchange/opening/mapping.ts';
import { namedPayments } from '../../../shared/exchange/opening/payment-ids.ts';
import { type OpeningFile, type OpeningRows, openingRows } from '../../../shared/exchange/opening/rows.ts';
import { readAmount } from '../../../shared/register/cell-amounts.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { TABLES } from '../../../shared/register/tables.ts';
import { type CommandFlags, lastText } from '../../options/command-flags.ts';
import { registerDay } from '../../options/register-day.ts';
import { UsageError } from '../../options/usage-error.ts';
import { csvRows, decodeBankFile } from '../../sources/bank-file.ts';
import type { ExitCode, World } from '../ground/world.ts';
import { openWriter } from './open-writer.ts';
import { readPaymentBook } from './payment-book.ts';

const MOST_PROBLEMS = 20;

/** @throws UsageError, SourceError, OutputError */
export async function runImportOpening(flags: CommandFlags, world: World): Promise<ExitCode> {
  const { register: name } = registerDay(flags, world.environment, world.folder);
  const table = tableOf(flags);
  const file = readFile(flags.words[0] ?? '', world);
  const { paymentIds, register } = await readPaymentBook(name, world);
  const { language } = register.settings;
  const mapping = mappingOf(table, file, flags, language);
  const rows = unpaid(table, openingRows(table, file, mapping, register), new Set(paymentIds.values()));
  if (rows.problems.length > 0) {
    await world.out.write(problemsText(rows, register));
    return 1;
  }
  const isDry = flags.switches.has('dry-run');
  if (!isDry) {
    const writer = openWriter(name, world);
    await writer.append(table, rows.rows);
    await writer.append('payments', rows.payments);
  }
  await world.out.write(doneText({ table, file, mapping, rows, isDry }, register));
  return 0;
}

/** Payments under ids of their own, without those that the register has already. */
function unpaid(table: OpeningTable, read: OpeningRows, ids: ReadonlySet<string>): OpeningRows {
  const fresh = (payments: OpeningRows['payments']): OpeningRows['payments'] =>
    namedPayments(payments).filter(({ id }) => !ids.has(id));
  if (table !== 'payments') return { ...read, payments: fresh(read.payments) };
  const rows = fresh(read.rows);
  const known = namedPayments(read.rows).flatMap(({ id }) => (ids.has(id) ? [id] : []));
  return { ...read, rows, known };
}

/** @throws UsageError */
function tableOf(flags: CommandFlags): OpeningTable {
  const text = lastText(flags, 'table') ?? '';
  const found = OPENING_TABLES.find((table) => table === text);
  if (found && flags.words.length === 1) return found;
  throw new UsageError({
    fr: `indiquez le fichier, et --table ${OPENING_TABLES.join(', ')}.`,
    en: `say which file, and --table ${OPENING_TABLES.join(', ')}.`,
  });
}

/** @throws UsageError */
function readFile(path: string, { folder }: World): OpeningFile {
  const whole = resolve(folder, path);
  if (!existsSync(whole)) {
    throw new UsageError({
      fr: `le fichier «\u202f${path}\u202f» n’existe pas.`,
      en: `there is no file "${path}".`,
    });
  }
  const rows = rowsIn(whole);
  const [header, ...rest] = rows ?? [];
  if (header === undefined) {
    throw new UsageError({
      fr: `«\u202f${path}\u202f» ne se lit pas comme un CSV avec une ligne d’en-tête.`,
      en: `"${path}" cannot be read as a CSV with a header row.`,
    });
  }
  return { headers: header.cells, rows: rest };
}

function rowsIn(path: string): ReturnType<typeof csvRows> {
  try {
    const text = decodeBankFile(readFileSync(path));
    return text.includes('\u0000') ? null : csvRows(text, delimiterOf(text));
  } catch {
    return null;
  }
}

/** @throws UsageError that names each column that lacks, and the headers there are */
function mappingOf(table: OpeningTable, file: OpeningFile, flags: CommandFlags, language: Language): Mapping {
  const said = (flags.texts.get('map') ?? []).map((pair) => {
    const at = pair.lastIndexOf('=');
    return [pair.slice(0, at < 0 ? undefined : at).trim(), at < 0 ? '' : pair.slice(at + 1).trim()] as const;
  });
  const read = readMapping(table, file.headers, said);
  if (read.ok) return read.mapping;
  const headers = file.headers.join(', ');
  throw new UsageError({
    fr: `${read.faults.map((fault) => faultText(fault, 'fr')).join(' ')} Les en-têtes du fichier sont\u202f: ${headers}.`,
    en: `${read.faults.map((fault) => faultText(fault, language)).join(' ')} The file’s headers are: ${headers}.`,
  });
}

function faultText(fault: MappingFault, language: Language): string {
  const isFrench = language === 'fr';
  switch (fault.fault) {
    case 'header':
      return isFrench
        ? `le fichier n’a pas d’en-tête «\u202f${fault.found}\u202f».`
        : `the file has no header "${fault.found}".`;
    case 'column':
      return isFrench
        ? `le registre n’a pas de colonne «\u202f${fault.found}\u202f».`
        : `the register has no column "${fault.found}".`;
    case 'missing':
      return isFrench
        ? `il manque ${fault.columns.join(', ')}\u202f: écrivez --map "En-tête=${fault.columns[0]}".`
        : `${fault.columns.join(', ')} missing: write --map "Header=${fault.columns[0]}".`;
  }
}

/** Each cell, its place and the remedy; nothing was written. */
function problemsText({ problems }: OpeningRows, { settings: { language } }: Register): string {
  const shown = problems.slice(0, MOST_PROBLEMS).map((problem) => {
    const table = TABLES[OPENING_TABLES.find((one) => one === problem.table) ?? 'invoices'].title[language];
    return problemText(problem, language, { table, header: problem.header });
  });
  const more = problems.length - shown.length;
  const end = language === 'fr' ? 'Rien n’est écrit.' : 'Nothing is written.';
  return `${[...shown, ...(more > 0 ? [`… ${more}`] : []), end].join('\n')}\n`;
}

type Done = {
  readonly table: OpeningTable;
  readonly file: OpeningFile;
  readonly mapping: Mapping;
  readonly rows: OpeningRows;
  readonly isDry: boolean;
};

/** The mapping as it was understood, what was brought along, its sums, what was known already. */
function doneText({ file, isDry, mapping, rows, table }: Done, register: Register): string {
  const { language } = register.settings;
  const isFrench = language === 'fr';
  const pairs = Array.from(
    mapping,
    ([column, at]) => `  ${file.headers[at]} → ${headerOf(table, column, language)}`,
  );
  const sum = (of: readonly RowTexts[], key: string): string => sumText(of, key, register);
  const count = countText(
    rows.rows.length,
    isFrench ? 'ligne reprise' : 'row brought along',
    isFrench ? 'lignes reprises' : 'rows brought along',
    language,
  );
  const totals = table === 'clients' ? '' : ` (${sum(rows.rows, table === 'invoices' ? 'total' : 'amount')})`;
  const settled =
    rows.payments.length === 0
      ? []
      : [`${isFrench ? 'dont déjà réglé :' : 'of which settled before:'} ${sum(rows.payments, 'amount')}`];
  const known =
    rows.known.length === 0
      ? []
      : [
          `${isFrench ? 'déjà dans le registre, laissés :' : 'in the register already, left alone:'} ${rows.known.slice(0, 10).join(', ')}${rows.known.length > 10 ? ` … (${rows.known.length})` : ''}`,
        ];
  const end = isDry ? [isFrench ? 'Essai : rien n’est écrit.' : 'Dry run: nothing is written.'] : [];
  const text = [...pairs, `${count}${totals}`, ...settled, ...known, ...end].join('\n');
  return `${isFrench ? typesetFrench(text) : text}\n`;
}

/** What rows come to, each currency apart. */
function sumText(rows: readonly RowTexts[], key: string, { settings }: Register): string {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const currency = row.currency || settings.currency;
    const read = readAmount(row[key] ?? '', currency);
    if (read.ok) sums.set(currency, (sums.get(currency) ?? 0) + read.value);
  }
  return Array.from(sums, ([currency, minor]) => moneyText(minor, currency, settings.language)).join(' + ');
}

function headerOf(table: OpeningTable, key: string, language: Language): string {
  if (key === OPEN_COLUMN) return language === 'fr' ? 'Reste dû' : 'Open balance';
  return TABLES[table].columns.find((column) => column.key === key)?.header[language] ?? key;
}
