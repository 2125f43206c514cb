/** Fates that money decides: paid, in parts, twice, too much, without a word, too little, never. */
import { civilDate } from '../../shared/base/civil-date.ts';
import { type Bill, type Outcome, settledOn } from './documents.ts';
import { NEVER } from './payers.ts';
import { later, pay, post, type World, wished } from './payments.ts';

export function plain(bill: Bill, world: World): Outcome {
  return settledOn(pay(world, bill, wished(bill, world), bill.content.total));
}

const THIRD_PART_SHARE = 0.2;

export function inParts(bill: Bill, world: World): Outcome {
  const { random } = world;
  const { total } = bill.content;
  const first = Math.round((total * random.int(30, 65)) / 100);
  const second = random.chance(THIRD_PART_SHARE) ? Math.round((total - first) / 2) : total - first;
  let day = pay(world, bill, wished(bill, world), first, { notes: 'Règlement partiel' });
  day = pay(world, bill, later(day, random, 8, 32), second);
  if (first + second < total) day = pay(world, bill, later(day, random, 8, 32), total - first - second);
  return settledOn(day);
}

/** A cheque comes back unpaid; a transfer replaces it weeks later. Administrations and clients abroad write none. */
export function bounced(bill: Bill, world: World): Outcome {
  const { kind, country } = bill.client;
  if (kind === 'administration' || country !== 'FR') return plain(bill, world);
  const { random } = world;
  const { total } = bill.content;
  const day = pay(world, bill, wished(bill, world), total, { method: 'cheque' });
  if (day === NEVER) return settledOn(NEVER);
  const back = later(day, random, 5, 9);
  post(world, bill, back, -total, { method: 'cheque', notes: 'Chèque impayé, provision insuffisante' });
  return settledOn(pay(world, bill, later(back, random, 18, 40), total, { method: 'transfer' }));
}

export function paidTwice(bill: Bill, world: World): Outcome {
  const { random } = world;
  const { total } = bill.content;
  const day = pay(world, bill, wished(bill, world), total, { method: 'transfer' });
  const again = pay(world, bill, later(day, random, 2, 6), total, { method: 'transfer' });
  if (again !== NEVER) {
    const refund = {
      method: 'transfer',
      notes: `Remboursement du double paiement du ${civilDate(again)}`,
    } as const;
    post(world, bill, later(again, random, 8, 20), -total, refund);
  }
  return settledOn(day);
}

export function overpaid(bill: Bill, world: World): Outcome {
  const extra = world.random.int(10, 90) * 100;
  return settledOn(pay(world, bill, wished(bill, world), bill.content.total + extra));
}

/** The money is there, but nobody knows for what: the invoice stays open. */
export function unnamed(bill: Bill, world: World): Outcome {
  const day = wished(bill, world);
  pay(world, bill, day, bill.content.total, { invoice: '', notes: 'Sans référence de facture' });
  return settledOn(day);
}

export function appliedLater(bill: Bill, world: World): Outcome {
  const day = wished(bill, world);
  const appliedOn = later(day, world.random, 4, 18);
  if (appliedOn > world.asOf) return plain(bill, world);
  return settledOn(pay(world, bill, day, bill.content.total, { appliedOn }));
}

/** A few euros are missing; after a while they are given up. */
export function residue(bill: Bill, world: World): Outcome {
  const missing = Math.min(world.random.int(60, 990), Math.floor(bill.content.total / 10));
  const day = pay(world, bill, wished(bill, world), bill.content.total - missing);
  const given = later(day, world.random, 30, 50);
  post(world, bill, given, missing, { method: 'writeOff', notes: 'Écart de règlement' });
  return settledOn(day);
}

export function badDebt(bill: Bill, world: World): Outcome {
  const day = later(bill.dueDay, world.random, 190, 260);
  post(world, bill, day, bill.content.total, { method: 'writeOff', notes: 'Créance irrécouvrable' });
  return settledOn(day);
}
