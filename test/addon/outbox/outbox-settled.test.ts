/** What is settled by others than the run that began it: uncertain sends by a person, thanks by a later run. */
import assert from 'node:assert/strict';
import { describe, test } from 'vitest';
import { issue } from '../../../appsscript/actions/issue/issue.ts';
import { resolveSend } from '../../../appsscript/actions/outbox/resolve.ts';
import { resumeThanks, thank } from '../../../appsscript/actions/outbox/thank.ts';
import type { World } from '../../../appsscript/world.ts';
import { registerWithDrafts } from '../fake-register.ts';
import { copyOf, done, type FakeState, putRows, rowsOf, run, TODAY_SERIAL } from '../fake-world.ts';
import { LATE, recipients, remindAll, statuses } from '../late-register.ts';

describe('an uncertain send', () => {
  function uncertain(): FakeState {
    const state = registerWithDrafts(1);
    const send =
      run(copyOf(state), (world) => issue(world, { drafts: ['D-1'], send: true })).calls.indexOf('send') + 1;
    const mishap = { step: send, kind: 'kill', when: 'after', buffer: 'all' } as const;
    run(state, (world) => issue(world, { drafts: ['D-1'], send: true }), { mishap });
    assert.deepEqual(statuses(state), ['invoice:F2026-00001 en cours']);
    return state;
  }
  const key = 'invoice:F2026-00001';

  test('that was sent is noted with who said so', () => {
    const state = uncertain();
    const answer = done(run(state, (world) => resolveSend(world, { key, decision: 'wasSent' })));
    assert.ok(answer.ok);
    assert.deepEqual(statuses(state), [`${key} envoyé`]);
    assert.match(String(rowsOf(state, 'journal')[0]?.detail), /Envoi confirmé \(compta@lumen\.example/u);
    assert.equal(state.mails.length, 1);
  });

  test('that is to be sent again leaves once more, and only once', () => {
    const state = uncertain();
    const again = (world: World) => resolveSend(world, { key, decision: 'sendAgain' });
    assert.ok(done(run(state, again)).ok);
    assert.ok(!done(run(state, again)).ok);
    assert.equal(state.mails.length, 2);
    assert.deepEqual(statuses(state), [`${key} envoyé`]);
  });

  test('of a reminder is decided anew: a payment since then keeps it from leaving', () => {
    const state = copyOf(LATE);
    const send = run(copyOf(state), remindAll).calls.indexOf('send') + 1;
    run(state, remindAll, { mishap: { step: send, kind: 'kill', when: 'before', buffer: 'all' } });
    putRows(state, 'payments', [
      { id: 'P-2', date: TODAY_SERIAL, invoice: 'F1', amount: 100 },
      { id: 'P-3', date: TODAY_SERIAL, invoice: 'F2', amount: 50 },
    ]);
    const answer = done(
      run(state, (world) => resolveSend(world, { key: 'rem:F1:1', decision: 'sendAgain' })),
    );
    assert.ok(answer.ok);
    assert.match(answer.value.text, /plus rien à recevoir/u);
    assert.deepEqual(recipients(state), []);
  });

  test('that is none is refused', () => {
    const state = copyOf(LATE);
    for (const asked of ['invoice:F9', 'rem:F1:1']) {
      const answer = done(run(state, (world) => resolveSend(world, { key: asked, decision: 'wasSent' })));
      assert.ok(!answer.ok && /rien n’a été changé/u.test(answer.message));
    }
  });
});

describe('thanking', () => {
  test('once for a payment, whoever asks how often', () => {
    const state = copyOf(LATE);
    const states = [1, 2].map(() => done(run(state, (world) => thank(world, 'P-1'))));
    assert.equal(states[0], 'sent');
    assert.deepEqual(recipients(state), ['achats@cuir.example']);
    assert.deepEqual(statuses(state), ['thanks:P-1 envoyé']);
  });

  test('of no payment there is: nobody', () => {
    const state = copyOf(LATE);
    assert.equal(done(run(state, (world) => thank(world, 'P-9'))), 'none');
    assert.deepEqual(recipients(state), []);
  });

  test('that the quota kept waiting leaves by a later run, once', () => {
    const state = copyOf(LATE);
    state.quota = 5;
    assert.equal(done(run(state, (world) => thank(world, 'P-1'))), 'waiting');
    state.quota = 100;
    for (let day = 0; day < 3; day += 1) {
      state.now += 86_400_000;
      done(run(state, (world) => resumeThanks(world, world.now().millis)));
    }
    assert.deepEqual(recipients(state), ['achats@cuir.example']);
  });
});
