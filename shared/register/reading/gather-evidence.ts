/** Gathers what was read beside the register's sums. */
import type { BankProfile, Evidence, Review } from './evidence.ts';
import type { InvoiceRows } from './invoice-rows.ts';
import { type LineRows, linesOf } from './line-rows.ts';
import type { ClientRows } from './read-clients.ts';
import type { PaymentRows } from './read-payments.ts';
import type { JournalRows } from './read-small-tables.ts';

type Gathered = {
  readonly clients: ClientRows;
  readonly invoices: InvoiceRows;
  readonly lines: LineRows;
  readonly payments: PaymentRows;
  readonly journal: JournalRows;
  readonly bankProfiles: readonly BankProfile[];
  readonly reviews: readonly Review[];
};

/** The columns, cut to the rows read. */
export function evidenceOf(
  { bankProfiles, clients, invoices, journal, lines, payments, reviews }: Gathered,
  settingRows: ReadonlyMap<string, number>,
): Evidence {
  const { columns, count, repeats, witnesses } = invoices;
  return {
    net: columns.net.subarray(0, count),
    vat: columns.vat.subarray(0, count),
    serviceDay: columns.serviceDay.subarray(0, count),
    witnesses,
    lines: linesOf(lines),
    isReasoned: payments.columns.isReasoned.subarray(0, payments.count),
    referenced: payments.columns.referenced.subarray(0, payments.count),
    strays: payments.strays,
    repeats,
    journalMinutes: journal.minutes,
    ibans: clients.ibans,
    settingRows,
    bankProfiles,
    reviews,
  };
}
