/** Fates that end in a credit note: on the invoice, or on account. */
import type { DayNumber } from '../../shared/base/civil-date.ts';
import type { MovedCredit } from './agenda.ts';
import { type Lines, lumpSum } from './catalogue.ts';
import { type Bill, type Outcome, settledOn } from './documents.ts';
import { plain } from './payment-fates.ts';
import { later, pay, type World, wished } from './payments.ts';

/** A credit note takes back a part of the dearest line; the rest is paid. */
export function creditedPartly(bill: Bill, world: World): Outcome {
  const noteDay = later(bill.issueDay, world.random, 4, 24);
  const credit = creditOnDearest(bill, world.random.int(10, 45));
  correct(bill, world, noteDay, credit);
  const day = Math.max(wished(bill, world), noteDay);
  return settledOn(pay(world, bill, day, bill.content.total - credit.total));
}

export function cancelled(bill: Bill, world: World): Outcome {
  const noteDay = later(bill.issueDay, world.random, 3, 16);
  correct(bill, world, noteDay, bill.content);
  return settledOn(noteDay);
}

export function correct(bill: Bill, world: World, day: DayNumber, lines: Lines): void {
  world.agenda.post(day, {
    kind: 'creditNote',
    client: bill.client,
    lines,
    corrects: bill.number,
    moved: null,
  });
}

export function creditOnDearest(bill: Bill, percent: number): Lines {
  const { language } = bill.client;
  const dearest = bill.content.lines.reduce((most, line) => (line.net > most.net ? line : most));
  const words = language === 'en' ? 'Credit on' : 'Avoir sur';
  const net = Math.round((dearest.net * percent) / 100);
  return lumpSum(`${words} ${bill.number}, ${dearest.description}`, net, dearest, language);
}

const REBATE_PERCENT = 12;

/** A year's rebate as a credit note on account, then used to pay this invoice in part. */
export function rebateMoved(bill: Bill, world: World): Outcome {
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
export function rebateKept(bill: Bill, world: World): Outcome {
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

function rebate({ client, content }: Bill): Lines {
  const description = client.language === 'en' ? 'Annual rebate' : 'Remise de fin d’année';
  const net = Math.round((content.net * REBATE_PERCENT) / 100);
  return lumpSum(description, net, content.lines[0], client.language);
}
