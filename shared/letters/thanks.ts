/** Thanks for a payment: what came in, and what it settled. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Currency } from '../base/money.ts';
import type { Language } from '../base/words.ts';
import { openBalanceOn } from '../receivables/ledger.ts';
import { isCash } from '../receivables/movements.ts';
import type { ClientKind } from '../register/tables.ts';
import type { Desk } from './letterhead.ts';

/** One payment, and what it did. Minor units of its currency. */
export type Thanks = {
  readonly clientName: string;
  readonly contact: string; // a person; empty: not known
  readonly kind: ClientKind;
  readonly language: Language;
  readonly receivedOn: DayNumber;
  readonly received: number;
  readonly currency: Currency;
  readonly invoices: readonly {
    readonly number: string;
    readonly paid: number;
    readonly open: number; // what is left of it
  }[];
};

/** All money that the client last paid on one day; null where it has paid none. @param client @param currency indexes */
export function latestThanks(
  { asOf, ledger }: Pick<Desk, 'asOf' | 'ledger'>,
  client: number,
  currency: number,
): Thanks | null {
  const { clients, currencies, invoices, payments } = ledger.register;
  const own: number[] = [];
  for (let p = 0; p < payments.count; p++) {
    const isOwn = payments.client[p] === client && payments.currency[p] === currency;
    if (isOwn && isCash(payments, p) && payments.amount[p] > 0 && payments.day[p] <= asOf) own.push(p);
  }
  if (own.length === 0) return null;
  const receivedOn = own.reduce((day, p) => Math.max(day, payments.day[p]), payments.day[own[0]]);
  const latest = own.filter((p) => payments.day[p] === receivedOn);
  const paid = new Map<number, number>();
  for (const p of latest.filter((one) => payments.invoice[one] >= 0)) {
    paid.set(payments.invoice[p], (paid.get(payments.invoice[p]) ?? 0) + payments.amount[p]);
  }
  const { contact, kind, language, name } = clients[client];
  return {
    clientName: name,
    contact,
    kind,
    language,
    receivedOn,
    received: latest.reduce((sum, p) => sum + payments.amount[p], 0),
    currency: currencies[currency],
    invoices: Array.from(paid, ([invoice, amount]) => ({
      number: invoices.numberAt(invoice),
      paid: amount,
      open: openBalanceOn(ledger, invoice, asOf),
    })),
  };
}
