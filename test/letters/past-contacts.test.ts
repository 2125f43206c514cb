/** What a letter names of what was sent before. */
import { describe, expect, test } from 'vitest';
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import type { Language } from '../../shared/base/words.ts';
import { daysText, listText, pastContactsText } from '../../shared/letters/past-contacts.ts';
import type { JournalRecord } from '../dunning/decided.ts';
import { deskOf } from './desk.ts';

function named(journal: readonly JournalRecord[], level = 2, language: Language = 'fr'): string {
  const { decision, desk } = deskOf({ level, records: { journal } });
  return pastContactsText(desk.ledger.register, decision, desk.asOf, language);
}

const EMAIL = { channel: 'email', level: 1 } as const;

describe('what was sent before', () => {
  const CASES: readonly (readonly [why: string, journal: readonly JournalRecord[], text: string])[] = [
    ['one email', [{ ...EMAIL, at: '2026-11-03' }], 'notre courriel du 3 novembre 2026'],
    [
      'two of one month',
      [
        { ...EMAIL, at: '2026-11-03' },
        { ...EMAIL, at: '2026-11-17' },
      ],
      'nos courriels des 3 et 17 novembre 2026',
    ],
    [
      'two rows of one message',
      [
        { ...EMAIL, at: '2026-11-03', invoice: 'F2026-00009' },
        { ...EMAIL, at: '2026-11-03', invoice: 'F2026-00010' },
      ],
      'notre courriel du 3 novembre 2026',
    ],
    [
      'several ways',
      [
        { ...EMAIL, at: '2026-10-12' },
        { at: '2026-11-12', event: 'call' },
        { at: '2026-11-13', event: 'letter', level: 3 },
        { at: '2026-11-14', event: 'registeredLetter', level: 4 },
      ],
      'notre courriel du 12 octobre 2026, notre lettre du 13 novembre 2026, notre appel du 12 novembre 2026 et notre lettre recommandée du 14 novembre 2026',
    ],
    ['a reminder without a channel', [{ at: '2026-11-03', level: 1 }], 'notre rappel du 3 novembre 2026'],
    ['what is not known to have left', [{ ...EMAIL, at: '2026-11-03', status: 'unknown' }], 'notre rappel'],
    ['what failed', [{ ...EMAIL, at: '2026-11-03', status: 'failed' }], 'notre rappel'],
    ['on the due day: a notice', [{ ...EMAIL, at: '2026-10-10' }], 'notre rappel'],
    ['the day after', [{ ...EMAIL, at: '2026-10-11' }], 'notre courriel du 11 octobre 2026'],
    ['the eve', [{ ...EMAIL, at: '2026-11-24' }], 'notre courriel du 24 novembre 2026'],
    ['today: that is this one', [{ ...EMAIL, at: '2026-11-25' }], 'notre rappel'],
    [
      'thanks and promises are none',
      [
        { at: '2026-11-03', event: 'promise' },
        { at: '2026-11-04', event: 'thankYou' },
      ],
      'notre rappel',
    ],
  ];
  for (const [why, journal, text] of CASES) test(why, () => expect(named(journal)).toBe(text));
  test('from the third level on there were several', () => {
    expect(named([], 2)).toBe('notre rappel');
    expect(named([], 3)).toBe('nos rappels');
  });
  test('in English', () =>
    expect(
      named(
        [
          { ...EMAIL, at: '2026-11-03' },
          { at: '2026-11-12', event: 'call' },
        ],
        2,
        'en',
      ),
    ).toBe('our email of 3 November 2026 and our call of 12 November 2026'));
});

describe('days in a row', () => {
  const CASES: readonly (readonly [days: readonly CivilDate[], fr: string, en: string])[] = [
    [['2026-11-01'], '1er novembre 2026', '1 November 2026'],
    [['2026-11-01', '2026-11-17'], '1er et 17 novembre 2026', '1 and 17 November 2026'],
    [['2026-10-12', '2026-11-01'], '12 octobre et 1er novembre 2026', '12 October and 1 November 2026'],
    [
      ['2026-12-31', '2027-01-01'],
      '31 décembre 2026 et 1er janvier 2027',
      '31 December 2026 and 1 January 2027',
    ],
    [
      ['2026-10-12', '2026-10-27', '2026-11-12'],
      '12, 27 octobre et 12 novembre 2026',
      '12, 27 October and 12 November 2026',
    ],
  ];
  for (const [days, fr, en] of CASES) {
    test(fr, () => {
      expect(daysText(days.map(dayNumber), 'fr')).toBe(fr);
      expect(daysText(days.map(dayNumber), 'en')).toBe(en);
    });
  }
  test('a list', () => {
    expect(listText([], 'fr')).toBe('');
    expect(listText(['a', 'b', 'c'], 'fr')).toBe('a, b et c');
    expect(listText(['a', 'b'], 'en')).toBe('a and b');
  });
});
