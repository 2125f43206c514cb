import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import {
  DEFAULT_FORMATS,
  isDocumentNumber,
  type NumberFormat,
  nextNumber,
  parseNumberFormat,
  type TakenNumber,
} from '../../shared/invoicing/numbering.ts';

function format(text: string): NumberFormat {
  const parsed = parseNumberFormat(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

function taken(...rows: readonly (readonly [string, CivilDate])[]): readonly TakenNumber[] {
  return rows.map(([number, day]) => ({ number, issueDay: dayNumber(day) }));
}

for (const [text, day, numbers, next] of [
  [DEFAULT_FORMATS.invoice, '2026-11-25', taken(), 'F2026-00001'],
  [DEFAULT_FORMATS.creditNote, '2026-11-25', taken(['F2026-00001', '2026-11-25']), 'A2026-00001'],
  ['F{YYYY}-{00000}', '2026-11-25', taken(['F2026-00009', '2026-11-25']), 'F2026-00010'],
  [
    'F{YYYY}-{00000}',
    '2026-11-25',
    taken(['F2026-00009', '2026-11-01'], ['F2026-00004', '2026-11-25']),
    'F2026-00010',
  ],
  ['F{YYYY}-{00000}', '2027-01-01', taken(['F2026-00009', '2026-12-31']), 'F2027-00001'],
  [
    'F{YYYY}-{00000}',
    '2026-12-31',
    taken(['F2027-00001', '2027-01-01'], ['F2026-00009', '2026-12-31']),
    'F2026-00010',
  ],
  [
    'F{YY}{MM}-{000}',
    '2026-11-25',
    taken(['F2611-007', '2026-11-02'], ['F2610-099', '2026-10-31']),
    'F2611-008',
  ],
  ['F{AAAA}-{000}', '2026-11-25', taken(), 'F2026-001'],
  ['{0}', '2026-11-25', taken(['9', '2026-01-01']), '10'],
  ['{000}', '2026-11-25', taken(['998', '2026-01-01'], ['999', '2026-01-02']), '1000'],
  ['{000}', '2026-11-25', taken(['1000', '2026-01-02']), '1001'],
  ['{000}/{YYYY}', '2026-11-25', taken(['007/2026', '2026-01-02'], ['900/2025', '2025-12-01']), '008/2026'],
  ['F-{000}-X', '2026-11-25', taken(['F-005-X', '2026-01-02'], ['F-006-Y', '2026-01-02']), 'F-006-X'],
  // What only looks like the series does not count.
  [
    'F{YYYY}-{000}',
    '2026-11-25',
    taken(['F2026-5', '2026-01-02'], ['F2026-0005', '2026-01-02'], ['f2026-009', '2026-01-02']),
    'F2026-001',
  ],
  [
    'F{YYYY}-{000}',
    '2026-11-25',
    taken(['F2026-00A', '2026-01-02'], ['F2026-', '2026-01-02'], ['', '2026-01-02']),
    'F2026-001',
  ],
] as const) {
  test(`${text} on ${day} after ${numbers.map(({ number }) => number).join(', ') || 'none'} is ${next}`, () =>
    expect(nextNumber(format(text), dayNumber(day), numbers)).toEqual({ ok: true, number: next }));
}

test('a day before the last of the series is refused with that number and its day; the same day is not', () => {
  const numbers = taken(['F2026-00001', '2026-11-24'], ['F2026-00002', '2026-11-25']);
  const next = (day: CivilDate) => nextNumber(format(DEFAULT_FORMATS.invoice), dayNumber(day), numbers);
  expect(next('2026-11-25')).toEqual({ ok: true, number: 'F2026-00003' });
  expect(next('2026-11-24')).toEqual({
    ok: false,
    error: 'number/not-chronological',
    lastNumber: 'F2026-00002',
    lastDay: '2026-11-25',
  });
});

for (const [text, error] of [
  ['', 'format/no-rank'],
  ['F{YYYY}', 'format/no-rank'],
  ['F{0}{00}', 'format/two-ranks'],
  ['F{YYY}{0}', 'format/unknown-token'],
  ['F{yyyy}-{0}', 'format/unknown-token'],
  ['F{}{0}', 'format/unknown-token'],
  ['F {0}', 'format/character'],
  ['É{0}', 'format/character'],
  ['F{0', 'format/character'],
  ['F}0{0}', 'format/character'],
  ['=F{0}', 'format/character'],
  ['F{MM}-{0}', 'format/month-without-year'],
  ['F1{00}', 'format/rank-runs-into-digits'],
  ['{00}1F', 'format/rank-runs-into-digits'],
  ['{00}{YYYY}', 'format/rank-runs-into-digits'],
  [`${'F'.repeat(31)}{00000}`, 'format/too-long'],
  [`${'F'.repeat(36)}{0}`, 'format/too-long'],
] as const) {
  test(`${text} is no format`, () => expect(parseNumberFormat(text)).toEqual({ ok: false, error }));
}

test('35 characters are a number, 36 are none', () => {
  const longest = format(`${'F'.repeat(33)}{00}`);
  const next = (last: string) =>
    nextNumber(longest, dayNumber('2026-11-25'), taken([`${'F'.repeat(33)}${last}`, '2026-01-01']));
  expect(next('98')).toEqual({ ok: true, number: `${'F'.repeat(33)}99` });
  expect(next('99')).toEqual({ ok: false, error: 'number/too-long' });
});

for (const [text, is] of [
  ['F2026-00012', true],
  ['a/B_c+9', true],
  ['F'.repeat(35), true],
  ['F'.repeat(36), false],
  ['', false],
  ['F 1', false],
  ['Fé1', false],
  ['F1\n', false],
] as const) {
  test(`${JSON.stringify(text)} is ${is ? 'a' : 'no'} number`, () => expect(isDocumentNumber(text)).toBe(is));
}

test('issuing on any days that go forward gives each series 1, 2, 3 … without gap, and no number twice', () => {
  const formats = fc.constantFrom('F{YYYY}-{00000}', 'F{YY}{MM}/{0}', '{000}', '{00}-{YYYY}');
  fc.assert(
    fc.property(formats, fc.array(fc.nat(40), { maxLength: 60 }), (text, steps) => {
      const numbers: TakenNumber[] = [];
      let day = dayNumber('2026-11-01');
      for (const step of steps) {
        day += step;
        const next = nextNumber(format(text), day, numbers);
        if (!next.ok) throw new Error(next.error);
        numbers.push({ number: next.number, issueDay: day });
      }
      expect(new Set(numbers.map(({ number }) => number)).size).toBe(numbers.length);
      const shuffled = [...numbers].reverse();
      expect(nextNumber(format(text), day, shuffled)).toEqual(nextNumber(format(text), day, numbers));
    }),
  );
});
