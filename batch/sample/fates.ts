/** What becomes of an invoice: nearly always it is paid; now and then something else happens that a register has to hold. */
import { cancelled, creditedPartly, rebateKept, rebateMoved } from './credit-fates.ts';
import { disputed, disputeOpen } from './dispute-fates.ts';
import type { Bill, Outcome } from './documents.ts';
import {
  appliedLater,
  badDebt,
  bounced,
  inParts,
  overpaid,
  paidTwice,
  plain,
  residue,
  unnamed,
} from './payment-fates.ts';
import type { World } from './payments.ts';
import { planBroken, planKept } from './plans.ts';
import type { Random } from './random.ts';

type Fate = (bill: Bill, world: World) => Outcome;

/** Every fate, by its name. */
const FATES = {
  plain,
  inParts,
  creditedPartly,
  cancelled,
  disputed,
  disputeOpen,
  planKept,
  planBroken,
  bounced,
  paidTwice,
  overpaid,
  unnamed,
  appliedLater,
  residue,
  badDebt,
  rebateMoved,
  rebateKept,
} satisfies Readonly<Record<string, Fate>>;
export type FateName = keyof typeof FATES;

export function meetFate(name: FateName, bill: Bill, world: World): Outcome {
  return FATES[name](bill, world);
}

/** How many of a thousand invoices meet each fate; the rest is paid plainly. */
const PER_MILLE: readonly (readonly [FateName, number])[] = [
  ['creditedPartly', 11],
  ['disputed', 11],
  ['cancelled', 4],
  ['residue', 4],
  ['appliedLater', 3],
  ['unnamed', 2],
  ['overpaid', 2],
  ['rebateMoved', 2],
  ['bounced', 1],
  ['paidTwice', 1],
  ['planKept', 1],
  ['badDebt', 1],
];

const LEAST_IN_PARTS = 40_000;

/** @param partialShare how many of the invoices worth it are paid in parts, from 0 to 1 */
export function drawFate(bill: Bill, partialShare: number, random: Random): FateName {
  let ticket = random.next() * 1000;
  for (const [name, perMille] of PER_MILLE) {
    ticket -= perMille;
    if (ticket < 0) return name;
  }
  return bill.content.total >= LEAST_IN_PARTS && random.chance(partialShare) ? 'inParts' : 'plain';
}
