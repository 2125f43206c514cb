/** A register from plain records, for tests: what is not said has its usual value. Amounts are minor units, days are texts. */
import { type CivilDate, type DayNumber, dayNumber, NO_DAY } from '../../shared/base/civil-date.ts';
import type {
  CalendarStep,
  Client,
  Dispute,
  Invoices,
  JournalEntry,
  Payments,
  Plan,
  Rate,
  Register,
  Settings,
} from '../../shared/register/entries.ts';
import { PAYMENT_METHODS, type PaymentMethod, TABLE_KEYS } from '../../shared/register/tables.ts';
import { DEFAULT_TERMS } from '../../shared/register/terms.ts';

export type InvoiceRecord = {
  readonly number: string;
  readonly type?: 'invoice' | 'creditNote';
  readonly client?: string; // the first where none is said
  readonly issued: CivilDate;
  readonly due?: CivilDate; // 30 days after the issue
  readonly currency?: string; // the first
  readonly total: number;
  readonly corrects?: string;
  readonly dispute?: { readonly from: CivilDate; readonly closedOn?: CivilDate; readonly amount?: number };
};

export type PaymentRecord = {
  readonly day: CivilDate;
  readonly applied?: CivilDate; // the same day
  readonly client?: string; // the invoice's, else the first
  readonly invoice?: string;
  readonly currency?: string; // the invoice's, else the first
  readonly amount: number;
  readonly method?: PaymentMethod; // transfer
  readonly note?: string; // the credit note of moved credit
};

export type PlanRecord = {
  readonly invoice: string;
  readonly agreedOn?: CivilDate; // the issue day
  readonly instalments: readonly (readonly [due: CivilDate, amount: number])[]; // what lacks of the total was settled before
};

export type RegisterRecords = {
  readonly settings?: Partial<Settings>;
  readonly currencies?: readonly string[];
  readonly clients?: readonly (string | (Partial<Client> & { readonly code: string }))[];
  readonly invoices: readonly InvoiceRecord[];
  readonly payments?: readonly PaymentRecord[];
  readonly penalties?: readonly PaymentRecord[]; // of interest and indemnities
  readonly unread?: readonly { readonly row: number; readonly client: string; readonly day?: CivilDate }[]; // rows of payments
  readonly plans?: readonly PlanRecord[];
  readonly journal?: readonly JournalEntry[];
  readonly calendars?: readonly CalendarStep[];
  readonly rates?: readonly Rate[];
};

/** What the records' names stand for. */
type Names = {
  readonly invoices: readonly InvoiceRecord[];
  client(code: string | undefined): number;
  invoice(number: string | undefined): number;
  currency(code: string | undefined): number;
};

/** Throws on a record that names what is not there: a mistake of the test. */
export function registerOf(records: RegisterRecords): Register {
  const clients = (records.clients || ['C001']).map(clientOf);
  const currencies = records.currencies || ['EUR'];
  const names = namesOf(records, clients, currencies);
  const payments = records.payments || [];
  return {
    settings: { ...SETTINGS, currency: currencies[0], ...records.settings },
    currencies,
    clients,
    invoices: invoicesOf(names),
    payments: paymentsOf(payments, names),
    penaltyPayments: penaltyPaymentsOf(records.penalties || [], names),
    unreadPayments: (records.unread || []).map(({ client, day, row }) => ({
      row,
      client: names.client(client),
      day: day === undefined ? NO_DAY : dayNumber(day),
    })),
    plans: (records.plans || []).map((plan) => planOf(plan, names)),
    journal: records.journal || [],
    calendars: records.calendars || [],
    rates: records.rates || [],
    bank: [],
    rowCounts: {
      ...NO_ROWS,
      clients: clients.length,
      invoices: names.invoices.length,
      payments: payments.length,
    },
  };
}

const SETTINGS: Settings = {
  companyName: 'Encaisse',
  locale: 'fr_FR',
  language: 'fr',
  currency: 'EUR',
  timeZone: 'Europe/Paris',
  paymentTerms: DEFAULT_TERMS,
  reportRecipients: [],
  agedBy: 'dueDate',
  texts: new Map(),
};

const NO_ROWS = Object.fromEntries(TABLE_KEYS.map((key) => [key, 0])) as Register['rowCounts'];

function namesOf(
  { invoices }: RegisterRecords,
  clients: readonly Client[],
  currencies: readonly string[],
): Names {
  const client = indexOfEach(clients.map(({ code }) => code));
  const invoice = indexOfEach(invoices.map(({ number }) => number));
  const currency = indexOfEach(currencies);
  return {
    invoices,
    client: (code) => (code === undefined ? 0 : client(code)),
    invoice: (number) => (number === undefined ? -1 : invoice(number)),
    currency: (code) => (code === undefined ? 0 : currency(code)),
  };
}

