/**
 * What was agreed with clients and what became of it: promises, the instalments of plans, calls to be made again. Of what was said about
 * one invoice, or about all that was open, the last word counts.
 */
import type { DayNumber } from '../base/civil-date.ts';
import { type Ledger, openBalanceOn, openItemsOf } from '../receivables/ledger.ts';
import type { JournalEntry, Plan } from '../register/entries.ts';
import type { JournalEvent } from '../register/tables.ts';
import { brokenPromises, PROMISE_GRACE_DAYS } from './promises.ts';

/** `grace`: the day has passed, the money may still be on its way. `kept` are those of the last weeks. */
export type AgreementState = 'broken' | 'grace' | 'today' | 'pending' | 'kept';

export type Agreement = {
  readonly kind: 'promise' | 'instalment' | 'callBack';
  readonly state: AgreementState;
  readonly client: number; // index into the register's clients
  readonly currency: number; // index into the register's currencies
  readonly invoice: number; // index into the register's invoices; -1: all that was open
  readonly rank: number; // of an instalment, from 1; else 0
  readonly count: number; // instalments of its plan; else 0
  readonly amount: number | null; // minor units; null: all there is
  readonly day: DayNumber;
  readonly madeOn: DayNumber;
};

/** Days that what was kept stays in sight. */
const KEPT_IN_SIGHT = 30;

/** What needs somebody first: broken, in grace, today; then by day; what was kept last. */
export function agreementsOn(ledger: Ledger, asOf: DayNumber): readonly Agreement[] {
  const all = [...promisesOf(ledger, asOf), ...instalmentsOf(ledger, asOf), ...callBacksOf(ledger, asOf)];
  const order: readonly AgreementState[] = ['broken', 'grace', 'today', 'pending', 'kept'];
  return all.sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.day - b.day || a.client - b.client,
  );
}

function promisesOf(ledger: Ledger, asOf: DayNumber): readonly Agreement[] {
  const { currencies, invoices } = ledger.register;
  const broken = new Set(
    currencies.flatMap((_, currency) => brokenPromises(ledger, currency, asOf).map(({ row }) => row)),
  );
  return lastBy(ledger, asOf, ({ event }) => event === 'promise').flatMap((entry): readonly Agreement[] => {
    const { amount, at, client, invoice, promisedOn } = entry;
    if (promisedOn === null) return [];
    const state = promiseState(ledger, entry, promisedOn, broken.has(entry.row), asOf);
    if (state === null) return [];
    const currency = invoice >= 0 ? invoices.currency[invoice] : 0;
    const rest = { client, currency, invoice, rank: 0, count: 0, amount, day: promisedOn, madeOn: at };
    return [{ kind: 'promise', state, ...rest }];
  });
}

/** @returns null where nothing is to be seen of it any more */
function promiseState(
  ledger: Ledger,
  entry: JournalEntry,
  promisedOn: DayNumber,
  isBroken: boolean,
  asOf: DayNumber,
): AgreementState | null {
  const isSettled = isSettledOn(ledger, entry, asOf);
  if (isBroken) return isSettled ? null : 'broken';
  if (isSettled || asOf > promisedOn + PROMISE_GRACE_DAYS) return keptIfRecent(promisedOn, asOf);
  return stateByDay(promisedOn, asOf, PROMISE_GRACE_DAYS);
}

/** Whether what the promise is about is settled, whenever it was. */
function isSettledOn(ledger: Ledger, { at, client, invoice }: JournalEntry, asOf: DayNumber): boolean {
  if (invoice >= 0) return openBalanceOn(ledger, invoice, asOf) === 0;
  const { invoices } = ledger.register;
  for (let i = 0; i < invoices.count; i++) {
    const isMeant = invoices.client[i] === client && invoices.issueDay[i] <= at;
    if (isMeant && openBalanceOn(ledger, i, asOf) > 0) return false;
  }
  return true;
}

function keptIfRecent(day: DayNumber, asOf: DayNumber): AgreementState | null {
  return asOf - day <= KEPT_IN_SIGHT ? 'kept' : null;
}

function stateByDay(day: DayNumber, asOf: DayNumber, graceDays: number): AgreementState {
  if (day > asOf) return 'pending';
  if (day === asOf) return 'today';
  return asOf - day <= graceDays ? 'grace' : 'broken';
}

/** The last entry of a kind, with a day, about each invoice, or about each client as a whole. */
function lastBy(
  { register }: Ledger,
  asOf: DayNumber,
  isMeant: (entry: JournalEntry) => boolean,
): readonly JournalEntry[] {
  const last = new Map<string, JournalEntry>();
  for (const entry of register.journal) {
    const { at, client, invoice, promisedOn, status } = entry;
    const isMade = at <= asOf && promisedOn !== null && (status === null || status === 'sent');
    if (!isMade || !isMeant(entry)) continue;
    const key = `${client}/${invoice}`;
    const known = last.get(key);
    if (!known || at >= known.at) last.set(key, entry);
  }
  return Array.from(last.values());
}

/** The instalments of the plans that rule on the day; those of an invoice that is paid are kept, all of them. */
function instalmentsOf(ledger: Ledger, asOf: DayNumber): readonly Agreement[] {
  const ruling = new Map<number, Plan>();
  for (const plan of ledger.register.plans) if (plan.agreedOn <= asOf) ruling.set(plan.invoice, plan);
  return Array.from(ruling.values()).flatMap((plan) => instalmentsOfPlan(ledger, plan, asOf));
}

function instalmentsOfPlan(ledger: Ledger, plan: Plan, asOf: DayNumber): readonly Agreement[] {
  const { client, currency } = ledger.register.invoices;
  const { agreedOn, instalments, invoice } = plan;
  const open = new Map(openItemsOf(ledger, invoice, asOf).map((item) => [item.instalment, item] as const));
  return instalments.flatMap(({ amount, dueDay }, index): readonly Agreement[] => {
    const item = open.get(index + 1);
    const state = item ? stateByDay(dueDay, asOf, PROMISE_GRACE_DAYS) : keptIfRecent(dueDay, asOf);
    if (state === null) return [];
    const whose = { client: client[invoice], currency: currency[invoice], invoice };
    const which = { rank: index + 1, count: instalments.length, amount: item ? item.open : amount };
    return [{ kind: 'instalment', state, ...whose, ...which, day: dueDay, madeOn: agreedOn }];
  });
}

/** What only somebody who has been in touch writes down. */
const BY_A_PERSON: ReadonlySet<JournalEvent> = new Set(['call', 'promise', 'plan', 'hold', 'release']);

/** A call to be made again waits until somebody has been in touch with the client since. */
function callBacksOf(ledger: Ledger, asOf: DayNumber): readonly Agreement[] {
  const { journal } = ledger.register;
  const calls = lastBy(ledger, asOf, ({ event }) => event === 'call');
  return calls.flatMap((entry): readonly Agreement[] => {
    const { at, client, invoice, promisedOn, row } = entry;
    const isDone = journal.some(
      (one) =>
        one.client === client && BY_A_PERSON.has(one.event) && one.at <= asOf && isLater(one, { at, row }),
    );
    if (promisedOn === null || isDone) return [];
    const state = promisedOn < asOf ? 'broken' : stateByDay(promisedOn, asOf, 0);
    const rest = { client, currency: 0, invoice, rank: 0, count: 0, amount: null };
    return [{ kind: 'callBack', state, ...rest, day: promisedOn, madeOn: at }];
  });
}

function isLater(one: JournalEntry, other: Pick<JournalEntry, 'at' | 'row'>): boolean {
  return one.at > other.at || (one.at === other.at && one.row > other.row);
}
