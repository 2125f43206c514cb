/** The names of a portfolio's files: one register's never stand on another's, in every file system. */
import { join } from 'node:path';
import { safeFileName } from '../delivery/file-name.ts';

const OVERVIEW = 'overview';

export type RegisterFiles = { readonly xlsx: string; readonly json: string; readonly summary: string };

/** The files of each register, in the order given. Names that are the same once made safe are numbered from 2 on. */
export function registerFiles(folder: string, names: readonly string[]): readonly RegisterFiles[] {
  const taken = new Set([OVERVIEW]);
  return names.map((name) => {
    const stem = freeStem(stemOf(name), taken);
    taken.add(stem.toLowerCase());
    return {
      xlsx: join(folder, `${stem}.xlsx`),
      json: join(folder, `${stem}.json`),
      summary: join(summaryFolder(folder), `${stem}.json`),
    };
  });
}

function summaryFolder(folder: string): string {
  return join(folder, 'summaries');
}

export function overviewFiles(folder: string): { readonly xlsx: string; readonly json: string } {
  return { xlsx: join(folder, `${OVERVIEW}.xlsx`), json: join(folder, `${OVERVIEW}.json`) };
}

const LONGEST = 70; // room for a number and an extension

function stemOf(name: string): string {
  return safeFileName(`${name.replace(/[/\\]/g, '-')}.json`)
    .replace(/\.json$/, '')
    .slice(0, LONGEST);
}

/** Upper and lower case are one on many disks. */
function freeStem(stem: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const wanted = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(wanted.toLowerCase())) return wanted;
  }
}
