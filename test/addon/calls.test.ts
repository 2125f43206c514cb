/** What comes of a call: noted once, at the level that the calendar asks for, and what it changes is changed. */
import { describe, expect, test } from 'vitest';
import { issue } from '../../appsscript/actions/issue/issue.ts';
import { correctContact } from '../../appsscript/actions/record/correct-contact.ts';
import { logAction } from '../../appsscript/actions/record/log.ts';
import { resend } from '../../appsscript/actions/record/resend.ts';
import { callSheetView } from '../../appsscript/actions/view/call-sheet.ts';
import { followUpView } from '../../appsscript/actions/view/follow-up.ts';
import { remindersView } from '../../appsscript/actions/view/reminders.ts';
import type { JournalFields } from '../../appsscript/contract.ts';
import type { World } from '../../appsscript/world.ts';
import { registerWithDrafts } from './fake-register.ts';
import { copyOf, type FakeState, putRows, rowsOf, run, TODAY_SERIAL } from './fake-world.ts';
import { owingRegister, putSent } from './owing-register.ts';
import { everyMishap, ranWell, refusedFields } from './record/record-runs.ts';

const FIELDS: JournalFields = {
  ...{ id: 'J-ABCD1234', client: 'BOIS', invoice: '', event: 'call', byPhone: true },
  ...{ amount: '', day: '', detail: 'Parlé à la comptable' },
};

const log =
  (changes: Partial<JournalFields> = {}) =>
  (world: World) =>
    logAction(world, { ...FIELDS, ...changes });

/** The calendar asks for a call: two reminders went out, the third is by telephone. */
function callDue(): FakeState {
  const state = owingRegister();
  putSent(state, 'BOIS', 'F3', [
    [1, 30],
    [2, 14],
  ]);
  return state;
}

const added = (state: FakeState) =>
  rowsOf(state, 'journal').filter(({ key }) => String(key).startsWith('J-'));
const reminderOf = (state: FakeState, client: string) =>
  ranWell(state, remindersView).find((row) => row.client === client);

describe('a call that the calendar asks for', () => {
  test('is asked for', () => {
    expect(reminderOf(callDue(), 'BOIS')).toMatchObject({ action: 'send', channel: 'call', level: 3 });
  });
  test('is noted at its level, and not asked for again', () => {
    const state = callDue();
    ranWell(state, log());
    expect(added(state)).toMatchObject([{ event: 'appel', level: 3, newDeadline: TODAY_SERIAL + 8 }]);
    expect(reminderOf(state, 'BOIS')).toMatchObject({ action: 'none' });
  });
  test('that ends in a promise is noted before it', () => {
    const state = callDue();
    ranWell(state, log({ event: 'promise', amount: '500', day: '2026-12-02' }));
    expect(added(state)).toMatchObject([
      { event: 'appel', level: 3, key: 'J-ABCD1234:call' },
      { event: 'promesse', level: null, amount: 500, promisedOn: TODAY_SERIAL + 7, key: 'J-ABCD1234' },
    ]);
    expect(reminderOf(state, 'BOIS')).toMatchObject({ action: 'hold' });
  });
  test.each([
    ['voicemail', '', 'Message vocal laissé. Parlé à la comptable'],
    ['callBack', '2026-11-27', 'À rappeler. Parlé à la comptable'],
  ] as const)('is still to be made after a %s', (event, day, detail) => {
    const state = callDue();
    ranWell(state, log({ event, day }));
    expect(added(state)).toMatchObject([{ event: 'appel', level: null, channel: 'appel', detail }]);
    expect(reminderOf(state, 'BOIS')).toMatchObject({ level: 3, channel: 'call' });
  });
  test('is noted once whatever goes wrong', () => {
    everyMishap(
      callDue(),
      log({ event: 'promise', amount: '500', day: '2026-12-02' }),
      () => undefined,
      (state) => expect(added(state).map(({ event }) => event)).toEqual(['appel', 'promesse']),
      (call) => !call.startsWith('read '),
    );
  });
});

test('a call nobody asks for has no level', () => {
  const state = owingRegister();
  ranWell(state, log({ client: 'CUIR' }));
  expect(added(state)).toMatchObject([{ event: 'appel', level: null }]);
});

test('a call to be made again is on its day’s list until somebody has called', () => {
  const state = owingRegister();
  ranWell(state, log({ event: 'callBack', day: '2026-11-26' }));
  const callBacks = () => ranWell(state, followUpView).agreements.filter(({ kind }) => kind === 'callBack');
  expect(callBacks()).toMatchObject([{ client: 'BOIS', state: 'pending', title: 'À rappeler' }]);
  state.now += 86_400_000;
  expect(callBacks()).toMatchObject([{ state: 'today' }]);
  state.now += 86_400_000;
  expect(callBacks()).toMatchObject([
    { state: 'broken', text: expect.stringContaining('Devait être rappelé') },
  ]);
  ranWell(state, log({ id: 'J-ABCD9999', event: 'call' }));
  expect(callBacks()).toEqual([]);
});

test('a call-back has a day from today on', () => {
  expect(refusedFields(owingRegister(), log({ event: 'callBack', day: '' }))).toEqual(['day']);
  expect(refusedFields(owingRegister(), log({ event: 'callBack', day: '2026-11-24' }))).toEqual(['day']);
  ranWell(owingRegister(), log({ event: 'callBack', day: '2026-11-25' }));
});

