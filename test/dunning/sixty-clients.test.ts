/** A year of sixty clients, day by day: what must hold of every message that leaves, whatever fails meanwhile. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type DayNumber, dayNumber } from '../../shared/base/civil-date.ts';
import { holidaysAt, isWorkingDay } from '../../shared/base/working-days.ts';
import type { DunningDecision } from '../../shared/dunning/decision.ts';
import { clientBalancesOn, openItemsOf } from '../../shared/receivables/ledger.ts';
import type { Register } from '../../shared/register/entries.ts';
import { type Outcome, type SentMessage, type Simulation, simulate } from './simulation.ts';
import { CONTACT_GAP, FIRST_DAY, firmOfSixty, LEVEL_GAP, MOST_CONTACTS, YEAR } from './sixty-clients.ts';

/** One message in nine does not simply leave. */
function outcomeOf({ client, level }: DunningDecision, day: DayNumber): Outcome {
  const throws = (client * 31 + (level ?? 0) * 17 + day * 7) % 27;
  if (throws === 0) return 'failed';
  if (throws === 1) return 'unknown, it left';
  return throws === 2 ? 'unknown, it did not' : 'sent';
}

const LIFE = { from: FIRST_DAY, days: YEAR, mode: 'items' } as const;

for (const [what, seed, life] of [
  ['all goes well', 7, {}],
  ['messages fail, or nobody knows', 11, { outcomeOf }],
  [
    'the job is off for two months, and messages fail',
    17,
    { outcomeOf, skip: (day: number) => day > 90 && day < 150 },
  ],
] as const) {
  describe(`a year in which ${what}`, () => {
    const register = firmOfSixty(seed);
    let lived: Simulation = { messages: [], journal: [] };
    beforeAll(() => {
      lived = simulate(register, { ...LIFE, ...life });
    });
    test('much is sent, at every level', () => {
      expect(lived.messages.length).toBeGreaterThan(120);
      const levels = new Set(lived.messages.map(({ decision }) => decision.level));
      expect([...levels].sort()).toEqual([0, 1, 2, 3, 4]);
    });
    test('nothing to who owes nothing, more than is owed to nobody', () => {
      for (const message of lived.messages) expectOwed(message);
    });
    test('nothing on a day off at the client’s, on hold, insolvent, under a promise or a plan not written down', () => {
      for (const message of lived.messages) expectAllowed(message, register);
    });
    test('one message a client and day at most, gaps kept, no more than the limit in thirty days', () => {
      for (const days of daysByClient(lived.messages).values()) expectSpaced(days);
    });
    test('no level twice, none skipped, each after its gap; three reminders before a formal notice', () => {
      expectLadders(lived.messages, register);
    });
  });
}

function expectOwed({ day, decision, ledger }: SentMessage): void {
  const { asked, client, currency, total } = decision;
  for (const { amount, dueDay, instalment, invoice } of asked) {
    const item = openItemsOf(ledger, invoice, day).find((one) => one.instalment === instalment);
    expect(item?.dueDay).toBe(dueDay);
    expect(amount).toBeGreaterThan(0);
    expect(amount).toBeLessThanOrEqual(item?.open ?? 0);
  }
  const balance = clientBalancesOn(ledger, currency, day).find((one) => one.client === client);
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual((balance?.open ?? 0) - Math.max(0, balance?.unapplied ?? 0));
}

function expectAllowed({ day, decision }: SentMessage, { clients, journal, plans }: Register): void {
  const client = clients[decision.client];
  expect(isWorkingDay(day, holidaysAt(client.country, client.postalCode))).toBe(true);
  expect(client.holdUntil === null || client.holdUntil < day).toBe(true);
  expect(client.insolvencyOn === null || client.insolvencyOn > day).toBe(true);
  for (const { invoice } of decision.asked) {
    for (const row of journal.filter((one) => one.invoice === invoice && one.at <= day)) {
      if (row.event === 'promise') expect(day).toBeGreaterThan((row.promisedOn ?? 0) + 3);
      const written = plans.some((plan) => plan.invoice === invoice && plan.agreedOn <= day);
      if (row.event === 'plan') expect(written).toBe(true);
    }
  }
}

