/** The situation a decision is made in: the ledger, the journal and the policy on a day. */
import type { DayNumber } from '../base/civil-date.ts';
import type { OpenItem } from '../receivables/ledger.ts';
import { type Ledger, openBalanceOn, openItemsOf } from '../receivables/ledger.ts';
import { isCash } from '../receivables/movements.ts';
import { rowsByClient } from './by-client.ts';
import type { Group } from './groups.ts';
import { type RateTable, rateTable } from './half-year-rates.ts';
import { type ClientJournal, EMPTY_JOURNAL, journalsOn } from './journal.ts';
import { lastBankDay, type Policy, policyOf } from './policy.ts';

export type Situation = {
  readonly ledger: Ledger;
  readonly asOf: DayNumber;
  readonly policy: Policy;
  readonly bankDay: DayNumber | null; // how far the register knows the bank
  readonly rates: RateTable;
  readonly journalOf: (client: number) => ClientJournal;
  readonly invoicesOf: (client: number) => Int32Array;
  readonly paymentsOf: (client: number) => Int32Array;
};

export function situationOf(ledger: Ledger, asOf: DayNumber, groups: readonly Group[]): Situation {
  const { register } = ledger;
  const { clients, invoices, journal, payments, rates } = register;
  const journals = journalsOn(journal, new Set(groups.map(({ client }) => client)), asOf);
  return {
    ledger,
    asOf,
    policy: policyOf(register),
    bankDay: lastBankDay(register, asOf),
    rates: rateTable(rates),
    journalOf: (client) => journals.get(client) ?? EMPTY_JOURNAL,
    invoicesOf: rowsByClient(invoices.client, clients.length),
    paymentsOf: rowsByClient(payments.client, clients.length),
  };
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

/** The oldest due day of what an invoice had open on a day; null where nothing was. */
export function oldestDueOf({ ledger }: Situation, invoice: number, day: DayNumber): DayNumber | null {
  const items = openItemsOf(ledger, invoice, day);
  return items.length > 0 ? items[0].dueDay : null;
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