describe('the call sheet', () => {
  test('has what one needs before them', () => {
    const state = callDue();
    putRows(state, 'journal', [
      {
        at: TODAY_SERIAL - 12,
        client: 'BOIS',
        event: 'promesse',
        promisedOn: TODAY_SERIAL - 6,
        amount: 1000,
        key: 'J-1',
      },
    ]);
    const sheet = ranWell(state, (world) => callSheetView(world, { client: 'BOIS' }));
    expect(sheet).toMatchObject({
      clientName: 'Société BOIS',
      currency: 'EUR',
      late: '1000.00',
      promiseDay: '2026-12-02',
    });
    expect(sheet.agreements).toMatchObject([{ kind: 'promise', state: 'broken' }]);
    expect(sheet.say.length).toBeGreaterThan(2);
    expect(sheet.contacts.length).toBeGreaterThan(1);
    expect(sheet.invoices.map(({ number }) => number)).toEqual(['F3']);
  });
  test('of a client that is not there is refused', () => {
    expect(refusedFields(owingRegister(), (world) => callSheetView(world, { client: 'X' }))).toEqual([]);
  });
});

describe('a wrong contact', () => {
  const correct =
    (email: string, phone = '') =>
    (world: World) =>
      correctContact(world, { id: 'J-ABCD1234', client: 'BOIS', email, phone, detail: '' });
  const client = (state: FakeState) => rowsOf(state, 'clients').find(({ code }) => code === 'BOIS');

  test('that is known is written into the client’s row', () => {
    const state = owingRegister();
    ranWell(state, correct('compta@bois.example', '04 72 00 00 00'));
    expect(client(state)).toMatchObject({
      email: 'compta@bois.example',
      phone: '04 72 00 00 00',
      holdUntil: null,
    });
    expect(added(state)).toMatchObject([
      { event: 'note', detail: 'Mauvais contact, corrigé\u202f: compta@bois.example, 04 72 00 00 00.' },
    ]);
  });
  test('that is not known holds the reminders back for two weeks', () => {
    const state = owingRegister();
    ranWell(state, correct(''));
    expect(client(state)).toMatchObject({
      holdUntil: TODAY_SERIAL + 14,
      holdReason: 'Bon contact à trouver',
    });
    expect(added(state)).toMatchObject([{ event: 'suspension' }]);
    expect(reminderOf(state, 'BOIS')?.action).toBe('hold');
  });
  test('has an address, or none', () => {
    expect(refusedFields(owingRegister(), correct('pas une adresse'))).toEqual(['email']);
  });
  test('is noted once whatever goes wrong', () => {
    everyMishap(
      owingRegister(),
      correct('compta@bois.example'),
      () => undefined,
      (state) => {
        expect(added(state)).toHaveLength(1);
        expect(client(state)?.email).toBe('compta@bois.example');
      },
    );
  });
});

describe('an invoice not received', () => {
  const issued = registerWithDrafts(1);
  ranWell(issued, (world) => issue(world, { drafts: ['D-1'], send: true }));
  const number = String(rowsOf(issued, 'invoices')[0]?.number);
  const again = (world: World) => resend(world, { id: 'J-ABCD1234', invoice: number });
  const rows = (state: FakeState) => rowsOf(state, 'journal').filter(({ key }) => key === 'again:J-ABCD1234');

  test('is mailed again, to the address its client has now, and noted', () => {
    const state = copyOf(issued);
    const code = String(rowsOf(state, 'invoices')[0]?.client);
    ranWell(state, (world) =>
      correctContact(world, {
        id: 'J-NEWADDR1',
        client: code,
        email: 'neuf@acme.example',
        phone: '',
        detail: '',
      }),
    );
    expect(ranWell(state, again)).toEqual({ text: 'Facture renvoyée.', state: 'sent' });
    expect(state.mails.map(({ to }) => to)).toEqual(['achats@acme.example', 'neuf@acme.example']);
    expect(state.mails[1]?.attachments).toEqual(state.mails[0]?.attachments);
    expect(rows(state)).toMatchObject([
      { event: 'facture envoyée', status: 'envoyé', recipient: 'neuf@acme.example', invoice: number },
    ]);
  });
  test('asked twice leaves once', () => {
    const state = copyOf(issued);
    ranWell(state, again);
    expect(ranWell(state, again).state).toBe('sent');
    expect(state.mails).toHaveLength(2);
  });
  test('that was not issued here is refused', () => {
    const state = copyOf(issued);
    expect(refusedFields(state, (world) => resend(world, { id: 'J-ABCD1234', invoice: 'OLD-1' }))).toEqual(
      [],
    );
  });
  test('never leaves twice whatever goes wrong, and nobody is left in doubt', () => {
    const { calls } = run(copyOf(issued), again);
    calls.forEach((call, index) => {
      if (call.startsWith('read ')) return;
      for (const when of ['before', 'after'] as const) {
        for (const [kind, buffer] of [
          ['throw', 'all'],
          ['kill', 'none'],
          ['kill', 'prefix'],
          ['kill', 'all'],
        ] as const) {
          const state = copyOf(issued);
          run(state, again, { mishap: { step: index + 1, when, kind, buffer } });
          state.now += 11 * 60_000;
          const told = ranWell(state, again).state;
          const where = `${call} ${when} ${kind} ${buffer}`;
          expect([where, state.mails.length <= 2, rows(state).length]).toEqual([where, true, 1]);
          if (told === 'sent') expect([where, state.mails.length]).toEqual([where, 2]);
          else expect([where, told]).toEqual([where, 'unknown']);
        }
      }
    });
  });
});
