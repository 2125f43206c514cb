/**
 * Forecast: when each open item is expected to be paid, and how much comes in each of the next 13 weeks.
 *
 * - An item's days come from its client's payment delays, given that it is unpaid so far. Money moves on working days, unless the
 *   register says otherwise. `expectedOn` is the middle day, which errs less than the mean: as often before as after; `p10` and `p90`
 *   hold four cases of five. All three are those of money that comes within a year; `paidWithinYear` is the chance that it does.
 * - A promise for a day to come replaces this by its day, as far as the client keeps its promises; broken, the curve goes on. An
 *   instalment of a plan counts from its own due day. A plan agreed after a promise replaces it.
 * - What a client has paid or credited without an invoice settles its oldest items first and is expected no more. What is disputed
 *   stands apart: its item has a day, as if the dispute ended now, but no week.
 * - A week's range holds four weeks of five. Each item comes in the week or not, so a few large ones make a wide range; what one
 *   client owes comes together in part (one transfer), and a tenth of the week is in no client's hand.
 * - Where nothing was ever paid there is no forecast: a due date alone is a wish.
 */
import type { DayNumber } from '../../base/civil-date.ts';
import { roundHalfAway } from '../../base/money.ts';
import type { Ledger, OpenItem } from '../../receivables/ledger.ts';
import { type ReminderEffect, reminderEffect } from '../delays/reminder-effect.ts';
import { type Known, knownOn, placesByClient } from '../known.ts';
import { amountsToCome } from './forecast-amounts.ts';
import { addChased, type ChasedSums, emptyChased } from './forecast-chased.ts';
import { FARTHEST_DAYS, moneyDays } from './forecast-days.ts';
import {
  chanceLateBy,
  chancePaidBy,
  dayPaidBy,
  emptyOutlook,
  lookOut,
  type Outlook,
} from './forecast-outlook.ts';
import { promisesByItem } from './forecast-promises.ts';
import {
  addToWeek,
  closeClient,
  emptyWeeks,
  type ForecastWeek,
  WEEKS,
  type WeekSums,
  weeksOf,
} from './forecast-weeks.ts';

export type { ForecastWeek } from './forecast-weeks.ts';

/** Of one currency as of one day. Minor units: the weeks' `expected`, `later`, `disputedApart` and `unapplied` add up to all that is open. */
export type Forecast = {
  readonly weeks: readonly ForecastWeek[];
  readonly later: number; // after the last week, or never
  readonly disputedApart: number; // in no week
  readonly unapplied: number; // settled already by unapplied money and credit: in no week
  readonly items: readonly ForecastItem[]; // in the order of the open items
  readonly chased: ChasedForecast;
};

/** What would come if everything due were chased now, where the register's own reminders tell. */
export type ChasedForecast =
  | {
      readonly value: {
        readonly weeks: readonly number[]; // expected in each, minor units
        readonly times: number; // how many times as likely a payment was in the two weeks after a reminder
        readonly reminders: number; // from which that is known
        readonly items: number; // overdue items that would be chased: disputes and promises pending apart
        readonly amount: number; // what is open of them
      };
    }
  | { readonly value: null; readonly reason: 'few-reminders' };

export type ForecastItem = {
  readonly invoice: number; // index into the register's invoices
  readonly instalment: number | null;
  readonly expectedOn: DayNumber; // paid by then as likely as not
  readonly p10: DayNumber; // paid by then in one case of ten
  readonly p90: DayNumber; // … in nine of ten
  readonly late: number; // chance that it is paid after its due date, or never
  readonly lateBy30: number; // … more than 30 days after
  readonly paidWithinYear: number; // chance that it comes within a year after the day asked for
};

/** Why there is no forecast: no invoice was ever paid. */
export type NoForecast = 'no-payment';
export type ForecastAnswer =
  | { readonly value: Forecast }
  | { readonly value: null; readonly reason: NoForecast };

/**
 * Nothing dated after the day is looked at.
 * @param given of the currency on the day, for who has it already
 */
export function forecastCash(
  ledger: Ledger,
  currencyIndex: number,
  asOf: DayNumber,
  given: Partial<Known> = {},
): ForecastAnswer {
  const known = knownOn(ledger, currencyIndex, asOf, given);
  const { balances, delays, items } = known;
  if (items.length > 0 && !delays.hasPayments) return { value: null, reason: 'no-payment' };
  const { toCome, disputed, unapplied } = amountsToCome(ledger, asOf, items, balances);
  const effect = reminderEffect(ledger, currencyIndex, asOf, delays);
  const chased = emptyChased();
  const forecasts: ForecastItem[] = new Array(items.length);
  const cuts = weekEnds(asOf);
  const sums = foretell({ ledger, currencyIndex, asOf, items, delays, toCome }, (place, outlook) => {
    forecasts[place] = forecastItem(items[place], outlook);
    if (effect.times === null || !mayBeChased(outlook, toCome[place])) return;
    addChased(chased, outlook, effect.times, toCome[place], cuts);
  });
  const weeks = weeksOf(sums, asOf);
  const inWeeks = weeks.reduce((sum, { expected }) => sum + expected, 0);
  const later = toCome.reduce((sum, amount) => sum + amount, 0) - inWeeks;
  return {
    value: {
      weeks,
      later,
      disputedApart: disputed,
      unapplied,
      items: forecasts,
      chased: chasedForecast(weeks, chased, effect),
    },
  };
}

