/** The contract once more, as plainly as it reads and as slowly: what the ledger is checked against. */
import { type CivilDate, type DayNumber, dayNumber } from '../../shared/base/civil-date.ts';
import type { InvoiceRecord, PaymentRecord, PlanRecord, RegisterRecords } from './register-of.ts';

const isInvoice = (record: InvoiceRecord) => record.type !== 'creditNote';
const movesCredit = (record: PaymentRecord) => record.method === 'creditNote';
const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((all, row) => all + of(row), 0);
const by = (date: CivilDate | undefined, asOf: DayNumber) => date !== undefined && dayNumber(date) <= asOf;

export type Whose = { readonly client: string; readonly currency: string };

export class Reference {
  readonly invoices: readonly InvoiceRecord[];
  readonly payments: readonly PaymentRecord[];
  readonly plans: readonly PlanRecord[];
  readonly asOf: DayNumber;

  constructor(records: RegisterRecords, asOf: DayNumber) {
    this.invoices = records.invoices.filter(({ issued }) => by(issued, asOf));
    this.payments = (records.payments || []).filter(({ day }) => by(day, asOf));
    this.plans = (records.plans || []).filter(({ agreedOn }) => by(agreedOn, asOf));
    this.asOf = asOf;
  }

  private document(number: string | undefined): InvoiceRecord | undefined {
    return this.invoices.find((invoice) => invoice.number === number);
  }

  /** Payments and write-offs naming it, credit moved onto it, credit notes correcting it less credit moved away. */
  settled(number: string): number {
    const applied = this.payments.filter(({ applied, day }) => by(applied || day, this.asOf));
    const named = applied.filter(({ invoice }) => invoice === number);
    const notes = this.invoices.filter(({ corrects }) => corrects === number);
    const away = applied.filter(
      ({ note, invoice }) => notes.some((own) => own.number === note) && this.document(invoice),
    );
    return (
      sum(named, ({ amount }) => amount) +
      sum(notes, ({ total }) => total) -
      sum(away, ({ amount }) => amount)
    );
  }

  open(number: string): number {
    const invoice = this.document(number);
    if (!invoice || !isInvoice(invoice)) return 0;
    return invoice.total - Math.min(Math.max(this.settled(number), 0), invoice.total);
  }

  /** Whatever the client gave that no invoice keeps. Moved credit was given once, by its note. */
  unapplied({ client, currency }: Whose): number {
    const own = (row: { client?: string; currency?: string }) =>
      row.client === client && row.currency === currency;
    const documents = this.invoices.filter(own);
    const paid = sum(this.payments.filter(own), (row) => (movesCredit(row) ? 0 : row.amount));
    const credited = sum(documents, (row) => (isInvoice(row) ? 0 : row.total));
    const kept = sum(documents, (row) => (isInvoice(row) ? row.total - this.open(row.number) : 0));
    return paid + credited - kept;
  }

  disputed(number: string): number {
    const dispute = this.document(number)?.dispute;
    if (!dispute || !by(dispute.from, this.asOf) || by(dispute.closedOn, this.asOf)) return 0;
    return Math.min(dispute.amount ?? Number.POSITIVE_INFINITY, this.open(number));
  }

  /** The due day of each minor unit of an invoice, in the order in which money fills them. */
  dueDays(number: string): readonly DayNumber[] {
    const invoice = this.document(number);
    if (!invoice) return [];
    const due = dayNumber(invoice.due || invoice.issued);
    const plans = this.plans.filter((plan) => plan.invoice === number);
    const agreed = plans.map(({ agreedOn }) => dayNumber(agreedOn || invoice.issued));
    const ruling = plans[agreed.indexOf(Math.max(...agreed))];
    if (!ruling) return new Array(Math.max(invoice.total, 1)).fill(due);
    const planned = ruling.instalments.flatMap(([day, amount]) => new Array(amount).fill(dayNumber(day)));
    return [...new Array(invoice.total - planned.length).fill(due), ...planned.sort((a, b) => a - b)];
  }

  overdue(number: string): readonly DayNumber[] {
    const dueDays = this.dueDays(number);
    return dueDays.slice(dueDays.length - this.open(number)).filter((day) => day < this.asOf);
  }
}
