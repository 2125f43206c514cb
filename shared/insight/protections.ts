/** Protections: acts that free or protect money without asking anyone for it. */
import type { DayNumber } from '../base/civil-date.ts';
import { disputedOn } from '../receivables/ledger.ts';
import type { JournalEntry } from '../register/entries.ts';
import {
  applyCashWords,
  disputeWords,
  mendRowsWords,
  money,
  overLimitWords,
  unknownSendsWords,
} from './act-words.ts';
import { type Act, type Priority, type Situation, urgency } from './acts.ts';

/** Minutes of work, and a client who has paid is not reminded. */
const APPLY_CASH = 2;
/** A younger dispute is being settled; an older one is being forgotten. */
const OLD_DISPUTE_DAYS = 30;

/** What keeps money safe without asking anybody for it: cash to apply, disputes to settle, limits to hold. */
export function protections(situation: Situation): readonly Act[] {
  return [...applyCash(situation), ...settleDisputes(situation), ...overLimits(situation)];
}

/** Money and credit not applied yet, as far as the same client has something open. */
function applyCash(situation: Situation): readonly Act[] {
  const { clients } = situation.ledger.register;
  return situation.balances
    .filter(({ open, unapplied }) => open > 0 && unapplied > 0)
    .map(({ client, open, unapplied }) => ({
      code: 'apply-cash',
      client,
      invoice: null,
      amount: Math.min(open, unapplied),
      text: applyCashWords(clients[client].name, money(situation, unapplied), money(situation, open)),
      weight: Math.min(open, unapplied) * APPLY_CASH,
    }));
}

function settleDisputes(situation: Situation): readonly Act[] {
  const { asOf, items, ledger } = situation;
  const { clients, invoices } = ledger.register;
  const disputed = new Set(items.filter((item) => item.disputed).map(({ invoice }) => invoice));
  const acts: Act[] = [];
  for (const invoice of Array.from(disputed)) {
    const dispute = invoices.disputes.get(invoice);
    if (!dispute || asOf - dispute.from <= OLD_DISPUTE_DAYS) continue;
    const client = invoices.client[invoice];
    const amount = disputedOn(ledger, invoice, asOf);
    const age = asOf - dispute.from;
    const text = disputeWords(
      clients[client].name,
      invoices.numberAt(invoice),
      money(situation, amount),
      age,
      dispute.reason,
    );
    acts.push({
      code: 'settle-dispute',
      client,
      invoice,
      amount,
      text,
      weight: amount * urgency(age, 60, 4),
    });
  }
  return acts;
}

/** Limits are in the register's own currency, the first. */
function overLimits(situation: Situation): readonly Act[] {
  const { clients } = situation.ledger.register;
  if (situation.currencyIndex !== 0) return [];
  const acts: Act[] = [];
  for (const { balance, client } of situation.balances) {
    const { creditLimit, name } = clients[client];
    if (creditLimit === null || balance <= Math.max(0, creditLimit)) continue;
    const excess = balance - creditLimit;
    const [exposure, limit, above] = [balance, creditLimit, excess].map((minor) => money(situation, minor));
    const text = overLimitWords(name, exposure, limit, above);
    acts.push({ code: 'over-limit', client, invoice: null, amount: excess, text, weight: excess });
  }
  return acts;
}

/** What concerns the register as a whole, and no amount. @param problemCount cells of the register to mend */
export function housekeeping({ asOf, ledger }: Situation, problemCount: number): readonly Priority[] {
  const tasks: Priority[] = [];
  const task = { client: null, invoice: null, amount: null };
  const sends = unknownSends(ledger.register.journal, asOf);
  if (sends > 0) tasks.push({ ...task, code: 'unknown-sends', text: unknownSendsWords(sends) });
  if (problemCount > 0) tasks.push({ ...task, code: 'mend-rows', text: mendRowsWords(problemCount) });
  return tasks;
}

/** Messages of which nobody knows whether they left: marked so, or still being sent since an earlier day; a later row that settles the key ends it. */
function unknownSends(journal: readonly JournalEntry[], asOf: DayNumber): number {
  const known = journal.filter(({ at }) => at <= asOf);
  const settled = new Set(
    known.filter(({ status }) => status === 'sent' || status === 'failed').map(({ key }) => key),
  );
  const isUnknown = ({ at, key, status }: JournalEntry) =>
    (status === 'unknown' || (status === 'sending' && at < asOf)) && (key === '' || !settled.has(key));
  return known.filter(isUnknown).length;
}
