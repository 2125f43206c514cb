/** The rows behind a reason of risk: which invoices, payments and journal rows it was read from, so that a reader can go and look. */
import { addMonths, type DayNumber } from '../../base/civil-date.ts';
import { disputedOn, type Ledger, openBalanceOn } from '../../receivables/ledger.ts';
import { isCash } from '../../receivables/movements.ts';
import { PAYMENT_METHODS } from '../../register/tables.ts';
import { HISTORY_MONTHS, RECENT_MONTHS, YEAR_MONTHS } from '../behaviour-columns.ts';
import { latePlans, missedInstalments } from '../missed-instalments.ts';
import { brokenPromises } from '../promises.ts';
import { settledDayOf } from '../settled-day.ts';
import type { RiskCode } from './risk-points.ts';

/** Indexes into the register's invoices, payments and journal; newest first, some of them where there are many. */
export type RiskRows = {
  readonly invoices: readonly number[];
  readonly payments: readonly number[];
  readonly journal: readonly number[];
};

const MOST_ROWS = 10;
const WRITE_OFF = PAYMENT_METHODS.indexOf('writeOff');
const NO_ROWS: RiskRows = { invoices: [], payments: [], journal: [] };

/** @returns the rows behind a client's reason; each list is read from the register at the first question that needs it */
export function rowsBehind(
  ledger: Ledger,
  currencyIndex: number,
  asOf: DayNumber,
): (client: number, code: RiskCode) => RiskRows {
  const { client: clientOf } = ledger.register.invoices;
  const byClientOf = (found: readonly { readonly invoice: number }[]) =>
    grouped(Array.from(new Set(found.map(({ invoice }) => invoice))), (invoice) => clientOf[invoice]);
  const desk: Desk = {
    ledger,
    asOf,
    invoices: once(() => invoicesByClient(ledger, currencyIndex, asOf)),
    payments: once(() => paymentsByClient(ledger, currencyIndex, asOf)),
    missed: once(() => byClientOf(missedInstalments(ledger, currencyIndex, asOf))),
    plans: once(() => byClientOf(latePlans(ledger, currencyIndex, asOf))),
    broken: once(() => brokenByClient(ledger, currencyIndex, asOf)),
  };
  return (client, code) => ROWS[code](desk, client);
}

type ByClient = ReadonlyMap<number, readonly number[]>;

type Desk = {
  readonly ledger: Ledger;
  readonly asOf: DayNumber;
  readonly invoices: () => ByClient; // issued by the day, credit notes apart; newest first
  readonly payments: () => ByClient; // newest first
  readonly missed: () => ByClient; // invoices with an instalment missed
  readonly plans: () => ByClient; // invoices with a plan agreed late
  readonly broken: () => ByClient; // journal rows of promises not kept
};

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

type Finder = (desk: Desk, client: number) => RiskRows;

const ROWS: Readonly<Record<RiskCode, Finder>> = {
  insolvency: openInvoices,
  'late-rate': lateInvoices,
  'no-history': () => NO_ROWS,
  worsening: (desk, client) => lateSince(desk, client, RECENT_MONTHS),
  'late-by-30': openInvoices,
  'oldest-overdue': overdueInvoices,
  'credit-limit': openInvoices,
  concentration: openInvoices,
  'fast-growing': (desk, client) => issuedSince(desk, client, RECENT_MONTHS),
  'new-client': openInvoices,
  'broken-promise': ({ broken }, client) => ({ ...NO_ROWS, journal: first(broken().get(client)) }),
  'missed-instalment': ({ missed }, client) => some(missed().get(client)),
  'late-plan': ({ plans }, client) => some(plans().get(client)),
  'longer-terms': (desk, client) => issuedSince(desk, client, RECENT_MONTHS),
  'bounced-payment': bouncedPayments,
  'write-off': writeOffs,
  dispute: disputedInvoices,
};

function first(rows: readonly number[] = []): readonly number[] {
  return rows.slice(0, MOST_ROWS);
}

/** Those that answer a question, as far as they are shown: the rest is not asked. */
function firstWhere(rows: readonly number[] = [], isMeant: (row: number) => boolean): readonly number[] {
  const found: number[] = [];
  for (const row of rows) {
    if (found.length === MOST_ROWS) break;
    if (isMeant(row)) found.push(row);
  }
  return found;
}

function some(invoices?: readonly number[]): RiskRows {
  return { ...NO_ROWS, invoices: first(invoices) };
}

function invoicesWhere(desk: Desk, client: number, isMeant: (invoice: number) => boolean): RiskRows {
  return { ...NO_ROWS, invoices: firstWhere(desk.invoices().get(client), isMeant) };
}

