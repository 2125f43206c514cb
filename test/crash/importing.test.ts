import { expect, test } from 'vitest';
import { testCovering, testWorlds } from './worlds.ts';

let worlds = 0;
const count = (more: number): void => {
  worlds += more;
};

testWorlds('import', 0, count);
testWorlds('importLater', 0, count);
testCovering('import', count);
testCovering('record', count);

test('worlds enough', () => expect(worlds).toBeGreaterThanOrEqual(450));
