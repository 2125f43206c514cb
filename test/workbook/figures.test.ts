import { expect, test } from 'vitest';
import {
  figureContent,
  figureLabel,
  figureNumber,
  missingText,
} from '../../batch/workbook/sheets/figures.ts';
import { WHY_NO_FIGURE } from '../../batch/workbook/words.ts';
import type { DsoFigures, Figure, NoFigure } from '../../shared/receivables/dso.ts';

const value = (days: number): Figure => ({ value: days });
const none = (reason: NoFigure): Figure => ({ value: null, reason });

const ALL: DsoFigures = {
  countBack: value(1),
  simple: value(2),
  bestPossible: value(3),
  averageDaysDelinquent: value(4),
  cei: value(80),
  weightedDaysToPay: value(5),
  weightedDaysLate: value(6),
  weightedDaysToPayWithOpen: value(7),
  weightedDaysLateWithOpen: value(8),
};

test('days are kept, a percentage is a share, what is missing is said', () => {
  expect(figureNumber(value(12.345), 'days')).toBe(12.345);
  expect(figureNumber(value(80), 'percent')).toBe(0.8);
  expect(figureContent(none('no-sales'), 'days', 'fr')).toBe('n.\u00a0d.');
  expect(figureContent(none('no-sales'), 'days', 'en')).toBe('n/a');
  expect(figureContent(value(0), 'days', 'fr')).toBe(0);
});

test('nothing is missing: nothing is said', () => {
  expect(missingText(ALL, 'fr')).toBe('');
});

test('figures with one reason stand together', () => {
  const figures = {
    ...ALL,
    simple: none('no-sales'),
    bestPossible: none('no-sales'),
    cei: none('nothing-collectable'),
  };
  expect(missingText(figures, 'fr')).toBe(
    'DSO simple, minimal possible\u202f: aucune vente sur la période · CEI\u202f: rien n’était à encaisser',
  );
  expect(missingText(figures, 'en')).toBe(
    'simple DSO, best possible: no sales in the period · CEI: nothing was collectable',
  );
});

test('where no figure is left, the reasons are enough', () => {
  const missing = none('no-sales');
  const figures: DsoFigures = {
    countBack: none('history-exhausted'),
    simple: missing,
    bestPossible: missing,
    averageDaysDelinquent: missing,
    cei: missing,
    weightedDaysToPay: missing,
    weightedDaysLate: missing,
    weightedDaysToPayWithOpen: missing,
    weightedDaysLateWithOpen: missing,
  };
  expect(missingText(figures, 'en')).toBe('more is open than all known sales, no sales in the period');
});

test.each(Object.entries(WHY_NO_FIGURE))('%s has its words in both languages', (_, words) => {
  expect(words.fr).not.toBe(words.en);
});

test('figures have their names', () => {
  expect(figureLabel('countBack', 'fr')).toBe('DSO par épuisement');
  expect(figureLabel('cei', 'en')).toBe('Collection effectiveness (CEI)');
});
