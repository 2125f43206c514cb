import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { terminalProgress } from '../../../batch/commands/ground/terminal-progress.ts';
import type { Language } from '../../../shared/base/words.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

const TITLE = { fr: 'Lecture', en: 'Reading' };

/** What is drawn while the work stands at each share after each time. */
function drawn(
  isTTY: boolean,
  steps: readonly (readonly [ms: number, share: number | null])[],
  language: Language = 'fr',
) {
  const written: string[] = [];
  const stream = { isTTY, write: (text: string | Uint8Array) => written.push(String(text)) > 0 };
  const progress = terminalProgress(stream, TITLE, language);
  for (const [ms, share] of steps) {
    vi.advanceTimersByTime(ms);
    progress.at(share);
  }
  progress.done();
  return written;
}

const WIPED = '\r\x1b[2K';

test('nothing on what is no terminal', () => expect(drawn(false, [[5000, 0.5]])).toEqual([]));

test('nothing within a second', () =>
  expect(
    drawn(true, [
      [500, 0.2],
      [499, 0.9],
    ]),
  ).toEqual([]));

test('a bar after a second, wiped away at the end', () =>
  expect(drawn(true, [[1000, 0.5]])).toEqual([
    `\rLecture ${'█'.repeat(15)}${'░'.repeat(15)} 50\u202f%`,
    WIPED,
  ]));

test('in English', () =>
  expect(drawn(true, [[1000, 1]], 'en')).toEqual([`\rReading ${'█'.repeat(30)} 100%`, WIPED]));

test('drawn ten times a second at most', () =>
  expect(
    drawn(true, [
      [1000, 0.1],
      [99, 0.2],
      [1, 0.3],
    ]),
  ).toEqual([expect.stringContaining('10'), expect.stringContaining('30'), WIPED]));

test('no bar where nobody knows how far the work is', () =>
  expect(drawn(true, [[1000, null]])).toEqual(['\rLecture…', WIPED]));
