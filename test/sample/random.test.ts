import { expect, test } from 'vitest';
import { makeRandom } from '../../batch/sample/random.ts';
import { invoicesPerDay } from '../../batch/sample/seasons.ts';
import { civilDate, dayNumber, weekday } from '../../shared/base/civil-date.ts';

test('the same seed and stream repeat; another of either does not', () => {
  const draw = (seed: number, stream: string) => {
    const random = makeRandom(seed, stream);
    return Array.from({ length: 20 }, random.next);
  };
  expect(draw(1, 'a')).toEqual(draw(1, 'a'));
  expect(draw(2, 'a')).not.toEqual(draw(1, 'a'));
  expect(draw(1, 'b')).not.toEqual(draw(1, 'a'));
});

test('whole numbers cover their range evenly, a bell its middle', () => {
  const random = makeRandom(5, 'dice');
  const counts = new Map<number, number>();
  const bells = new Map<number, number>();
  for (let i = 0; i < 6000; i++) {
    const die = random.int(1, 6);
    const bell = random.bell(1, 5);
    counts.set(die, (counts.get(die) ?? 0) + 1);
    bells.set(bell, (bells.get(bell) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  expect([...bells.keys()].sort()).toEqual([1, 2, 3, 4, 5]);
  expect(bells.get(3)).toBeGreaterThan((bells.get(1) ?? 0) * 3);
});

const START = dayNumber('2024-05-21');
const END = dayNumber('2026-11-20');

for (const invoices of [0, 1, 1100, 50_000]) {
  test(`${invoices} invoices are all spread, on working days`, () => {
    const counts = invoicesPerDay(START, END, invoices, makeRandom(1, 'days'));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(invoices);
    counts.forEach((count, i) => {
      expect(count).toBeGreaterThanOrEqual(0);
      if (weekday(START + i) > 5) expect(count).toBe(0);
    });
  });
}

test('August is slow, November busy, and the firm grows', () => {
  const counts = invoicesPerDay(START, END, 50_000, makeRandom(1, 'days'));
  const inMonth = (month: string) =>
    counts.reduce((sum, count, i) => (civilDate(START + i).startsWith(month) ? sum + count : sum), 0);
  expect(inMonth('2025-08')).toBeLessThan(inMonth('2025-06') * 0.6);
  expect(inMonth('2025-11')).toBeGreaterThan(inMonth('2025-06') * 1.05);
  expect(inMonth('2026-06')).toBeGreaterThan(inMonth('2024-06') * 1.1);
});

test('a span without a working day is refused', () => {
  const saturday = dayNumber('2026-11-21');
  const random = makeRandom(1, 'days');
  expect(() => invoicesPerDay(saturday, saturday + 1, 5, random)).toThrow('the span holds no office day');
});
