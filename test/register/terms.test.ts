import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber, endOfMonth } from '../../shared/base/civil-date.ts';
import { LANGUAGES } from '../../shared/base/words.ts';
import {
  DEFAULT_TERMS,
  dueDay,
  type PaymentTerms,
  parseTerms,
  type TermStep,
  termsText,
} from '../../shared/register/terms.ts';

function parsed(text: string): PaymentTerms {
  const terms = parseTerms(text);
  if (!terms.ok) throw new Error(`${text}: ${terms.error}`);
  return terms.value;
}

/** Each text says the steps that the plain text after it says. */
for (const [plain, ...others] of [
  [
    '30 days',
    '30',
    ' 30 ',
    '030',
    'net 30',
    'NET 30',
    'net30',
    'net 30 days',
    '30 jours',
    '30 jour',
    '30 JOURS',
    '30j',
    '30 J',
    '30 day',
  ],
  ['0 days', '0', '0 jour'],
  ['1 day', '1 jour', '1 j'],
  ['14 days', '2 weeks', '2 semaines', '2 week'],
  ['1 month', '1 mois', '1 months', '1 MOIS'],
  ['EOM', 'eom', 'fin de mois', 'Fin  de mois', 'FIN DE MOIS'],
  ['day 10', 'le 10', 'DAY 10', 'Le 10', 'day10'],
  [
    '30 days, EOM',
    '30 EOM',
    '30EOM',
    '30 jours fin de mois',
    '30 j fin de mois',
    '30 days EOM',
    '30 jours, fin de mois',
    '30 j,EOM',
    'net 30 EOM',
  ],
  ['45 days, EOM', '45 jours fin de mois', '45 EOM', '45 jours , fin de mois', 'net 45, EOM'],
  ['EOM, 45 days', 'fin de mois, 45 jours', 'eom,45 j'],
  [
    '30 days, EOM, day 10',
    '30 EOM 10',
    '30 jours fin de mois le 10',
    '30 days EOM day 10',
    '30 EOM le 10',
    '30 jours fin de mois, le 10',
    '30 jours, fin de mois, le 10',
  ],
  ['EOM, 1 month, day 15', 'fin de mois, 1 mois, le 15'],
  [
    'immediate',
    'comptant',
    'Comptant',
    'Immédiate',
    'à réception',
    'A RECEPTION',
    'à réception'.normalize('NFD'),
  ],
  ['3650 days'],
  ['120 months'],
  ['521 weeks'],
  ['day 1'],
  ['day 31'],
]) {
  for (const text of [plain, ...others]) {
    test(`"${text}" is "${plain}"`, () => expect(parsed(text)).toEqual(parsed(plain)));
  }
}

for (const text of [
  '',
  ' ',
  ',',
  '30,',
  '30, EOM',
  '1,5',
  'day 10,5',
  ',30',
  '30,,EOM',
  '-30',
  '3651',
  '3651 days',
  '522 weeks',
  '121 months',
  'day 0',
  'day 32',
  '30 EOM 0',
  '30 EOM 32',
  'le 10 du mois',
  'EOM 10',
  'EOM, 10',
  'EOM, 45',
  'EOM 45 days',
  'fin de mois 45 jours',
  '2 mois fin de mois',
  '30 days day 10',
  '30 jours net',
  '30.5 days',
  '1,5 mois',
  'thirty days',
  '30 dayz',
  'net',
  'immediate, EOM',
  '30; EOM',
  '#REF!',
  '３０',
  '1 day, 1 day, 1 day, 1 day, 1 day, 1 day, 1 day',
  ' '.repeat(101),
]) {
  test(`"${text.slice(0, 60)}" is no payment term`, () => {
    expect(parseTerms(text)).toEqual({ ok: false, error: 'terms/invalid' });
  });
}

