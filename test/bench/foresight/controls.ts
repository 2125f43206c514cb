/** Control sets, made from a seed: worlds whose rule is known, so that a model that sees too much or too little shows it. */
import { makeRandom, type Random } from '../../../batch/sample/random.ts';
import { type DayNumber, dayOf, weekday } from '../../../shared/base/civil-date.ts';
import type { DataInvoice, DataPayment, DataSet } from './data-set.ts';
import { lastDayOf } from './read-set.ts';

const FIRST_DAY = dayOf(2024, 1, 2);
const DAYS = 900;
const TERM_DAYS = 30;

/** One client of a world: how many invoices it gets, of what size, and how late it pays one due on a day; null: never. */
type Payer = {
  readonly invoices: number;
  readonly amount: () => number;
  readonly delay: (due: DayNumber) => number | null;
  readonly parts: number; // chance that an invoice is paid in two or three parts
  readonly payDay: (day: DayNumber) => DayNumber; // of money due to leave on a day
};

type World = {
  readonly name: string;
  readonly clients: number;
  readonly draw: (random: Random, client: number) => Payer;
};

/** Delays of one client: a habit of its own, and a spread. Sums of three draws stand for a normal distribution. */
function normal(random: Random, mean: number, deviation: number): number {
  const sum = random.next() + random.next() + random.next() + random.next();
  return mean + deviation * (sum - 2) * Math.sqrt(3);
}

/** Log-normal: most near the middle, a few very far. */
function heavyTail(random: Random, middle: number, spread: number): number {
  return middle * Math.exp(normal(random, 0, spread));
}

const anyDay = (day: DayNumber) => day;
const smallSums = (random: Random) => () => Math.round(heavyTail(random, 800_00, 1));

function payer(random: Random, invoices: number, delay: (due: DayNumber) => number | null): Payer {
  return { invoices, amount: smallSums(random), delay, parts: 0, payDay: anyDay };
}

const WORLDS: readonly World[] = [
  {
    name: 'small clients, 1 to 3 invoices',
    clients: 4000,
    draw: (random) => {
      const habit = normal(random, 0, 10);
      return payer(random, random.int(1, 3), () => normal(random, habit, 8));
    },
  },
  {
    name: 'small clients, heavy tails',
    clients: 4000,
    draw: (random) => {
      const rate = random.next() ** 2; // most pay on time
      return payer(random, random.int(1, 3), () =>
        random.chance(rate) ? heavyTail(random, 10, 1.2) : -random.int(0, 12),
      );
    },
  },
  {
    name: 'part payments',
    clients: 250,
    draw: (random) => {
      const habit = normal(random, 2, 9);
      return { ...payer(random, random.int(4, 24), () => normal(random, habit, 7)), parts: 0.4 };
    },
  },
  {
    name: 'one dominant client, late',
    clients: 300,
    draw: (random, client) => {
      const habit = client === 0 ? 25 : normal(random, -3, 8);
      const invoices = client === 0 ? 2400 : random.int(2, 14);
      return payer(random, invoices, () => normal(random, habit, 6));
    },
  },
  {
    name: 'heavy tails, 3 % never pay',
    clients: 250,
    draw: (random) => {
      const middle = heavyTail(random, 8, 0.8);
      return payer(random, random.int(3, 25), () =>
        random.chance(0.03) ? null : heavyTail(random, middle, 1) - 6,
      );
    },
  },
  {
    name: 'payment runs (Fridays; 10th and 25th)',
    clients: 200,
    draw: (random, client) => {
      const habit = normal(random, 0, 8);
      const payDay = client % 2 === 0 ? nextFriday : nextRun;
      return { ...payer(random, random.int(8, 30), () => normal(random, habit, 4)), payDay };
    },
  },
  {
    name: 'regime change after 18 months',
    clients: 200,
    draw: (random) => {
      const [before, after] = [normal(random, 0, 9), normal(random, 4, 9)];
      const turn = FIRST_DAY + 540;
      return payer(random, random.int(10, 30), (due) => normal(random, due < turn ? before : after, 5));
    },
  },
  {
    name: 'no client effect (AUC must be about 0.5)',
    clients: 600,
    draw: (random) => payer(random, random.int(1, 20), () => normal(random, -2, 10)),
  },
];

function nextFriday(day: DayNumber): DayNumber {
  return day + ((5 - weekday(day) + 7) % 7);
}

function nextRun(day: DayNumber): DayNumber {
  const dayInMonth = (of: DayNumber) => Number(new Date(of * 86_400_000).toISOString().slice(8, 10));
  let run = day;
  while (dayInMonth(run) !== 10 && dayInMonth(run) !== 25) run++;
  return run;
}

export function controlSets(seed: number): readonly DataSet[] {
  return WORLDS.map((world) => {
    const random = makeRandom(seed, world.name);
    const invoices: DataInvoice[] = [];
    for (let client = 0; client < world.clients; client++) {
      const drawn = world.draw(random, client);
      for (let k = 0; k < drawn.invoices; k++) invoices.push(drawInvoice(random, drawn, client, k));
    }
    return { name: world.name, currency: 'EUR', invoices, lastDay: lastDayOf(invoices) };
  });
}

function drawInvoice(random: Random, drawn: Payer, client: number, rank: number): DataInvoice {
  const issued = FIRST_DAY + random.int(0, DAYS - 1);
  const due = issued + TERM_DAYS;
  const amount = Math.max(100, drawn.amount());
  const delay = drawn.delay(due);
  const paidOn = delay === null ? null : drawn.payDay(Math.max(issued + 1, Math.round(due + delay)));
  const payments = paidOn === null ? [] : drawPayments(random, drawn.parts, paidOn, amount);
  return { number: `${client}-${rank}`, client: `C${client}`, issued, due, amount, payments };
}

function drawPayments(
  random: Random,
  parts: number,
  paidOn: DayNumber,
  amount: number,
): readonly DataPayment[] {
  if (!random.chance(parts)) return [{ day: paidOn, amount }];
  const first = Math.round(amount * (0.2 + 0.6 * random.next()));
  return [
    { day: paidOn, amount: first },
    { day: paidOn + random.int(3, 30), amount: amount - first },
  ];
}
