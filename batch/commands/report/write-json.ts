/** Writes the report's JSON: to a file aside, then renamed, or to the standard output. */
import { Readable } from 'node:stream';
import { reportJson } from '../../answers/json.ts';
import type { Report } from '../../answers/report.ts';
import { writeWhole } from '../../answers/whole-file.ts';
import type { Output } from '../ground/world.ts';

/** A write per half million characters: each costs a system call. */
const BATCH = 1 << 19;

export async function writeJsonFile(report: Report, path: string): Promise<void> {
  await writeWhole(Readable.from(batches(report)), path);
}

export async function writeJsonTo(output: Output, report: Report): Promise<void> {
  for (const batch of batches(report)) await output.write(batch);
}

function* batches(report: Report): Generator<string> {
  let batch = '';
  for (const piece of reportJson(report)) {
    batch += piece;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = '';
  }
  yield batch;
}