/** What was expected, and for when: all that an earlier day's forecast is judged by. */
export type Foretold = {
  readonly weeks: readonly ForecastWeek[];
  readonly dates: readonly ForetoldDates[]; // in the order of the open items
};

export type ForetoldDates = Pick<ForecastItem, 'invoice' | 'instalment' | 'expectedOn' | 'p10' | 'p90'>;

/** The weeks and the dates of `forecastCash`, for half of its work; null where nothing was ever paid. */
export function foretoldOn(ledger: Ledger, currencyIndex: number, asOf: DayNumber): Foretold | null {
  const known = knownOn(ledger, currencyIndex, asOf);
  const dates: ForetoldDates[] = new Array(known.items.length);
  const weeks = foretoldWeeks(ledger, currencyIndex, asOf, known, (place, outlook) => {
    dates[place] = foretoldDates(known.items[place], outlook);
  });
  return weeks === null ? null : { weeks, dates };
}

/** The weeks of `forecastCash`, alone. */
export function foretoldWeeks(
  ledger: Ledger,
  currencyIndex: number,
  asOf: DayNumber,
  { balances, delays, items }: Known,
  visit: ItemVisitor = () => undefined,
): readonly ForecastWeek[] | null {
  if (items.length > 0 && !delays.hasPayments) return null;
  const { toCome } = amountsToCome(ledger, asOf, items, balances);
  return weeksOf(foretell({ ledger, currencyIndex, asOf, items, delays, toCome }, visit), asOf);
}

/** What the items are told from. */
type Telling = Pick<Known, 'items' | 'delays'> & {
  readonly ledger: Ledger;
  readonly currencyIndex: number;
  readonly asOf: DayNumber;
  readonly toCome: Float64Array; // of each item
};

/** Shown each item's outlook, once its weeks are added up: it may change the outlook's rates. */
type ItemVisitor = (place: number, outlook: Outlook) => void;

/** Client by client: its curve and its days are made once. @returns the sums by week */
function foretell(telling: Telling, visit: ItemVisitor): WeekSums {
  const { asOf, currencyIndex, delays, items, ledger, toCome } = telling;
  const promises = promisesByItem(ledger, currencyIndex, asOf, items);
  const daysOf = moneyDays(ledger.register, currencyIndex, asOf);
  const cuts = weekEnds(asOf);
  const sums = emptyWeeks();
  const outlook = emptyOutlook(asOf);
  for (const [client, places] of placesByClient(ledger, items)) {
    outlook.curve = delays.curveOf(client);
    outlook.days = daysOf(client);
    for (const place of places) {
      lookOut(outlook, items[place].dueDay, promises.get(place) ?? null);
      addToWeeks(sums, outlook, toCome[place], cuts);
      visit(place, outlook);
    }
    closeClient(sums);
  }
  return sums;
}

/** Overdue, undisputed, and promised by nobody. */
function mayBeChased({ asOf, dueDay, promise }: Outlook, toCome: number): boolean {
  return dueDay < asOf && toCome > 0 && promise === null;
}

/** Rounded as running sums, like the weeks they add to. */
function chasedForecast(
  weeks: readonly ForecastWeek[],
  { amount, items, more }: ChasedSums,
  { reminders, times }: ReminderEffect,
): ChasedForecast {
  if (times === null) return { value: null, reason: 'few-reminders' };
  let exact = 0;
  let given = 0;
  const expected = weeks.map((week, k) => {
    exact += more[k];
    const here = roundHalfAway(exact) - given;
    given += here;
    return week.expected + here;
  });
  return { value: { weeks: expected, times, reminders, items, amount } };
}

function weekEnds(asOf: DayNumber): readonly DayNumber[] {
  return Array.from({ length: WEEKS }, (_, week) => asOf + 7 * (week + 1));
}

function foretoldDates({ invoice, instalment }: OpenItem, outlook: Outlook): ForetoldDates {
  return {
    invoice,
    instalment,
    expectedOn: dayPaidBy(outlook, 0.5),
    p10: dayPaidBy(outlook, 0.1),
    p90: dayPaidBy(outlook, 0.9),
  };
}

function forecastItem(item: OpenItem, outlook: Outlook): ForecastItem {
  return {
    ...foretoldDates(item, outlook),
    late: chanceLateBy(outlook, 0),
    lateBy30: chanceLateBy(outlook, 30),
    paidWithinYear: chancePaidBy(outlook, outlook.asOf + FARTHEST_DAYS),
  };
}

function addToWeeks(sums: WeekSums, outlook: Outlook, amount: number, ends: readonly DayNumber[]): void {
  if (amount <= 0) return;
  let before = 0;
  ends.forEach((end, week) => {
    const by = chancePaidBy(outlook, end);
    addToWeek(sums, week, amount, by - before);
    before = by;
  });
}
