/** The rows of a sample register: cells as a CSV file writes them, by the register's column keys. */
import type { TableKey } from '../../shared/register/tables.ts';

/** The columns a sample fills: all a user writes, and of the add-on's what a running register would hold. */
export const SAMPLE_COLUMNS = {
  settings: ['key', 'value'],
  clients: [
    'code',
    'name',
    'kind',
    'legalId',
    'vatNumber',
    'addressLine1',
    'addressLine2',
    'postalCode',
    'city',
    'country',
    'language',
    'contact',
    'email',
    'cc',
    'phone',
    'iban',
    'paymentTerms',
    'creditLimit',
    'calendar',
    'holdUntil',
    'holdReason',
    'owner',
    'since',
    'maximumTermDays',
    'insolvencyOn',
    'notes',
  ],
  invoices: [
    'number',
    'type',
    'client',
    'issueDate',
    'dueDate',
    'currency',
    'net',
    'vat',
    'total',
    'corrects',
    'reference',
    'serviceDate',
    'disputedOn',
    'disputeClosedOn',
    'disputedAmount',
    'disputeReason',
    'sentOn',
    'document',
  ],
  lines: [
    'invoice',
    'position',
    'description',
    'quantity',
    'unit',
    'unitPrice',
    'discountPercent',
    'vatRate',
    'vatCategory',
    'net',
  ],
  payments: [
    'id',
    'date',
    'client',
    'invoice',
    'amount',
    'currency',
    'method',
    'reference',
    'appliedOn',
    'notes',
    'purpose',
  ],
  instalments: ['invoice', 'dueDate', 'amount', 'agreedOn'],
  journal: [
    'at',
    'client',
    'invoice',
    'event',
    'level',
    'channel',
    'recipient',
    'status',
    'amount',
    'promisedOn',
    'newDeadline',
    'key',
    'user',
    'detail',
  ],
  calendars: [
    'calendar',
    'level',
    'offsetDays',
    'channel',
    'template',
    'minimumGapDays',
    'newDeadlineDays',
    'penalties',
  ],
  rates: ['series', 'from', 'percent', 'source', 'toCheck'],
} as const satisfies Readonly<Record<TableKey, readonly string[]>>;

/** One row of a table: an empty text is an empty cell, a day `YYYY-MM-DD`, an amount digits with a point. */
export type SampleRow<T extends TableKey> = Readonly<Record<(typeof SAMPLE_COLUMNS)[T][number], string>>;

/** A row and the table it stands in. */
export type TableRow<K extends TableKey = TableKey> = {
  [T in K]: { readonly table: T; readonly row: SampleRow<T> };
}[K];

/** All rows of a register, by table. */
export type SampleTables = { readonly [T in TableKey]: readonly SampleRow<T>[] };

type GrowingTables = { readonly [T in TableKey]: SampleRow<T>[] };

/** Gathers rows in memory: for registers of a demonstration's size. */
export function collectTables(rows: Iterable<TableRow>): SampleTables {
  const tables: GrowingTables = {
    settings: [],
    clients: [],
    invoices: [],
    lines: [],
    payments: [],
    instalments: [],
    journal: [],
    calendars: [],
    rates: [],
  };
  for (const each of rows) addRow(tables, each);
  return tables;
}

function addRow<K extends TableKey>(tables: GrowingTables, each: TableRow<K>): void {
  tables[each.table].push(each.row);
}
