/** What becomes of an invoice: nearly always it is paid; now and then something else happens that a register has to hold. */
import { civilDate, type DayNumber } from '../../shared/base/civil-date.ts';
import type { MovedCredit } from './agenda.ts';
import { addUp, type Line, type Lines, priced } from './catalogue.ts';
import { type Bill, type Dispute, type Outcome, settledOn } from './documents.ts';
import { officeDayFrom } from './office-days.ts';
import { NEVER, payDay } from './payers.ts';
import { pay, post, type World } from './payments.ts';
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

function wished(bill: Bill, { asOf, random }: World): DayNumber {
  return payDay(bill.client.payer, bill, asOf, random);
}

/** An office day some days after another; NEVER after NEVER. */
function later(day: DayNumber, random: Random, from: number, to: number): DayNumber {
  return day === NEVER ? NEVER : officeDayFrom(day + random.int(from, to));
}

function plain(bill: Bill, world: World): Outcome {
  return settledOn(pay(world, bill, wished(bill, world), bill.content.total));
}

const THIRD_PART_SHARE = 0.2;

function inParts(bill: Bill, world: World): Outcome {
  const { random } = world;
  const { total } = bill.content;
  const first = Math.round((total * random.int(30, 65)) / 100);
  const second = random.chance(THIRD_PART_SHARE) ? Math.round((total - first) / 2) : total - first;
  let day = pay(world, bill, wished(bill, world), first, { notes: 'Règlement partiel' });
  day = pay(world, bill, later(day, random, 8, 32), second);
  if (first + second < total) day = pay(world, bill, later(day, random, 8, 32), total - first - second);
  return settledOn(day);
}

/** A credit note takes back a part of the dearest line; the rest is paid. */
function creditedPartly(bill: Bill, world: World): Outcome {
  const noteDay = later(bill.issueDay, world.random, 4, 24);
  const credit = creditOnDearest(bill, world.random.int(10, 45));
  correct(bill, world, noteDay, credit);
  const day = Math.max(wished(bill, world), noteDay);
  return settledOn(pay(world, bill, day, bill.content.total - credit.total));
}

function cancelled(bill: Bill, world: World): Outcome {
  const noteDay = later(bill.issueDay, world.random, 3, 16);
  correct(bill, world, noteDay, bill.content);
  return settledOn(noteDay);
}

function correct(bill: Bill, world: World, day: DayNumber, lines: Lines): void {
  world.agenda.post(day, {
    kind: 'creditNote',
    client: bill.client,
    lines,
    corrects: bill.number,
    moved: null,
  });
}

function creditOnDearest(bill: Bill, percent: number): Lines {
  const dearest = bill.content.lines.reduce((most, line) => (line.net > most.net ? line : most));
  return creditLines(bill, dearest, Math.round((dearest.net * percent) / 100));
}

function creditLines(bill: Bill, like: Line, net: number): Lines {
  const english = bill.client.language === 'en';
  const description = `${english ? 'Credit on' : 'Avoir sur'} ${bill.number}, ${like.description}`;
  const unit = english ? 'lump sum' : 'forfait';
  const { vatBp, vatCategory } = like;
  return addUp([
    priced({ description, quantity: 100, unit, unitPrice: net, discountPercent: 0, vatBp, vatCategory }),
  ]);
}

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
function disputed(bill: Bill, world: World): Outcome {
  const { random } = world;
  const dispute = drawDispute(bill, random, true);
  const credit = random.chance(0.5) ? creditOnDearest(bill, random.int(15, 40)) : null;
  if (credit) correct(bill, world, dispute.closedOn, credit);
  const day = Math.max(wished(bill, world), later(dispute.closedOn, random, 5, 15));
  const settled = pay(world, bill, day, bill.content.total - (credit ? credit.total : 0));
  return { settledOn: settled, quietFrom: dispute.on, dispute };
}

function disputeOpen(bill: Bill, world: World): Outcome {
  const dispute = drawDispute(bill, world.random, false);
  return { settledOn: NEVER, quietFrom: dispute.on, dispute };
}

/** A cheque comes back unpaid; a transfer replaces it weeks later. Administrations and clients abroad write none. */
function bounced(bill: Bill, world: World): Outcome {
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

function paidTwice(bill: Bill, world: World): Outcome {
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

function overpaid(bill: Bill, world: World): Outcome {
  const extra = world.random.int(10, 90) * 100;
  return settledOn(pay(world, bill, wished(bill, world), bill.content.total + extra));
}

/** The money is there, but nobody knows for what: the invoice stays open. */
function unnamed(bill: Bill, world: World): Outcome {
  const day = wished(bill, world);
  pay(world, bill, day, bill.content.total, { invoice: '', notes: 'Sans référence de facture' });
  return settledOn(day);
}

function appliedLater(bill: Bill, world: World): Outcome {
  const day = wished(bill, world);
  const appliedOn = later(day, world.random, 4, 18);
  if (appliedOn > world.asOf) return plain(bill, world);
  return settledOn(pay(world, bill, day, bill.content.total, { appliedOn }));
}

/** A few euros are missing; after a while they are given up. */
function residue(bill: Bill, world: World): Outcome {
  const missing = Math.min(world.random.int(60, 990), Math.floor(bill.content.total / 10));
  const day = pay(world, bill, wished(bill, world), bill.content.total - missing);
  const given = later(day, world.random, 30, 50);
  post(world, bill, given, missing, { method: 'writeOff', notes: 'Écart de règlement' });
  return settledOn(day);
}

function badDebt(bill: Bill, world: World): Outcome {
  const day = later(bill.dueDay, world.random, 190, 260);
  post(world, bill, day, bill.content.total, { method: 'writeOff', notes: 'Créance irrécouvrable' });
  return settledOn(day);
}

const REBATE_PERCENT = 20;

/** A year's rebate as a credit note on account, then used to pay this invoice in part. */
function rebateMoved(bill: Bill, world: World): Outcome {
  const { random } = world;
  const noteDay = later(bill.issueDay, random, 3, 12);
  const credit = rebate(bill);
  const on = later(noteDay, random, 2, 9);
  const moved = { on, invoice: bill.number, minor: credit.total };
  postRebate(bill, world, noteDay, credit, moved);
  const day = Math.max(wished(bill, world), on);
  return settledOn(pay(world, bill, day, bill.content.total - credit.total));
}

/** A rebate that nobody has used yet. */
function rebateKept(bill: Bill, world: World): Outcome {
  postRebate(bill, world, later(bill.issueDay, world.random, 3, 12), rebate(bill), null);
  return plain(bill, world);
}

function postRebate(
  bill: Bill,
  { agenda }: World,
  day: DayNumber,
  lines: Lines,
  moved: MovedCredit | null,
): void {
  agenda.post(day, { kind: 'creditNote', client: bill.client, lines, corrects: '', moved });
}

function rebate(bill: Bill): Lines {
  const [like] = bill.content.lines;
  const description = bill.client.language === 'en' ? 'Annual rebate' : 'Remise de fin d’année';
  const net = Math.round((like.net * REBATE_PERCENT) / 100);
  return addUp([
    priced({ ...like, description, quantity: 100, unit: 'forfait', unitPrice: net, discountPercent: 0 }),
  ]);
}
