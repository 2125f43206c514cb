/** Unapplied: money and credit that stands on no invoice yet. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Register } from '../register/entries.ts';
import { effectiveDay, movesCredit } from './movements.ts';

/**
 * Adds to `sums`, by client, what counts on the day and is on no invoice: payments that name none or take effect later, credit
 * notes that correct none (or one not issued yet) less the credit moved away. What an invoice holds above its total is not here.
 */
export function addUnappliedRows(
  register: Register,
  currency: number,
  asOf: DayNumber,
  sums: Float64Array,
): void {
  addPayments(register, currency, asOf, sums);
  addCreditNotes(register, currency, asOf, sums);
}

function addPayments(register: Register, currency: number, asOf: DayNumber, sums: Float64Array): void {
  const { invoices, payments } = register;
  for (let p = 0; p < payments.count; p++) {
    if (payments.currency[p] !== currency || payments.day[p] > asOf) continue;
    const inEffect = payments.invoice[p] >= 0 && effectiveDay(register, p) <= asOf;
    const note = payments.note[p];
    if (!movesCredit(payments, p)) {
      if (!inEffect) sums[payments.client[p]] += payments.amount[p];
    } else if (inEffect && isUnapplied(register, note, asOf)) {
      sums[invoices.client[note]] -= payments.amount[p];
    }
  }
}

function addCreditNotes(register: Register, currency: number, asOf: DayNumber, sums: Float64Array): void {
  const { client, count, creditNote, currency: currencyOf, issueDay, total } = register.invoices;
  for (let note = 0; note < count; note++) {
    if (creditNote[note] === 0 || currencyOf[note] !== currency || issueDay[note] > asOf) continue;
    if (isUnapplied(register, note, asOf)) sums[client[note]] += total[note];
  }
}

function isUnapplied({ invoices }: Register, note: number, asOf: DayNumber): boolean {
  const corrected = invoices.corrects[note];
  return corrected < 0 || invoices.issueDay[corrected] > asOf;
}
