/** The call sheet: figures, promises at both sides of their day, what is said to whom. */
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../shared/base/civil-date.ts';
import { type CallSheet, callSheet } from '../../shared/letters/papers/call-sheet.ts';
import type { ClientKind } from '../../shared/register/tables.ts';
import type { JournalRecord } from '../dunning/decided.ts';
import { typeset } from '../french.ts';
import { type DeskOf, deskOf } from './desk.ts';

function sheet(told: Partial<DeskOf> = {}): CallSheet {
  const { decision, desk } = deskOf({ level: 2, ...told });
  return callSheet(desk, 0, 0, decision);
}

function promised(promisedOn: CivilDate, amount?: number): JournalRecord {
  return { at: '2026-11-03', event: 'promise', promisedOn, ...(amount === undefined ? {} : { amount }) };
}

test('says what is owed, how late, and since when', () => {
  const { figures, invoices, language, name, phone, who } = sheet();
  expect([name, phone, language]).toEqual(['Hôtel du Parc & Fils', '04 72 00 00 00', 'fr']);
  expect(who).toEqual([['Courriel', 'compta@exemple.fr']]);
  expect(figures).toEqual([
    ['Solde', typeset('1\u202f758,08 €')],
    ['En retard', typeset('1\u202f758,08 €')],
    ['En litige', typeset('80,00 €')],
    ['Plus ancienne échéance', '10 octobre 2026 (46 jours)'],
  ]);
  expect(invoices.map(({ isDisputed, number }) => [number, isDisputed])).toEqual([
    ['F2026-00009', false],
    ['F2026-00010', true],
    ['F2026-00011', false],
  ]);
});

describe('a promise', () => {
  const lines = (promise: JournalRecord, payments: readonly { day: CivilDate; amount: number }[] = []) =>
    sheet({ records: { journal: [promise], payments: payments.map((one) => ({ ...one, client: 'C001' })) } })
      .promises;
  const CASES: readonly (readonly [why: string, lines: readonly string[], state: string])[] = [
    ['to come', lines(promised('2026-11-30')), 'attendu'],
    ['within the days a transfer takes', lines(promised('2026-11-22')), 'attendu'],
    ['a day beyond them', lines(promised('2026-11-21')), 'non tenu'],
    [
      'all of it received in time',
      lines(promised('2026-11-10', 5000), [{ day: '2026-11-13', amount: 5000 }]),
      'tenu',
    ],
    [
      'received a day too late',
      lines(promised('2026-11-10', 5000), [{ day: '2026-11-14', amount: 5000 }]),
      'non tenu',
    ],
    ['a cent less', lines(promised('2026-11-10', 5000), [{ day: '2026-11-10', amount: 4999 }]), 'non tenu'],
    [
      'of no sum, something received',
      lines(promised('2026-11-10'), [{ day: '2026-11-05', amount: 1 }]),
      'tenu',
    ],
    [
      'received before it was made',
      lines(promised('2026-11-10'), [{ day: '2026-11-02', amount: 900 }]),
      'non tenu',
    ],
  ];
  for (const [why, [line = ''], state] of CASES)
    test(`${why}: ${state}`, () => expect(line).toContain(`(${state})`));
  test('money of another currency keeps none', () => {
    const payments = [{ day: '2026-11-05', client: 'C001', amount: 900, currency: 'USD' }] as const;
    const { promises } = sheet({
      records: { currencies: ['EUR', 'USD'], journal: [promised('2026-11-10')], payments },
    });
    expect(promises[0]).toContain('(non tenu)');
  });
  test('names its sum and its day', () =>
    expect(lines(promised('2026-11-30', 5000))).toEqual([
      typeset('03/11/2026 : promis pour le 30 novembre 2026, 50,00 € (attendu)'),
    ]));
});

describe('what to say', () => {
  const say = (told: Partial<DeskOf>): string => sheet(told).say.join('\n');
  test('what is disputed is not asked for', () => {
    expect(say({})).toContain(typeset('du solde des 2 factures : 1\u202f278,08 €, en retard de 46 jours'));
    expect(say({})).not.toContain('ci-dessous');
  });
  test('a formal notice is spoken of from the third level on, and never to a public body', () => {
    const speaks = (kind: ClientKind, level: number) => /mise en demeure/.test(say({ kind, level }));
    expect([speaks('company', 2), speaks('company', 3), speaks('individual', 3)]).toEqual([
      false,
      true,
      true,
    ]);
    expect(speaks('administration', 3)).toBe(false);
  });
  test('a public body is asked for its payment order', () =>
    expect(say({ kind: 'administration' })).toContain('Où en est le mandatement'));
  test('a promise whose day has passed is spoken of', () => {
    expect(say({ records: { journal: [promised('2026-11-10', 5000)] } })).toContain(
      typeset('un règlement de 50,00 € pour le 10 novembre 2026'),
    );
    expect(say({ records: { journal: [promised('2026-11-25')] } })).not.toContain('annoncé');
  });
  test('one that was kept is not', () => {
    const payments = [{ day: '2026-11-10', client: 'C001', amount: 5000 }] as const;
    expect(say({ records: { journal: [promised('2026-11-10', 5000)], payments } })).not.toContain('annoncé');
  });
  test('ends in a day and a sum', () =>
    expect(sheet().say.slice(-1)[0]).toMatch(/^Quel jour .* quel montant/));
  test('in the client’s language, under labels in the firm’s', () => {
    const { decision, desk } = deskOf({ level: 2, language: 'en' });
    const settings = { ...desk.ledger.register.settings, language: 'fr' as const };
    const ledger = { ...desk.ledger, register: { ...desk.ledger.register, settings } };
    const mixed = callSheet({ ...desk, ledger }, 0, 0, decision);
    expect(mixed.say[0]).toMatch(/^Good morning/);
    expect(mixed.figures[0]?.[0]).toBe('Solde');
  });
});

test('the last six contacts, the latest first, each message once', () => {
  const days = ['01', '02', '03', '04', '05', '06', '07'] as const;
  const journal = days.flatMap((day): readonly JournalRecord[] => [
    {
      at: `2026-11-${day}`,
      level: 1,
      channel: 'email',
      invoice: 'F2026-00009',
      detail: 'F2026-00009, F2026-00011',
    },
    {
      at: `2026-11-${day}`,
      level: 1,
      channel: 'email',
      invoice: 'F2026-00011',
      detail: 'F2026-00009, F2026-00011',
    },
  ]);
  const { contacts } = sheet({ records: { journal } });
  expect(contacts).toHaveLength(6);
  expect(contacts[0]).toBe(typeset('07/11/2026 : relance, niveau 1'));
});