function daysByClient(messages: readonly SentMessage[]): ReadonlyMap<number, readonly SentMessage[]> {
  const days = new Map<number, SentMessage[]>();
  for (const message of messages) {
    const { client } = message.decision;
    days.set(client, [...(days.get(client) ?? []), message]);
  }
  return days;
}

function expectSpaced(messages: readonly SentMessage[]): void {
  messages.forEach(({ day, decision }, k) => {
    if (k > 0) expect(day - messages[k - 1].day).toBeGreaterThanOrEqual(CONTACT_GAP);
    if (decision.level === 0) return;
    const recent = messages.filter((one) => one.decision.level !== 0 && one.day <= day && one.day > day - 30);
    expect(recent.length).toBeLessThanOrEqual(MOST_CONTACTS);
  });
}

type Rung = { readonly level: number; readonly day: DayNumber; readonly deadline: DayNumber | null };

/** Of each invoice that never had a plan: a plan begins a ladder of its own for each instalment. */
function expectLadders(messages: readonly SentMessage[], { plans }: Register): void {
  const planned = new Set(plans.map(({ invoice }) => invoice));
  const rungs = new Map<number, readonly Rung[]>();
  for (const { day, decision } of messages) {
    for (const { invoice, level } of decision.asked) {
      if (planned.has(invoice) || level === null) continue;
      const before = rungs.get(invoice) ?? [];
      const rung = { level, day, deadline: decision.newDeadline };
      expectNextRung([invoice, level], rung, before);
      rungs.set(invoice, [...before, rung]);
    }
  }
  expect(rungs.size).toBeGreaterThan(40);
}

/** Levels 1, 2, 3, 4 in order, with or without the notice before them. */
function expectNextRung(what: readonly number[], { day, level }: Rung, before: readonly Rung[]): void {
  const last = before.at(-1);
  const reminders = before.filter((rung) => rung.level > 0);
  expect(what).toEqual([what[0], level === 0 ? 0 : reminders.length + 1]);
  if (level === 0) expect(before).toEqual([]);
  if (last && level > 1) {
    expect(day - last.day).toBeGreaterThanOrEqual(LEVEL_GAP);
    expect(day).toBeGreaterThan(last.deadline ?? 0);
  }
  if (level === 4) expect(new Set(reminders.map((rung) => rung.day)).size).toBeGreaterThanOrEqual(3);
}

test('once, twice or fifty times a day: the same mails', () => {
  const register = firmOfSixty(7);
  const life = { ...LIFE, from: '2026-04-01', days: 10 } as const;
  const told = (runs: number) =>
    simulate(register, { ...life, runs }).messages.map(({ day, decision }) => [
      day,
      decision.client,
      decision.level,
    ]);
  const once = told(1);
  expect(once.length).toBeGreaterThan(10);
  expect(told(2)).toEqual(once);
  expect(told(50)).toEqual(once);
});

test('twice a day over five months: the same mails', () => {
  const register = firmOfSixty(23);
  const life = { ...LIFE, from: '2026-05-01', days: 150 } as const;
  const told = (runs: number) =>
    simulate(register, { ...life, runs }).messages.map(({ day, decision }) => [
      day,
      decision.client,
      decision.total,
    ]);
  expect(told(2)).toEqual(told(1));
});

test('the year has everything in it', () => {
  const { clients, journal, plans } = firmOfSixty(7);
  const events = new Set(journal.map(({ event }) => event));
  expect([...events].sort()).toEqual(['plan', 'promise']);
  expect(plans.length).toBeGreaterThan(10);
  expect(
    clients.some(({ insolvencyOn }) => insolvencyOn !== null && insolvencyOn > dayNumber(FIRST_DAY)),
  ).toBe(true);
});
