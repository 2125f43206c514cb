/** The situation a decision is made in: the ledger, the journal and the policy on a day. */
import { type DayNumber, NO_DAY } from '../base/civil-date.ts';
import { type PenaltyBook, penaltyBook } from '../law/penalty-book.ts';
import type { OpenItem } from '../receivables/ledger.ts';
import { type Ledger, openBalanceOn, openItemsOf } from '../receivables/ledger.ts';
import { isCash } from '../receivables/movements.ts';
import type { Register, UnreadPayment } from '../register/entries.ts';
import { rowsByClient } from './by-client.ts';
import type { Group } from './groups.ts';
import { type ClientJournal, EMPTY_JOURNAL, journalsOn } from './journal.ts';
import { lastBankDay, type Policy, policyOf } from './policy.ts';
import { type Restraint, restraintOf } from './restraint.ts';

export type Situation = {
  readonly ledger: Ledger;
  readonly asOf: DayNumber;
  readonly policy: Policy;
  readonly restraint: Restraint;
  readonly bankDay: DayNumber | null; // how far the register knows the bank
  readonly book: PenaltyBook;
  readonly journalOf: (client: number) => ClientJournal;
  readonly invoicesOf: (client: number) => Int32Array;
  readonly paymentsOf: (client: number) => Int32Array;
  readonly unreadOf: (client: number, asOf: DayNumber) => number | null; // the first row of its payments that cannot be read
};

/** What of a situation is the same on every day. */
export type Grounds = Pick<
  Situation,
  'ledger' | 'policy' | 'restraint' | 'invoicesOf' | 'paymentsOf' | 'unreadOf'
>;

/** @param groups those to be decided about: only their clients’ journals are read */
export function situationOf(ledger: Ledger, asOf: DayNumber, groups: readonly Group[]): Situation {
  const { register } = ledger;
  const journals = journalsOn(register.journal, new Set(groups.map(({ client }) => client)), asOf);
  return {
    ...groundsOf(ledger),
    asOf,
    bankDay: lastBankDay(register, asOf),
    book: penaltyBook(ledger, asOf),
    journalOf: (client) => journals.get(client) ?? EMPTY_JOURNAL,
  };
}

/** What a decision rests on whatever the day: made once, where many days are decided. */
export function groundsOf(ledger: Ledger): Grounds {
  const { register } = ledger;
  const { clients, invoices, payments } = register;
  return {
    ledger,
    policy: policyOf(register),
    restraint: restraintOf(register),
    invoicesOf: rowsByClient(invoices.client, clients.length),
    paymentsOf: rowsByClient(payments.client, clients.length),
    unreadOf: unreadFinder(register),
  };
}

/** A row whose day is not known may be of any. */
function unreadFinder({ unreadPayments }: Register): Situation['unreadOf'] {
  const rows = new Map<number, UnreadPayment[]>();
  for (const one of unreadPayments) rows.set(one.client, [...(rows.get(one.client) ?? []), one]);
  return (client, asOf) => rows.get(client)?.find(({ day }) => day === NO_DAY || day <= asOf)?.row ?? null;
}

/** Since when an item has its due day: the day its plan was agreed, else that of the invoice. */
export function itemSince({ asOf, ledger }: Situation, { invoice, instalment }: OpenItem): DayNumber {
  const { firstPlan, plans, register } = ledger;
  let since = register.invoices.issueDay[invoice];
  if (instalment === null) return since;
  for (let k = firstPlan[invoice]; k < plans.length && plans[k].invoice === invoice; k++) {
    if (plans[k].from <= asOf) since = plans[k].from;
  }
  return since;
}

/** @returns whether the item was there on the day, with something left to pay of its invoice */
export function existedOn(situation: Situation, item: OpenItem, day: DayNumber): boolean {
  return itemSince(situation, item) <= day && openBalanceOn(situation.ledger, item.invoice, day) > 0;
}

/** The oldest due day of what an invoice had open on a day; its own due day where it had no plan, open or not. */
export function oldestDueOf({ ledger }: Situation, invoice: number, day: DayNumber): DayNumber {
  const items = ledger.firstPlan[invoice] < 0 ? [] : openItemsOf(ledger, invoice, day);
  return items.length > 0 ? items[0].dueDay : ledger.register.invoices.dueDay[invoice];
}

/** The oldest due day of all that a client had open in a currency on a day, whether it has been paid since or not. */
export function oldestDueOn(
  situation: Situation,
  { client, currency }: Pick<Group, 'client' | 'currency'>,
  day: DayNumber,
): DayNumber {
  const { invoicesOf, ledger } = situation;
  const { currency: currencyOf } = ledger.register.invoices;
  let oldest = Number.POSITIVE_INFINITY;
  for (const invoice of invoicesOf(client)) {
    if (currencyOf[invoice] !== currency) continue;
    const due = oldestDueOf(situation, invoice, day);
    if (due < oldest && openBalanceOn(ledger, invoice, day) > 0) oldest = due;
  }
  return oldest;
}

/** The money a client paid in a currency from one day to another, both counted, minor units. */
export function receivedBetween(
  { ledger, paymentsOf }: Situation,
  { client, currency }: Pick<Group, 'client' | 'currency'>,
  from: DayNumber,
  to: DayNumber,
): number {
  const { payments } = ledger.register;
  let received = 0;
  for (const p of paymentsOf(client)) {
    const isDated = payments.day[p] >= from && payments.day[p] <= to;
    if (isDated && payments.currency[p] === currency && isCash(payments, p)) received += payments.amount[p];
  }
  return received;
}
