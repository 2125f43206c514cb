import { expect, test } from 'vitest';
import { testWorlds } from './worlds.ts';

let worlds = 0;
const count = (more: number): void => {
  worlds += more;
};

testWorlds('import', 0, count);
testWorlds('importLater', 0, count);

test('worlds enough', () => expect(worlds).toBeGreaterThanOrEqual(450));
