import assert from 'node:assert/strict';
import { describe, test } from 'vitest';
import { previewReminder, remind } from '../../../appsscript/actions/outbox/remind.ts';
import { remindersView } from '../../../appsscript/actions/view/reminders.ts';
import {
  columnsOf,
  copyOf,
  done,
  type FakeState,
  putRows,
  rowsOf,
  run,
  TODAY_SERIAL,
} from '../fake-world.ts';
import { LATE, lateRegister, recipients, remindAll, statuses } from '../late-register.ts';

function setCell(
  state: FakeState,
  tab: 'clients' | 'invoices' | 'journal',
  row: number,
  key: string,
  cell: string | number,
) {
  const place = columnsOf(tab).findIndex((column) => column.key === key);
  const line = state.tabs.get(tab)?.[row];
  if (line) line[place] = cell;
}

describe('reminding', () => {
  test('one message for each client who is late, a row for each invoice at its level', () => {
    const state = copyOf(LATE);
    const answer = done(run(state, remindAll));
    assert.ok(answer.ok);
    assert.deepEqual(
      answer.value.rows.map(({ client, state: sent }) => [client, sent]),
      [
        ['ACME', 'sent'],
        ['BOIS', 'sent'],
      ],
    );
    assert.deepEqual(recipients(state), ['achats@acme.example', 'achats@bois.example']);
    assert.deepEqual(statuses(state), ['rem:F1:1 envoyé', 'rem:F2:1 envoyé', 'rem:F3:1 envoyé']);
  });

  test('run again and again, that day and the next ones, nobody hears twice of a level', () => {
    const state = copyOf(LATE);
    for (let hour = 0; hour < 48; hour += 1) {
      run(state, remindAll);
      state.now += 3_600_000;
    }
    assert.equal(state.mails.length, 2);
  });

  test('only who is asked for; who is not due is told why', () => {
    const state = copyOf(LATE);
    const clients = ['BOIS', 'CUIR'].map((client) => ({ client, currency: 'EUR' }));
    const answer = done(run(state, (world) => remind(world, clients)));
    assert.ok(answer.ok);
    assert.deepEqual(recipients(state), ['achats@bois.example']);
  });

  test('preview writes nothing and shows what would leave', () => {
    const state = copyOf(LATE);
    const before = JSON.stringify([...state.tabs]);
    const asks = { client: 'ACME', currency: 'EUR' };
    const answer = done(run(state, (world) => previewReminder(world, asks)));
    assert.ok(answer.ok);
    assert.equal(answer.value.mail?.to, 'achats@acme.example');
    assert.match(answer.value.mail?.text ?? '', /F1[\s\S]*F2/u);
    assert.equal(JSON.stringify([...state.tabs]), before);
  });

  test('what the quota does not allow waits, is decided anew, and leaves once', () => {
    const state = copyOf(LATE);
    state.quota = 6;
    const first = done(run(state, remindAll));
    assert.ok(first.ok);
    assert.equal(first.value.left, 1);
    assert.deepEqual(recipients(state), ['achats@acme.example']);
    assert.deepEqual(statuses(state), ['rem:F1:1 envoyé', 'rem:F2:1 envoyé']); // nothing is taken on that cannot leave
    state.now += 86_400_000;
    state.quota = 100;
    run(state, remindAll);
    assert.deepEqual(recipients(state), ['achats@acme.example', 'achats@bois.example']);
  });
});

describe('more is due than the day has mails left', () => {
  const both = ['ACME', 'BOIS'].map((client) => ({ client, currency: 'EUR' }));
  const states = (answer: ReturnType<typeof remind>): readonly string[] =>
    answer.ok ? answer.value.rows.map(({ client, state }) => `${client} ${state}`) : [];

  for (const [quota, expected] of [
    [7, ['ACME sent', 'BOIS sent']],
    [6, ['ACME sent', 'BOIS none']],
    [5, ['ACME none', 'BOIS none']],
    [0, ['ACME none', 'BOIS none']],
  ] as const) {
    test(`${quota} recipients, five of them kept aside`, () => {
      const state = { ...copyOf(LATE), quota };
      assert.deepEqual(states(done(run(state, (world) => remind(world, both)))), expected);
    });
  }

  test('who waits is told that it is the quota, until when; blind copies count', () => {
    const state = {
      ...copyOf(lateRegister({ bcc: 'archives@cabinet.example, associe@cabinet.example' })),
      quota: 10,
    };
    const answer = done(run(state, (world) => remind(world, both)));
    assert.ok(answer.ok);
    assert.deepEqual(states(answer), ['ACME sent', 'BOIS none']);
    assert.match(answer.value.rows[1].text, /quota/u);
    const preview = done(run(state, (world) => previewReminder(world, both[1])));
    assert.ok(preview.ok);
    assert.deepEqual([preview.value.action, preview.value.why], ['hold', answer.value.rows[1].text]);
  });

  test('the list says the same', () => {
    const state = { ...copyOf(LATE), quota: 6 };
    const rows = done(run(state, remindersView));
    assert.ok(rows.ok);
    assert.deepEqual(
      rows.value.slice(0, 2).map(({ client, action }) => `${client} ${action}`),
      ['ACME send', 'BOIS hold'],
    );
  });
});

