/** GIF pictures of black and white, read back to pixels: as little of the format as one picture needs (GIF89a, LZW). */

export type Pixels = { readonly width: number; readonly height: number; readonly rgba: Uint8ClampedArray };

export function readGif(base64: string): Pixels {
  const bytes = Buffer.from(base64, 'base64');
  if (!/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) throw new Error('no GIF');
  const width = bytes.readUInt16LE(6);
  const height = bytes.readUInt16LE(8);
  const colours = 2 ** ((bytes[10] & 7) + 1);
  let at = 13 + 3 * colours;
  while (bytes[at] === 0x21) at = afterBlocks(bytes, at + 2); // extensions
  if (bytes[at] !== 0x2c) throw new Error('no picture');
  const indexes = unpack(blocksFrom(bytes, at + 11), bytes[at + 10]);
  const rgba = new Uint8ClampedArray(4 * width * height);
  indexes.forEach((index, pixel) => {
    for (let channel = 0; channel < 3; channel++)
      rgba[4 * pixel + channel] = bytes[13 + 3 * index + channel] ?? 0;
    rgba[4 * pixel + 3] = 255;
  });
  return { width, height, rgba };
}

function afterBlocks(bytes: Buffer, start: number): number {
  let at = start;
  while (bytes[at] !== 0) at += bytes[at] + 1;
  return at + 1;
}

function blocksFrom(bytes: Buffer, start: number): Buffer {
  const blocks: Buffer[] = [];
  for (let at = start; bytes[at] !== 0; at += bytes[at] + 1)
    blocks.push(bytes.subarray(at + 1, at + 1 + bytes[at]));
  return Buffer.concat(blocks);
}

/** LZW with codes of growing width. @param least the code width of plain colours */
function unpack(data: Buffer, least: number): readonly number[] {
  const clear = 1 << least;
  const pixels: number[] = [];
  let table: number[][] = [];
  let before: readonly number[] | null = null;
  let width = least + 1;
  for (let bit = 0; bit + width <= 8 * data.length; ) {
    const code = bitsAt(data, bit, width);
    bit += width;
    if (code === clear + 1) break;
    if (code === clear) {
      table = Array.from({ length: clear + 2 }, (_, colour) => [colour]);
      width = least + 1;
      before = null;
      continue;
    }
    const known: readonly number[] | undefined = table[code];
    const entry: readonly number[] = known ?? [...(before ?? []), before?.[0] ?? 0];
    if (before) table.push([...before, entry[0]]);
    if (table.length === 1 << width && width < 12) width++;
    pixels.push(...entry);
    before = entry;
  }
  return pixels;
}

function bitsAt(data: Buffer, start: number, count: number): number {
  let value = 0;
  for (let k = 0; k < count; k++) value |= ((data[(start + k) >> 3] >> ((start + k) & 7)) & 1) << k;
  return value;
}
