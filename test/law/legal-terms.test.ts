import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { legalDueDay } from '../../shared/law/legal-terms.ts';
import type { ClientKind } from '../../shared/register/tables.ts';

function latest(
  issued: CivilDate,
  kind: ClientKind = 'company',
  country = '',
  maximumTermDays: number | null = null,
): CivilDate | null {
  const found = legalDueDay(dayNumber(issued), { kind, country, maximumTermDays });
  return found && civilDate(found.day);
}

describe('between firms in France: the latest of 60 days and both readings of 45 days end of month', () => {
  for (const [issued, day, why] of [
    ['2026-01-15', '2026-03-31', 'FACTS: 45 days, then the end of that month'],
    ['2026-01-01', '2026-03-17', 'the end of the month, then 45 days'],
    ['2026-01-31', '2026-04-01', '60 days'],
    ['2026-01-14', '2026-03-17', '45 days end on 28 February: the other reading is later'],
    ['2023-01-02', '2023-03-17', 'the example of the guides'],
    ['2026-07-15', '2026-09-14', '60 days is 13 September, the end of July and 45 days is later'],
    ['2026-12-31', '2027-03-01', '60 days over the year'],
    ['2024-01-31', '2024-03-31', 'in a leap year'],
  ] as const) {
    test(`${issued}: ${day} (${why})`, () => expect(latest(issued)).toBe(day));
  }
});

describe('by who buys where', () => {
  for (const [kind, country, own, day] of [
    ['company', 'France', null, '2026-03-31'],
    ['company', 'La Réunion', null, '2026-03-31'],
    ['company', 'Allemagne', null, '2026-03-16'], // 60 days
    ['company', 'Pologne', null, '2026-03-16'],
    ['company', 'Suisse', null, null],
    ['company', 'GB', null, null],
    ['company', 'Atlantide', null, null],
    ['administration', '', null, '2026-02-14'], // 30 days
    ['administration', 'BE', null, '2026-02-14'],
    ['administration', '', 50, '2026-03-06'], // a hospital
    ['individual', '', null, null],
    ['association', '', null, null],
    ['company', '', 30, '2026-02-14'], // transport
    ['company', '', 45, '2026-03-01'], // periodic invoices
    ['company', '', 0, '2026-01-15'],
    ['individual', '', 10, '2026-01-25'],
  ] as const) {
    test(`${kind} in ${country || 'France'}, own limit ${own}: ${day}`, () =>
      expect(latest('2026-01-15', kind, country, own)).toBe(day));
  }
});

test('the rule is named in both languages', () => {
  const found = legalDueDay(0, { kind: 'company', country: '', maximumTermDays: null });
  expect(found?.rule).toEqual({
    fr: '60 jours, ou 45 jours fin de mois, C. com. L441-10',
    en: '60 days, or 45 days end of month, C. com. L441-10',
  });
});
