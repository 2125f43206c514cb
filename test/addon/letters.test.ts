/** Letters: refused until they are lawful, printed once, noted once, counted from when somebody says that they were posted. */
import { describe, expect, test } from 'vitest';
import { makeLetter } from '../../appsscript/actions/letters/make.ts';
import { postedAction } from '../../appsscript/actions/letters/posted.ts';
import { letterView } from '../../appsscript/actions/letters/preview.ts';
import { followUpView } from '../../appsscript/actions/view/follow-up.ts';
import { remindersView } from '../../appsscript/actions/view/reminders.ts';
import type { LetterKind } from '../../appsscript/contract/reminders.ts';
import type { World } from '../../appsscript/world.ts';
import { copyOf, type FakeState, putRows, rowsOf, run, TODAY_SERIAL } from './fake-world.ts';
import { owingRegister, putSent } from './owing-register.ts';
import { everyMishap, ranWell, refusedFields } from './record/record-runs.ts';

const ID = 'L-ABCD1234';

const preview =
  (kind: LetterKind, client = 'ACME') =>
  (world: World) =>
    letterView(world, { client, currency: '', kind });
const make =
  (kind: LetterKind, client = 'ACME') =>
  (world: World) =>
    makeLetter(world, { id: ID, client, currency: 'EUR', kind });
const post =
  (day: string, tracking = '', decision: 'posted' | 'notPosted' = 'posted') =>
  (world: World) =>
    postedAction(world, { letter: ID, decision, day, tracking });

/** Three reminders went out, and their deadlines have passed. */
function afterThree(): FakeState {
  const state = owingRegister();
  putSent(state, 'ACME', 'F1', [
    [1, 58],
    [2, 44],
    [3, 28],
  ]);
  return state;
}

const isNoRead = (call: string): boolean => !call.startsWith('read ');

const letterRows = (state: FakeState) =>
  rowsOf(state, 'journal')
    .filter(({ key }) => String(key).startsWith('letter:'))
    .sort((a, b) => String(a.key).localeCompare(String(b.key)));

describe('a formal notice', () => {
  test('is refused until three reminders were sent, and says which is next', () => {
    const state = owingRegister();
    putSent(state, 'ACME', 'F1', [[1, 40]]);
    const view = ranWell(state, preview('formal-notice'));
    expect(view.pages).toEqual([]);
    expect(view.refusal).toMatch(/^La mise en demeure n’est pas le niveau du jour\u202f: Relance 2/);
    expect(refusedFields(state, make('formal-notice'))).toEqual([]);
    expect(state.files).toEqual([]);
  });
  test('is allowed then, with the proof of what was sent', () => {
    const view = ranWell(afterThree(), preview('formal-notice'));
    expect(view).toMatchObject({
      refusal: '',
      isPosted: true,
      isRegistered: true,
      clientName: 'Société ACME',
    });
    expect(view.pages.map(({ title }) => title)).toEqual(['Mise en demeure', 'État des envois']);
    expect(view.pages[0].html).toContain('F1');
    expect(view.pages[1].html).toContain('niveau 3');
  });
  test('waits in the journal until it is posted, and counts from then on', () => {
    const state = afterThree();
    const made = ranWell(state, make('formal-notice'));
    expect(made.files.map(({ url }) => url)).toEqual([
      'https://drive.example/FILE-1',
      'https://drive.example/FILE-2',
    ]);
    const [row] = letterRows(state);
    expect(row).toMatchObject({ event: 'lettre recommandée', level: 4, status: 'en attente', invoice: 'F1' });
    expect(row.recipient).toBe('Société ACME, 1 rue Haute, 69001 Lyon');
    expect(row.interest).toBeGreaterThan(0);
    expect(row.indemnity).toBe(40);
    const [letter] = ranWell(state, followUpView).letters;
    expect(letter).toMatchObject({
      letter: ID,
      isRegistered: true,
      text: 'Mise en demeure, niveau 4',
      url: 'https://drive.example/FILE-1',
    });
    expect(ranWell(state, remindersView).find(({ client }) => client === 'ACME')).toMatchObject({
      action: 'send',
      level: 4,
    });
    ranWell(state, post('2026-11-25', '1A 234 567 8901 2'));
    expect(letterRows(state)[0]).toMatchObject({ status: 'envoyé', tracking: '1A 234 567 8901 2' });
    expect(String(letterRows(state)[0].detail)).toMatch(/· postée le 25 novembre 2026$/);
    expect(ranWell(state, followUpView).letters).toEqual([]);
    expect(ranWell(state, remindersView).find(({ client }) => client === 'ACME')?.action).not.toBe('send');
  });
  test('needs the registered number, and a day between its date and today', () => {
    const state = afterThree();
    ranWell(state, make('formal-notice'));
    expect(refusedFields(state, post('2026-11-25'))).toEqual(['tracking']);
    expect(refusedFields(state, post('2026-11-24', '1A'))).toEqual(['day']);
    expect(refusedFields(state, post('2026-11-26', '1A'))).toEqual(['day']);
    expect(refusedFields(state, post('', '1A'))).toEqual(['day']);
    state.now += 8 * 86_400_000;
    expect(refusedFields(state, post('2026-12-03', '1A'))).toEqual(['day']);
    ranWell(state, post('2026-12-02', '1A'));
    expect(letterRows(state)[0].status).toBe('envoyé');
  });
  test('that will not leave counts for nothing', () => {
    const state = afterThree();
    ranWell(state, make('formal-notice'));
    expect(ranWell(state, post('', '', 'notPosted')).text).toContain('ne compte pas');
    expect(letterRows(state)[0].status).toBe('échec');
    expect(ranWell(state, post('2026-11-25', '1A')).text).toBe('C’était déjà noté.');
    expect(ranWell(state, preview('formal-notice')).refusal).toBe('');
  });
});

