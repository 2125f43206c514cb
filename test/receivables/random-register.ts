/** Random registers with everything a register may hold, small enough that days, documents and money often meet. */
import fc from 'fast-check';
import { civilDate, type DayNumber, dayNumber } from '../../shared/base/civil-date.ts';
import type { InvoiceRecord, PaymentRecord, PlanRecord, RegisterRecords } from './register-of.ts';

const FIRST = dayNumber('2024-01-20');
const LAST_ISSUE = 150;
export const RANDOM_CLIENTS = ['C1', 'C2'];
export const RANDOM_CURRENCIES = ['EUR', 'USD'];

/** A day on which something may have happened, or before, or after all. */
export const someDay: fc.Arbitrary<DayNumber> = fc.integer({ min: -40, max: 420 }).map((n) => FIRST + n);

const offset = fc.integer({ min: 0, max: LAST_ISSUE });
const lag = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 }));
const pick = fc.nat({ max: 999 });

const document = fc.record({
  note: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  client: fc.constantFrom(...RANDOM_CLIENTS),
  currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
  issued: offset,
  terms: fc.integer({ min: -3, max: 60 }),
  total: fc.integer({ min: 0, max: 60 }),
  corrects: fc.option(pick),
  dispute: fc.option(
    fc.record({ from: lag, length: fc.option(lag), amount: fc.option(fc.integer({ min: 0, max: 40 })) }),
    { freq: 3 },
  ),
  plans: fc.array(
    fc.record({
      agreed: lag,
      before: fc.integer({ min: 0, max: 20 }),
      cuts: fc.array(lag, { maxLength: 3 }),
    }),
    { maxLength: 2 },
  ),
});
type Document = ReturnType<(typeof document)['generate']>['value'];

const payment = fc.record({
  target: fc.option(pick, { freq: 5 }),
  client: fc.constantFrom(...RANDOM_CLIENTS),
  currency: fc.constantFrom(...RANDOM_CURRENCIES),
  day: fc.integer({ min: -10, max: LAST_ISSUE + 100 }),
  applied: fc.option(lag),
  amount: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 60 }) },
    fc.integer({ min: -60, max: -1 }),
  ),
  method: fc.constantFrom(
    'transfer',
    'transfer',
    'card',
    'cheque',
    'cash',
    'directDebit',
    'writeOff',
    'creditNote',
  ),
  note: pick,
} as const);
type Payment = ReturnType<(typeof payment)['generate']>['value'];

const day = (n: number) => civilDate(FIRST + n);
const cycle = <T>(rows: readonly T[], n: number): T | undefined => rows[n % Math.max(rows.length, 1)];

/** The records of a register that its reader would let through. */
export const randomRecords: fc.Arbitrary<RegisterRecords> = fc
  .record({
    documents: fc.array(document, { maxLength: 8 }),
    payments: fc.array(payment, { maxLength: 14 }),
  })
  .map(({ documents, payments }) => {
    const invoices = withCorrections(documents);
    return {
      currencies: RANDOM_CURRENCIES,
      clients: RANDOM_CLIENTS,
      invoices,
      payments: payments.flatMap((row) => paymentRecord(row, invoices)),
      plans: documents.flatMap((row, index) => planRecords(row, invoices[index])),
    };
  });

function withCorrections(documents: readonly Document[]): readonly InvoiceRecord[] {
  const records = documents.map(invoiceRecord);
  return records.map((record, index) => {
    const wanted = documents[index].corrects;
    if (record.type !== 'creditNote' || wanted === null) return record;
    const corrected = cycle(
      records.filter((other) => other.type === 'invoice' && sameAccount(other, record)),
      wanted,
    );
    return corrected ? { ...record, corrects: corrected.number } : record;
  });
}

function invoiceRecord(
  { note, client, currency, issued, terms, total, dispute }: Document,
  index: number,
): InvoiceRecord {
  const record = {
    number: `F${index}`,
    client,
    currency,
    issued: day(issued),
    due: day(issued + terms),
    total,
  };
  if (note) return { ...record, type: 'creditNote' };
  if (!dispute) return { ...record, type: 'invoice' };
  const from = issued + dispute.from;
  return {
    ...record,
    type: 'invoice',
    dispute: {
      from: day(from),
      ...(dispute.length === null ? {} : { closedOn: day(from + dispute.length) }),
      ...(dispute.amount === null ? {} : { amount: dispute.amount }),
    },
  };
}

function sameAccount(a: InvoiceRecord, b: InvoiceRecord): boolean {
  return a.client === b.client && a.currency === b.currency;
}

function paymentRecord(row: Payment, invoices: readonly InvoiceRecord[]): readonly PaymentRecord[] {
  if (row.method === 'creditNote') return movedCredit(row, invoices);
  const target =
    row.target === null
      ? undefined
      : cycle(
          invoices.filter(({ type }) => type === 'invoice'),
          row.target,
        );
  const account = target || row;
  return [
    {
      ...(target ? { invoice: target.number } : {}),
      client: account.client || '',
      currency: account.currency || '',
      day: day(row.day),
      ...(row.applied === null ? {} : { applied: day(row.day + row.applied) }),
      amount: row.amount,
      method: row.method,
    },
  ];
}

/** Credit moves between documents of one account, not before its note is issued. */
function movedCredit(row: Payment, invoices: readonly InvoiceRecord[]): readonly PaymentRecord[] {
  const note = cycle(
    invoices.filter(({ type }) => type === 'creditNote'),
    row.note,
  );
  if (!note) return [];
  const target = cycle(
    invoices.filter((other) => other.type === 'invoice' && sameAccount(other, note)),
    row.target || 0,
  );
  if (!target) return [];
  const issued = dayNumber(note.issued) - FIRST;
  const applied = Math.max(issued, row.day + (row.applied || 0));
  return [
    {
      invoice: target.number,
      client: note.client || '',
      currency: note.currency || '',
      day: day(row.day),
      applied: day(applied),
      amount: row.amount,
      method: 'creditNote',
      note: note.number,
    },
  ];
}

/** Plans of one invoice differ in the day they are agreed; what they leave of the total was settled before. */
function planRecords(
  { note, issued, total, plans }: Document,
  invoice: InvoiceRecord,
): readonly PlanRecord[] {
  if (note || total === 0) return [];
  return plans.map(({ agreed, before, cuts }, index) => {
    const planned = Math.max(1, total - before);
    const share = Math.floor(planned / (cuts.length + 1));
    const dues = [...cuts, 61].map(
      (cut, k) => [day(issued + 5 + cut), k < cuts.length ? share : planned - share * cuts.length] as const,
    );
    return {
      invoice: invoice.number,
      agreedOn: day(issued + agreed + 100 * index),
      instalments: dues.filter(([, amount]) => amount > 0),
    };
  });
}
