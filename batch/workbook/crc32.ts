/** The checksum of a zip's entries by Node itself: the build puts it in the place of yazl's, which is JavaScript and took a twentieth of a large report. */
import { crc32 } from 'node:zlib';

/** @param before the checksum of what came before these bytes */
export function unsigned(bytes: Uint8Array, before = 0): number {
  return crc32(bytes, before);
}
