import assert from 'node:assert/strict';
import { describe, test } from 'vitest';
import { daily } from '../../appsscript/actions/daily/daily.ts';
import { HEARTBEAT_PROPERTY } from '../../appsscript/actions/daily-state.ts';
import { issue } from '../../appsscript/actions/issue/issue.ts';
import { resolveSend } from '../../appsscript/actions/outbox/resolve.ts';
import type { World } from '../../appsscript/world.ts';
import { fakeRegister, registerWithDrafts } from './fake-register.ts';
import { copyOf, done, type FakeState, putRows, rowsOf, run, TODAY_SERIAL } from './fake-world.ts';
import { brokenPromises } from './kept-promises.ts';

/** A subscription of ACME's that began a month ago and is due again today; BOIS owes a late invoice. */
function subscribed(sendMode: string): FakeState {
  const state = fakeRegister({ sendMode });
  const next = TODAY_SERIAL - 30; // 26 October, then 26 November
  putRows(state, 'recurring', [{ id: 'ABO-1', client: 'ACME', every: 'mois', next }]);
  putRows(state, 'lines', [
    { invoice: 'ABO-1', position: 1, description: 'Abonnement', quantity: 1, unitPrice: 30, vatRate: 20 },
  ]);
  putRows(state, 'invoices', [
    {
      number: 'VIEUX-1',
      client: 'BOIS',
      issueDate: TODAY_SERIAL - 60,
      dueDate: TODAY_SERIAL - 20,
      total: 100,
      currency: 'EUR',
    },
  ]);
  putRows(state, 'payments', [{ id: 'P-1', date: TODAY_SERIAL - 1, client: 'CUIR', amount: 10 }]);
  return state;
}

const runDaily = (world: World) => daily(world);

function types(state: FakeState): readonly unknown[] {
  return rowsOf(state, 'seals').map(({ type, number }) => `${type} ${number}`);
}

describe('where it may send', () => {
  const state = subscribed('envoi');
  const answer = done(run(state, runDaily));

  test('each step says that it went well', () => {
    assert.ok(answer.ok);
    assert.equal(
      answer.value.text,
      'recurring: ok, issued: ok, thanks: ok, reminders: ok, documents: ok, seals: ok, refresh: ok',
    );
    assert.equal(state.properties.get(HEARTBEAT_PROPERTY)?.slice(0, 10), '2026-11-25');
  });

  test('the subscription is issued and mailed, its next day moved on, the late client reminded', () => {
    assert.deepEqual(
      state.mails.map(({ to }) => to),
      ['achats@acme.example', 'achats@bois.example'],
    );
    assert.deepEqual(
      rowsOf(state, 'recurring').map(({ next, lastDraft }) => [next, lastDraft]),
      [[TODAY_SERIAL + 1, 'ABO-1_20261026']],
    );
  });

  test('the printed document is sealed beside the invoice', () => {
    assert.deepEqual(types(state), ['ISSUE F2026-00001', 'DOC F2026-00001']);
    const seal = JSON.parse(String(rowsOf(state, 'seals')[1]?.snapshot));
    assert.deepEqual(seal, { file: state.files[0]?.id, sha256: state.files[0]?.sha256 });
    assert.deepEqual(brokenPromises(state, true), []);
  });

  test('run again the same day it changes and sends nothing; the next day the next period', () => {
    run(state, runDaily);
    assert.equal(state.mails.length, 2);
    state.now += 86_400_000;
    run(state, runDaily);
    run(state, runDaily);
    assert.equal(state.mails.length, 3);
    assert.deepEqual(types(state), [
      'ISSUE F2026-00001',
      'DOC F2026-00001',
      'ISSUE F2026-00002',
      'DOC F2026-00002',
    ]);
    assert.deepEqual(brokenPromises(state, true), []);
  });
});

test('where it only prepares, the draft is there and nothing is numbered or mailed', () => {
  const state = subscribed('aperçu');
  run(state, runDaily);
  assert.deepEqual(
    rowsOf(state, 'drafts').map(({ id, recurring }) => [id, recurring]),
    [['ABO-1_20261026', 'ABO-1']],
  );
  assert.deepEqual(state.mails, []);
  assert.deepEqual(types(state), []);
});

test('what a person sent and the quota kept waiting leaves, also where it only prepares', () => {
  const state = registerWithDrafts(1);
  state.quota = 5;
  run(state, (world) => issue(world, { drafts: ['D-1'], send: true }));
  state.now += 86_400_000;
  state.quota = 100;
  for (const row of state.tabs.get('settings') ?? []) if (row[0] === 'sendMode') row[1] = 'aperçu';
  run(state, runDaily);
  assert.equal(state.mails.length, 1);
  assert.deepEqual(brokenPromises(state, true), []);
});

test('no step begins, and no mail, after four and a half minutes', () => {
  const state = subscribed('envoi');
  const slow = run(state, runDaily, { millisPerCall: 8_000 });
  assert.ok(slow.end.kind === 'done' && slow.end.value.ok);
  assert.match(slow.end.value.value.text, /refresh: -$/u);
  for (let again = 0; again < 3; again += 1) {
    state.now += 3_600_000;
    run(state, runDaily);
  }
  assert.equal(state.mails.length, 2);
  assert.deepEqual(brokenPromises(state, true), []);
});

test('who decides about an uncertain send is sealed', () => {
  const state = registerWithDrafts(1);
  const act = (world: World) => issue(world, { drafts: ['D-1'], send: true });
  const step = run(copyOf(state), act).calls.indexOf('send') + 1;
  run(state, act, { mishap: { step, kind: 'throw', when: 'after', buffer: 'all' } });
  done(run(state, (world) => resolveSend(world, { key: 'invoice:F2026-00001', decision: 'wasSent' })));
  const seal = rowsOf(state, 'seals').find(({ type }) => type === 'RESOLVE');
  assert.deepEqual(JSON.parse(String(seal?.snapshot)), {
    key: 'invoice:F2026-00001',
    decision: 'wasSent',
    user: 'compta@lumen.example',
  });
  assert.deepEqual(brokenPromises(state, true), []);
});

describe('stopped at each call and run again the next days: each invoice, document and reminder once', () => {
  const first = subscribed('envoi');
  const { calls } = run(copyOf(first), runDaily);
  for (const buffer of ['none', 'prefix', 'all'] as const) {
    calls.forEach((call, index) => {
      test(`(${buffer}) after call ${index + 1}: ${call}`, () => {
        const state = copyOf(first);
        run(state, runDaily, { mishap: { step: index + 1, kind: 'kill', when: 'after', buffer } });
        run(state, runDaily);
        run(state, runDaily);
        assert.deepEqual(brokenPromises(state, true), []);
        assert.deepEqual(types(state), ['ISSUE F2026-00001', 'DOC F2026-00001']);
        const reminders = state.mails.filter(({ to }) => to === 'achats@bois.example').length;
        const said = rowsOf(state, 'journal').filter(({ client }) => client === 'BOIS');
        assert.ok(reminders <= 1);
        assert.ok(said.some(({ status }) => ['envoyé', 'en cours', 'inconnu'].includes(String(status))));
        if (said.some(({ status }) => status === 'envoyé')) assert.equal(reminders, 1);
      });
    });
  }
});
