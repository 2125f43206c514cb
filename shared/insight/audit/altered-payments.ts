/** Payments whose rows say otherwise than their seals, before the chain itself says so: matched by id, else by what they say. */
import type { Register } from '../../register/entries.ts';
import type { SealedPayment, StandingPayment } from './seals/sealed-payments.ts';

export type AlteredPayment = {
  readonly sealed: StandingPayment;
  readonly now: SealedPayment | null; // what its row says; null: it has none, or one that does not count
};

/**
 * The sealed payments that no row of the payments repeats, in the order of the seals. A row that was never sealed is no fault: what is
 * typed straight into the tab counts at once, and another id for the same money changes nothing.
 */
export function alteredPayments(
  register: Register,
  standing: readonly StandingPayment[],
): readonly AlteredPayment[] {
  if (standing.length === 0) return [];
  const { payments } = register;
  const indexOfRow = new Map(Array.from(payments.row, (row, index) => [row, index]));
  const taken = new Uint8Array(payments.count);
  const altered: AlteredPayment[] = [];
  const loose: StandingPayment[] = [];
  for (const sealed of standing) {
    const index = indexOfRow.get(sealed.paymentRow);
    if (index === undefined) {
      loose.push(sealed);
      continue;
    }
    taken[index] = 1;
    const now = paymentAt(register, index, sealed.told.id);
    if (!sameMoney(sealed.told, now)) altered.push({ sealed, now });
  }
  const gone = loose.length === 0 ? [] : withoutTwin(register, loose, taken);
  return [...altered, ...gone.map((sealed) => ({ sealed, now: null }))];
}

/** Those for which no row is left that says the same money; a row stands for one of them. */
function withoutTwin(
  register: Register,
  loose: readonly StandingPayment[],
  taken: Uint8Array,
): readonly StandingPayment[] {
  const days = new Set(loose.map(({ told }) => told.day));
  const rows = new Map<string, number>();
  for (let index = 0; index < taken.length; index++) {
    if (taken[index] === 1 || !days.has(register.payments.day[index])) continue;
    const key = moneyKey(paymentAt(register, index, ''));
    rows.set(key, (rows.get(key) ?? 0) + 1);
  }
  return loose.filter(({ told }) => {
    const left = rows.get(moneyKey(told)) ?? 0;
    rows.set(moneyKey(told), left - 1);
    return left <= 0;
  });
}

function paymentAt(
  { clients, currencies, invoices, payments }: Register,
  index: number,
  id: string,
): SealedPayment {
  const invoice = payments.invoice[index];
  return {
    id,
    day: payments.day[index],
    client: clients[payments.client[index]].code,
    invoice: invoice < 0 ? '' : invoices.numberAt(invoice),
    amount: payments.amount[index],
    currency: currencies[payments.currency[index]],
  };
}

function sameMoney(a: SealedPayment, b: SealedPayment): boolean {
  return moneyKey(a) === moneyKey(b);
}

function moneyKey({ amount, client, currency, day, invoice }: SealedPayment): string {
  return JSON.stringify([day, client, invoice, amount, currency]);
}
