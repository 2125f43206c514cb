/** `encaisse e-reporting`: what the law has reported of a period, as CSV tables to hand to a platform; nothing is transmitted. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { type CivilDate, civilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import { decimalText } from '../../../shared/base/money.ts';
import type { Language } from '../../../shared/base/words.ts';
import {
  eReporting,
  type ReportedReceipt,
  type ReportedSale,
} from '../../../shared/exchange/e-reporting/extract.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { writeWhole } from '../../answers/whole-file.ts';
import { type CommandFlags, lastText } from '../../options/command-flags.ts';
import { registerDay } from '../../options/register-day.ts';
import { writing } from '../ground/failures.ts';
import { readIssued } from '../ground/issued-documents.ts';
import { periodOf } from '../ground/period.ts';
import type { ExitCode, World } from '../ground/world.ts';
import { missingText, soldIn, vatWhenPaid } from './sold-documents.ts';

export async function runEReporting(flags: CommandFlags, world: World): Promise<ExitCode> {
  const { register: name } = registerDay(flags, world.environment, world.folder);
  const period = periodOf(flags);
  const issued = await readIssued(name, world);
  const { register } = issued.read;
  const { language } = register.settings;
  const { missing, sold } = soldIn(issued, period.to);
  if (missing.length > 0) {
    await world.out.write(missingText(missing, register, language));
    return 1;
  }
  const days = { from: dayNumber(period.from), to: dayNumber(period.to) };
  const { receipts, sales } = eReporting(register, sold, days, vatWhenPaid(register.settings));
  const folder = lastText(flags, 'folder') ?? 'e-reporting';
  const between = `${period.from}_${period.to}`;
  for (const [file, rows] of [
    [`ventes_${between}.csv`, saleRows(sales, register)],
    [`encaissements_${between}.csv`, receiptRows(receipts, register)],
  ] as const) {
    const path = join(folder, file);
    await writing(path, async () => {
      mkdirSync(resolve(world.folder, folder), { recursive: true });
      await writeWhole(Readable.from([`\ufeff${rows.map(csvRow).join('')}`]), resolve(world.folder, path));
    });
  }
  await world.out.write(doneText(folder, period, sales.length, receipts.length, language));
  return issued.read.problems.length > 0 ? 1 : 0;
}

type Cells = readonly string[];

/** What both tables begin with: which flow, which document, which VAT. */
const HEADS: Cells = ['Flux', 'Date', 'Facture', 'Devise', 'Catégorie de TVA', 'Taux de TVA'];

function saleRows(sales: readonly ReportedSale[], register: Register): readonly Cells[] {
  return [
    [...HEADS, 'Montant HT', 'TVA'],
    ...sales.map((sale) => [
      ...headCells(sale, register),
      ...amounts(sale, sale.netMinor, sale.vatMinor, register),
    ]),
  ];
}

function receiptRows(receipts: readonly ReportedReceipt[], register: Register): readonly Cells[] {
  return [
    [...HEADS, 'Encaissé TTC', 'dont TVA'],
    ...receipts.map((one) => [
      ...headCells(one, register),
      ...amounts(one, one.minor, one.vatMinor, register),
    ]),
  ];
}

type Reported = Pick<ReportedSale, 'day' | 'number' | 'currency' | 'category' | 'rate'> & {
  readonly flow: string;
};

function headCells(
  { category, currency, day, flow, number, rate }: Reported,
  { currencies }: Register,
): Cells {
  return [flow, civilDate(day), number, currencies[currency], category, rate.replace('.', ',')];
}

function amounts({ currency }: Reported, gross: number, vat: number, { currencies }: Register): Cells {
  return [gross, vat].map((minor) => decimalText(minor, currencies[currency]).replace('.', ','));
}

/** Semicolons, as French spreadsheets read; a text that a spreadsheet would take for a formula is only text. */
function csvRow(cells: Cells): string {
  const quoted = cells.map((cell) => {
    const text = /^[=+@\t\r]|^-(?!\d+(,\d+)?$)/.test(cell) ? `'${cell}` : cell;
    return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${quoted.join(';')}\r\n`;
}

function doneText(
  folder: string,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
  sales: number,
  receipts: number,
  language: Language,
): string {
  return language === 'fr'
    ? `E-reporting du ${from} au ${to}, dans ${folder}\u202f: lignes de ventes ${sales}, d’encaissements ${receipts}. À transmettre par votre plateforme agréée.\n`
    : `E-reporting from ${from} to ${to}, in ${folder}: rows of sales ${sales}, of receipts ${receipts}. Your approved platform transmits it.\n`;
}
