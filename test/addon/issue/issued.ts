/** Issuing in a fake world, for its tests. */
import assert from 'node:assert/strict';
import { issue } from '../../../appsscript/actions/issue/issue.ts';
import type { Answer, Issued } from '../../../appsscript/contract.ts';
import { done, type FakeState, run } from '../fake-world.ts';

export function issued(state: FakeState, drafts: readonly string[], send = true): Answer<Issued> {
  return done(run(state, (world) => issue(world, { drafts, send })));
}

export function issuedOf(answer: Answer<Issued>): Issued {
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}

export function refusalOf(answer: Answer<Issued>): string {
  assert.ok(!answer.ok);
  return answer.message;
}

export function noticesOf(answer: Answer<Issued>): readonly string[] {
  return issuedOf(answer).refused.flatMap(({ draft, notices }) =>
    notices.filter(({ severity }) => severity === 'error').map(({ text }) => `${draft}: ${text}`),
  );
}
