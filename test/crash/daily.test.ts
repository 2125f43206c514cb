import { expect, test } from 'vitest';
import { testWorlds } from './worlds.ts';

let worlds = 0;
testWorlds('daily', 4, (more) => {
  worlds += more;
});

test('worlds enough', () => expect(worlds).toBeGreaterThanOrEqual(1000));
