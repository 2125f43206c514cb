/**
 * A zip file, entry after entry, as it is made: memory holds a few chunks, never a whole part (APPNOTE.TXT 6.3.10).
 * Compression runs in node's own threads while the next rows are written, and the checksum in native code.
 */
import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export type ZipEntry = {
  readonly path: string; // ASCII, as every path of an .xlsx package
  readonly level: number; // of compression: 1 fast … 9 small
  readonly chunks: () => Iterable<Uint8Array>; // asked for when the entry's turn comes
};

/** What the directory at the end says of an entry. */
type Written = { path: string; crc: number; size: number; packed: number; offset: number };

const LOCAL_HEADER = 0x04034b50;
const DATA_DESCRIPTOR = 0x08074b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const VERSION = 20;
const SIZES_FOLLOW = 0x0008; // general purpose flag: sizes and checksum stand behind the data
const DEFLATED = 8;
const LARGEST = 0xffffffff; // beyond it a zip needs its 64-bit form
const CHUNK = 64 * 1024;

/** @param day the time stamp of every entry: the same entries give the same bytes */
export async function* zipBytes(entries: Iterable<ZipEntry>, day: Date): AsyncGenerator<Uint8Array> {
  const stamp = dosDate(day);
  const all: Written[] = [];
  let offset = 0;
  for (const entry of entries) {
    const written: Written = { path: entry.path, crc: 0, size: 0, packed: 0, offset };
    const header = localHeader(written, stamp);
    yield header;
    for await (const chunk of deflated(entry, written)) {
      written.packed += chunk.length;
      yield chunk;
    }
    if (written.size > LARGEST) throw new Error(`${entry.path} is too large for a workbook`);
    const descriptor = dataDescriptor(written);
    yield descriptor;
    offset += header.length + written.packed + descriptor.length;
    all.push(written);
  }
  yield directory(all, stamp, offset);
}

/** The entry's bytes, compressed; what goes wrong while they are made is thrown here. */
function deflated(entry: ZipEntry, written: Written): AsyncIterable<Uint8Array> {
  function* counted(): Generator<Uint8Array> {
    for (const chunk of entry.chunks()) {
      written.crc = crc32(chunk, written.crc);
      written.size += chunk.length;
      yield chunk;
    }
  }
  const deflate = createDeflateRaw({ level: entry.level, chunkSize: CHUNK });
  return pipeline(Readable.from(counted()), deflate, () => {}); // an error ends the iteration with it
}

function localHeader({ path }: Written, stamp: number): Buffer {
  const header = Buffer.alloc(30 + path.length);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(SIZES_FOLLOW, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt32LE(stamp, 10);
  header.writeUInt16LE(path.length, 26);
  header.write(path, 30, 'latin1');
  return header;
}

function dataDescriptor({ crc, packed, size }: Written): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(DATA_DESCRIPTOR, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(packed, 8);
  descriptor.writeUInt32LE(size, 12);
  return descriptor;
}

function directory(all: readonly Written[], stamp: number, offset: number): Buffer {
  if (offset > LARGEST) throw new Error('the workbook is too large');
  const headers = Buffer.concat(all.map((written) => directoryHeader(written, stamp)));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(DIRECTORY_END, 0);
  end.writeUInt16LE(all.length, 8);
  end.writeUInt16LE(all.length, 10);
  end.writeUInt32LE(headers.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([headers, end]);
}

function directoryHeader({ crc, offset, packed, path, size }: Written, stamp: number): Buffer {
  const header = Buffer.alloc(46 + path.length);
  header.writeUInt32LE(DIRECTORY_HEADER, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(SIZES_FOLLOW, 8);
  header.writeUInt16LE(DEFLATED, 10);
  header.writeUInt32LE(stamp, 12);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(path.length, 28);
  header.writeUInt32LE(offset, 42);
  header.write(path, 46, 'latin1');
  return header;
}

/** MS-DOS time (0:00) in the low half, date in the high one; its calendar begins in 1980. */
function dosDate(day: Date): number {
  const year = Math.min(Math.max(day.getUTCFullYear() - 1980, 0), 127);
  return ((year << 25) | ((day.getUTCMonth() + 1) << 21) | (day.getUTCDate() << 16)) >>> 0;
}
