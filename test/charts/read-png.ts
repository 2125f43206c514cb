/** Reads back a PNG of eight-bit RGBA, as the painter writes it: every line's filter undone (PNG, second edition, §9). */
import { inflateSync } from 'node:zlib';

export type Pixels = { readonly width: number; readonly height: number; at(x: number, y: number): string };

/** @returns the colours as `#rrggbb`, with ` *` where one lets through what is behind it */
export function readPng(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png);
  if (bytes.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw new Error('no PNG');
  const chunks = chunksOf(bytes);
  const head = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  if (head[8] !== 8 || head[9] !== 6 || head[12] !== 0) throw new Error('not eight bits RGBA, line by line');
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const raw = unfiltered(inflateSync(packed), width, height);
  return {
    width,
    height,
    at(x, y) {
      const place = (y * width + x) * 4;
      const colour = raw.subarray(place, place + 3).toString('hex');
      return `#${colour}${raw[place + 3] === 255 ? '' : ' *'}`;
    },
  };
}

function chunksOf(bytes: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const chunks = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.subarray(at + 4, at + 8).toString('latin1');
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function unfiltered(lines: Buffer, width: number, height: number): Buffer {
  const size = width * 4;
  const out = Buffer.alloc(size * height);
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (size + 1)];
    for (let x = 0; x < size; x++) {
      const left = x < 4 ? 0 : out[y * size + x - 4];
      const above = y === 0 ? 0 : out[(y - 1) * size + x];
      const corner = x < 4 || y === 0 ? 0 : out[(y - 1) * size + x - 4];
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter];
      out[y * size + x] = lines[y * (size + 1) + 1 + x] + guess;
    }
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map((one) => Math.abs(guess - one));
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}
