/** Issuing at the limits of Google's services, its budget of calls, and its preview. */
import assert from 'node:assert/strict';
import { describe, test } from 'vitest';
import { issue } from '../../../appsscript/actions/issue/issue.ts';
import { previewIssue } from '../../../appsscript/actions/issue/preview.ts';
import { putDraft, registerWithDrafts } from '../fake-register.ts';
import { done, rowsOf, run } from '../fake-world.ts';
import { brokenPromises } from '../kept-promises.ts';
import { issued, issuedOf } from './issued.ts';

describe('what Google refuses', () => {
  test('a quota that is used up: the mail waits and leaves another day', () => {
    const state = registerWithDrafts(2);
    state.quota = 6;
    const { documents } = issuedOf(issued(state, ['D-1', 'D-2']));
    assert.deepEqual(
      documents.map(({ state: sent }) => sent),
      ['sent', 'waiting'],
    );
    state.now += 86_400_000;
    state.quota = 100;
    issued(state, ['D-1', 'D-2']);
    assert.equal(state.mails.length, 2);
    assert.deepEqual(brokenPromises(state, true), []);
  });

  test('time that runs out: no mail is begun after four and a half minutes', () => {
    const state = registerWithDrafts(3);
    const act = { millisPerCall: 10_000 };
    run(state, (world) => issue(world, { drafts: ['D-1', 'D-2', 'D-3'], send: true }), act);
    assert.ok(state.mails.length < 3);
    state.now += 11 * 60_000;
    issued(state, ['D-1', 'D-2', 'D-3']);
    assert.equal(state.mails.length, 3);
    assert.deepEqual(brokenPromises(state, true), []);
  });
});

describe('service calls', () => {
  for (const count of [1, 2, 3, 20]) {
    test(`${count} invoices take at most 25 + 8 × ${count}`, () => {
      const state = registerWithDrafts(count);
      const drafts = rowsOf(state, 'drafts').map(({ id }) => String(id));
      const { calls } = run(state, (world) => issue(world, { drafts, send: true }));
      assert.ok(calls.length <= 25 + 8 * count, `${calls.length} calls`);
      assert.equal(state.mails.length, count);
    });
  }
});

describe('preview', () => {
  test('shows the page and the mail with the number to come, and changes nothing', () => {
    const state = registerWithDrafts(1);
    const before = JSON.stringify([...state.tabs]);
    const answer = done(run(state, (world) => previewIssue(world, { draft: 'D-1' })));
    assert.ok(answer.ok);
    assert.match(answer.value.html, /F2026-00001/u);
    assert.equal(answer.value.mail?.to, 'achats@acme.example');
    assert.equal(JSON.stringify([...state.tabs]), before);
  });

  test('refuses what is gone, issued or incomplete', () => {
    const state = registerWithDrafts(1);
    putDraft(state, 'D-2', '');
    issued(state, ['D-1']);
    const messages = ['D-1', 'D-2', 'D-9'].map((draft) => {
      const answer = done(run(state, (world) => previewIssue(world, { draft })));
      return answer.ok ? 'shown' : answer.message;
    });
    assert.match(messages[0] ?? '', /déjà émis/u);
    assert.match(messages[1] ?? '', /ne peut pas encore être émis/u);
    assert.match(messages[2] ?? '', /n’est plus/u);
  });
});
