/** Journals sorted at the worst moment, and files that Drive does not give back. */
import assert from 'node:assert/strict';
import { describe, test } from 'vitest';
import { issue } from '../../../appsscript/actions/issue/issue.ts';
import { resumeIssued } from '../../../appsscript/actions/issue/resume.ts';
import { resolveSend } from '../../../appsscript/actions/outbox/resolve.ts';
import type { World } from '../../../appsscript/world.ts';
import { registerWithDrafts } from '../fake-register.ts';
import { copyOf, done, type FakeState, rowsOf, run } from '../fake-world.ts';

const issueAll = (world: World) => issue(world, { drafts: ['D-1', 'D-2', 'D-3'], send: true });

function statusOf(state: FakeState, number: string): unknown {
  return rowsOf(state, 'journal').find(({ key }) => key === `invoice:${number}`)?.status;
}

function turnOver(state: FakeState): void {
  const journal = state.tabs.get('journal') ?? [];
  journal.splice(1, journal.length - 1, ...journal.slice(1).reverse());
}

function mailsOf(state: FakeState, number: string): number {
  return state.mails.filter(({ subject }) => subject.includes(number)).length;
}

/** Three invoices sent, of which nobody knows whether the first left. */
function uncertain(): FakeState {
  const state = registerWithDrafts(3);
  const calls = run(copyOf(state), issueAll).calls;
  run(state, issueAll, {
    mishap: { step: calls.indexOf('send') + 1, kind: 'throw', when: 'before', buffer: 'all' },
  });
  return state;
}

describe('a decision about an uncertain send, the journal sorted before any call', () => {
  const START = uncertain();
  const key = 'invoice:F2026-00001';
  test('begins with one of three unknown', () => {
    const statuses = ['F2026-00001', 'F2026-00002', 'F2026-00003'].map((one) => statusOf(START, one));
    assert.deepEqual(statuses, ['inconnu', 'envoyé', 'envoyé']);
  });
  for (const [decision, mails] of [
    ['wasSent', 0],
    ['sendAgain', 1],
  ] as const) {
    const decide = (world: World) => resolveSend(world, { key, decision });
    run(copyOf(START), decide).calls.forEach((call, index) => {
      test(`${decision}, before call ${index + 1}: ${call}`, () => {
        const state = copyOf(START);
        const between = (step: number): void => {
          if (step === index + 1) turnOver(state);
        };
        run(state, decide, { between });
        state.now += 11 * 60_000;
        run(state, (world) => resumeIssued(world));
        assert.equal(mailsOf(state, 'F2026-00001'), mails);
        for (const number of ['F2026-00001', 'F2026-00002', 'F2026-00003']) {
          assert.equal(statusOf(state, number), 'envoyé', number);
        }
        assert.deepEqual([mailsOf(state, 'F2026-00002'), mailsOf(state, 'F2026-00003')], [1, 1]);
      });
    });
  }
});

describe('a PDF that Drive does not give back', () => {
  test('keeps its mail waiting, not uncertain; the next run sends it, once', () => {
    const state = registerWithDrafts(1);
    state.quota = 5; // printed, not mailed
    run(state, (world) => issue(world, { drafts: ['D-1'], send: true }));
    state.quota = 100;
    state.now += 11 * 60_000;
    const resume = (world: World) => resumeIssued(world);
    const step = run(copyOf(state), resume).calls.indexOf('fetch') + 1;
    assert.ok(step > 0);
    const answer = done(
      run(state, resume, { mishap: { step, kind: 'throw', when: 'before', buffer: 'all' } }),
    );
    assert.ok(answer.ok);
    assert.deepEqual([answer.value.sent, answer.value.waiting], [0, 1]);
    assert.deepEqual([statusOf(state, 'F2026-00001'), mailsOf(state, 'F2026-00001')], ['en attente', 0]);
    for (let again = 0; again < 2; again += 1) {
      state.now += 11 * 60_000;
      run(state, resume);
    }
    assert.deepEqual([statusOf(state, 'F2026-00001'), mailsOf(state, 'F2026-00001')], ['envoyé', 1]);
  });
});
