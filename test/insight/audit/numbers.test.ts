import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../shared/base/civil-date.ts';
import type { InvoiceRecord } from '../../receivables/register-of.ts';
import { dayOfMarch, findingsOf, frenchOf, numbered, shortOf, summaryOf } from './findings-of.ts';

const dated = (...rows: readonly (readonly [number: string, issued: CivilDate])[]) => ({
  invoices: rows.map(([number, issued], k): InvoiceRecord => ({ number, issued, total: 100_00 + k })),
});

/** The numbers a sentence names as missing. */
function missing(...rows: readonly (readonly [number: string, issued: CivilDate])[]): readonly string[] {
  return frenchOf('number-gap', dated(...rows)).map((sentence) => sentence.split(', ')[1]);
}

describe('missing numbers', () => {
  const series = (...numbers: readonly string[]) =>
    missing(...numbers.map((number, k) => [number, dayOfMarch(k + 1)] as const));
  for (const [name, numbers, expected] of [
    ['none', ['F2026-00001', 'F2026-00002', 'F2026-00003'], []],
    ['one', ['F2026-00001', 'F2026-00003'], ['F2026-00002']],
    ['a run is one finding', ['F2026-00001', 'F2026-00005'], ['F2026-00002 à F2026-00004']],
    ['two runs are two', ['F1', 'F3', 'F6'], ['F2', 'F4 à F5']],
    ['without zeros in front', ['F8', 'F11'], ['F9 à F10']],
    ['what the zeros keep aligned', ['F008', 'F011'], ['F009 à F010']],
    ['digits alone', ['1007', '1009'], ['1008']],
    ['text after the digits', ['12-FR', '14-FR'], ['13-FR']],
    ['series are told apart', ['A1', 'B1', 'A2', 'B3'], ['B2']],
    ['case and spaces make no series', ['F 1', 'f2', 'F4'], ['F3']],
    ['one number alone', ['F2026-00007'], []],
    ['no digits', ['facture', 'autre'], []],
    ['more digits than can be counted with', ['F1234567890123456', 'F1234567890123459'], []],
    ['as many as can be', ['F123456789012345', 'F123456789012347'], ['F123456789012346']],
    ['the year within the run', ['FA20260001', 'FA20260002', 'FA20260004'], ['FA20260003']],
    ['the month within the run', ['FA20260301', 'FA20260302', 'FA20260304'], ['FA20260303']],
    ['two figures for the year', ['26001', '26002', '26004'], ['26003']],
    ['the year last', ['001/2026', '002/2026', '004/2026'], ['003/2026']],
    ['two figures for the year, last', ['7/26', '8/26', '10/26'], ['9/26']],
  ] as const) {
    test(name, () => expect(series(...numbers)).toEqual(expected));
  }

  test('a new year is no gap', () => {
    const days = (year: string) => [`${year}-11-02`, `${year}-12-30`, `${year}-12-31`] as CivilDate[];
    for (const [last, before, next] of [
      ['F2025-345', 'F2025-344', 'F2026-001'],
      ['FA20250345', 'FA20250344', 'FA20260001'],
      ['345/2025', '344/2025', '1/2026'],
    ]) {
      const [, a, b] = days('2025');
      expect(missing([before, a], [last, b], [next, '2026-01-02'])).toEqual([]);
    }
  });

  test('a new month is no gap where the number names it', () => {
    const rows = [
      ['202602018', '2026-02-26'],
      ['202602019', '2026-02-27'],
      ['202603001', '2026-03-02'],
      ['202603003', '2026-03-03'],
    ] as const;
    expect(missing(...rows)).toEqual(['202603002']);
  });

  test('the first numbers of a new year', () => {
    const old = [
      ['F2025-001', '2025-01-03'],
      ['F2025-002', '2025-12-20'],
    ] as const;
    expect(missing(...old, ['F2026-001', '2026-01-04'])).toEqual([]);
    expect(missing(...old, ['F2026-003', '2026-01-04'])).toEqual(['F2026-001 à F2026-002']);
  });

  test('the register may begin in the middle of its oldest series', () => {
    expect(missing(['F2025-344', '2025-12-01'], ['F2026-001', '2026-01-04'])).toEqual([]);
  });

  test('series side by side may begin anywhere', () => {
    const rows = [
      ['S1-1', '2026-01-02'],
      ['S2-80', '2026-02-10'],
      ['S1-2', '2026-06-20'],
    ] as const;
    expect(missing(...rows)).toEqual([]);
  });

  test('a series may begin anew while the old one has a month to go, not longer', () => {
    const rows = (last: CivilDate) =>
      missing(['F2025-1', '2025-02-01'], ['F2025-2', last], ['F2026-3', '2026-01-10']);
    expect(rows('2026-02-10')).toEqual(['F2026-1 à F2026-2']);
    expect(rows('2026-02-11')).toEqual([]);
  });

  test('twenty gaps are told one by one, more are one finding of their series', () => {
    const everyOther = (gaps: number) =>
      numbered(...Array.from({ length: gaps + 1 }, (_, k) => `F${k * 2 + 1}`));
    expect(findingsOf('number-gap', everyOther(20))).toHaveLength(20);
    expect(frenchOf('number-gap', everyOther(21))).toEqual([
      'La série F# ne se suit pas : 22 numéros de F1 à F43, 21 manquants en 21 endroits ; ' +
        'vérifiez que le registre est complet et comment les numéros sont attribués.',
    ]);
  });

  test('what is issued later is not there yet, and rows left out may bear the number', () => {
    const rows = dated(['F1', '2026-06-29'], ['F3', '2026-06-30'], ['F2', '2026-07-01']);
    expect(shortOf('number-gap', rows)).toEqual(['warning F#']);
    expect(shortOf('number-gap', rows, '2026-07-01')).toEqual([]);
    expect(shortOf('number-gap', rows, '2026-06-29')).toEqual([]);
  });

  test('the population is the documents with a number that counts', () => {
    expect(summaryOf('number-gap', numbered('F1', 'F2', 'devis'))).toMatchObject({ population: 2, hits: 0 });
    expect(summaryOf('number-gap', numbered('devis'))).toMatchObject({ ran: false });
  });
});

