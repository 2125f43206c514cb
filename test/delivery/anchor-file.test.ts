import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorPath, keepAnchor, readAnchors } from '../../batch/delivery/anchor-file.ts';
import { dayNumber } from '../../shared/base/civil-date.ts';
import type { Anchor } from '../../shared/insight/audit/seals/anchors.ts';
import { temporaryFolder } from './temporary-folder.ts';

const anchor = (week: number): Anchor => ({
  at: `2026-11-${10 + week}T06:00:00.000Z`,
  asOf: dayNumber('2026-11-10') + week,
  seq: week * 3,
  hash: `h1:${week}`,
  documents: week * 2,
  totals: [
    { minor: week * 100_01, currency: 'EUR' },
    { minor: -5, currency: 'USD' },
  ],
});

function filled(...weeks: readonly number[]): string {
  const path = anchorPath(join(temporaryFolder(), 'state'), 'REGISTER');
  for (const week of weeks) keepAnchor(path, anchor(week));
  return path;
}

test('what was kept is read back, oldest first', () => {
  expect(readAnchors(filled(1, 2, 3))).toEqual({ anchors: [1, 2, 3].map(anchor), brokenFrom: null });
});

test('no file is no anchor', () => {
  expect(readAnchors(filled())).toEqual({ anchors: [], brokenFrom: null });
});

test('each register has a file of its own', () => {
  expect(anchorPath('s', 'A')).not.toBe(anchorPath('s', 'B'));
});

test('a run that saw the same adds nothing', () => {
  const path = filled(1);
  const before = readFileSync(path, 'utf8');
  keepAnchor(path, { ...anchor(1), at: '2026-11-12T06:00:00.000Z' });
  expect(readFileSync(path, 'utf8')).toBe(before);
});

describe('a file that somebody touched', () => {
  const touched = (change: (lines: string[]) => readonly string[]): string => {
    const path = filled(1, 2, 3);
    writeFileSync(
      path,
      change(readFileSync(path, 'utf8').trimEnd().split('\n'))
        .map((line) => `${line}\n`)
        .join(''),
    );
    return path;
  };
  for (const [name, change, brokenFrom] of [
    ['a number changed', ([a, b, c]: string[]) => [a, b.replace('"documents":4', '"documents":3'), c], 3],
    [
      'the last one changed shows against the register only',
      ([a, b, c]: string[]) => [a, b, c.replace('"documents":6', '"documents":5')],
      null,
    ],
    ['a line taken out', ([a, , c]: string[]) => [a, c], 2],
    ['the first taken out', ([, b, c]: string[]) => [b, c], 1],
    ['two swapped', ([a, b, c]: string[]) => [b, a, c], 1],
    ['another spelling of the same', ([a, b, c]: string[]) => [a.replace('{', '{ '), b, c], 1],
    ['no JSON', () => ['x'], 1],
    ['a key less', ([a]: string[]) => [a.replace('"seq":3,', '')], 1],
    ['a day that is none', ([a]: string[]) => [a.replace('2026-11-11"', '2026-13-11"')], 1],
    ['half a count', ([a]: string[]) => [a.replace('"documents":2', '"documents":2.5')], 1],
    ['a sum that is text', ([a]: string[]) => [a.replace('"minor":10001', '"minor":"10001"')], 1],
    ['an empty line at its end', (lines: string[]) => [...lines, ''], 4],
  ] as const) {
    test(name, () => expect(readAnchors(touched(change)).brokenFrom).toBe(brokenFrom));
  }
  test('is read up to there, and never written to again', () => {
    const path = touched(([a, , c]) => [a, c]);
    const before = readFileSync(path, 'utf8');
    keepAnchor(path, anchor(4));
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(readAnchors(path).anchors).toEqual([anchor(1)]);
  });
  test('cannot be read at all', () => {
    expect(readAnchors(temporaryFolder())).toEqual({ anchors: [], brokenFrom: 1 });
  });
});
