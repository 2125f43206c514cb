/** Several files that are all whole, or none of them there. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export type NewFile = { readonly path: string; readonly bytes: Uint8Array };

/** Writes them all aside, then gives them their names. Where one cannot be written, none is. Throws what the disk says. */
export async function writeFiles(files: readonly NewFile[]): Promise<void> {
  const aside = files.map(({ path }) => join(dirname(path), `.${basename(path)}.${process.pid}.part`));
  try {
    for (const [index, { bytes, path }] of files.entries()) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(aside[index], bytes, { flush: true });
    }
    for (const [index, { path }] of files.entries()) await rename(aside[index], path);
  } finally {
    for (const path of aside) await rm(path, { force: true });
  }
}
