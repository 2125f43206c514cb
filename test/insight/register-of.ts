/** A register from plain records: what a test says, and nothing where it says nothing. Amounts are in units of the currency. */
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { currencyDigits } from '../../shared/base/money.ts';
import type { Client, JournalEntry, Plan, Register } from '../../shared/register/entries.ts';
import { PAYMENT_METHODS, type PaymentMethod, TABLE_KEYS } from '../../shared/register/tables.ts';
import { DEFAULT_TERMS } from '../../shared/register/terms.ts';

export type ClientSpec = Partial<Omit<Client, 'code' | 'since' | 'holdUntil'>> & {
  readonly code: string;
  readonly since?: CivilDate;
  readonly holdUntil?: CivilDate;
};

export type InvoiceSpec = {
  readonly number: string;
  readonly client: string;
  readonly issued: CivilDate;
  readonly due: CivilDate;
  readonly total: number;
  readonly currency?: string;
  readonly creditNote?: boolean;
  readonly corrects?: string;
  readonly disputed?: { readonly from: CivilDate; readonly closedOn?: CivilDate; readonly amount?: number };
};

export type PaymentSpec = {
  readonly date: CivilDate;
  readonly amount: number;
  readonly invoice?: string;
  readonly client?: string;
  readonly currency?: string;
  readonly method?: PaymentMethod;
  readonly note?: string;
};

export type JournalSpec = Partial<Omit<JournalEntry, 'at' | 'client' | 'invoice' | 'promisedOn'>> & {
  readonly at: CivilDate;
  readonly client: string;
  readonly event: JournalEntry['event'];
  readonly invoice?: string;
  readonly promisedOn?: CivilDate;
};

export type PlanSpec = {
  readonly invoice: string;
  readonly agreedOn: CivilDate;
  readonly settledBefore?: number;
  readonly instalments: readonly (readonly [due: CivilDate, amount: number])[];
};

export type RegisterSpec = {
  readonly clients: readonly ClientSpec[];
  readonly invoices?: readonly InvoiceSpec[];
  readonly payments?: readonly PaymentSpec[];
  readonly plans?: readonly PlanSpec[];
  readonly journal?: readonly JournalSpec[];
  readonly currencies?: readonly string[];
};

