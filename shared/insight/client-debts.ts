/** Client debts: what each client can be asked for on a day, and since when. */
import { type DayNumber, NO_DAY } from '../base/civil-date.ts';
import { disputedOn } from '../receivables/ledger.ts';
import type { JournalEntry } from '../register/entries.ts';
import type { JournalEvent } from '../register/tables.ts';
import type { Situation } from './acts.ts';
import { type PaymentPromise, PROMISE_GRACE_DAYS, promisesOn } from './promises.ts';

export type ClientDebt = {
  readonly overdue: number; // minor units; what is disputed, or promised and not late yet, left out
  readonly oldestDue: DayNumber; // of that
};

/** Clients with something overdue to ask for. */
export function clientDebts(situation: Situation): ReadonlyMap<number, ClientDebt> {
  const { asOf, items, ledger } = situation;
  const { client: clientOf } = ledger.register.invoices;
  const pending = pendingPromises(situation);
  const debts = new Map<number, ClientDebt>();
  for (const item of items) {
    if (item.dueDay >= asOf) continue;
    const client = clientOf[item.invoice];
    if (pending.clients.has(client) || pending.invoices.has(item.invoice)) continue;
    const disputed = item.disputed ? disputedOn(ledger, item.invoice, asOf) : 0;
    if (disputed >= item.open) continue;
    const debt = debts.get(client);
    debts.set(client, {
      overdue: (debt ? debt.overdue : 0) + item.open - disputed,
      oldestDue: debt ? Math.min(debt.oldestDue, item.dueDay) : item.dueDay,
    });
  }
  return debts;
}

/** Promises whose last day, grace included, has not passed: nobody asks again before. */
function pendingPromises({ asOf, currencyIndex, ledger }: Situation) {
  const isPending = ({ promisedOn }: PaymentPromise) => asOf <= promisedOn + PROMISE_GRACE_DAYS;
  const pending = promisesOn(ledger, currencyIndex, asOf).filter(isPending);
  return {
    clients: new Set(pending.filter(({ invoice }) => invoice < 0).map(({ client }) => client)),
    invoices: new Set(pending.map(({ invoice }) => invoice)),
  };
}

const CONTACTS: ReadonlySet<JournalEvent> = new Set([
  'reminder',
  'call',
  'letter',
  'registeredLetter',
  'promise',
  'plan',
  'statement',
]);

/** The day of the last contact with each client that the journal tells of; what was not sent is none. */
export function lastContacts(
  journal: readonly JournalEntry[],
  asOf: DayNumber,
): ReadonlyMap<number, DayNumber> {
  const last = new Map<number, DayNumber>();
  for (const { at, client, event, status } of journal) {
    const happened = status === null || status === 'sent';
    if (at > asOf || !happened || !CONTACTS.has(event)) continue;
    last.set(client, Math.max(at, last.get(client) ?? NO_DAY));
  }
  return last;
}
