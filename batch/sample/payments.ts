/** Money on its way: what a client pays, how, and the words on the bank statement. */
import type { DayNumber } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import type { PaymentMethod } from '../../shared/register/tables.ts';
import type { Agenda, PaymentDraft } from './agenda.ts';
import type { SampleClient } from './clients.ts';
import { dayText } from './day-text.ts';
import type { Bill } from './documents.ts';
import { officeDayFrom } from './office-days.ts';
import { lastPayDay, NEVER, payDay } from './payers.ts';
import type { Random } from './random.ts';
import type { SampleRow } from './rows.ts';

/** What fates act upon. */
export type World = {
  readonly asOf: DayNumber;
  readonly random: Random;
  readonly agenda: Agenda;
};

/** The day the client pays of its own accord. */
export function wished(bill: Bill, { asOf, random }: World): DayNumber {
  return payDay(bill.client.payer, bill, asOf, random);
}

/** An office day some days after another; NEVER after NEVER. */
export function later(day: DayNumber, random: Random, from: number, to: number): DayNumber {
  return day === NEVER ? NEVER : officeDayFrom(day + random.int(from, to));
}

type Variation = Partial<Pick<PaymentDraft, 'method' | 'appliedOn' | 'notes' | 'invoice'>>;

/**
 * Has a client pay on a day: by its usual means, unless told otherwise.
 * @param minor signed minor units of the bill
 * @returns the day, or NEVER where the client has stopped paying by then
 */
export function pay(
  world: World,
  bill: Bill,
  day: DayNumber,
  minor: number,
  variation: Variation = {},
): DayNumber {
  if (day === NEVER || day > lastPayDay(bill.client.payer, world.asOf)) return NEVER;
  post(world, bill, day, minor, variation);
  return day;
}

/** What the firm itself books on a day: refunds, returns of the bank, write-offs. */
export function post(world: World, bill: Bill, day: DayNumber, minor: number, variation: Variation): void {
  world.agenda.post(day, {
    kind: 'payment',
    client: bill.client,
    invoice: variation.invoice ?? bill.number,
    minor,
    method: variation.method ?? usualMethod(bill.client, world.random),
    reference: '',
    appliedOn: variation.appliedOn ?? null,
    notes: variation.notes ?? '',
  });
}

const METHODS_OF_PERSONS: readonly PaymentMethod[] = ['card', 'card', 'cheque', 'transfer', 'cash'];
const CHEQUE_SHARE = 0.06;

function usualMethod(client: SampleClient, random: Random): PaymentMethod {
  if (client.kind === 'individual') return random.pick(METHODS_OF_PERSONS);
  if (client.kind === 'administration' || client.country !== 'FR') return 'transfer';
  if (client.payer === 'excellent') return 'directDebit';
  return client.payer.startsWith('run') || !random.chance(CHEQUE_SHARE) ? 'transfer' : 'cheque';
}

/** @param serial counts the register's payments */
export function paymentRow(serial: number, day: DayNumber, payment: PaymentDraft): SampleRow<'payments'> {
  const date = dayText(day);
  const { client, method } = payment;
  return {
    id: `R${String(serial).padStart(6, '0')}`,
    date,
    client: client.code,
    invoice: payment.invoice,
    amount: decimalText(payment.minor, client.currency),
    currency: client.currency,
    method,
    reference: payment.reference || usualReference(method, `${date} ${client.code}`, serial),
    appliedOn: payment.appliedOn === null ? '' : dayText(payment.appliedOn),
    notes: payment.notes,
    purpose: '',
  };
}

/** All that one client transfers on one day is one transfer, and shares its reference. */
function usualReference(method: PaymentMethod, dayAndClient: string, serial: number): string {
  switch (method) {
    case 'transfer':
      return `VIR ${dayAndClient}`;
    case 'directDebit':
      return `PRLV ${dayAndClient}`;
    case 'cheque':
      return `CHQ ${String((serial * 7919) % 10_000_000).padStart(7, '0')}`;
    case 'card':
      return `CB ${String((serial * 6841) % 1_000_000).padStart(6, '0')}`;
    default:
      return '';
  }
}
