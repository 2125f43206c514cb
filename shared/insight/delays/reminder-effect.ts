/**
 * What reminders bring: how long invoices took to be paid after each level, and whether more of them were paid in the two weeks after than
 * their clients' habits foretold. A reminder is followed until the invoice is paid, until the next level, or to the day asked for: what is still
 * unpaid then counts for the days it was watched (Kaplan–Meier), so that the unpaid ones do not drop out of the figure.
 *
 * It does not prove a cause: a firm that always reminds has no invoice that was left alone to compare with.
 */
import type { DayNumber } from '../../base/civil-date.ts';
import type { Ledger } from '../../receivables/ledger.ts';
import type { PaymentDelays } from './payment-delays.ts';
import { cumulativeAt } from './payment-delays-curve.ts';
import { type ReminderSpell, reminderSpells } from './reminder-spells.ts';

export type LevelEffect = {
  readonly level: number;
  readonly reminders: number; // invoices reminded at this level
  readonly paid: number; // before the next level
  readonly paidWithin14: number | null; // share between 0 and 1; null: none was watched so long
  readonly medianDays: number | null; // from the reminder to the payment; null: fewer than half were paid before they were watched no longer
};

export type ReminderEffect = {
  readonly levels: readonly LevelEffect[]; // lowest first; only those sent
  readonly reminders: number; // of all levels
  readonly paidSoon: number; // invoices paid within CHASE_DAYS after a reminder
  readonly foretold: number; // how many would have been, as their clients pay on average
  readonly times: number | null; // paidSoon / foretold, drawn towards 1; null: too few reminders to tell
};

/** For so long a reminder is taken to work. */
export const CHASE_DAYS = 14;
const LEAST_REMINDERS = 20;
/** As if so many more payments had come as foretold. */
const LENT_PAYMENTS = 10;
const MOST_TIMES = 5;

/** Of one currency, of the 24 months before the day. @param delays of the same currency and day */
export function reminderEffect(
  ledger: Ledger,
  currencyIndex: number,
  asOf: DayNumber,
  delays: PaymentDelays,
): ReminderEffect {
  const spells = reminderSpells(ledger, currencyIndex, asOf);
  const levels = Array.from(new Set(spells.map(({ level }) => level))).sort((a, b) => a - b);
  const paidSoon = spells.filter(({ days, isPaid }) => isPaid && days <= CHASE_DAYS).length;
  const foretold = rounded(spells.reduce((sum, spell) => sum + foretoldOf(ledger, spell, delays), 0));
  const times = (paidSoon + LENT_PAYMENTS) / (foretold + LENT_PAYMENTS);
  return {
    levels: levels.map((level) =>
      levelEffect(
        level,
        spells.filter((spell) => spell.level === level),
      ),
    ),
    reminders: spells.length,
    paidSoon,
    foretold,
    times: spells.length < LEAST_REMINDERS ? null : Math.min(Math.max(times, 1), MOST_TIMES),
  };
}

/** Sums of fractions differ in their last digit with the order of adding. */
function rounded(sum: number): number {
  return Math.round(sum * 1e6) / 1e6;
}

/** The chance that the invoice is paid in the days watched, at its age on the day of the reminder. */
function foretoldOf(ledger: Ledger, { days, invoice, sentOn }: ReminderSpell, delays: PaymentDelays): number {
  const { client, dueDay } = ledger.register.invoices;
  const curve = delays.curveOf(client[invoice]);
  const age = sentOn - dueDay[invoice];
  const watched = Math.min(days, CHASE_DAYS);
  return -Math.expm1(cumulativeAt(curve, age) - cumulativeAt(curve, age + watched));
}

function levelEffect(level: number, spells: readonly ReminderSpell[]): LevelEffect {
  const unpaid = unpaidAfter(spells);
  const median = unpaid.findIndex((share) => share <= 0.5);
  return {
    level,
    reminders: spells.length,
    paid: spells.filter(({ isPaid }) => isPaid).length,
    paidWithin14: CHASE_DAYS < unpaid.length ? 1 - unpaid[CHASE_DAYS] : null,
    medianDays: median < 0 ? null : median,
  };
}

/** The share still unpaid after so many days, day by day, as long as any is watched. */
function unpaidAfter(spells: readonly ReminderSpell[]): readonly number[] {
  const longest = spells.reduce((most, { days }) => Math.max(most, days), 0);
  const paid = new Array<number>(longest + 1).fill(0);
  const ended = new Array<number>(longest + 1).fill(0);
  for (const { days, isPaid } of spells) {
    ended[days]++;
    if (isPaid) paid[days]++;
  }
  let watched = spells.length;
  let share = 1;
  return paid.map((count, day) => {
    if (watched > 0) share *= 1 - count / watched;
    watched -= ended[day];
    return share;
  });
}
