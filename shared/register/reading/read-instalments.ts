/** The instalments table: rows to payment plans that add up. */
import { type DayNumber, NO_DAY } from '../../base/civil-date.ts';
import { currencyDigits, decimalText } from '../../base/money.ts';
import type { Problem } from '../../base/problem.ts';
import type { Plan } from '../entries.ts';
import {
  amountAt,
  cellAt,
  dayAt,
  flag,
  isEmpty,
  type Places,
  type RowCells,
  sheetRow,
} from '../row-cells.ts';
import { textOfEntry } from '../text-index.ts';
import { documentAt, type InvoiceRows, NOT_NAMED } from './invoice-rows.ts';
import type { InvoiceContext } from './read-invoices.ts';
import { effectiveDay, type PaymentRows } from './read-payments.ts';

type Instalment = { readonly row: number; readonly dueDay: DayNumber; readonly amount: number };

/** One plan as its rows say it: the rows of one invoice with one day of agreement. */
type Draft = { readonly invoice: number; readonly agreedOn: DayNumber; readonly instalments: Instalment[] };

export type InstalmentRows = {
  readonly drafts: Map<string, Draft>;
  readonly broken: Set<string>; // plans and, where the day of agreement cannot be read, invoices that miss a row
};

export function newInstalmentRows(): InstalmentRows {
  return { drafts: new Map(), broken: new Set() };
}

export type InstalmentContext = InvoiceContext & { readonly invoices: InvoiceRows };

/** Reads one row. Any bad cell leaves it out, and its plan does not stand without it, unless it is an instalment of nothing. */
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
  const isUnread = agreedOn === NO_DAY && !isEmpty(cellAt(cells, places.of('agreedOn')));
  const key = planKey(invoice, agreedOn);
  if (cells.leftOut && amount !== 0) into.broken.add(isUnread ? String(invoice) : key);
  if (cells.leftOut) return;
  const draft = into.drafts.get(key) || { invoice, agreedOn, instalments: [] };
  into.drafts.set(key, draft);
  draft.instalments.push({ row: sheetRow(cells), dueDay, amount });
}

function planKey(invoice: number, agreedOn: DayNumber): string {
  return `${invoice} ${agreedOn}`;
}

/**
 * The plans that add up: to the invoice's total, or to its open balance on the day of agreement. Any other is a problem, and
 * the due date before it stands. In order of invoice and day of agreement, the plan without such a day first.
 */
export function checkPlans(
  rows: InstalmentRows,
  context: InstalmentContext,
  payments: PaymentRows,
  header: string,
  problems: Problem[],
): readonly Plan[] {
  const { columns } = context.invoices;
  const drafts = [...rows.drafts.values()].sort((a, b) => a.invoice - b.invoice || a.agreedOn - b.agreedOn);
  const settled = settledOn(drafts, context.invoices, payments);
  const plans: Plan[] = [];
  drafts.forEach((draft, index) => {
    const total = columns.total[draft.invoice];
    const open = total - Math.min(Math.max(settled[index], 0), total);
    const sum = draft.instalments.reduce((all, { amount }) => all + amount, 0);
    if (sum !== total && sum !== open) problems.push(planProblem(draft, header, sum, open, context));
    else if (!isBroken(rows, draft)) plans.push(planOf(draft, total - sum, columns.issueDay[draft.invoice]));
  });
  return plans;
}

function isBroken({ broken }: InstalmentRows, { invoice, agreedOn }: Draft): boolean {
  return broken.has(String(invoice)) || broken.has(planKey(invoice, agreedOn));
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
    row: draft.instalments.reduce((first, { row }) => Math.min(first, row), draft.instalments[0].row),
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
