/**
 * Movements to invoices. What is certain is applied: the number and the amount agree, or a payer known by its account or by a person's
 * word pays exactly one thing. The rest is proposed with its reason. Never onto an invoice issued later, never more than is open.
 */
import type { BankMovement } from '../bank/statement.ts';
import type { Payable } from './payable.ts';
import { type Payer, type PayerSources, payerFinder } from './payers.ts';
import type { MatchReason } from './reasons.ts';
import { isTelling, numberFinder } from './references.ts';
import { oldestThatSum, onlySum } from './sums.ts';

export type Certainty = 'certain' | 'proposed' | 'none';

export type MatchPart = { readonly invoice: number; readonly minor: number };

export type Match = {
  readonly certainty: Certainty;
  readonly reason: MatchReason;
  readonly client: number | null;
  readonly parts: readonly MatchPart[];
  readonly unapplied: number; // what the parts leave of the movement, minor units
};

export type MatchInput = {
  readonly payables: readonly Payable[]; // of the statement's currency, oldest due first
  readonly payers: PayerSources;
  readonly toleranceMinor: number; // an amount that differs by so little is proposed
};

/** One match for each movement, in order. What a certain one pays is no longer open for the next. */
export function matchMovements(movements: readonly BankMovement[], input: MatchInput): readonly Match[] {
  const open = new Map(input.payables.map((payable) => [payable.invoice, payable] as const));
  const byClient = groupedBy(input.payables, ({ client }) => client);
  const byAmount = groupedBy(input.payables, ({ open: minor }) => minor);
  const named = numberFinder(input.payables);
  const payerOf = payerFinder(input.payers);
  return movements.map((movement) => {
    const still = (payables: readonly Payable[] = []): readonly Payable[] =>
      payables
        .map((payable) => open.get(payable.invoice) ?? payable)
        .filter((payable) => payable.open > 0 && payable.issueDay <= movement.day);
    const match = matchOf(movement, {
      named: still(named(`${movement.reference} ${movement.label}`)),
      payer: payerOf(movement),
      ofClient: (client) => still(byClient.get(client)),
      ofAmount: (minor) => still(byAmount.get(minor)).filter((payable) => payable.open === minor),
      toleranceMinor: input.toleranceMinor,
    });
    for (const part of match.certainty === 'certain' ? match.parts : []) pay(part, open, byAmount);
    return match;
  });
}

type Groups = Map<number, Payable[]>;

function groupedBy(payables: readonly Payable[], keyOf: (payable: Payable) => number): Groups {
  const groups: Groups = new Map();
  for (const payable of payables) {
    const group = groups.get(keyOf(payable));
    if (group) group.push(payable);
    else groups.set(keyOf(payable), [payable]);
  }
  return groups;
}

/** What is left of an invoice is found by its new amount. */
function pay({ invoice, minor }: MatchPart, open: Map<number, Payable>, byAmount: Groups): void {
  const payable = open.get(invoice);
  if (payable === undefined) return;
  const left = { ...payable, open: payable.open - minor };
  open.set(invoice, left);
  byAmount.set(left.open, [...(byAmount.get(left.open) ?? []), left]);
}

type Weighing = {
  readonly named: readonly Payable[];
  readonly payer: Payer | null;
  readonly ofClient: (client: number) => readonly Payable[]; // oldest due first
  readonly ofAmount: (minor: number) => readonly Payable[];
  readonly toleranceMinor: number;
};

const REJECTED = /\b(REJET|REJETE|IMPAYE|IMPAYEE|RETOUR|ANNUL\w*|RETURNED|UNPAID|CHARGEBACK)\b/;

function matchOf(movement: BankMovement, weighing: Weighing): Match {
  const { label, minor } = movement;
  const client = weighing.payer?.client ?? weighing.named[0]?.client ?? null;
  if (minor <= 0) {
    const isRejected = REJECTED.test(
      label
        .toUpperCase()
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, ''),
    );
    return nothing(isRejected ? 'rejected' : 'out', isRejected ? client : null, minor);
  }
  return byNumber(minor, weighing) ?? byPayer(minor, weighing) ?? byAmount(minor, weighing);
}

function nothing(reason: MatchReason, client: number | null, unapplied: number): Match {
  const certainty = reason === 'rejected' || client !== null ? 'proposed' : 'none';
  return { certainty, reason, client, parts: [], unapplied };
}

function paid(certainty: Certainty, reason: MatchReason, payables: readonly Payable[], minor: number): Match {
  let left = minor;
  const parts = payables.map(({ invoice, open }) => {
    const part = Math.min(open, left);
    left -= part;
    return { invoice, minor: part };
  });
  const client = payables[0]?.client ?? null;
  return { certainty, reason, client, parts: parts.filter((part) => part.minor > 0), unapplied: left };
}

/** The label names invoices of one client, and nothing speaks of another. */
function byNumber(minor: number, { named, payer }: Weighing): Match | null {
  if (named.length === 0) return null;
  const isOneClient = named.every(({ client }) => client === named[0].client);
  const sum = named.reduce((all, { open }) => all + open, 0);
  const isOthers =
    payer !== null && payer.by !== 'name' && named.some(({ client }) => client !== payer.client);
  if (isOthers) return paid('proposed', 'number-other-client', named, minor);
  if (isOneClient && sum === minor)
    return paid('certain', named.length === 1 ? 'number' : 'numbers', named, minor);
  const telling = named.filter(({ number }) => isTelling(number));
  if (telling.length === 0) return null;
  if (minor > sum) return paid('proposed', 'number-more', named, minor);
  const isPart = named.length === 1 && payer?.client === named[0].client; // a number alone may be mistyped
  return paid(isPart ? 'certain' : 'proposed', 'number-part', named, minor);
}

function byPayer(minor: number, { ofClient, payer, toleranceMinor }: Weighing): Match | null {
  if (payer === null) return null;
  const own = ofClient(payer.client);
  const certainty = payer.by === 'name' ? 'proposed' : 'certain';
  const reasonOf = (reason: MatchReason): MatchReason => (payer.by === 'name' ? 'name-only' : reason);
  const exact = own.filter(({ open }) => open === minor);
  if (exact.length === 1) return paid(certainty, reasonOf('payer-amount'), exact, minor);
  if (exact.length > 1) return paid('proposed', 'payer-oldest', exact.slice(0, 1), minor);
  const oldest = oldestThatSum(own, minor);
  if (oldest !== null) {
    const isAll = oldest.length === own.length;
    return paid(
      isAll ? certainty : 'proposed',
      reasonOf(isAll ? 'payer-all' : 'payer-oldest'),
      oldest,
      minor,
    );
  }
  const sum = onlySum(own, minor);
  if (sum !== null) return paid('proposed', 'payer-sum', sum, minor);
  const near = own.filter(({ open }) => Math.abs(open - minor) <= toleranceMinor);
  if (near.length === 1) return paid('proposed', 'payer-near', near, minor);
  return {
    certainty: 'proposed',
    reason: 'payer-unapplied',
    client: payer.client,
    parts: [],
    unapplied: minor,
  };
}

/** Nobody is known: an amount that one open invoice only has may be it. */
function byAmount(minor: number, { ofAmount }: Weighing): Match {
  const exact = ofAmount(minor);
  return exact.length === 1 ? paid('proposed', 'amount-only', exact, minor) : nothing('nobody', null, minor);
}
