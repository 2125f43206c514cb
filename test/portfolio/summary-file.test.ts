import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../batch/portfolio/summary.ts';
import { readSummary, writeSummary } from '../../batch/portfolio/summary-file.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';
import { figures, sums } from './firms.ts';

const FIRM = { name: 'Dupont', register: 'dupont' };

function written(outcome: Outcome) {
  const path = join(temporaryFolder(), 'summaries', 'dupont.json');
  writeSummary(path, FIRM, outcome);
  return path;
}

for (const [name, outcome] of [
  [
    'figures',
    { figures: figures({ currencies: [sums(), sums({ currency: 'KWD', dso: null })] }), reason: null },
  ],
  ['no currency at all', { figures: figures({ currencies: [] }), reason: null }],
  ['a reason', { figures: null, reason: { fr: 'le « x » manque', en: 'no "x"' } }],
] as const) {
  test(`${name} come back as they were`, () => expect(readSummary(written(outcome), FIRM)).toEqual(outcome));
}

test('amounts are decimal texts of their currency', () => {
  const outcome = {
    figures: figures({ currencies: [sums({ currency: 'KWD', open: 10_500 })] }),
    reason: null,
  };
  expect(readFileSync(written(outcome), 'utf8')).toContain('"open": "10.500"');
});

const NOT_DONE = 'not done yet: run the part that holds it, then --overview';
const DAMAGED = 'its summary cannot be read: run the portfolio again for this register';

describe('what is not there or not ours', () => {
  test('no file', () => {
    const { reason } = readSummary(join(temporaryFolder(), 'a.json'), FIRM);
    expect(reason?.en).toBe(NOT_DONE);
  });
  for (const [name, other] of [
    ['another register under the same name', { name: 'Dupont', register: 'durand' }],
    ['another name for the same file', { name: 'dupont', register: 'dupont' }],
  ] as const) {
    test(name, () => {
      const path = written({ figures: figures(), reason: null });
      expect(readSummary(path, other).reason?.en).toBe(NOT_DONE);
    });
  }
  test('a folder where the file should be', () => {
    const path = join(temporaryFolder(), 'a.json');
    mkdirSync(path);
    expect(readSummary(path, FIRM).reason?.en).toBe(DAMAGED);
  });
});

describe('a damaged summary says so, and counts in nothing', () => {
  for (const [name, from, to] of [
    ['cut short', '"figures"', '"fig'],
    ['another schema', '"schema": 1', '"schema": 2'],
    ['a day that is none', '"2026-11-20"', '"2026-02-30"'],
    ['an amount as a number', '"open": "1000.00"', '"open": 1000'],
    ['an amount with too many decimals', '"open": "1000.00"', '"open": "1000.001"'],
    ['an amount with too few', '"open": "1000.00"', '"open": "1000"'],
    ['a currency nobody knows', '"EUR"', '"euros"'],
    ['a count below zero', '"problems": 2', '"problems": -2'],
    ['a grade of nothing', '"grade": "C"', '"grade": "E"'],
    ['a DSO in words', '"dso": 45.5', '"dso": "45.5"'],
    ['a flag in words', '"moving": false', '"moving": "no"'],
    ['a client without its name', '"name": "Client"', '"nom": "Client"'],
    ['no list of clients', '"clients": [', '"client": ['],
    ['days of a client below zero', '"oldestDays": 12', '"oldestDays": -1'],
  ] as const) {
    test(name, () => {
      const path = written({ figures: figures(), reason: null });
      const text = readFileSync(path, 'utf8');
      expect(text).toContain(from);
      writeFileSync(path, text.replace(from, to));
      expect(readSummary(path, FIRM)).toMatchObject({ figures: null, reason: { en: DAMAGED } });
    });
  }
});
