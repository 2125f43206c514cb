import { expect, test } from 'vitest';
import { testPairs, testWorlds } from './worlds.ts';

let worlds = 0;
const count = (more: number): void => {
  worlds += more;
};

testWorlds('issue1', 1, count);
testWorlds('issue3', 3, count);
testWorlds('credit', 2, count);
testWorlds('formula', 1, count);
testWorlds('record', 1, count);
testPairs('issue1', 3, [12, 13, 14, 15], count);

test('worlds enough', () => expect(worlds).toBeGreaterThanOrEqual(2700));
