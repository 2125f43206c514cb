/** An import taken back, killed and sorted around at every call: what leaves are its own payments, what is undone are its own movements. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { callsOf, editThenKill, killThenEdit, playAll } from './enumerate.ts';
import type { Plan } from './plan.ts';
import { scenarioNamed } from './scenarios.ts';
import { testWorlds } from './worlds.ts';

let worlds = 0;
const count = (more: number): void => {
  worlds += more;
};

testWorlds('importUndone', 0, count);

test('importUndone: rows moved and a kill, either first', { timeout: 300_000 }, () => {
  const code = readFileSync('dist/addon/Code.js', 'utf8');
  const scenario = scenarioNamed('importUndone');
  const calls = callsOf(scenario, code).length;
  const isMoved = ({ happenings }: Plan): boolean => happenings.every(({ kind }) => kind !== 'other');
  const plans = [
    ...editThenKill(scenario, calls, 2, ['sort', 'insert']),
    ...killThenEdit(scenario, calls, [3], ['sort']),
  ];
  const played = playAll(plans.filter(isMoved), code);
  count(played.worlds);
  expect(played.bad).toEqual([]);
});

test('worlds enough', () => expect(worlds).toBeGreaterThanOrEqual(250));
