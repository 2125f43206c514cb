import { expect, test } from 'vitest';
import { parsePlan, planText } from './plan.ts';
import { play } from './play.ts';
import { testWorlds } from './worlds.ts';

let worlds = 0;
const count = (more: number): void => {
  worlds += more;
};

testWorlds('remind', 3, count);
testWorlds('remindAgain', 3, count);

test('worlds enough', () => expect(worlds).toBeGreaterThanOrEqual(1450));

for (const text of [
  'issue3:sort@12,kill@31/after/prefix',
  'remind:pay@9,throw@20/before,other@30',
  'daily:',
]) {
  test(`a world is its text: ${text}`, () => expect(planText(parsePlan(text))).toBe(text));
}

test('what is no plan is refused', () => {
  for (const text of ['issue1:melt@3', 'issue1:kill@', 'issue1:sort@1/often']) {
    expect(() => parsePlan(text), text).toThrow('not a plan');
  }
  expect(() => play(parsePlan('nothing:'), '')).toThrow('no scenario nothing');
});
