/**
 * What an import would do with each movement of a file: nothing with those that are in the log already, apply what is certain, ask about
 * the rest. Nothing is written here, and the same file planned twice plans nothing the second time.
 */
import type { DayNumber } from '../../base/civil-date.ts';
import type { Currency } from '../../base/money.ts';
import { sha256 } from '../../base/sha256.ts';
import type { Ledger } from '../../receivables/ledger.ts';
import type { BankEntry } from '../../register/entries.ts';
import { fingerprints } from '../bank/fingerprint.ts';
import type { BankMovement, BankStatement } from '../bank/statement.ts';
import { writtenIds } from './imported.ts';
import { type Match, type MatchInput, matchMovements } from './match.ts';
import { payablesOn } from './payable.ts';
import { recordedFinder } from './recorded.ts';
import { rejectionFinder } from './rejected.ts';
import { type Transfer, transfersOf } from './transfers.ts';

export type PlannedMovement = {
  readonly movement: BankMovement;
  readonly key: string;
  readonly account: string;
  readonly currency: string;
  readonly decision: 'apply' | 'ask' | 'log' | 'relog' | 'known'; // `log`: kept, nobody's money; `relog`: paid already, the log lost it
  readonly written: readonly string[]; // ids of payments that an import which broke off wrote for it
  readonly match: Match;
};

export type ImportPlan = { readonly importId: string; readonly movements: readonly PlannedMovement[] };

export type ImportInput = {
  readonly ledger: Ledger;
  readonly ibans: readonly string[]; // by client
  readonly asOf: DayNumber;
  readonly toleranceMinor: number;
  readonly paymentIds: ReadonlyMap<number, string>; // by row of the payments, of those that have one
};

/** @param statements each in a currency of the register: others are refused before */
export function planImport(statements: readonly BankStatement[], input: ImportInput): ImportPlan {
  const movements = statements.flatMap((statement) => planStatement(statement, input));
  const fresh = movements.filter(({ decision }) => decision !== 'known').map(({ key }) => key);
  return { importId: `I-${sha256(fresh.join('\n')).slice(0, 10)}`, movements };
}

function planStatement(statement: BankStatement, input: ImportInput): readonly PlannedMovement[] {
  const { register } = input.ledger;
  const { account, currency, movements } = statement;
  const keys = fingerprints(statement);
  const known = new Set(register.bank.filter(({ state }) => state !== 'undone').map(({ key }) => key));
  const twins = twinFinder(register.bank, new Set(keys), currency);
  const transfers = transfersOf(register, input.paymentIds, register.currencies.indexOf(currency));
  const recorded = recordedFinder(register, transfers);
  for (const entry of register.bank) {
    if (entry.state === 'ignored' && entry.currency === currency) recorded(movementOf(entry)); // stands for its row
  }
  const fresh = movements.filter((_, index) => !known.has(keys[index]));
  const matches = matchedWith(fresh, currency, transfers, input);
  const ids = new Set(input.paymentIds.values());
  let next = 0;
  return movements.map((movement, index) => {
    const key = keys[index];
    const of = { movement, key, account, currency, written: writtenIds(key, ids) };
    if (known.has(key)) return { ...of, decision: 'known', match: unmatched('known', movement) };
    const match = matches[next++];
    if (of.written.length > 0) return { ...of, decision: 'relog', match: unmatched('known', movement) };
    if (recorded(movement)) return { ...of, decision: 'log', match: unmatched('recorded', movement) };
    if (twins(movement))
      return { ...of, decision: 'ask', match: { ...match, certainty: 'proposed', reason: 'same-elsewhere' } };
    return { ...of, decision: decisionOf(match), match };
  });
}

/** Money in onto what is open, money that comes back onto what it had paid. */
function matchedWith(
  movements: readonly BankMovement[],
  currency: Currency,
  transfers: readonly Transfer[],
  input: ImportInput,
): readonly Match[] {
  const undone = rejectionFinder(input.ledger.register, transfers);
  return matchMovements(movements, matchInput(currency, input)).map((match, index) =>
    match.reason === 'rejected' ? (undone(movements[index], match.client) ?? match) : match,
  );
}

function matchInput(currency: Currency, { asOf, ibans, ledger, toleranceMinor }: ImportInput): MatchInput {
  const { bank, clients, currencies } = ledger.register;
  return {
    payables: payablesOn(ledger, currencies.indexOf(currency), asOf),
    payers: { names: clients.map(({ name }) => name), ibans, learned: learnedFrom(bank) },
    toleranceMinor,
  };
}

/** Movements that earlier imports left to be decided, as the log has them, matched with what is open now. */
export function planWaiting(input: ImportInput): ImportPlan {
  const { register } = input.ledger;
  const { bank, currencies } = register;
  const ids = new Set(input.paymentIds.values());
  const movements = currencies.flatMap((currency) => {
    const waiting = bank.filter((entry) => entry.state === 'open' && entry.currency === currency);
    if (waiting.length === 0) return [];
    const transfers = transfersOf(register, input.paymentIds, register.currencies.indexOf(currency));
    const matches = matchedWith(waiting.map(movementOf), currency, transfers, input);
    return waiting.map((entry, index): PlannedMovement => {
      const { account, key } = entry;
      const written = writtenIds(key, ids);
      const decision = written.length > 0 ? 'relog' : 'ask';
      return {
        movement: movementOf(entry),
        key,
        account,
        currency,
        decision,
        written,
        match: matches[index],
      };
    });
  });
  return { importId: '', movements };
}

function movementOf({ day, label, minor, payer, payerIban }: BankEntry): BankMovement {
  return { day, valueDay: null, minor, label, payer, payerIban, reference: '', bankId: '', line: 0 };
}

function unmatched(reason: Match['reason'], { minor }: BankMovement): Match {
  return { certainty: 'none', reason, client: null, parts: [], unapplied: minor };
}

function decisionOf({ certainty, reason }: Match): PlannedMovement['decision'] {
  if (certainty === 'certain') return 'apply';
  return reason === 'out' ? 'log' : 'ask';
}

/** A movement of the same day and amount that came under another name, as from another format, and is not in this file: taken once each. */
function twinFinder(
  bank: readonly BankEntry[],
  keys: ReadonlySet<string>,
  currency: string,
): (movement: BankMovement) => boolean {
  const left = new Map<string, number>();
  for (const { currency: own, day, key, minor, state } of bank) {
    if (state === 'undone' || own !== currency || keys.has(key)) continue;
    left.set(`${day} ${minor}`, (left.get(`${day} ${minor}`) ?? 0) + 1);
  }
  return ({ day, minor }) => {
    const count = left.get(`${day} ${minor}`) ?? 0;
    if (count > 0) left.set(`${day} ${minor}`, count - 1);
    return count > 0;
  };
}

/** Payers as earlier imports left them, once a person or a certain match said whose they are. */
function learnedFrom(bank: readonly BankEntry[]): readonly { payer: string; iban: string; client: number }[] {
  return bank
    .filter(({ client, state }) => client >= 0 && (state === 'applied' || state === 'unapplied'))
    .map(({ client, payer, payerIban }) => ({ payer, iban: payerIban, client }));
}