for (const [issued, text, due] of [
  ['2026-01-15', '30', '2026-02-14'],
  ['2026-01-15', 'immediate', '2026-01-15'],
  ['2026-01-15', '0', '2026-01-15'],
  ['2026-01-15', '2 weeks', '2026-01-29'],
  ['2026-01-31', '1 month', '2026-02-28'],
  ['2028-01-31', '1 month', '2028-02-29'],
  ['2026-11-30', '3 mois', '2027-02-28'],
  ['2026-01-31', 'EOM', '2026-01-31'],
  ['2026-02-01', 'EOM', '2026-02-28'],
  // The two legal readings of "45 jours fin de mois"
  ['2026-01-15', '45 days, EOM', '2026-03-31'],
  ['2026-01-15', 'EOM, 45 days', '2026-03-17'],
  ['2023-01-02', '45 days, EOM', '2023-02-28'],
  ['2023-01-02', 'EOM, 45 days', '2023-03-17'],
  ['2024-01-02', '45 days, EOM', '2024-02-29'],
  ['2026-01-15', '45 jours fin de mois', '2026-03-31'],
  ['2026-01-15', '30 EOM 10', '2026-03-10'],
  // That day, or the next one on or after it
  ['2026-03-09', 'day 10', '2026-03-10'],
  ['2026-03-10', 'day 10', '2026-03-10'],
  ['2026-03-11', 'day 10', '2026-04-10'],
  ['2026-12-11', 'day 10', '2027-01-10'],
  ['2026-02-10', 'day 31', '2026-02-28'],
  ['2026-02-28', 'day 31', '2026-02-28'],
  ['2026-01-31', 'day 30', '2026-02-28'],
  ['2026-04-30', 'day 31', '2026-04-30'],
  ['2026-05-31', 'day 31', '2026-05-31'],
] as const satisfies readonly (readonly [CivilDate, string, CivilDate])[]) {
  test(`issued ${issued}, ${text}: due ${due}`, () => {
    expect(civilDate(dueDay(dayNumber(issued), parsed(text)))).toBe(due);
  });
}

test('the default is 30 days', () => expect(DEFAULT_TERMS).toEqual(parsed('30 days')));

for (const [text, fr, en] of [
  ['comptant', 'comptant', 'immediate'],
  ['30', '30 jours', '30 days'],
  ['1', '1 jour', '1 day'],
  ['0', '0 jour', '0 days'],
  ['1 month', '1 mois', '1 month'],
  ['2 mois', '2 mois', '2 months'],
  ['30 EOM 10', '30 jours, fin de mois, le 10', '30 days, EOM, day 10'],
] as const) {
  test(`${text} is written "${fr}" and "${en}"`, () => {
    expect([termsText(parsed(text), 'fr'), termsText(parsed(text), 'en')]).toEqual([fr, en]);
  });
}

const someStep: fc.Arbitrary<TermStep> = fc.oneof(
  fc.record({ step: fc.constant('days'), count: fc.integer({ min: 0, max: 3650 }) }),
  fc.record({ step: fc.constant('months'), count: fc.integer({ min: 0, max: 120 }) }),
  fc.record({ step: fc.constant('endOfMonth') }),
  fc.record({ step: fc.constant('dayOfMonth'), day: fc.integer({ min: 1, max: 31 }) }),
);
const someTerms = fc.array(someStep, { maxLength: 6 });
const someDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2150-12-31') });

test('terms are read back from their text in both languages', () => {
  fc.assert(
    fc.property(someTerms, (terms) => {
      for (const language of LANGUAGES) expect(parsed(termsText(terms, language))).toEqual(terms);
    }),
  );
});

test('no term falls due before the issue day, and a later issue never falls due before an earlier one', () => {
  fc.assert(
    fc.property(someTerms, someDay, fc.integer({ min: 0, max: 40 }), (terms, day, later) => {
      expect(dueDay(day, terms)).toBeGreaterThanOrEqual(day);
      expect(dueDay(day + later, terms)).toBeGreaterThanOrEqual(dueDay(day, terms));
    }),
    { numRuns: 5000 },
  );
});

test('a day of the month is met within 31 days, on that day or on the last of a shorter month', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 31 }), (day, dayOfMonth) => {
      const due = dueDay(day, [{ step: 'dayOfMonth', day: dayOfMonth }]);
      expect(due - day).toBeLessThanOrEqual(31);
      if (Number(civilDate(due).slice(8)) !== dayOfMonth) expect(due).toBe(endOfMonth(due));
    }),
    { numRuns: 5000 },
  );
});
