/** Runs of recording actions: as they should go, and stopped at every one of their calls. */
import { expect } from 'vitest';
import type { Answer } from '../../../appsscript/contract.ts';
import type { World } from '../../../appsscript/world.ts';
import { copyOf, done, type FakeState, type Mishap, type Ran, run } from '../fake-world.ts';

/** The value of an answer, or its refusal as a failure. */
export function givenBy<T>(answer: Answer<T>): T {
  if (!answer.ok)
    throw new Error(
      `${answer.message} ${answer.notices.map(({ field, text }) => `${field}: ${text}`).join(' ')}`,
    );
  return answer.value;
}

/** What an action answers where nothing goes wrong. */
export function ranWell<T>(state: FakeState, act: (world: World) => Answer<T>): T {
  return givenBy(done(run(state, act)));
}

/** The fields a refusal names; nothing was written. */
export function refusedFields<T>(state: FakeState, act: (world: World) => Answer<T>): readonly string[] {
  const before = cellsOf(state);
  const answer = done(run(state, act));
  expect(cellsOf(state)).toEqual(before);
  if (answer.ok) throw new Error('not refused');
  expect(answer.message).not.toBe('');
  return answer.notices.map(({ field }) => field);
}

export function cellsOf(state: FakeState): unknown {
  return Array.from(state.tabs, ([tab, rows]) => [
    tab,
    rows.filter((row) => row.some((cell) => cell !== null)),
  ]);
}

/**
 * Everything that may go wrong at any call of a run, each in a fresh copy; the action is then asked again.
 * @param isWorth which calls to try, where many are alike: a run stopped at a read has done nothing more than at the read before
 */
export function everyMishap<T>(
  start: FakeState,
  act: (world: World) => Answer<T>,
  afterMishap: (state: FakeState) => void,
  atTheEnd: (state: FakeState) => void,
  isWorth: (call: string) => boolean = () => true,
): number {
  const { calls } = run(copyOf(start), act);
  let worlds = 0;
  for (const mishap of mishapsOf(calls.length).filter(({ step }) => isWorth(calls[step - 1] ?? ''))) {
    const state = copyOf(start);
    const ran: Ran<Answer<T>> = run(state, act, { mishap });
    expect(ran.end.kind).not.toBe('done');
    afterMishap(state);
    givenBy(done(run(state, act)));
    givenBy(done(run(state, act)));
    atTheEnd(state);
    worlds++;
  }
  return worlds;
}

function mishapsOf(steps: number): readonly Mishap[] {
  return Array.from({ length: steps }, (_, index) => index + 1).flatMap((step) =>
    (['before', 'after'] as const).flatMap((when) => [
      { step, when, kind: 'throw', buffer: 'all' } as const,
      ...(['none', 'prefix', 'all'] as const).map(
        (buffer) => ({ step, when, kind: 'kill', buffer }) as const,
      ),
    ]),
  );
}
