/**
 * Payments in the chain: each is sealed as it was recorded, and one that is changed or taken away later is sealed as void. What the chain has
 * of a payment is the very text below, so that two rows that say the same are told apart only by their number.
 */
import { civilDate } from '../base/civil-date.ts';
import { decimalText } from '../base/money.ts';
import type { Register } from '../register/entries.ts';
import type { SealContent, SealRow } from './seal.ts';

/** A payment as it is sealed. */
export type SealedPayment = {
  readonly id: string; // empty: its row has none
  readonly date: string; // YYYY-MM-DD
  readonly client: string;
  readonly invoice: string; // empty: unapplied
  readonly amount: string; // decimal text
  readonly currency: string;
};

/** The payments of a register that could be read, in the order of their rows. @param idOf the id in a row of the payments */
export function paymentsOf(
  { clients, currencies, invoices, payments }: Register,
  idOf: (row: number) => string,
): readonly SealedPayment[] {
  return Array.from({ length: payments.count }, (_, i) => {
    const currency = currencies[payments.currency[i]];
    return {
      id: idOf(payments.row[i]),
      date: civilDate(payments.day[i]),
      client: clients[payments.client[i]].code,
      invoice: payments.invoice[i] < 0 ? '' : invoices.numberAt(payments.invoice[i]),
      amount: decimalText(payments.amount[i], currency),
      currency,
    };
  });
}

/** The seal of one payment. @param at UTC */
export function paymentSeal(payment: SealedPayment, at: string): SealContent {
  return { type: 'PAY', number: nameOf(payment), at, snapshotText: textOf(payment) };
}

/**
 * The seals that bring the chain up to the payments there are: void ones first, then new ones. Payments dated before the chain began were
 * never under its guard and are left out.
 * @param seals a verified chain; an empty one guards nothing @param at UTC @param most of new ones: the latest rows
 */
export function paymentSeals(
  seals: readonly SealRow[],
  payments: readonly SealedPayment[],
  at: string,
  most: number,
): readonly SealContent[] {
  if (seals.length === 0) return [];
  const known = sealedPayments(seals);
  const began = seals[0].at.slice(0, 10);
  const fresh = payments.filter((one) => {
    const rows = known.get(textOf(one));
    if (rows === undefined || rows.count === 0) return one.date >= began;
    rows.count--;
    return false;
  });
  const gone = Array.from(known).flatMap(([snapshotText, { count, number }]) =>
    Array.from({ length: count }, (): SealContent => ({ type: 'PAYVOID', number, at, snapshotText })),
  );
  return [...gone, ...fresh.slice(-most).map((one) => paymentSeal(one, at))];
}

/** How many payments of each text the chain says there are. */
function sealedPayments(seals: readonly SealRow[]): Map<string, { readonly number: string; count: number }> {
  const known = new Map<string, { readonly number: string; count: number }>();
  for (const { number, snapshot, type } of seals) {
    if (type !== 'PAY' && type !== 'PAYVOID') continue;
    const one = known.get(snapshot) ?? { number, count: 0 };
    known.set(snapshot, one);
    one.count += type === 'PAY' ? 1 : -1;
  }
  return known;
}

function textOf({ amount, client, currency, date, id, invoice }: SealedPayment): string {
  return JSON.stringify({ id, date, client, invoice, amount, currency });
}

function nameOf({ client, id, invoice }: SealedPayment): string {
  return id || invoice || client;
}
