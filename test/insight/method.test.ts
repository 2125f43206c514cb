/** What is told of the method is what the code does: the figures named stand where the rule has them. */
import { expect, test } from 'vitest';
import { BACK_TEST_WEEKS } from '../../shared/insight/forecast/back-test.ts';
import { latenessParts, PARTS_OF_LATENESS } from '../../shared/insight/late-rate.ts';
import { FORESIGHT_LIMITS, FORESIGHT_METHOD } from '../../shared/insight/method.ts';
import { gradeOf } from '../../shared/insight/risk/risk.ts';

const told = (what: string) => {
  const found = FORESIGHT_METHOD.find(({ what: { en } }) => en === what);
  if (!found) throw new Error(`nothing is told of ${what}`);
  return found.how;
};

test('the grades', () => {
  const edges = [...told('Risk score').en.matchAll(/[ABC] below (\d+)/g)].map(([, edge]) => Number(edge));
  expect(edges.map((edge) => `${gradeOf(edge - 1)}${gradeOf(edge)}`)).toEqual(['AB', 'BC', 'CD']);
  expect(told('Risk score').fr).toContain('A sous 25, B sous 45, C sous 65');
});

test('how late is how bad', () => {
  expect(told('Risk score').en).toContain(
    '10 days early or more cost nothing, 20 days late or more cost it all',
  );
  expect([latenessParts(-10), latenessParts(20)]).toEqual([0, PARTS_OF_LATENESS]);
  expect([latenessParts(-9) > 0, latenessParts(19) < PARTS_OF_LATENESS]).toEqual([true, true]);
});

test('the past forecasts', () => {
  expect(BACK_TEST_WEEKS.join(' ')).toBe('4 8 13');
  expect(told('Past forecasts').en).toContain('4, 8 and 13 weeks ago');
});

test('both languages say something, and as much', () => {
  for (const { en, fr } of [...FORESIGHT_METHOD.map(({ how }) => how), ...FORESIGHT_LIMITS]) {
    expect(en.length).toBeGreaterThan(50);
    expect(fr.length / en.length).toBeGreaterThan(0.7);
    expect(fr.length / en.length).toBeLessThan(1.6);
  }
});
