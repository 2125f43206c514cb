/** Rows have no order: the same rows shuffled give the same report, to the byte. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { generateRegister } from '../../batch/sample/generate.ts';
import { demoSample } from '../../batch/sample/options.ts';
import { writeCsvFolder } from '../../batch/sample/write-csv.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';
import { writeFolder } from '../sources/csv-fixture.ts';
import { AS_OF, HAND_MADE } from './hand-made.ts';
import { jsonTextOf } from './json-of.ts';

function sampleFolder(): string {
  const folder = join(temporaryFolder(), 'register');
  writeCsvFolder(generateRegister(demoSample(AS_OF)), folder);
  return folder;
}

/** Puts every file's rows and columns into another order. */
function rearrange(folder: string, order: (rows: string[][]) => string[][]): void {
  for (const name of readdirSync(folder)) {
    const [header = [], ...rows]: string[][] = parse(readFileSync(join(folder, name)));
    const text = [header, ...order(rows)].map((row) => [...row].reverse().map(quoted).join(',')).join('\n');
    writeFileSync(join(folder, name), `${text}\n`);
  }
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** By a number that has nothing to do with the row: the same shuffle every time. */
function shuffled(rows: string[][]): string[][] {
  const key = (place: number): number => (place * 7919 + 13) % 10_007;
  return rows
    .map((row, place) => ({ row, place }))
    .sort((a, b) => key(a.place) - key(b.place))
    .map(({ row }) => row);
}

const ORDERS = { reversed: (rows: string[][]) => rows.reverse(), shuffled };

for (const [register, make] of [
  ['the sample', sampleFolder],
  ['the hand-made register', () => writeFolder(HAND_MADE)],
] as const) {
  describe(register, () => {
    for (const [name, order] of Object.entries(ORDERS)) {
      test(`${name}, the columns too`, async () => {
        const folder = make();
        const before = await jsonTextOf(folder, AS_OF);
        rearrange(folder, order);
        const after = await jsonTextOf(folder, AS_OF);
        expect(firstDifference(withoutRows(before), withoutRows(after))).toBe('');
      });
    }
  });
}

/** Where a finding stands is the one thing that moves with the rows. */
function withoutRows(text: string): string {
  return text.replaceAll(/"row":\d+/g, '"row":0');
}

/** The first line that differs: the texts have thousands. */
function firstDifference(before: string, after: string): string {
  const lines = after.split('\n');
  const at = before.split('\n').findIndex((line, place) => line !== lines[place]);
  return at < 0 ? '' : `line ${at + 1}\n- ${before.split('\n')[at]}\n+ ${lines[at]}`;
}
