/** Chases: whom to ask for money, and on what ground: a plan not kept, a promise not kept, or simply the due date. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Words } from '../base/words.ts';
import { type OpenItem, openBalanceOn } from '../receivables/ledger.ts';
import { brokenPlanWords, brokenPromiseWords, chaseWords, money } from './act-words.ts';
import { type Act, type Situation, urgency } from './acts.ts';
import { type ClientDebt, clientDebts, lastContacts } from './client-debts.ts';
import { missedInstalments } from './missed-instalments.ts';
import { brokenPromises, type PaymentPromise } from './promises.ts';

/** A broken word weighs more than lateness alone. */
const BROKEN_WORD = 1.5;

/** Everything a chase may rest on, by client. */
type Grounds = {
  readonly plans: ReadonlyMap<number, readonly OpenItem[]>; // instalments missed
  readonly promises: ReadonlyMap<number, PaymentPromise>; // the last one broken
  readonly contacts: ReadonlyMap<number, DayNumber>;
};

/** One act for each client with something overdue to ask for, what it has paid already deducted; none for clients on hold. */
export function chases(situation: Situation): readonly Act[] {
  const { asOf, balances, ledger } = situation;
  const debts = clientDebts(situation);
  const grounds = groundsOf(situation);
  const acts: Act[] = [];
  for (const { client, unapplied } of balances) {
    const debt = debts.get(client);
    if (!debt || isOnHold(ledger.register.clients[client].holdUntil, asOf)) continue;
    const overdue = debt.overdue - Math.max(0, unapplied);
    if (overdue > 0) acts.push(chase(situation, grounds, client, { ...debt, overdue }));
  }
  return acts;
}

/** The last day of a hold is still on hold. */
function isOnHold(holdUntil: DayNumber | null, asOf: DayNumber): boolean {
  return holdUntil !== null && holdUntil >= asOf;
}

function groundsOf({ asOf, currencyIndex, ledger }: Situation): Grounds {
  const { invoices, journal } = ledger.register;
  const plans = new Map<number, OpenItem[]>();
  for (const item of missedInstalments(ledger, currencyIndex, asOf)) {
    const client = invoices.client[item.invoice];
    plans.set(client, [...(plans.get(client) ?? []), item]);
  }
  const promises = new Map<number, PaymentPromise>();
  for (const promise of brokenPromises(ledger, currencyIndex, asOf)) {
    const held = promises.get(promise.client);
    const isPaidSince = promise.invoice >= 0 && openBalanceOn(ledger, promise.invoice, asOf) === 0;
    if (!isPaidSince && (!held || promise.promisedOn > held.promisedOn))
      promises.set(promise.client, promise);
  }
  return { plans, promises, contacts: lastContacts(journal, asOf) };
}

function chase(situation: Situation, grounds: Grounds, client: number, debt: ClientDebt): Act {
  const { name } = situation.ledger.register.clients[client];
  const days = situation.asOf - debt.oldestDue;
  const weight = debt.overdue * urgency(days, 30, 7);
  const missed = grounds.plans.get(client);
  const promise = grounds.promises.get(client);
  const act = { client, invoice: null, amount: debt.overdue };
  if (missed) return { ...brokenPlan(situation, client, missed), weight: weight * BROKEN_WORD };
  if (promise) {
    const text = brokenPromiseWords(name, promise.promisedOn, money(situation, debt.overdue));
    return { ...act, code: 'broken-promise', text, weight: weight * BROKEN_WORD };
  }
  return { ...act, code: 'chase-client', text: chaseText(situation, grounds, client, debt), weight };
}

function chaseText(situation: Situation, { contacts }: Grounds, client: number, debt: ClientDebt): Words {
  const { asOf, ledger } = situation;
  const contact = contacts.get(client);
  const sinceContact = contact === undefined ? null : asOf - contact;
  const { name } = ledger.register.clients[client];
  return chaseWords(name, money(situation, debt.overdue), asOf - debt.oldestDue, sinceContact);
}

/** Names the plan with the oldest instalment missed, of two the one whose invoice number comes first, and all it leaves unpaid. */
function brokenPlan(situation: Situation, client: number, missed: readonly OpenItem[]) {
  const { asOf, ledger } = situation;
  const { clients, invoices } = ledger.register;
  const byAge = (a: OpenItem, b: OpenItem) =>
    a.dueDay - b.dueDay || (invoices.numberAt(a.invoice) < invoices.numberAt(b.invoice) ? -1 : 1);
  const [oldest] = [...missed].sort(byAge);
  const ofPlan = missed.filter(({ invoice }) => invoice === oldest.invoice);
  const amount = ofPlan.reduce((sum, { open }) => sum + open, 0);
  const text = brokenPlanWords(
    clients[client].name,
    invoices.numberAt(oldest.invoice),
    money(situation, amount),
    asOf - oldest.dueDay,
  );
  return { code: 'broken-plan' as const, client, invoice: oldest.invoice, amount, text };
}
