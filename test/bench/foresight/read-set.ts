/** Data sets from a folder: `invoices.csv(.gz)` and `payments.csv(.gz)` of plain columns, or a register of the product's own. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { openCsvFolder } from '../../../batch/sources/csv/csv-folder.ts';
import { type DayNumber, parseCivilDate } from '../../../shared/base/civil-date.ts';
import { currencyDigits } from '../../../shared/base/money.ts';
import { isCash } from '../../../shared/receivables/movements.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { type RegisterReader, startReading } from '../../../shared/register/read.ts';
import type { DataInvoice, DataPayment, DataSet } from './data-set.ts';

/** @throws where the folder holds neither layout */
export async function readSet(folder: string): Promise<DataSet> {
  const invoices = readTable(folder, 'invoices');
  if (invoices === null) throw new Error(`${folder}: no invoices.csv and no invoices.csv.gz`);
  if (invoices.length === 0 || !('invoice_id' in invoices[0]))
    return ofRegister(await readCsvRegister(folder), folder);
  return ofTables(folder, invoices, readTable(folder, 'payments') ?? []);
}

type Row = Readonly<Record<string, string>>;

function readTable(folder: string, table: string): readonly Row[] | null {
  const plain = join(folder, `${table}.csv`);
  const packed = `${plain}.gz`;
  if (!existsSync(plain) && !existsSync(packed)) return null;
  const bytes = existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(packed));
  const rows: Row[] = parse(bytes, {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  return rows;
}

/** Of several currencies the one with the most invoices is looked at; credit notes and what costs nothing are left out. */
function ofTables(folder: string, rows: readonly Row[], paid: readonly Row[]): DataSet {
  const currency = mostFrequent(rows.map((row) => row.currency || 'EUR'));
  const unit = 10 ** currencyDigits(currency);
  const payments = new Map<string, DataPayment[]>();
  for (const row of paid) {
    const ofInvoice = payments.get(row.invoice_id);
    const payment = { day: dayOf(row.payment_date), amount: Math.round(Number(row.amount) * unit) };
    if (ofInvoice) ofInvoice.push(payment);
    else payments.set(row.invoice_id, [payment]);
  }
  const invoices = rows
    .filter((row) => (row.currency || 'EUR') === currency && Number(row.amount) > 0)
    .map(
      (row): DataInvoice => ({
        number: row.invoice_id,
        client: row.client_id,
        issued: dayOf(row.issue_date),
        due: dayOf(row.due_date),
        amount: Math.round(Number(row.amount) * unit),
        payments: (payments.get(row.invoice_id) ?? []).sort((a, b) => a.day - b.day),
      }),
    );
  return { name: basename(folder), currency, invoices, lastDay: lastDayOf(invoices) };
}

function dayOf(text: string): DayNumber {
  const day = parseCivilDate(text.slice(0, 10));
  if (!day.ok) throw new Error(`not a day: ${text}`);
  return day.value;
}

function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return Array.from(counts).sort((a, b) => b[1] - a[1])[0][0];
}

export function lastDayOf(invoices: readonly DataInvoice[]): DayNumber {
  let last = Number.NEGATIVE_INFINITY;
  for (const { issued, payments } of invoices) {
    last = Math.max(last, issued, ...payments.map(({ day }) => day));
  }
  return last;
}

async function readCsvRegister(folder: string): Promise<Register> {
  let reader: RegisterReader = startReading();
  const begin = () => {
    reader = startReading();
    return reader;
  };
  await openCsvFolder(folder).read(begin, () => undefined);
  return reader.finish().register;
}

/** Invoices in the register's own currency that no credit note corrects, and the cash they were paid with. */
function ofRegister({ clients, currencies, invoices, payments }: Register, folder: string): DataSet {
  const corrected = new Set(invoices.corrects);
  const paid = new Map<number, DataPayment[]>();
  for (let p = 0; p < payments.count; p++) {
    const invoice = payments.invoice[p];
    if (invoice < 0 || !isCash(payments, p)) continue;
    const ofInvoice = paid.get(invoice) ?? [];
    ofInvoice.push({ day: payments.day[p], amount: payments.amount[p] });
    paid.set(invoice, ofInvoice);
  }
  const found: DataInvoice[] = [];
  for (let i = 0; i < invoices.count; i++) {
    if (invoices.creditNote[i] === 1 || invoices.currency[i] !== 0 || corrected.has(i)) continue;
    if (invoices.total[i] <= 0) continue;
    found.push({
      number: invoices.numberAt(i),
      client: clients[invoices.client[i]].code,
      issued: invoices.issueDay[i],
      due: invoices.dueDay[i],
      amount: invoices.total[i],
      payments: (paid.get(i) ?? []).sort((a, b) => a.day - b.day),
    });
  }
  return { name: basename(folder), currency: currencies[0], invoices: found, lastDay: lastDayOf(found) };
}