describe('what comes between the decision and the mail', () => {
  const calls = run(copyOf(LATE), remindAll).calls;
  const decided = calls.indexOf('unlock') + 1;
  /** From here on the first client, ACME, is asked about again. */
  const askedAgain = (tab: string): number => calls.indexOf(`read ${tab}`, decided) + 1;
  const HAPPENINGS: readonly (readonly [string, string, (state: FakeState) => void])[] = [
    [
      'a payment',
      'payments',
      (state) =>
        putRows(state, 'payments', [
          { id: 'P-2', date: TODAY_SERIAL, invoice: 'F1', amount: 100 },
          { id: 'P-3', date: TODAY_SERIAL, invoice: 'F2', amount: 50 },
        ]),
    ],
    ['a hold', 'clients', (state) => setCell(state, 'clients', 1, 'holdUntil', TODAY_SERIAL + 9)],
    [
      'a dispute of both',
      'invoices',
      (state) => {
        setCell(state, 'invoices', 1, 'disputedOn', TODAY_SERIAL);
        setCell(state, 'invoices', 2, 'disputedOn', TODAY_SERIAL);
      },
    ],
    [
      'a promise',
      'journal',
      (state) =>
        putRows(state, 'journal', [
          { at: TODAY_SERIAL, client: 'ACME', event: 'promesse', promisedOn: TODAY_SERIAL + 5 },
        ]),
    ],
  ];
  for (const [what, tab, happen] of HAPPENINGS) {
    for (let step = 1; step <= askedAgain(tab); step += 1) {
      test(`${what} before call ${step}, ${calls[step - 1]}: no reminder to the client it is about, the other has one`, () => {
        const state = copyOf(LATE);
        const between = (at: number): void => {
          if (at === step) happen(state);
        };
        run(state, remindAll, { between });
        assert.deepEqual(recipients(state), ['achats@bois.example']);
      });
    }
  }
});

describe('reminding, stopped or failing at each call and run again', () => {
  const calls = run(copyOf(LATE), remindAll).calls;
  for (const [kind, buffer] of [
    ['kill', 'none'],
    ['kill', 'prefix'],
    ['kill', 'all'],
    ['throw', 'all'],
  ] as const) {
    calls.forEach((call, index) => {
      test(`${kind} (${buffer}) after call ${index + 1}: ${call}`, () => {
        const state = copyOf(LATE);
        run(state, remindAll, { mishap: { step: index + 1, kind, when: 'after', buffer } });
        for (let again = 0; again < 2; again += 1) {
          state.now += 11 * 60_000;
          run(state, remindAll);
        }
        assertTold(state);
      });
    });
  }

  calls.forEach((call, index) => {
    test(`a second run before call ${index + 1}: ${call}`, () => {
      const state = copyOf(LATE);
      const between = (step: number): void => {
        if (step === index + 1) run(state, remindAll);
      };
      run(state, remindAll, { between });
      assertTold(state);
    });
  });
});

/** Each client is written to at most once, and the journal says of each mail that it left or may have. */
function assertTold(state: FakeState): void {
  for (const client of ['ACME', 'BOIS']) {
    const mails = recipients(state).filter((to) => to === `achats@${client.toLowerCase()}.example`).length;
    const rows = rowsOf(state, 'journal').filter((row) => row.client === client);
    const said = new Set(rows.map(({ status }) => status));
    assert.ok(mails <= 1, `${client} has ${mails} mails`);
    if (said.has('envoyé')) assert.equal(mails, 1, `${client} is said to have a mail`);
    if (mails === 1)
      assert.ok(
        ['envoyé', 'en cours', 'inconnu'].some((status) => said.has(status)),
        client,
      );
    if (mails === 0) assert.ok(said.has('en cours') || said.has('inconnu'), `${client} was forgotten`);
  }
}
