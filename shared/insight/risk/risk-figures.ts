/** Risk figures: what is known of each client before anyone judges it. One currency, one day, minor units. */
import { addMonths, type DayNumber, NO_DAY } from '../../base/civil-date.ts';
import type { ClientBalance, Ledger, OpenItem } from '../../receivables/ledger.ts';
import { behaviourOn } from '../behaviour.ts';
import type { Behaviour, Spell } from '../behaviour-columns.ts';
import type { Known } from '../known.ts';
import { type LateRates, lateRates } from '../late-rate.ts';
import { type LatePlan, latePlans, missedInstalments } from '../missed-instalments.ts';
import { brokenPromises, type PaymentPromise } from '../promises.ts';
import { type Chances, chancesOf } from './chances.ts';

/** Numbers only: what a client does not have costs nothing, and is 0 unless said otherwise. */
export type RiskFigures = {
  readonly client: number; // index into the register's clients
  readonly knownSince: DayNumber; // NEVER: not yet
  readonly isNew: boolean; // too little history: few invoices, or known for too short a time
  readonly history: History;
  readonly chances: Chances;
  readonly debt: Debt;
  readonly growth: Growth;
  readonly word: Word;
  readonly marks: Marks;
};

/** How it paid. */
export type History = {
  readonly due: number; // invoices that fell due in the last 24 months, or are older and open
  readonly late: number; // of which paid late or overdue
  readonly daysOfLate: number; // mean days of the late ones
  readonly settledOrOverdue: number; // invoices
  readonly lateness: number; // how late it pays, 0 to 1, drawn towards the register's (`late-rate.ts`)
  readonly registerRate: number; // share of the register's invoices paid late or overdue
  readonly meanDaysLate: number; // of 12 months, weighted by amount; what is paid on time counts 0
  readonly hasTrend: boolean; // enough invoices in both of the next two
  readonly recentDaysLate: number; // of the last 3 months
  readonly beforeDaysLate: number; // of the 9 months before
};

/** What it owes. */
export type Debt = {
  readonly exposure: number; // open - unapplied, at least 0
  readonly overdue: number; // less what is unapplied
  readonly share: number; // of all clients' exposure
  readonly limit: number; // Infinity: none
  readonly oldestInvoice: number; // overdue longest; -1: none
  readonly oldestDays: number;
  readonly oldestOpen: number; // what of it is overdue
};

/** What it promised or agreed to, and did not do. */
export type Word = {
  readonly brokenPromises: number;
  readonly lastPromisedOn: DayNumber; // of those; NO_DAY: none
  readonly missedInstalments: number;
  readonly missedAmount: number;
  readonly missedSince: DayNumber; // Infinity: none
  readonly latePlanOn: DayNumber; // when the last plan was agreed late; NO_DAY: none
};

/** How its purchases and its terms have changed. */
export type Growth = {
  readonly sales: number; // invoiced in the last 3 months
  readonly salesBefore: number; // in a quarter of the 9 months before, on average
  readonly hasTrend: boolean; // enough invoices in both
  readonly termDays: number; // from issue to due date, of the last 3 months, weighted by amount
  readonly termDaysBefore: number; // of the 9 months before
  readonly usualExposure: number; // the median of all clients that owe something
};

/** What else marks it. */
export type Marks = {
  readonly insolvencyOn: DayNumber; // when a court opened proceedings; NO_DAY: none
  readonly bounced: number; // payments
  readonly bouncedAmount: number;
  readonly writtenOff: number;
  readonly sales: number; // of 24 months
  readonly disputes: number; // invoices
  readonly disputedAmount: number;
};

/** Fewer invoices than this on either side tell no trend (three, as the measure is usually defined). */
const TREND_INVOICES = 3;

/** Everything the figures of one client are made from. */
type Sources = {
  readonly ledger: Ledger;
  readonly behaviour: Behaviour;
  readonly rates: LateRates;
  readonly chances: (client: number) => Chances;
  readonly totalExposure: number;
  readonly usualExposure: number;
  readonly knownBy: DayNumber; // who is not known by this day is new
  readonly limits: boolean; // credit limits are in this currency
  readonly promises: ReadonlyMap<number, readonly PaymentPromise[]>; // these three by client
  readonly missed: ReadonlyMap<number, readonly OpenItem[]>;
  readonly plans: ReadonlyMap<number, readonly LatePlan[]>;
};

/** Every client with a balance or with an invoice of the last 24 months, in the register's order. */
export function riskFigures(
  ledger: Ledger,
  currencyIndex: number,
  asOf: DayNumber,
  known: Known,
): readonly RiskFigures[] {
  const sources = readSources(ledger, currencyIndex, asOf, known);
  const balanceOf = new Map(known.balances.map((balance) => [balance.client, balance]));
  const figures: RiskFigures[] = [];
  for (let client = 0; client < ledger.register.clients.length; client++) {
    const balance = balanceOf.get(client);
    if (!balance && sources.behaviour.invoiced[client] === 0) continue;
    figures.push(figuresOf(sources, client, balance, asOf));
  }
  return figures;
}

function readSources(ledger: Ledger, currencyIndex: number, asOf: DayNumber, known: Known): Sources {
  const clientOf = ({ invoice }: { readonly invoice: number }) => ledger.register.invoices.client[invoice];
  const behaviour = behaviourOn(ledger, currencyIndex, asOf);
  const exposures = known.balances.map(({ balance }) => balance).filter((balance) => balance > 0);
  return {
    ledger,
    behaviour,
    rates: lateRates(behaviour),
    chances: chancesOf(ledger, asOf, known),
    totalExposure: exposures.reduce((sum, exposure) => sum + exposure, 0),
    usualExposure: exposures.sort((a, b) => a - b)[Math.floor(exposures.length / 2)] ?? 0,
    knownBy: addMonths(asOf, -KNOWN_MONTHS),
    limits: currencyIndex === 0,
    promises: byClient(brokenPromises(ledger, currencyIndex, asOf), ({ client }) => client),
    missed: byClient(missedInstalments(ledger, currencyIndex, asOf), clientOf),
    plans: byClient(latePlans(ledger, currencyIndex, asOf), clientOf),
  };
}

