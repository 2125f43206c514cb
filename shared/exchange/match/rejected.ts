/** The payment that a rejected debit or a bounced cheque undoes: of the same client and amount, some time before, and not undone yet. */
import type { Register } from '../../register/entries.ts';
import type { BankMovement } from '../bank/statement.ts';
import type { Match } from './match.ts';
import { invoicesNamed } from './references.ts';
import { byAmount, type Transfer } from './transfers.ts';

/** A debit nobody authorised may come back for thirteen months (C. mon. fin. L133-24); a cheque bounces within weeks. */
const LONGEST_DAYS = 400;

/**
 * @returns what a movement takes back, always proposed: parts below 0 onto the invoices it had paid. Null where no payment fits, or those
 * of several clients would and nothing tells which. Each payment is taken back once.
 */
export function rejectionFinder(
  register: Register,
  transfers: readonly Transfer[],
): (movement: BankMovement, client: number | null) => Match | null {
  const paid = paidOnInvoices(transfers);
  const received = byAmount(transfers.filter(({ minor }) => minor > 0));
  const taken = new Set<number>();
  return (movement, client) => {
    const fitting = (received.get(-movement.minor) ?? []).filter(
      (transfer) =>
        transfer.day <= movement.day &&
        transfer.day >= movement.day - LONGEST_DAYS &&
        (client === null || transfer.client === client) &&
        transfer.parts.every(({ invoice, minor }) => (paid.get(invoice) ?? 0) >= minor) &&
        !transfer.payments.some((payment) => taken.has(payment)),
    );
    const words = `${movement.reference} ${movement.label}`;
    const named = fitting.filter(({ parts }) => invoicesNamed(words, parts, register).length > 0);
    const undone = latest(named.length > 0 ? named : fitting);
    if (undone === null) return null;
    for (const payment of undone.payments) taken.add(payment);
    for (const { invoice, minor } of undone.parts) paid.set(invoice, (paid.get(invoice) ?? 0) - minor);
    return takenBack(undone, movement);
  };
}

/** Money on each invoice, less what was taken back. */
function paidOnInvoices(transfers: readonly Transfer[]): Map<number, number> {
  const paid = new Map<number, number>();
  const counted = new Set<number>();
  for (const { parts, payments } of transfers) {
    if (payments.some((payment) => counted.has(payment))) continue;
    for (const payment of payments) counted.add(payment);
    for (const { invoice, minor } of parts) paid.set(invoice, (paid.get(invoice) ?? 0) + minor);
  }
  return paid;
}

function latest(transfers: readonly Transfer[]): Transfer | null {
  const clients = new Set(transfers.map(({ client }) => client));
  if (clients.size !== 1) return null;
  return transfers.reduce((last, one) => (one.day > last.day ? one : last));
}

function takenBack({ client, parts }: Transfer, { minor }: BankMovement): Match {
  const back = parts.map((part) => ({ invoice: part.invoice, minor: -part.minor }));
  const unapplied = minor - back.reduce((sum, part) => sum + part.minor, 0);
  return { certainty: 'proposed', reason: 'rejected', client, parts: back, unapplied };
}
