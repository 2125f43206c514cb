/** All worlds of a scenario: everything that can go wrong, at every service call its act makes, as counted by a run where nothing does. */
import { type Edit, type Happening, happeningsAt, type Plan, planText } from './plan.ts';
import { play, type SeenCall } from './play.ts';
import type { Scenario } from './scenario.ts';
import { scenarioNamed } from './scenarios.ts';

/** The service calls of the act when nothing goes wrong, in their order. */
export function callsOf(scenario: Scenario, code: string): readonly SeenCall[] {
  return play({ scenario: scenario.name, happenings: [] }, code, false).calls;
}

/** Every world in which one thing happens. */
export function singlePlans(scenario: Scenario, calls: readonly SeenCall[]): readonly Plan[] {
  return calls.flatMap(({ pending }, index) => {
    const after = calls[index + 1]?.pending ?? pending;
    const happenings = happeningsAt(index + 1, scenario.edits, [pending, after]);
    return happenings.map((one) => ({ scenario: scenario.name, happenings: [one] }));
  });
}

/** Every world in which an edit is followed by a kill one to `apart` calls later. */
export function editThenKill(
  scenario: Scenario,
  calls: number,
  apart: number,
  edits: readonly Edit[] = scenario.edits,
): readonly Plan[] {
  return steps(calls).flatMap((step) =>
    [...edits, 'other' as const].flatMap((kind) =>
      Array.from({ length: apart }, (_, index): Plan => {
        const kill: Happening = { kind: 'kill', step: step + index, when: 'after', buffer: 'all' };
        return { scenario: scenario.name, happenings: [{ kind, step }, kill] };
      }),
    ),
  );
}

/** Every world in which a kill is followed by an edit, while what goes on after it reads, claims and sends. */
export function killThenEdit(
  scenario: Scenario,
  calls: number,
  apart: readonly number[],
  edits: readonly Edit[] = scenario.edits,
): readonly Plan[] {
  return steps(calls).flatMap((step) =>
    [...edits, 'other' as const].flatMap((kind) =>
      apart.map((more): Plan => {
        const kill: Happening = { kind: 'kill', step, when: 'after', buffer: 'all' };
        return { scenario: scenario.name, happenings: [kill, { kind, step: step + more }] };
      }),
    ),
  );
}

/** Two kills: in the act, and in what goes on after it. */
export function doubleKills(scenario: Scenario, calls: number): readonly Plan[] {
  return steps(calls).flatMap((first) =>
    steps(calls).flatMap((second) =>
      (['none', 'prefix', 'all'] as const).map((buffer): Plan => {
        const one: Happening = { kind: 'kill', step: first, when: 'after', buffer };
        const other: Happening = { kind: 'kill', step: first + second, when: 'after', buffer };
        return { scenario: scenario.name, happenings: [one, other] };
      }),
    ),
  );
}

/** A world of up to five things, drawn by a seed. */
export function randomPlan(scenario: Scenario, calls: number, seed: number): Plan {
  const draw = drawer(seed);
  const happenings = Array.from({ length: 1 + draw(5) }, (): Happening => {
    const step = 1 + draw(calls * 3);
    const choices = happeningsAt(step, scenario.edits);
    return choices[draw(choices.length)] ?? { kind: 'other', step };
  });
  return { scenario: scenario.name, happenings: happenings.sort((a, b) => a.step - b.step) };
}

/** Numbers below a limit, the same for the same seed (xorshift). */
function drawer(seed: number): (limit: number) => number {
  let state = (seed * 2_654_435_761) | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

function steps(calls: number): readonly number[] {
  return Array.from({ length: calls }, (_, index) => index + 1);
}

export type Tally = { readonly worlds: number; readonly bad: readonly string[] };

/** Plays worlds. @returns the bad ones, each with the text that plays it again */
export function playAll(plans: readonly Plan[], code: string, mostBad = 20): Tally {
  const bad: string[] = [];
  let worlds = 0;
  for (const plan of plans) {
    const { faults } = play(plan, code);
    worlds += 1;
    if (faults.length > 0) bad.push(`${planText(plan)} → ${faults.join('; ')}`);
    if (bad.length >= mostBad) break;
  }
  return { worlds, bad };
}

export function singles(name: string, code: string): Tally & { readonly calls: readonly SeenCall[] } {
  const scenario = scenarioNamed(name);
  const calls = callsOf(scenario, code);
  return { calls, ...playAll(singlePlans(scenario, calls), code) };
}
