/** Payments that the chain knows and that were changed or taken away since. */
import { type DayNumber, NO_DAY, parseCivilDate } from '../../base/civil-date.ts';
import { parseDecimal, roundDecimal } from '../../base/decimal.ts';
import { currencyDigits } from '../../base/money.ts';
import type { SealCells } from '../../register/read-seals.ts';

export type SealedPayment = {
  readonly id: string;
  readonly day: DayNumber; // of the payment
  readonly client: string; // its code
  readonly invoice: string; // its number; empty: none
  readonly amount: number; // minor units; NaN where unreadable
  readonly currency: string;
};

export type VoidedPayment = {
  readonly row: number; // of the seal that voids it
  readonly number: string; // the payment's id, else its invoice or its client
  readonly on: DayNumber; // of that seal, UTC
  readonly was: SealedPayment;
  readonly now: SealedPayment | null; // what the same payment became; null: it is gone
};

/** Takes the seals of payments in their order; what a payment became is sealed at the same instant as its end. */
export function takePaymentSeal(voids: VoidedPayment[], ends: string[], seal: SealCells): void {
  const told = readPaymentSeal(seal.snapshot);
  if (told === null) return;
  if (seal.type === 'PAYVOID') {
    const on = parseCivilDate(seal.at.slice(0, 10));
    voids.push({ row: seal.row, number: seal.number, on: on.ok ? on.value : NO_DAY, was: told, now: null });
    ends.push(seal.at);
    return;
  }
  for (let k = voids.length - 1; k >= 0 && ends[k] === seal.at; k--) {
    if (voids[k].now !== null || voids[k].was.id !== told.id || told.id === '') continue;
    voids[k] = { ...voids[k], now: told };
    return;
  }
}

/** @returns null where it is no payment */
function readPaymentSeal(snapshot: string): SealedPayment | null {
  const told = new Map(entriesOf(snapshot));
  const text = (key: string): string => {
    const value = told.get(key);
    return typeof value === 'string' ? value : '';
  };
  const day = parseCivilDate(text('date'));
  const currency = text('currency');
  if (!day.ok || !/^[A-Z]{3}$/.test(currency)) return null;
  const digits = currencyDigits(currency);
  const amount = parseDecimal(text('amount'), digits);
  return {
    id: text('id'),
    day: day.value,
    client: text('client'),
    invoice: text('invoice'),
    amount: amount.ok ? roundDecimal(amount.value, digits) : Number.NaN,
    currency,
  };
}

/** The members of a JSON object, none where the text is no such. */
export function entriesOf(text: string): readonly (readonly [string, unknown])[] {
  try {
    const told: unknown = JSON.parse(text);
    return typeof told === 'object' && told !== null && !Array.isArray(told) ? Object.entries(told) : [];
  } catch {
    return [];
  }
}