function indexOfEach(names: readonly string[]): (name: string) => number {
  const indexes = new Map(names.map((name, index) => [name, index]));
  return (name) => {
    const index = indexes.get(name);
    if (index === undefined) throw new Error(`${name} is in no record`);
    return index;
  };
}

function clientOf(record: string | (Partial<Client> & { readonly code: string }), index: number): Client {
  const given = typeof record === 'string' ? { code: record } : record;
  return { ...CLIENT, row: index + 2, name: `Client ${given.code}`, ...given };
}

const CLIENT: Client = {
  row: 0,
  code: '',
  name: '',
  kind: 'company',
  legalId: '',
  vatNumber: '',
  addressLine1: '',
  addressLine2: '',
  postalCode: '',
  city: '',
  country: '',
  language: 'fr',
  contact: '',
  email: '',
  cc: [],
  phone: '',
  paymentTerms: null,
  creditLimit: null,
  calendar: '',
  holdUntil: null,
  holdReason: '',
  owner: '',
  since: null,
  insolvencyOn: null,
  maximumTermDays: null,
  notes: '',
};

function invoicesOf(names: Names): Invoices {
  const records = names.invoices;
  return {
    count: records.length,
    row: Int32Array.from(records, (_, index) => index + 2),
    numberAt: (index) => records[index].number,
    creditNote: Uint8Array.from(records, ({ type }) => Number(type === 'creditNote')),
    client: Int32Array.from(records, ({ client }) => names.client(client)),
    issueDay: Int32Array.from(records, ({ issued }) => dayNumber(issued)),
    dueDay: Int32Array.from(records, ({ issued, due }) => (due ? dayNumber(due) : dayNumber(issued) + 30)),
    currency: Uint8Array.from(records, ({ currency }) => names.currency(currency)),
    total: Float64Array.from(records, ({ total }) => total),
    corrects: Int32Array.from(records, ({ corrects }) => names.invoice(corrects)),
    disputes: new Map(
      records.flatMap(({ dispute }, index) => (dispute ? [[index, disputeOf(dispute)] as const] : [])),
    ),
  };
}

function disputeOf({ from, closedOn, amount }: NonNullable<InvoiceRecord['dispute']>): Dispute {
  const closed: DayNumber | null = closedOn ? dayNumber(closedOn) : null;
  return { from: dayNumber(from), closedOn: closed, amount: amount ?? null, reason: 'price' };
}

function paymentsOf(records: readonly PaymentRecord[], names: Names): Payments {
  const named = records.map(({ invoice }) => (invoice ? names.invoices[names.invoice(invoice)] : undefined));
  return {
    count: records.length,
    row: Int32Array.from(records, (_, index) => index + 2),
    day: Int32Array.from(records, ({ day }) => dayNumber(day)),
    appliedDay: Int32Array.from(records, ({ day, applied }) =>
      Math.max(dayNumber(day), dayNumber(applied || day)),
    ),
    client: Int32Array.from(records, ({ client }, p) => names.client(client || named[p]?.client)),
    invoice: Int32Array.from(records, ({ invoice }) => names.invoice(invoice)),
    currency: Uint8Array.from(records, ({ currency }, p) => names.currency(currency || named[p]?.currency)),
    amount: Float64Array.from(records, ({ amount }) => amount),
    method: Uint8Array.from(records, ({ method }) => PAYMENT_METHODS.indexOf(method || 'transfer')),
    note: Int32Array.from(records, ({ note }) => names.invoice(note)),
  };
}

function penaltyPaymentsOf(records: readonly PaymentRecord[], names: Names): Register['penaltyPayments'] {
  const read = paymentsOf(records, names);
  return records.map(({ amount, method }, p) => ({
    row: p + 2,
    day: read.day[p],
    client: read.client[p],
    invoice: read.invoice[p],
    currency: read.currency[p],
    amount,
    isWaiver: method === 'writeOff',
  }));
}

function planOf({ invoice, agreedOn, instalments }: PlanRecord, names: Names): Plan {
  const index = names.invoice(invoice);
  const { issued, total } = names.invoices[index];
  const sum = instalments.reduce((all, [, amount]) => all + amount, 0);
  const rows = instalments.map(([due, amount], k) => ({ row: k + 2, dueDay: dayNumber(due), amount }));
  return {
    invoice: index,
    agreedOn: dayNumber(agreedOn || issued),
    settledBefore: total - sum,
    instalments: rows.sort((a, b) => a.dueDay - b.dueDay),
  };
}
