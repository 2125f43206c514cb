/** Writes the report's JSON: to a file aside, then renamed, or to the standard output. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { reportJson } from '../answers/json.ts';
import type { Report } from '../answers/report.ts';
import type { Output } from './world.ts';

/** A write per half million characters: each costs a system call. */
const BATCH = 1 << 19;

export async function writeJsonFile(report: Report, path: string): Promise<void> {
  const aside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await pipeline(Readable.from(batches(report)), createWriteStream(aside, { flush: true }));
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
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
