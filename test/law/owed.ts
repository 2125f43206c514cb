/** Penalties owed on registers from plain records. */
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { type InvoicePenalties, type PenaltyLine, penaltiesOwed } from '../../shared/law/penalties-owed.ts';
import { penaltyBook } from '../../shared/law/penalty-book.ts';
import { buildLedger, type Ledger } from '../../shared/receivables/ledger.ts';
import { type DunningRecords, dunningRegister } from '../dunning/decided.ts';

/** FACTS: 1 200.00 due on 15 June 2026 bears 14.15 by 20 July. */
export const F1 = { number: 'F1', issued: '2026-05-16', due: '2026-06-15', total: 120_000 } as const;

export const RATES = [
  ['2025-06-11', 2.15],
  ['2026-06-17', 2.4],
] as const satisfies DunningRecords['rates'];

export function ledgerOf(records: Partial<DunningRecords>): Ledger {
  const all: DunningRecords = { invoices: [F1], rates: RATES, bankOn: null, ...records };
  return buildLedger(dunningRegister(all, '2026-07-20'));
}

/** Of the first client in one currency. */
export function owed(
  records: Partial<DunningRecords>,
  asOf: CivilDate = '2026-07-20',
  currency = 0,
): readonly InvoicePenalties[] {
  const ledger = ledgerOf(records);
  const { count } = ledger.register.invoices;
  const book = penaltyBook(ledger, dayNumber(asOf));
  return penaltiesOwed(
    book,
    0,
    currency,
    Array.from({ length: count }, (_, i) => i),
  );
}

/** `F1 paid: 14.15 of which claimed …` as a table of numbers: due, claimed, received, waived, left. */
export function line({ claimed, due, left, received, waived }: PenaltyLine): readonly (number | null)[] {
  return [due, claimed, received, waived, left];
}

/** The interest and the fixed sum of the only invoice that was late. */
export function lines(records: Partial<DunningRecords>, asOf: CivilDate = '2026-07-20') {
  const [first, ...others] = owed(records, asOf);
  if (first === undefined || others.length > 0) throw new Error(`${others.length + 1} invoices, not one`);
  return [line(first.interest), line(first.indemnity)];
}

export function segmentTexts({ segments }: InvoicePenalties): readonly string[] {
  return segments.map(
    ({ days, from, percent, principal, through }) =>
      `${civilDate(from)} to ${civilDate(through)}: ${days} d of ${principal} at ${percent}`,
  );
}
