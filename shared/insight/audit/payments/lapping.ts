/**
 * Lapping: one client's money closes another's invoice, and a third one's money closes the hole. Each step alone is a slip
 * (`payment-other-client` tells it); two in a row are how receipts are stolen.
 */
import type { DayNumber } from '../../../base/civil-date.ts';
import { type AuditTest, type Hit, notRun } from '../finding.ts';
import type { AuditView } from '../view.ts';
import { type CrossedMoney, crossedMoney, matchedElsewhere } from './matched-elsewhere.ts';
import { crossedPayments } from './other-client-payment.ts';

/** The hole is filled before the second client is reminded too often. */
const WITHIN_DAYS = 90;

export const LAPPING: AuditTest = {
  key: 'lapping',
  title: { fr: 'Cavalerie sur les encaissements', en: 'Lapping of receipts' },
  run: (view) => {
    if (view.inputs.evidence === null)
      return notRun('Règlements mis à part non lus.', 'Payments left out were not read.');
    const strays = strayMoves(view);
    const moves = [...strays, ...crossedMoves(view), ...matchedElsewhere(view)].sort(
      (a, b) => a.day - b.day || a.row - b.row,
    );
    const hits = chainsOf(moves).map(([first, next]) => chainHit(view, first, next));
    return { ran: true, population: view.paid.length + strays.length, hits };
  },
};

function strayMoves({ asOf, inputs, register }: AuditView): readonly CrossedMoney[] {
  const { invoices } = register;
  return (inputs.evidence?.strays ?? [])
    .filter(({ day }) => day <= asOf)
    .map(({ amount, client, day, invoice, row }) => ({
      row,
      day,
      from: client,
      to: invoices.client[invoice],
      settled: invoice,
      source: -1,
      amount,
      currency: invoices.currency[invoice],
    }));
}

function crossedMoves(view: AuditView): readonly CrossedMoney[] {
  return crossedPayments(view).map((p) => crossedMoney(view, p, view.inputs.evidence?.referenced[p] ?? -1));
}

/** Each move with the next one that fills its hole with a third client's money. Two clients that swap are a mix-up, and none. */
function chainsOf(moves: readonly CrossedMoney[]): readonly (readonly [CrossedMoney, CrossedMoney])[] {
  const byFilled = new Map<number, CrossedMoney[]>();
  for (const move of moves) byFilled.set(move.to, [...(byFilled.get(move.to) ?? []), move]);
  return moves.flatMap((first) => {
    const next = (byFilled.get(first.from) ?? []).find((move) => fills(move, first));
    return next === undefined ? [] : [[first, next] as const];
  });
}

function fills(next: CrossedMoney, first: CrossedMoney): boolean {
  const wait: DayNumber = next.day - first.day;
  const isItsHole = first.source < 0 || next.settled < 0 || first.source === next.settled;
  return next !== first && isItsHole && next.from !== first.to && wait >= 0 && wait <= WITHIN_DAYS;
}

function chainHit({ register }: AuditView, first: CrossedMoney, next: CrossedMoney): Hit {
  return {
    severity: 'error',
    table: 'payments',
    row: next.row,
    subject: register.clients[first.to].code,
    mark: `${register.clients[first.from].code}>${register.clients[next.from].code}`,
    facts: [first.day, next.day, first.amount, next.amount],
    currency: first.currency,
    amount: first.amount,
    say: {
      fr: (tell) =>
        `L’argent de ${tell.client(first.from)} (${tell.money(first.amount, first.currency)}, le ${tell.day(first.day)}) a soldé la dette de ${tell.client(first.to)}, puis celui de ${tell.client(next.from)} (le ${tell.day(next.day)}) celle de ${tell.client(first.from)}\u202f; ` +
        `rapprochez ces règlements du relevé bancaire, par quelqu’un d’autre que celui qui les saisit.`,
      en: (tell) =>
        `Money of ${tell.client(first.from)} (${tell.money(first.amount, first.currency)}, on ${tell.day(first.day)}) closed the debt of ${tell.client(first.to)}, then money of ${tell.client(next.from)} (on ${tell.day(next.day)}) that of ${tell.client(first.from)}; ` +
        `have these payments reconciled with the bank statement by somebody else than who enters them.`,
    },
  };
}
