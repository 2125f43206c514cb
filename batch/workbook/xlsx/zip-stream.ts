/** A zip file, entry after entry, as it is made: memory holds a few chunks, never a whole part. */
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export type ZipEntry = {
  readonly path: string;
  readonly level: number; // of compression: 1 fast … 9 small
  readonly chunks: () => Iterable<Uint8Array>; // asked for when the entry's turn comes
};

/** @param day the time stamp of every entry: the same entries give the same bytes */
export function zipStream(entries: Iterable<ZipEntry>, day: Date): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  const fail = (error: Error): void => void output.destroy(error);
  zip.on('error', fail);
  const mtime = localMidnight(day);
  for (const { path, level, chunks } of entries) {
    const options = { mtime, compressionLevel: level, forceDosTimestamp: true };
    zip.addReadStreamLazy(path, options, (use) => {
      const bytes = Readable.from(chunks(), { objectMode: false });
      use(null, bytes.on('error', fail)); // what goes wrong while an entry is made ends the zip
    });
  }
  zip.end();
  zip.outputStream.pipe(output);
  return output;
}

const FIRST_YEAR = 1980; // a zip knows none before

/** Zip files keep local time: midnight of the day wherever the job runs. */
function localMidnight(day: Date): Date {
  return new Date(Math.max(day.getUTCFullYear(), FIRST_YEAR), day.getUTCMonth(), day.getUTCDate());
}
