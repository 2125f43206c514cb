/** `encaisse fec`: sales, receipts, penalties and losses of a period in the layout of the FEC, to import; an extract, never the legal FEC. */
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { type CivilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import { currencyDigits } from '../../../shared/base/money.ts';
import { countText } from '../../../shared/base/numbers-text.ts';
import type { Language } from '../../../shared/base/words.ts';
import { sirenOf } from '../../../shared/exchange/cii/codes.ts';
import { type Chart, readChart } from '../../../shared/exchange/fec/accounts.ts';
import { type ExtractRules, entriesThrough } from '../../../shared/exchange/fec/extract.ts';
import { fecText } from '../../../shared/exchange/fec/fec-text.ts';
import { writtenRows } from '../../../shared/invoicing/read-drafts.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import { readText } from '../../../shared/register/cells.ts';
import type { Register, Settings } from '../../../shared/register/entries.ts';
import { TABLES } from '../../../shared/register/tables.ts';
import { writeWhole } from '../../answers/whole-file.ts';
import { type CommandFlags, lastText } from '../../options/command-flags.ts';
import { registerDay } from '../../options/register-day.ts';
import { UsageError } from '../../options/usage-error.ts';
import { writing } from '../ground/failures.ts';
import { type IssuedRegister, readIssued } from '../ground/issued-documents.ts';
import { type Period, periodOf } from '../ground/period.ts';
import type { ExitCode, World } from '../ground/world.ts';
import { missingText, sellsGoods, soldIn, vatWhenPaid } from './sold-documents.ts';

export async function runFec(flags: CommandFlags, world: World): Promise<ExitCode> {
  const { register: name } = registerDay(flags, world.environment, world.folder);
  const period = periodOf(flags);
  const asked = { small: amountFlag(flags, 'small', '1'), impairment: amountFlag(flags, 'impairment', '0') };
  const issued = await readIssued(name, world);
  const { register } = issued.read;
  const { language } = register.settings;
  const to = dayNumber(period.to);
  const { missing, sold } = soldIn(issued, period.to);
  if (missing.length > 0) {
    await world.out.write(missingText(missing, register, language));
    return 1;
  }
  const rules = rulesOf(register.settings, flags, asked);
  const ledger = buildLedger(register);
  const entries = entriesThrough({ ledger, sold, paymentIds: paymentIds(issued), rules }, to);
  const text = fecText(register, entries, { from: dayNumber(period.from), to }, rules.chart);
  const path = lastText(flags, 'output') ?? fileName(register.settings, period);
  await writing(path, () => writeWhole(Readable.from([text]), resolve(world.folder, path)));
  const left = foreignDocuments(register, period);
  await world.out.write(doneText(path, text, left, language));
  return left > 0 || issued.read.problems.length > 0 ? 1 : 0;
}

/** @throws UsageError */
function amountFlag(flags: CommandFlags, name: string, otherwise: string): number {
  const text = (lastText(flags, name) ?? otherwise).replace(',', '.');
  const value = /^\d{1,6}(\.\d{1,4})?$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 0 && (name !== 'impairment' || value <= 100)) return value;
  throw new UsageError({
    fr: `--${name}\u202f: «\u202f${text}\u202f» n’est pas un nombre attendu ici.`,
    en: `--${name}: "${text}" is not a number expected here.`,
  });
}

function rulesOf(
  settings: Settings,
  flags: CommandFlags,
  { impairment, small }: { readonly impairment: number; readonly small: number },
): ExtractRules {
  return {
    chart: chartOf(settings.texts.get('accounts') ?? ''),
    sale: sellsGoods(settings) ? '707' : '706',
    vatWhenPaid: vatWhenPaid(settings),
    smallMinor: Math.round(small * 10 ** currencyDigits(settings.currency)),
    withVat: flags.switches.has('bad-debt-vat'),
    impairmentPercent: impairment,
  };
}

/** @throws UsageError on a pair that says nothing */
function chartOf(setting: string): Chart {
  const read = readChart(setting);
  if (read.ok) return read.value;
  const { found, roles } = read.fault;
  throw new UsageError({
    fr: `réglage «\u202fComptes et journaux\u202f»\u202f: «\u202f${found}\u202f» n’est pas une paire RÔLE=NUMÉRO\u202f; les rôles sont ${roles.join(', ')}.`,
    en: `setting "Accounts and journals": "${found}" is no pair ROLE=NUMBER; the roles are ${roles.join(', ')}.`,
  });
}

/** The payment's own id, else its reference. */
function paymentIds({ kept, read: { register } }: IssuedRegister): (payment: number) => string {
  const byRow = new Map(
    writtenRows(kept.get('payments') ?? [], TABLES.payments.columns).map(
      ({ cell, row }) => [row, readText(cell('id')) || readText(cell('reference'))] as const,
    ),
  );
  return (payment) => byRow.get(register.payments.row[payment]) ?? '';
}

function fileName({ texts }: Settings, { from, to }: Period): string {
  const siren = sirenOf((texts.get('legalId') ?? '').replace(/[\s.]/g, ''));
  const plain = (day: CivilDate): string => day.replaceAll('-', '');
  return `extrait-comptable-${siren || 'sans-siren'}-${plain(from)}-${plain(to)}.txt`;
}

function foreignDocuments({ invoices }: Register, { from, to }: Period): number {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  let count = 0;
  for (let index = 0; index < invoices.count; index++) {
    const day = invoices.issueDay[index];
    if (invoices.currency[index] !== 0 && day >= first && day <= last) count++;
  }
  return count;
}

function doneText(path: string, text: string, foreign: number, language: Language): string {
  const rows = text.split('\r\n').length - 2;
  const isFrench = language === 'fr';
  const count = isFrench
    ? countText(rows, 'ligne', 'lignes', language)
    : countText(rows, 'line', 'lines', language);
  const done = isFrench
    ? `Extrait au format du FEC, à importer (ce n’est pas le FEC légal)\u202f: ${path}, ${count}.\n`
    : `Extract in the layout of the FEC, to import (it is not the legal FEC): ${path}, ${count}.\n`;
  return foreign === 0 ? done : done + foreignText(foreign, language);
}

function foreignText(count: number, language: Language): string {
  return language === 'fr'
    ? `Pièces en devise laissées de côté, faute de cours dans le registre\u202f: ${count}.\n`
    : `Documents in another currency left out, as the register knows no rate for them: ${count}.\n`;
}
