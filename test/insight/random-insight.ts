/** Random registers whose clients also promise; what was known of one on a day; its rows in another order. */
import fc from 'fast-check';
import { civilDate, type DayNumber, dayNumber } from '../../shared/base/civil-date.ts';
import type { JournalEntry } from '../../shared/register/entries.ts';
import { RANDOM_CLIENTS, randomRecords } from '../receivables/random-register.ts';
import type { InvoiceRecord, RegisterRecords } from '../receivables/register-of.ts';
import { journalOf } from './journal-of.ts';

const promises = fc.array(
  fc.record({
    client: fc.nat({ max: RANDOM_CLIENTS.length - 1 }),
    invoice: fc.option(fc.nat({ max: 7 })),
    made: fc.integer({ min: 0, max: 200 }),
    days: fc.integer({ min: 0, max: 30 }),
    amount: fc.option(fc.nat({ max: 60 })),
  }),
  { maxLength: 4 },
);

export const promisingRecords: fc.Arbitrary<RegisterRecords> = fc
  .tuple(randomRecords, promises)
  .map(([given, made]) => ({
    ...given,
    journal: journalOf(
      made.map(({ client, invoice, made: day, days, amount }) => ({
        at: civilDate(dayNumber('2024-01-20') + day),
        event: 'promise',
        client,
        invoice: invoice !== null && invoice < given.invoices.length ? invoice : -1,
        promisedOn: civilDate(dayNumber('2024-01-20') + day + days),
        amount,
      })),
    ),
  }));

/** The register as it stood on the day: what is dated later was never written. */
export function knownOn(given: RegisterRecords, asOf: DayNumber): RegisterRecords {
  const isKnown = (day: string | undefined) => day === undefined || day <= civilDate(asOf);
  const invoices = given.invoices.filter(({ issued }) => isKnown(issued));
  const numbers = new Set(invoices.map(({ number }) => number));
  return {
    ...given,
    invoices: invoices.map((invoice) => withoutFuture(invoice, numbers, isKnown)),
    payments: (given.payments ?? [])
      .filter(({ day }) => isKnown(day))
      .flatMap((payment) => {
        const { invoice, note, applied, ...money } = payment;
        const client = payment.client ?? given.invoices.find(({ number }) => number === invoice)?.client;
        const isApplied = isKnown(applied) && (invoice === undefined || numbers.has(invoice));
        if (note !== undefined && !(isApplied && numbers.has(note))) return [];
        return isApplied
          ? [payment]
          : [{ ...money, ...(client ? { client } : {}), currency: currencyOf(given, payment) }];
      }),
    plans: (given.plans ?? []).filter(({ invoice, agreedOn }) => isKnown(agreedOn) && numbers.has(invoice)),
    journal: (given.journal ?? []).flatMap((entry) => journalOn(given, invoices, entry, asOf)),
  };
}

function currencyOf(
  given: RegisterRecords,
  payment: { readonly invoice?: string; readonly currency?: string },
): string {
  const named = given.invoices.find(({ number }) => number === payment.invoice);
  return payment.currency ?? named?.currency ?? (given.currencies ?? ['EUR'])[0];
}

function withoutFuture(
  { corrects, dispute, ...invoice }: InvoiceRecord,
  numbers: ReadonlySet<string>,
  isKnown: (day: string | undefined) => boolean,
): InvoiceRecord {
  const { closedOn, ...opened } = dispute ?? { from: '9999-12-31' };
  return {
    ...invoice,
    ...(corrects !== undefined && numbers.has(corrects) ? { corrects } : {}),
    ...(dispute && isKnown(opened.from)
      ? { dispute: { ...opened, ...(closedOn && isKnown(closedOn) ? { closedOn } : {}) } }
      : {}),
  };
}

/** Indexes follow the invoices that are left; a promise about an invoice not issued yet is none yet. */
function journalOn(
  given: RegisterRecords,
  invoices: readonly InvoiceRecord[],
  entry: JournalEntry,
  asOf: DayNumber,
): readonly JournalEntry[] {
  if (entry.at > asOf) return [];
  if (entry.invoice < 0) return [entry];
  const { number } = given.invoices[entry.invoice];
  const invoice = invoices.findIndex((one) => one.number === number);
  return invoice < 0 ? [] : [{ ...entry, invoice }];
}

/** The same register with its rows backwards. */
export function reversedRows(given: RegisterRecords): RegisterRecords {
  const invoices = [...given.invoices].reverse();
  return {
    ...given,
    invoices,
    payments: [...(given.payments ?? [])].reverse(),
    plans: [...(given.plans ?? [])].reverse(),
    journal: [...(given.journal ?? [])].reverse().map((entry) => ({
      ...entry,
      invoice: entry.invoice < 0 ? -1 : invoices.length - 1 - entry.invoice,
    })),
  };
}
