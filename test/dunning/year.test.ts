import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { FRANCE, isWorkingDay } from '../../shared/base/working-days.ts';
import { decideDunning } from '../../shared/dunning/decide.ts';
import { buildLedger, clientBalancesOn, openBalanceOn } from '../../shared/receivables/ledger.ts';
import type { Register } from '../../shared/register/entries.ts';
import { expectGolden } from '../golden-file.ts';
import { GAP, liveRegister, liveRegisters, quietRegisters, START } from './live-register.ts';
import { type SentMessage, simulate, WRITING_MODES } from './simulation.ts';

const DAYS = 420;

const RUNS = { numRuns: 10 };

for (const mode of WRITING_MODES) {
  describe(`a year, day by day, rows written for ${mode}`, () => {
    test('nothing to a payer, on no holiday, never too soon, one message a client and day', () => {
      fc.assert(
        fc.property(liveRegisters, (register) => {
          const { messages } = simulate(register, { from: START, days: DAYS, mode });
          const last = new Map<number, number>();
          for (const message of messages) {
            expectHonest(message);
            const { client } = message.decision;
            expect(message.day - (last.get(client) ?? 0)).toBeGreaterThanOrEqual(GAP);
            last.set(client, message.day);
          }
        }),
        RUNS,
      );
    });
    test('five runs a day send what one does (edge case 1)', () => {
      fc.assert(
        fc.property(quietRegisters, (register) => {
          const once = simulate(register, { from: START, days: DAYS, mode });
          const often = simulate(register, { from: START, days: DAYS, mode, runs: 5 });
          expect(often.journal).toEqual(once.journal);
        }),
        { numRuns: 3 },
      );
    });
    test('after ten days without a run, one message a client and day at most (edge case 2)', () => {
      fc.assert(
        fc.property(quietRegisters, (register) => {
          const skip = (day: number) => day % 30 < 10;
          const { messages } = simulate(register, { from: START, days: DAYS, mode, skip });
          const keys = messages.map(({ day, decision }) => `${day}/${decision.client}`);
          expect(new Set(keys).size).toBe(keys.length);
        }),
        RUNS,
      );
    });
  });
}

/** What is asked for is owed on the day, and the total is its sum less what is unapplied. */
function expectHonest({ day, decision, ledger }: SentMessage): void {
  const { asked, client, currency, level, total } = decision;
  expect(isWorkingDay(day, FRANCE)).toBe(true);
  expect(total).toBeGreaterThan(0);
  for (const { amount, dueDay, invoice } of asked) {
    expect(amount).toBeGreaterThan(0);
    expect(amount).toBeLessThanOrEqual(openBalanceOn(ledger, invoice, day));
    expect(dueDay < day).toBe(level !== 0);
  }
  const balance = clientBalancesOn(ledger, currency, day).find((row) => row.client === client);
  const sum = asked.reduce((all, { amount }) => all + amount, 0);
  expect(total).toBe(sum - Math.max(0, balance?.unapplied ?? 0));
}

test('no level twice, none skipped, each after its gap and the deadline before it (edge case 29)', () => {
  fc.assert(
    fc.property(quietRegisters, (register) => {
      const planned = new Set(register.plans.map(({ invoice }) => invoice));
      const { messages } = simulate(register, { from: START, days: DAYS, mode: 'items' });
      const sent = new Map<number, Climbed>();
      for (const { day, decision } of messages) {
        for (const { invoice, level } of decision.asked) {
          if (planned.has(invoice) || level === null) continue;
          const climbed = { level, day, deadline: decision.newDeadline };
          expectNextRung(sent.get(invoice), climbed, level === decision.level);
          sent.set(invoice, climbed);
        }
      }
    }),
    { numRuns: 25 },
  );
});

type Climbed = { readonly level: number; readonly day: number; readonly deadline: number | null };

/** @param leads whether the message was at the level of this invoice: then its deadline before has passed */
function expectNextRung(before: Climbed | undefined, { day, level }: Climbed, leads: boolean): void {
  if (level === 0) {
    expect(before).toBeUndefined();
    return;
  }
  expect(level).toBe((before?.level ?? 0) + 1);
  if (before && level > 1) expect(day - before.day).toBeGreaterThanOrEqual(GAP);
  if (before && leads) expect(day).toBeGreaterThan(before.deadline ?? 0);
}

test('the order of the rows changes nothing', () => {
  fc.assert(
    fc.property(
      liveRegisters,
      fc.integer({ min: 0, max: DAYS }),
      fc.constantFrom(...WRITING_MODES),
      (register, n, mode) => {
        const { journal } = simulate(register, { from: START, days: n, mode });
        const day = dayNumber(START) + n;
        const decided = (rows: Register['journal']) =>
          decideDunning(buildLedger({ ...register, journal: rows }), day);
        expect(decided([...journal].reverse())).toEqual(decided(journal));
        const { calendars, rates } = register;
        const turned = {
          ...register,
          journal,
          calendars: [...calendars].reverse(),
          rates: [...rates].reverse(),
        };
        expect(decideDunning(buildLedger(turned), day)).toEqual(decided(journal));
      },
    ),
    { numRuns: 20 },
  );
});

/** Three invoices never paid but for the first, after its formal notice. */
test('a story: each invoice climbs its own ladder to the end', () => {
  const invoices = [
    { number: 'F1', issued: '2024-01-20', due: '2024-02-19', total: 100_000 },
    { number: 'F2', issued: '2024-02-20', due: '2024-03-11', total: 50_000 },
    { number: 'F3', issued: '2024-04-20', due: '2024-05-20', total: 30_000 },
  ] as const;
  const payments = [{ day: '2024-04-25', invoice: 'F1', amount: 100_000 } as const];
  const register = liveRegister({ invoices, payments, clients: [{ code: 'C1' }] });
  const lines = WRITING_MODES.flatMap((mode) => [
    `rows for ${mode}`,
    ...simulate(register, { from: START, days: DAYS, mode }).messages.map(storyLine),
  ]);
  expectGolden('dunning/story.txt', `${lines.join('\n')}\n`);
});

function storyLine({ day, decision, ledger }: SentMessage): string {
  const asked = decision.asked.map(
    ({ invoice, level }) => `${ledger.register.invoices.numberAt(invoice)}@${level}`,
  );
  return `  ${civilDate(day)} level ${decision.level} ${decision.channel}: ${asked.join(' ')}`;
}
