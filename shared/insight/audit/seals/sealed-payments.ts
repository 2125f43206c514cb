/** Payments that the chain knows: those that stand, and those that it says were changed or taken away since. */
import { type DayNumber, NO_DAY, parseCivilDate } from '../../../base/civil-date.ts';
import { parseDecimal, roundDecimal } from '../../../base/decimal.ts';
import { currencyDigits } from '../../../base/money.ts';
import type { SealCells } from '../../../register/reading/read-seals.ts';

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

/** A payment sealed and not voided since: a row of the payments should say the same. */
export type StandingPayment = {
  readonly row: number; // of its seal
  readonly number: string; // its id, else its invoice or its client
  readonly on: DayNumber; // of its seal, UTC
  readonly told: SealedPayment;
  readonly paymentRow: number; // the row of the payments that has its id; 0: none
};

export type PaymentSeals = {
  readonly sealed: number;
  readonly voids: readonly VoidedPayment[];
  readonly standing: readonly StandingPayment[]; // in the order of their texts' first seals
};

export type PaymentSealReader = {
  readonly take: (seal: SealCells, rowOfId: (id: string) => number) => void;
  readonly seals: () => PaymentSeals;
};

/** Takes the seals of payments in their order; what a payment became is sealed at the same instant as its end. */
export function newPaymentSealReader(): PaymentSealReader {
  const voids: VoidedPayment[] = [];
  const ends: string[] = [];
  const standing = new Map<string, StandingPayment[]>(); // by what was sealed: equal payments may be two
  let sealed = 0;
  return {
    take(seal, rowOfId) {
      if (seal.type === 'PAY') sealed++;
      const told = readPaymentSeal(seal.snapshot);
      if (told === null) return;
      const { at, number, row, snapshot } = seal;
      const on = dayOf(at);
      const same = standing.get(snapshot) ?? [];
      standing.set(snapshot, same);
      if (seal.type === 'PAYVOID') {
        voids.push({ row, number, on, was: told, now: null });
        ends.push(at);
        same.shift();
      } else {
        sayWhatBecame(voids, ends, at, told);
        same.push({ row, number, on, told, paymentRow: rowOfId(told.id) });
      }
    },
    seals: () => ({ sealed, voids, standing: Array.from(standing.values()).flat() }),
  };
}

function sayWhatBecame(
  voids: VoidedPayment[],
  ends: readonly string[],
  at: string,
  told: SealedPayment,
): void {
  for (let k = voids.length - 1; k >= 0 && ends[k] === at; k--) {
    if (voids[k].now !== null || voids[k].was.id !== told.id || told.id === '') continue;
    voids[k] = { ...voids[k], now: told };
    return;
  }
}

function dayOf(at: string): DayNumber {
  const day = parseCivilDate(at.slice(0, 10));
  return day.ok ? day.value : NO_DAY;
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