export function registerOf(spec: RegisterSpec): Register {
  const { clients, invoices = [], payments = [], plans = [], journal = [], currencies = ['EUR'] } = spec;
  const clientAt = new Map(clients.map(({ code }, i) => [code, i]));
  const invoiceAt = new Map(invoices.map(({ number }, i) => [number, i]));
  const find = (index: ReadonlyMap<string, number>, key: string | undefined) =>
    key === undefined ? -1 : (index.get(key) ?? -1);
  const minor = (amount: number, currency = currencies[0]) =>
    Math.round(amount * 10 ** currencyDigits(currency));
  const currencyOf = (payment: PaymentSpec) =>
    payment.currency ?? invoices[find(invoiceAt, payment.invoice)]?.currency ?? currencies[0];
  return {
    settings: {
      companyName: 'Test',
      locale: 'fr_FR',
      language: 'fr',
      currency: currencies[0],
      timeZone: 'Europe/Paris',
      paymentTerms: DEFAULT_TERMS,
      reportRecipients: [],
      agedBy: 'dueDate',
      texts: new Map(),
    },
    currencies,
    clients: clients.map(clientOf),
    invoices: {
      count: invoices.length,
      row: Int32Array.from(invoices, (_, i) => i + 2),
      numberAt: (index) => invoices[index].number,
      creditNote: Uint8Array.from(invoices, ({ creditNote }) => Number(creditNote === true)),
      client: Int32Array.from(invoices, ({ client }) => find(clientAt, client)),
      issueDay: Int32Array.from(invoices, ({ issued }) => dayNumber(issued)),
      dueDay: Int32Array.from(invoices, ({ due }) => dayNumber(due)),
      currency: Uint8Array.from(invoices, ({ currency }) => currencies.indexOf(currency ?? currencies[0])),
      total: Float64Array.from(invoices, ({ total, currency }) => minor(total, currency)),
      corrects: Int32Array.from(invoices, ({ corrects }) => find(invoiceAt, corrects)),
      disputes: new Map(
        invoices.flatMap(({ disputed, currency }, i) =>
          disputed
            ? [
                [
                  i,
                  {
                    from: dayNumber(disputed.from),
                    closedOn: disputed.closedOn === undefined ? null : dayNumber(disputed.closedOn),
                    amount: disputed.amount === undefined ? null : minor(disputed.amount, currency),
                    reason: 'prix',
                  },
                ] as const,
              ]
            : [],
        ),
      ),
    },
    payments: {
      count: payments.length,
      row: Int32Array.from(payments, (_, i) => i + 2),
      day: Int32Array.from(payments, ({ date }) => dayNumber(date)),
      appliedDay: Int32Array.from(payments, ({ date }) => dayNumber(date)),
      client: Int32Array.from(payments, ({ client, invoice }) =>
        find(clientAt, client ?? invoices[find(invoiceAt, invoice)]?.client),
      ),
      invoice: Int32Array.from(payments, ({ invoice }) => find(invoiceAt, invoice)),
      currency: Uint8Array.from(payments, (payment) => currencies.indexOf(currencyOf(payment))),
      amount: Float64Array.from(payments, (payment) => minor(payment.amount, currencyOf(payment))),
      method: Uint8Array.from(payments, ({ method = 'transfer' }) => PAYMENT_METHODS.indexOf(method)),
      note: Int32Array.from(payments, ({ note }) => find(invoiceAt, note)),
    },
    plans: plans.map(
      ({ invoice, agreedOn, settledBefore = 0, instalments }, p): Plan => ({
        invoice: find(invoiceAt, invoice),
        agreedOn: dayNumber(agreedOn),
        settledBefore: minor(settledBefore),
        instalments: instalments.map(([due, amount], k) => ({
          row: 10 * p + k + 2,
          dueDay: dayNumber(due),
          amount: minor(amount),
        })),
      }),
    ),
    journal: journal.map((entry, i) =>
      journalEntryOf(
        entry,
        i + 2,
        (key, index) => find(index === 'client' ? clientAt : invoiceAt, key),
        minor,
      ),
    ),
    calendars: [],
    rates: [],
    rowCounts: rowCounts(clients.length, invoices.length, payments.length),
  };
}

function clientOf(spec: ClientSpec, index: number): Client {
  return {
    row: index + 2,
    name: spec.code,
    kind: 'company',
    legalId: '',
    vatNumber: '',
    addressLine1: '',
    addressLine2: '',
    postalCode: '',
    city: '',
    country: '',
    language: 'fr',
    email: '',
    cc: [],
    phone: '',
    paymentTerms: null,
    creditLimit: null,
    calendar: '',
    holdReason: '',
    owner: '',
    notes: '',
    ...spec,
    holdUntil: spec.holdUntil === undefined ? null : dayNumber(spec.holdUntil),
    since: spec.since === undefined ? null : dayNumber(spec.since),
  };
}

function journalEntryOf(
  spec: JournalSpec,
  row: number,
  find: (key: string | undefined, index: 'client' | 'invoice') => number,
  minor: (amount: number) => number,
): JournalEntry {
  return {
    row,
    level: null,
    channel: null,
    recipient: '',
    status: null,
    newDeadline: null,
    key: '',
    user: '',
    detail: '',
    ...spec,
    amount: spec.amount === undefined || spec.amount === null ? null : minor(spec.amount),
    at: dayNumber(spec.at),
    client: find(spec.client, 'client'),
    invoice: find(spec.invoice, 'invoice'),
    promisedOn: spec.promisedOn === undefined ? null : dayNumber(spec.promisedOn),
  };
}

function rowCounts(clients: number, invoices: number, payments: number): Register['rowCounts'] {
  const none = Object.fromEntries(TABLE_KEYS.map((key) => [key, 0])) as Record<
    (typeof TABLE_KEYS)[number],
    number
  >;
  return { ...none, clients, invoices, payments };
}
