import { expect, test } from 'vitest';
import { testWorlds } from './worlds.ts';

let worlds = 0;
const count = (more: number): void => {
  worlds += more;
};

testWorlds('unsure', 2, count);
testWorlds('sentAgain', 1, count);
testWorlds('wasSent', 0, count);
testWorlds('promised', 0, count);
testWorlds('planned', 0, count);

test('worlds enough', () => expect(worlds).toBeGreaterThanOrEqual(1350));