/** A client that fewer invoices of were settled or overdue, or that is known for less time, is new. */
const KNOWN_INVOICES = 3;
const KNOWN_MONTHS = 6;

function figuresOf(
  sources: Sources,
  client: number,
  balance: ClientBalance | undefined,
  asOf: DayNumber,
): RiskFigures {
  const { behaviour, chances, knownBy, ledger, rates } = sources;
  const { insolvencyOn, since } = ledger.register.clients[client];
  const first = behaviour.firstDay[client];
  const knownSince = since !== null && since <= asOf ? Math.min(since, first) : first;
  const history = historyOf(behaviour, rates, client);
  return {
    client,
    knownSince,
    isNew: history.settledOrOverdue < KNOWN_INVOICES || knownSince > knownBy,
    history,
    chances: chances(client),
    debt: debtOf(sources, client, balance),
    growth: growthOf(sources, client),
    word: wordOf(sources, client),
    marks: {
      ...marksOf(behaviour, client),
      insolvencyOn: insolvencyOn !== null && insolvencyOn <= asOf ? insolvencyOn : NO_DAY,
    },
  };
}

function historyOf(behaviour: Behaviour, rates: LateRates, client: number): History {
  const { before, daysLate, due, late, older, recent, settledEarly } = behaviour;
  return {
    due: due[client],
    late: late[client],
    daysOfLate: late[client] > 0 ? daysLate[client] / late[client] : 0,
    settledOrOverdue: due[client] + settledEarly[client],
    lateness: rates.latenessOf(client),
    registerRate: rates.register,
    meanDaysLate: meanDays([recent, before, older], client),
    hasTrend: Math.min(recent.count[client], before.count[client]) >= TREND_INVOICES,
    recentDaysLate: meanDays([recent], client),
    beforeDaysLate: meanDays([before], client),
  };
}

/** Money not applied yet settles what is overdue first: where it covers all of it, the work is ours and not the client's. */
function debtOf(
  { behaviour, ledger, limits, totalExposure }: Sources,
  client: number,
  balance: ClientBalance | undefined,
): Debt {
  const { creditLimit } = ledger.register.clients[client];
  const overdue = balance ? Math.max(0, balance.overdue - Math.max(0, balance.unapplied)) : 0;
  const owes = overdue > 0;
  const exposure = balance ? Math.max(0, balance.balance) : 0;
  return {
    exposure,
    overdue,
    share: totalExposure > 0 ? exposure / totalExposure : 0,
    limit: limits && creditLimit !== null ? creditLimit : Number.POSITIVE_INFINITY,
    oldestInvoice: owes ? behaviour.oldestOverdue[client] : -1,
    oldestDays: owes ? behaviour.oldestDays[client] : 0,
    oldestOpen: owes ? behaviour.oldestOpen[client] : 0,
  };
}

function wordOf({ missed, plans, promises }: Sources, client: number): Word {
  const broken = promises.get(client) ?? [];
  const instalments = missed.get(client) ?? [];
  const late = plans.get(client) ?? [];
  return {
    brokenPromises: broken.length,
    lastPromisedOn: broken.reduce((last, { promisedOn }) => Math.max(last, promisedOn), NO_DAY),
    missedInstalments: instalments.length,
    missedAmount: instalments.reduce((sum, { open }) => sum + open, 0),
    missedSince: instalments.reduce((first, { dueDay }) => Math.min(first, dueDay), Number.POSITIVE_INFINITY),
    latePlanOn: late.reduce((last, { agreedOn }) => Math.max(last, agreedOn), NO_DAY),
  };
}

function growthOf({ behaviour, usualExposure }: Sources, client: number): Growth {
  const { billed, billedBefore } = behaviour;
  return {
    sales: billed.amount[client],
    salesBefore: billedBefore.amount[client] / QUARTERS_BEFORE,
    hasTrend: Math.min(billed.count[client], billedBefore.count[client]) >= TREND_INVOICES,
    termDays: meanDays([billed], client),
    termDaysBefore: meanDays([billedBefore], client),
    usualExposure,
  };
}

/** Nine months are three quarters. */
const QUARTERS_BEFORE = 3;

function marksOf(behaviour: Behaviour, client: number): Omit<Marks, 'insolvencyOn'> {
  return {
    bounced: behaviour.bounced[client],
    bouncedAmount: behaviour.bouncedAmount[client],
    writtenOff: behaviour.writtenOff[client],
    sales: behaviour.sales[client],
    disputes: behaviour.disputes[client],
    disputedAmount: behaviour.disputedAmount[client],
  };
}

/** Weighted by amount; 0 where nothing was due. */
function meanDays(spells: readonly Spell[], client: number): number {
  let amount = 0;
  let amountDays = 0;
  for (const spell of spells) {
    amount += spell.amount[client];
    amountDays += spell.amountDays[client];
  }
  return amount > 0 ? amountDays / amount : 0;
}

function byClient<T>(list: readonly T[], clientOf: (one: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const one of list) {
    const group = groups.get(clientOf(one));
    if (group) group.push(one);
    else groups.set(clientOf(one), [one]);
  }
  return groups;
}
