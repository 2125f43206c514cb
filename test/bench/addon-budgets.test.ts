/** What each action of the add-on may make of service calls: the same at any number of rows. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ACTIONS, BUDGETS, type Measured, measureActions } from './addon-actions.ts';

let small: readonly Measured[] = [];
let large: readonly Measured[] = [];

beforeAll(() => {
  small = measureActions(60);
  large = measureActions(1200);
}, 120_000);

describe('service calls of the built add-on', () => {
  for (const [at, action] of ACTIONS.entries()) {
    test(`${action}: at most ${BUDGETS[action]}, whatever the number of rows`, () => {
      const calls = small[at]?.calls ?? [];
      expect(calls.length).toBeGreaterThan(0);
      expect(calls.length, calls.join(' ')).toBeLessThanOrEqual(BUDGETS[action]);
      expect(large[at]?.calls).toEqual(calls);
    });
  }
});