describe('dates that do not follow the numbers', () => {
  const order = (...days: readonly number[]) =>
    shortOf('number-order', dated(...days.map((day, k) => [`F${k + 1}`, dayOfMarch(day)] as const)));
  for (const [name, days, expected] of [
    ['in order', [1, 2, 3], []],
    ['on one day', [2, 2, 2], []],
    ['a day back', [2, 1, 3], ['warning F2 10001']],
    ['backdated', [5, 6, 1, 7], ['warning F3 10002']],
    ['postdated: the numbers after it are right', [1, 20, 2, 3, 4], ['warning F2 10001']],
    ['the first one', [20, 2, 3], ['warning F1 10000']],
    ['of two that do not go together the later number', [1, 10, 5, 11], ['warning F3 10002']],
    ['two of them', [1, 9, 2, 3, 8, 4], ['warning F6 10005', 'warning F2 10001']],
  ] as const) {
    test(name, () => expect(order(...days)).toEqual(expected));
  }

  test('each says against which', () => {
    const sentences = frenchOf(
      'number-order',
      dated(['F1', dayOfMarch(5)], ['F2', dayOfMarch(4)], ['F3', dayOfMarch(6)]),
    );
    expect(sentences).toEqual([
      'F2 du 4 mars 2026 (100,01 €) porte une date antérieure à celle de F1 du 5 mars 2026 (100,00 €), dont le numéro précède ; ' +
        'vérifiez la date d’émission, puis que le document n’a été ni antidaté ni numéroté hors de son tour.',
    ]);
  });

  test('series do not mix', () => {
    expect(shortOf('number-order', dated(['A1', dayOfMarch(9)], ['B2', dayOfMarch(1)]))).toEqual([]);
  });

  test('a series without order is one finding, from 21 documents and a fifth of them on', () => {
    const swapped = (pairs: number, orderly: number) =>
      dated(
        ...Array.from(
          { length: pairs * 2 },
          (_, k) => [`F${100 + k}`, dayOf(k % 2 === 0 ? k + 1 : k - 1)] as const,
        ),
        ...Array.from({ length: orderly }, (_, k) => [`F${100 + pairs * 2 + k}`, '2026-06-30'] as const),
      );
    const dayOf = (k: number): CivilDate =>
      k < 28 ? dayOfMarch(k + 1) : (`2026-04-${String(k - 18).padStart(2, '0')}` as CivilDate);
    expect(findingsOf('number-order', swapped(20, 0))).toHaveLength(20);
    expect(shortOf('number-order', swapped(21, 0))).toEqual(['warning F#']);
    expect(findingsOf('number-order', swapped(21, 63))).toHaveLength(21);
  });
});

describe('almost identical numbers', () => {
  const alike = (a: string, b: string) => shortOf('similar-number', numbered(a, b)).length > 0;
  for (const [a, b, expected] of [
    ['F2026-12', 'F2026-012', true],
    ['F2026-12', 'F2026/12', true],
    ['F2026-12', 'f2026 12', true],
    ['F-2026-12', 'F2026-12', true],
    ['F2026-12', 'F2026-13', false],
    ['F2026-12', 'F2026-120', false],
    ['F2026-12', 'G2026-12', false],
    ['1-23', '12-3', false],
    ['F2026-12', 'F202612', false],
    ['12-A', '12-B', false],
    ['F#12', 'F12', true],
    ['F0', 'F00', true],
  ] as const) {
    test(`${a} and ${b}`, () => expect(alike(a, b)).toBe(expected));
  }

  test('without separators only for the same client and total', () => {
    const twice = (b: string, total: number) => ({
      invoices: [
        { number: 'F2026-12', issued: dayOfMarch(1), total: 500 },
        { number: b, issued: dayOfMarch(2), total },
      ],
    });
    expect(shortOf('similar-number', twice('F202612', 500))).toEqual(['error F202612 500']);
    expect(shortOf('similar-number', twice('F202612', 501))).toEqual([]);
    expect(shortOf('similar-number', twice('F2026-012', 500))).toEqual(['error F2026-012 500']);
    expect(shortOf('similar-number', twice('F2026-012', 501))).toEqual(['warning F2026-012 501']);
  });

  test('of three each later one stands against the first', () => {
    const sentences = frenchOf('similar-number', numbered('F1', 'F01', 'F001'));
    expect(sentences.map((sentence) => /celui de (\S+)/.exec(sentence)?.[1])).toEqual(['F1', 'F1']);
  });
});