test('a reminder’s letter is written when its level is due, and not before', () => {
  const state = owingRegister();
  putSent(state, 'BOIS', 'F3', [[1, 20]]);
  const view = ranWell(state, preview('reminder', 'BOIS'));
  expect(view.pages).toHaveLength(1);
  ranWell(state, make('reminder', 'BOIS'));
  expect(letterRows(state)[0]).toMatchObject({ event: 'lettre', level: 2, channel: 'lettre' });
  ranWell(state, post('2026-11-25'));
  expect(ranWell(state, preview('reminder', 'BOIS')).refusal).toMatch(/^Relance 2 envoyée/);
});

test.each([
  ['statement', 'relevé'],
  ['history', 'note'],
  ['interest', 'note'],
  ['call-sheet', 'note'],
  ['proof-sheet', 'note'],
] as const)('%s is noted as made, and waits for nobody', (kind, event) => {
  const state = afterThree();
  const made = ranWell(state, make(kind));
  expect(made.isPosted).toBe(false);
  expect(letterRows(state)).toMatchObject([{ event, status: null, client: 'ACME' }]);
  expect(ranWell(state, followUpView).letters).toEqual([]);
});

test('thanks and a plan need something to be about', () => {
  const state = owingRegister();
  expect(ranWell(state, preview('plan')).refusal).toMatch(/^Aucun échéancier en cours/);
  expect(ranWell(state, preview('thank-you')).refusal).toMatch(/rien payé/);
  expect(ranWell(state, preview('thank-you', 'CUIR')).pages[0].html).toContain('80,00');
});

test('a client that is not there, or a currency it has nothing in, is refused', () => {
  const state = owingRegister();
  expect(
    refusedFields(state, (world) => letterView(world, { client: 'X', currency: '', kind: 'statement' })),
  ).toEqual([]);
  expect(
    refusedFields(state, (world) =>
      letterView(world, { client: 'ACME', currency: 'USD', kind: 'statement' }),
    ),
  ).toEqual([]);
});

test('whatever goes wrong at any call, it is printed once and noted once', () => {
  const worlds = everyMishap(
    afterThree(),
    make('formal-notice'),
    () => undefined,
    (state) => {
      expect(letterRows(state).map(({ key, level }) => [key, level])).toEqual([
        [`letter:${ID}`, 4],
        [`letter:${ID}:1`, 1],
      ]);
      expect(state.files.map(({ name }) => name).sort()).toEqual(
        [...new Set(state.files.map(({ name }) => name))].sort(),
      );
      expect(state.files).toHaveLength(2);
    },
    isNoRead,
  );
  expect(worlds).toBeGreaterThan(70);
});

test('a payment that comes while it is printed keeps it from being noted', () => {
  const state = afterThree();
  const { end } = run(state, make('formal-notice'), {
    between: (_, call) => {
      if (call !== 'lock') return;
      putRows(state, 'payments', [{ id: 'P-9', date: TODAY_SERIAL, invoice: 'F1', amount: 100 }]);
    },
  });
  expect(end).toMatchObject({ kind: 'done', value: { ok: false } });
  expect(letterRows(state)).toEqual([]);
});

test('a letter posted twice is posted once, whatever goes wrong', () => {
  const start = afterThree();
  ranWell(start, make('formal-notice'));
  everyMishap(
    copyOf(start),
    post('2026-11-25', '1A'),
    () => undefined,
    (state) => {
      const posted = { status: 'envoyé', tracking: '1A' };
      expect(letterRows(state)).toMatchObject([posted, posted]);
      for (const { detail } of letterRows(state)) expect(String(detail).match(/postée/g)).toHaveLength(1);
    },
    isNoRead,
  );
});