function paymentsWhere(desk: Desk, client: number, isMeant: (payment: number) => boolean): RiskRows {
  return { ...NO_ROWS, payments: firstWhere(desk.payments().get(client), isMeant) };
}

function openInvoices(desk: Desk, client: number): RiskRows {
  return invoicesWhere(desk, client, (i) => openBalanceOn(desk.ledger, i, desk.asOf) > 0);
}

/** The longest overdue of all that are, whichever were issued last. */
function overdueInvoices({ asOf, invoices, ledger }: Desk, client: number): RiskRows {
  const { dueDay } = ledger.register.invoices;
  const overdue = (invoices().get(client) ?? []).filter(
    (i) => dueDay[i] < asOf && openBalanceOn(ledger, i, asOf) > 0,
  );
  return some(overdue.sort((a, b) => dueDay[a] - dueDay[b]));
}

function lateInvoices(desk: Desk, client: number): RiskRows {
  return lateSince(desk, client, HISTORY_MONTHS);
}

function lateSince(desk: Desk, client: number, months: number): RiskRows {
  const { asOf, ledger } = desk;
  const { dueDay } = ledger.register.invoices;
  const from = addMonths(asOf, -months);
  return invoicesWhere(desk, client, (invoice) => {
    if (dueDay[invoice] >= asOf) return false;
    const settled = settledDayOf(ledger, invoice, asOf);
    return settled === null || (dueDay[invoice] > from && settled > dueDay[invoice]);
  });
}

function issuedSince(desk: Desk, client: number, months: number): RiskRows {
  const { issueDay } = desk.ledger.register.invoices;
  const from = addMonths(desk.asOf, -months);
  return invoicesWhere(desk, client, (invoice) => issueDay[invoice] > from);
}

function disputedInvoices(desk: Desk, client: number): RiskRows {
  return invoicesWhere(desk, client, (i) => disputedOn(desk.ledger, i, desk.asOf) > 0);
}

function bouncedPayments(desk: Desk, client: number): RiskRows {
  const { payments } = desk.ledger.register;
  const from = addMonths(desk.asOf, -YEAR_MONTHS);
  return paymentsWhere(
    desk,
    client,
    (p) =>
      payments.amount[p] < 0 && isCash(payments, p) && payments.invoice[p] >= 0 && payments.day[p] > from,
  );
}

function writeOffs(desk: Desk, client: number): RiskRows {
  const { payments } = desk.ledger.register;
  const from = addMonths(desk.asOf, -HISTORY_MONTHS);
  return paymentsWhere(
    desk,
    client,
    (p) => payments.method[p] === WRITE_OFF && payments.appliedDay[p] > from,
  );
}

function brokenByClient(ledger: Ledger, currencyIndex: number, asOf: DayNumber): ByClient {
  const { journal } = ledger.register;
  const rows = new Set(brokenPromises(ledger, currencyIndex, asOf).map(({ row }) => row));
  const broken = journal.map((_, index) => index).filter((index) => rows.has(journal[index].row));
  broken.sort((a, b) => journal[b].at - journal[a].at || a - b);
  return grouped(broken, (index) => journal[index].client);
}

/** Each client's few are sorted, not the register's many. */
function invoicesByClient({ register }: Ledger, currencyIndex: number, asOf: DayNumber): ByClient {
  const { client, count, creditNote, currency, issueDay, numberAt } = register.invoices;
  const issued: number[] = [];
  for (let i = 0; i < count; i++) {
    if (creditNote[i] === 0 && currency[i] === currencyIndex && issueDay[i] <= asOf) issued.push(i);
  }
  const byClient = grouped(issued, (invoice) => client[invoice]);
  for (const own of byClient.values())
    own.sort((a, b) => issueDay[b] - issueDay[a] || (numberAt(a) < numberAt(b) ? -1 : 1));
  return byClient;
}

function paymentsByClient({ register }: Ledger, currencyIndex: number, asOf: DayNumber): ByClient {
  const { client, count, currency, day } = register.payments;
  const paid: number[] = [];
  for (let p = 0; p < count; p++) if (currency[p] === currencyIndex && day[p] <= asOf) paid.push(p);
  const byClient = grouped(paid, (payment) => client[payment]);
  for (const own of byClient.values()) own.sort((a, b) => day[b] - day[a] || a - b);
  return byClient;
}

/** Each client's own, in the order given. */
function grouped(rows: readonly number[], clientOf: (row: number) => number): Map<number, number[]> {
  const byClient = new Map<number, number[]>();
  for (const row of rows) {
    const own = byClient.get(clientOf(row));
    if (own) own.push(row);
    else byClient.set(clientOf(row), [row]);
  }
  return byClient;
}
