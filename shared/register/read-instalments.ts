/** The instalments table: rows to payment plans that add up. */
import { type DayNumber, NO_DAY } from '../base/civil-date.ts';
import { currencyDigits, decimalText } from '../base/money.ts';
import type { Problem } from '../base/problem.ts';
import type { Plan } from './entries.ts';
import { documentAt, type InvoiceContext, type InvoiceRows, NOT_NAMED } from './read-invoices.ts';
import { effectiveDay, type PaymentRows } from './read-payments.ts';
import { amountAt, dayAt, flag, type Places, type RowCells, sheetRow } from './row-cells.ts';
import { textOfEntry } from './text-index.ts';

type Instalment = { readonly row: number; readonly dueDay: DayNumber; readonly amount: number };

/** One plan as its rows say it: the rows of one invoice with one day of agreement. */
type Draft = { readonly invoice: number; readonly agreedOn: DayNumber; readonly instalments: Instalment[] };

export type InstalmentRows = { readonly drafts: Map<string, Draft> };

export function newInstalmentRows(): InstalmentRows {
  return { drafts: new Map() };
}

export type InstalmentContext = InvoiceContext & { readonly invoices: InvoiceRows };

/** Reads one row. Any bad cell leaves it out, and the plan that misses it will not add up. */
export function readInstalmentRow(
  cells: RowCells,
  places: Places,
  context: InstalmentContext,
  into: InstalmentRows,
): void {
  const { columns } = context.invoices;
  const invoice = documentAt(cells, places.of('invoice'), context.invoices);
  const known = invoice >= 0;
  if (invoice < NOT_NAMED) flag(cells, places.of('invoice'), 'invoice/unknown');
  if (known && columns.creditNote[invoice] === 1) flag(cells, places.of('invoice'), 'invoice/is-credit-note');
  const currency = known ? context.currencies.codes[columns.currency[invoice]] : context.settings.currency;
  const dueDay = dayAt(cells, places.of('dueDate'));
  const amount = amountAt(cells, places.of('amount'), currency, currencyDigits(currency));
  const agreedOn = dayAt(cells, places.of('agreedOn'));
  if (amount <= 0) flag(cells, places.of('amount'), 'plan/not-positive');
  if (cells.leftOut || !known) return;
  const key = `${invoice} ${agreedOn}`;
  const draft = into.drafts.get(key) || { invoice, agreedOn, instalments: [] };
  into.drafts.set(key, draft);
  draft.instalments.push({ row: sheetRow(cells), dueDay, amount });
}

/**
 * The plans that add up: to the invoice's total, or to its open balance on the day of agreement. Any other is a problem, and
 * the due date before it stands.
 */
export function checkPlans(
  { drafts }: InstalmentRows,
  context: InstalmentContext,
  payments: PaymentRows,
  header: string,
  problems: Problem[],
): readonly Plan[] {
  const { columns } = context.invoices;
  const settled = settledOn([...drafts.values()], context.invoices, payments);
  const plans: Plan[] = [];
  [...drafts.values()].forEach((draft, index) => {
    const total = columns.total[draft.invoice];
    const open = total - Math.min(Math.max(settled[index], 0), total);
    const sum = draft.instalments.reduce((all, { amount }) => all + amount, 0);
    if (sum === total || sum === open)
      plans.push(planOf(draft, total - sum, columns.issueDay[draft.invoice]));
    else problems.push(planProblem(draft, header, sum, open, context));
  });
  return plans;
}

function planOf({ invoice, agreedOn, instalments }: Draft, settledBefore: number, issueDay: DayNumber): Plan {
  const inOrder = [...instalments].sort(
    (a, b) => a.dueDay - b.dueDay || a.amount - b.amount || a.row - b.row,
  );
  return { invoice, agreedOn: Math.max(agreedOn, issueDay), settledBefore, instalments: inOrder };
}

function planProblem(
  draft: Draft,
  header: string,
  sum: number,
  open: number,
  context: InstalmentContext,
): Problem {
  const { columns, byNumber } = context.invoices;
  const currency = context.currencies.codes[columns.currency[draft.invoice]];
  const total = columns.total[draft.invoice];
  const wanted = open === total || open === 0 ? [total] : [total, open];
  return {
    code: 'plan/sum',
    table: 'instalments',
    row: Math.min(...draft.instalments.map(({ row }) => row)),
    column: 'amount',
    header,
    found: textOfEntry(byNumber, columns.entry[draft.invoice]),
    detail: [sum, ...wanted].map((minor) => decimalText(minor, currency)).join(' | '),
  };
}

/** What was settled of each draft's invoice by its day of agreement: payments naming it, credit moved onto it, credit notes. */
function settledOn(drafts: readonly Draft[], invoices: InvoiceRows, payments: PaymentRows): Float64Array {
  const settled = new Float64Array(drafts.length);
  const draftsOf = new Map<number, number[]>();
  drafts.forEach(({ invoice, agreedOn }, index) => {
    if (agreedOn !== NO_DAY) draftsOf.set(invoice, [...(draftsOf.get(invoice) || []), index]);
  });
  if (draftsOf.size === 0) return settled;
  const settle = (invoice: number, day: DayNumber, amount: number): void => {
    for (const index of draftsOf.get(invoice) || [])
      if (day <= drafts[index].agreedOn) settled[index] += amount;
  };
  const { columns } = invoices;
  for (let note = 0; note < invoices.count; note++) {
    const target = columns.corrects[note];
    if (target >= 0)
      settle(target, effectiveDay(columns.issueDay[note], columns.issueDay[target]), columns.total[note]);
  }
  for (let index = 0; index < payments.count; index++) {
    const { invoice, note, appliedDay, amount } = payments.columns;
    if (invoice[index] < 0) continue;
    const day = effectiveDay(appliedDay[index], columns.issueDay[invoice[index]]);
    settle(invoice[index], day, amount[index]);
    const corrected = note[index] < 0 ? -1 : columns.corrects[note[index]];
    if (corrected >= 0) settle(corrected, day, -amount[index]);
  }
  return settled;
}
