/** The mistakes people make in a register: each once, so that the report has something to say about rows to mend. */
import { civilDate, type DayNumber, yearMonthDay } from '../../shared/base/civil-date.ts';
import type { SampleRow, TableRow } from './rows.ts';

/** Waits for a row it fits and then gives what stands in its place; `null` for every other row. */
type Mistake = (each: TableRow) => readonly TableRow[] | null;

/**
 * Passes rows through and spoils a handful, each on its own: an unknown client code, a 30 February, a third decimal, a number
 * twice, a payment to an unknown invoice, terms nobody can read.
 */
export function* addMistakes(rows: Iterable<TableRow>, asOf: DayNumber): Generator<TableRow> {
  const waiting = new Set<Mistake>(typicalMistakes(asOf));
  for (const each of rows) yield* spoil(each, waiting);
}

function spoil(each: TableRow, waiting: Set<Mistake>): readonly TableRow[] {
  for (const mistake of waiting) {
    const spoilt = mistake(each);
    if (spoilt === null) continue;
    waiting.delete(mistake);
    return spoilt;
  }
  return [each];
}

function typicalMistakes(asOf: DayNumber): readonly Mistake[] {
  return [
    clientMistake((row) => row.paymentTerms === '60 jours', { paymentTerms: 'fin de mois prochain' }),
    invoiceTwice(asOf - 70),
    paymentMistake(asOf - 300, (row) => ({ ...row, date: `${yearOfFebruary(asOf)}-02-30` })),
    paymentMistake(asOf - 120, (row) =>
      row.amount.length < FOUR_FIGURES ? null : { ...row, amount: `${row.amount}5` },
    ),
    paymentMistake(asOf - 60, (row) => ({ ...row, invoice: row.invoice.replace('-0', '-') })),
    paymentMistake(asOf - 35, (row) => ({ ...row, client: row.client.replace('0', 'O') })),
  ];
}

/** `1000.00`: a third decimal after fewer figures could be read as thousands. */
const FOUR_FIGURES = 7;

/** The year of the last whole February. */
function yearOfFebruary(asOf: DayNumber): number {
  const { year, month } = yearMonthDay(asOf);
  return month > 2 ? year : year - 1;
}

function clientMistake(
  fits: (row: SampleRow<'clients'>) => boolean,
  change: Partial<SampleRow<'clients'>>,
): Mistake {
  return (each) =>
    each.table === 'clients' && fits(each.row)
      ? [{ table: 'clients', row: { ...each.row, ...change } }]
      : null;
}

/** The first invoice from a day on stands twice. */
function invoiceTwice(from: DayNumber): Mistake {
  const earliest = civilDate(from);
  return (each) =>
    each.table === 'invoices' && each.row.type === 'invoice' && each.row.issueDate >= earliest
      ? [each, each]
      : null;
}

/** Changes the first plain transfer from a day on that lets itself be changed. */
function paymentMistake(
  from: DayNumber,
  change: (row: SampleRow<'payments'>) => SampleRow<'payments'> | null,
): Mistake {
  const earliest = civilDate(from);
  return (each) => {
    if (each.table !== 'payments' || !isPlainTransfer(each.row) || each.row.date < earliest) return null;
    const row = change(each.row);
    return row === null ? null : [{ table: 'payments', row }];
  };
}

function isPlainTransfer({ method, invoice, amount, notes }: SampleRow<'payments'>): boolean {
  return method === 'transfer' && invoice !== '' && notes === '' && !amount.startsWith('-');
}
