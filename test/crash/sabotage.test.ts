import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { callsOf, editThenKill, playAll, singlePlans } from './enumerate.ts';
import { SABOTAGES, withoutSafeguard } from './sabotage.ts';
import { scenarioNamed } from './scenarios.ts';

const CODE = readFileSync('dist/addon/Code.js', 'utf8');

for (const sabotage of SABOTAGES) {
  test(`without it, worlds go wrong: ${sabotage.safeguard}`, { timeout: 120_000 }, () => {
    const code = withoutSafeguard(CODE, sabotage);
    const scenario = scenarioNamed(sabotage.scenario);
    const calls = callsOf(scenario, code);
    const plans = singlePlans(scenario, calls).filter(({ happenings }) =>
      happenings.every(({ kind }) => sabotage.by.includes(kind)),
    );
    expect(playAll([{ scenario: scenario.name, happenings: [] }, ...plans], code, 1).bad).toHaveLength(1);
  });
}

/** Of what guards against an edit and a kill together. */
const PAIRED = [
  {
    safeguard: 'statuses are looked at again once written',
    scenario: 'issue1',
    pattern: /if \(moved\d*\.length === 0\) (?=return now)/,
    instead: '',
    by: ['sort'],
    wrong: 'sent twice',
  },
  {
    safeguard: 'a status says whose it is',
    scenario: 'sentAgain',
    pattern: /if \(!isBeside \|\|/,
    instead: 'if (isBeside ||',
    by: ['sort'],
    wrong: 'has no message',
  },
] as const;

for (const { wrong, ...sabotage } of PAIRED) {
  test(`without it, an edit and a kill go wrong: ${sabotage.safeguard}`, { timeout: 120_000 }, () => {
    const code = withoutSafeguard(CODE, sabotage);
    const scenario = scenarioNamed(sabotage.scenario);
    const plans = editThenKill(scenario, callsOf(scenario, code).length, 5, sabotage.by);
    expect(playAll(plans, code, 1).bad).toEqual([expect.stringContaining(wrong)]);
  });
}
