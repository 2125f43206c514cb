/** What a client's card says of penalties, of limitation, of the limit it might be given. */
import { describe, expect, test } from 'vitest';
import { clientView } from '../../appsscript/actions/view/client-card.ts';
import type { Language } from '../../shared/base/words.ts';
import { fakeRegister } from './fake-register.ts';
import { copyOf, type FakeState, putRows, TODAY_SERIAL } from './fake-world.ts';
import { owingRegister } from './owing-register.ts';
import { ranWell } from './record/record-runs.ts';

const cardOf = (state: FakeState, code: string) =>
  ranWell(copyOf(state), (world) => clientView(world, { code }));
const OWING = owingRegister();

describe('penalties', () => {
  // 12,40 % (BCE 2,40 % au 1er juillet 2026 + 10 points) : 100 € × 60 j = 2,04 € ; 250,50 € × 10 j = 0,85 €
  test('of two late invoices: interest to the day, a fixed sum each, the rule', () => {
    const [penalties, ...more] = cardOf(OWING, 'ACME').legal.penalties;
    expect(more).toEqual([]);
    expect(penalties?.figures).toEqual([
      { label: 'Intérêts de retard', text: '2,89\u202f€', tone: 'plain' },
      { label: 'Indemnités forfaitaires', text: '80,00\u202f€', tone: 'plain' },
    ]);
    expect(penalties?.note).toMatch(/BCE/u);
  });
  test('of who paid late: both are still owed', () => {
    expect(cardOf(OWING, 'CUIR').legal.penalties[0]?.figures[1]?.text).toBe('40,00\u202f€');
  });
  test('what was received is taken off', () => {
    const state = copyOf(OWING);
    putRows(state, 'payments', [
      { id: 'P-9', date: TODAY_SERIAL, client: 'CUIR', purpose: 'pénalités', amount: 40 },
    ]);
    const figures = cardOf(state, 'CUIR').legal.penalties[0]?.figures;
    expect(figures?.map(({ label, text }) => `${label} ${text}`)).toEqual([
      'Intérêts de retard 0,52\u202f€', // 80 € × 19 j à 12,40 %
      'Indemnités forfaitaires 40,00\u202f€',
      'Déjà reçu 40,00\u202f€',
      'Reste dû 0,52\u202f€',
    ]);
  });
  test('where a rate is missing nothing is guessed, and the row is named', () => {
    const state = copyOf(OWING);
    state.tabs.get('rates')?.splice(1);
    const [penalties] = cardOf(state, 'ACME').legal.penalties;
    expect(penalties?.figures[0]?.text).toBe('inconnus');
    expect(penalties?.note).toMatch(/onglet Taux/u);
  });
  test('nothing was ever late: nothing is said', () => {
    const state = fakeRegister();
    putRows(state, 'invoices', [
      { number: 'F9', client: 'ACME', issueDate: TODAY_SERIAL - 5, dueDate: TODAY_SERIAL, total: 10 },
    ]);
    expect(cardOf(state, 'ACME').legal.penalties).toEqual([]);
  });
});

describe('until when an invoice can be claimed', () => {
  const dueOn = (
    dueDate: number,
    event: Readonly<Record<string, string | number>> | null = null,
  ): FakeState => {
    const state = fakeRegister();
    putRows(state, 'invoices', [
      { number: 'F1', client: 'ACME', issueDate: dueDate - 30, dueDate, total: 100, currency: 'EUR' },
    ]);
    putRows(state, 'journal', event ? [{ client: 'ACME', ...event }] : []);
    return state;
  };
  const FIVE_YEARS = 1826; // 25 November 2021 to 2026
  const MAY_2022 = TODAY_SERIAL - FIVE_YEARS + 181; // 25 May 2022: five years end six months from today
  for (const [what, due, event, day, isNear, text] of [
    ['yesterday was the last day', TODAY_SERIAL - FIVE_YEARS - 1, null, '2026-11-24', true, /prescrite/u],
    ['today is the last day', TODAY_SERIAL - FIVE_YEARS, null, '2026-11-25', true, /avant ce jour/u],
    ['six months to go', MAY_2022, null, '2027-05-25', true, /avant ce jour/u],
    ['six months and a day', MAY_2022 + 1, null, '2027-05-26', false, /^$/u],
    [
      'acknowledged a month ago',
      MAY_2022,
      { at: TODAY_SERIAL - 31, event: 'reconnaissance de dette' },
      '2031-10-25',
      false,
      /25 octobre 2026/u,
    ],
    [
      'promised: perhaps acknowledged',
      MAY_2022,
      { at: TODAY_SERIAL - 31, event: 'promesse', promisedOn: TODAY_SERIAL - 20 },
      '2027-05-25',
      true,
      /promesse .* 25 octobre 2026/u,
    ],
  ] as const) {
    test(what, () => {
      expect(cardOf(dueOn(due, event), 'ACME').legal.limitations).toEqual([
        { invoice: 'F1', day, isNear, text: expect.stringMatching(text) },
      ]);
    });
  }
  test('the soonest stands first', () => {
    expect(cardOf(OWING, 'ACME').legal.limitations.map(({ invoice }) => invoice)).toEqual(['F1', 'F2']);
  });
});

describe('the limit that might be set', () => {
  for (const [language, text] of [
    ['fr', /^Plafond proposé, d’après ses achats et ses paiements\u202f: [\d\u202f]+,00\u202f€\.$/u],
    ['en', /^Limit proposed from its purchases and payments: €[\d,]+\.00\.$/u],
  ] as const satisfies readonly (readonly [Language, RegExp])[]) {
    test(`of who buys and pays, in ${language}`, () => {
      const state = copyOf({ ...OWING, language });
      expect(cardOf(state, 'ACME').proposedLimit).toMatch(text);
    });
  }
  test('none of who never bought', () => {
    const state = copyOf(OWING);
    putRows(state, 'clients', [{ code: 'NEUF', name: 'Neuf' }]);
    expect(cardOf(state, 'NEUF').proposedLimit).toBe('');
  });
});
