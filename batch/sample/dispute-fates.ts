/** Fates that begin with a dispute. */
import { correct, creditOnDearest } from './credit-fates.ts';
import type { Bill, Dispute, Outcome } from './documents.ts';
import { NEVER } from './payers.ts';
import { later, pay, type World, wished } from './payments.ts';
import type { Random } from './random.ts';

const DISPUTE_REASONS = [
  'Prix non conforme au devis',
  'Matériel manquant à la livraison',
  'Prestation inachevée',
  'Quantité facturée contestée',
  'Bon de commande absent',
] as const;

function drawDispute(bill: Bill, random: Random, closes: boolean): Dispute {
  const on = later(bill.issueDay, random, 6, 25);
  return {
    on,
    closedOn: closes ? later(on, random, 12, 55) : NEVER,
    minor: random.chance(0.5) ? Math.round((bill.content.total * random.int(20, 60)) / 100) : null,
    reason: random.pick(DISPUTE_REASONS),
  };
}

/** Contested, then settled: half of them with a credit note on the day the dispute is closed. */
export function disputed(bill: Bill, world: World): Outcome {
  const { random } = world;
  const dispute = drawDispute(bill, random, true);
  const credit = random.chance(0.5) ? creditOnDearest(bill, random.int(15, 40)) : null;
  if (credit) correct(bill, world, dispute.closedOn, credit);
  const day = Math.max(wished(bill, world), later(dispute.closedOn, random, 5, 15));
  const settled = pay(world, bill, day, bill.content.total - (credit ? credit.total : 0));
  return { settledOn: settled, quietFrom: dispute.on, dispute };
}

export function disputeOpen(bill: Bill, world: World): Outcome {
  const dispute = drawDispute(bill, world.random, false);
  return { settledOn: NEVER, quietFrom: dispute.on, dispute };
}
