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

test('without a second look, a journal sorted while a status is written has a mail leave twice', {
  timeout: 120_000,
}, () => {
  const code = withoutSafeguard(CODE, {
    safeguard: 'statuses are looked at again once written',
    scenario: 'issue1',
    pattern: /if \(moved\d*\.length === 0\) (?=return now)/,
    instead: '',
    by: ['sort'],
  });
  const scenario = scenarioNamed('issue1');
  const plans = editThenKill(scenario, callsOf(scenario, code).length, 5, ['sort']);
  const { bad } = playAll(plans, code, 1);
  expect(bad).toEqual([expect.stringContaining('sent twice')]);
});
