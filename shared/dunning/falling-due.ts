/** Promises and instalments that fall due in the coming days: money that was agreed, and whose day is known. */
import type { DayNumber } from '../base/civil-date.ts';
import { type Ledger, openBalanceOn, openItemsOf } from '../receivables/ledger.ts';
import type { JournalEntry, Register } from '../register/entries.ts';
import { PROMISE_GRACE_DAYS } from './promised.ts';

export type FallingDue = {
  readonly kind: 'promise' | 'instalment';
  readonly day: DayNumber;
  readonly client: number; // index into the register's clients
  readonly currency: number; // index into the register's currencies
  readonly invoice: number; // index into the register's invoices; -1: a promise about all that was open
  readonly instalment: number | null; // its rank, from 1
  readonly amount: number | null; // minor units; null: a promise without a sum, about all there is
  readonly lastDay: DayNumber; // from the day after it is broken, or asked for
};

/** By day, then by client code, then by invoice. @param days the first included */
export function fallingDue(ledger: Ledger, from: DayNumber, days: number): readonly FallingDue[] {
  const isWithin = ({ day }: FallingDue): boolean => day >= from && day < from + days;
  const all = [...instalmentsDue(ledger, from), ...promisesDue(ledger, from)].filter(isWithin);
  return all.sort((a, b) => a.day - b.day || compareCodes(ledger.register, a, b) || a.invoice - b.invoice);
}

function compareCodes({ clients }: Register, a: FallingDue, b: FallingDue): number {
  const [one, other] = [clients[a.client].code, clients[b.client].code];
  return one < other ? -1 : Number(one > other);
}

function instalmentsDue(ledger: Ledger, asOf: DayNumber): readonly FallingDue[] {
  const { client, currency } = ledger.register.invoices;
  const planned = new Set(ledger.plans.map(({ invoice }) => invoice));
  return Array.from(planned).flatMap((invoice) =>
    openItemsOf(ledger, invoice, asOf).flatMap(({ dueDay, instalment, open }) =>
      instalment === null
        ? []
        : [
            {
              kind: 'instalment' as const,
              day: dueDay,
              client: client[invoice],
              currency: currency[invoice],
              invoice,
              instalment,
              amount: open,
              lastDay: dueDay,
            },
          ],
    ),
  );
}

/** The last promise about each invoice, or about a client as a whole; what has been paid since is none any more. */
function promisesDue(ledger: Ledger, asOf: DayNumber): readonly FallingDue[] {
  const last = new Map<string, JournalEntry>();
  for (const entry of ledger.register.journal) {
    const isMade = entry.event === 'promise' && entry.at <= asOf && entry.promisedOn !== null;
    if (!isMade || (entry.status !== null && entry.status !== 'sent')) continue;
    const key = `${entry.client}/${entry.invoice}`;
    const known = last.get(key);
    if (!known || entry.at >= known.at) last.set(key, entry);
  }
  return Array.from(last.values()).flatMap((entry) => promiseDue(ledger, entry, asOf));
}

function promiseDue(ledger: Ledger, entry: JournalEntry, asOf: DayNumber): readonly FallingDue[] {
  const { amount, client, invoice, promisedOn } = entry;
  if (promisedOn === null || (invoice >= 0 && openBalanceOn(ledger, invoice, asOf) === 0)) return [];
  const currency = invoice >= 0 ? ledger.register.invoices.currency[invoice] : 0;
  const lastDay = promisedOn + PROMISE_GRACE_DAYS;
  return [{ kind: 'promise', day: promisedOn, client, currency, invoice, instalment: null, amount, lastDay }];
}
