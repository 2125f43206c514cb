/** Issuing, stopped or failing at each of its service calls, then taken up again: nothing twice, nothing lost, nothing claimed that is not so. */
import assert from 'node:assert/strict';
import { describe, test } from 'vitest';
import { issue } from '../../../appsscript/actions/issue/issue.ts';
import type { World } from '../../../appsscript/world.ts';
import { registerWithDrafts } from '../fake-register.ts';
import { copyOf, type FakeState, type Mishap, run } from '../fake-world.ts';
import { brokenPromises } from '../kept-promises.ts';

const DRAFTS = ['D-1', 'D-2'];
const FIRST = registerWithDrafts(DRAFTS.length);
const act = (world: World) => issue(world, { drafts: DRAFTS, send: true });
const CALLS = run(copyOf(FIRST), act).calls;

const KINDS: readonly Omit<Mishap, 'step'>[] = [
  { kind: 'kill', when: 'after', buffer: 'none' },
  { kind: 'kill', when: 'after', buffer: 'prefix' },
  { kind: 'kill', when: 'after', buffer: 'all' },
  { kind: 'throw', when: 'before', buffer: 'all' },
  { kind: 'throw', when: 'after', buffer: 'all' },
];

/** Eleven minutes later, and once more. A kill before a call is one after the call before. */
function goOn(state: FakeState, what: string): void {
  for (let again = 0; again < 2; again += 1) {
    state.now += 11 * 60_000;
    run(state, act);
    assert.deepEqual(brokenPromises(state, again > 0), [], `${what}, run again ${again + 1} times`);
  }
}

for (const mishap of KINDS) {
  describe(`${mishap.kind} ${mishap.when} (${mishap.buffer})`, () => {
    CALLS.forEach((call, index) => {
      test(`call ${index + 1}: ${call}`, () => {
        const state = copyOf(FIRST);
        run(state, act, { mishap: { ...mishap, step: index + 1 } });
        assert.deepEqual(brokenPromises(state, false), []);
        goOn(state, call);
      });
    });
  });
}

describe('a second actor before each call', () => {
  CALLS.forEach((call, index) => {
    test(`call ${index + 1}: ${call}`, () => {
      const state = copyOf(FIRST);
      const between = (step: number): void => {
        if (step === index + 1) run(state, act);
      };
      run(state, act, { between });
      assert.deepEqual(brokenPromises(state, true), []);
    });
  });
});
