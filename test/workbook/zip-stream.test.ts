import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type ZipEntry, zipStream } from '../../batch/workbook/xlsx/zip-stream.ts';

const DAY = new Date(Date.UTC(2026, 10, 20));

function zipped(entries: readonly ZipEntry[], day = DAY): Promise<Buffer> {
  return buffer(zipStream(entries, day));
}

test('what is zipped comes back, whatever its size and in how many chunks', async () => {
  const part = fc.array(fc.uint8Array({ maxLength: 5_000 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { maxLength: 4 }),
      fc.integer({ min: 1, max: 9 }),
      async (parts, level) => {
        const entries = parts.map((chunks, at) => ({ path: `part${at}.xml`, level, chunks: () => chunks }));
        const back = unzipSync(await zipped(entries));
        expect(Object.keys(back)).toEqual(entries.map(({ path }) => path));
        parts.forEach((chunks, at) => {
          expect(Buffer.from(back[`part${at}.xml`])).toEqual(Buffer.concat(chunks));
        });
      },
    ),
    { numRuns: 50 },
  );
});

test('the same entries give the same bytes', async () => {
  const entries = [{ path: 'a.xml', level: 6, chunks: () => [Buffer.from('<a/>')] }];
  expect(await zipped(entries)).toEqual(await zipped(entries));
});

test('the time stamp is the day, and no year is before 1980', async () => {
  const dateOf = async (day: Date) => {
    const stamp = (await zipped([{ path: 'a', level: 1, chunks: () => [] }], day)).readUInt16LE(12);
    return [1980 + (stamp >> 9), (stamp >> 5) & 15, stamp & 31];
  };
  expect(await dateOf(DAY)).toEqual([2026, 11, 20]);
  expect(await dateOf(new Date(Date.UTC(1950, 0, 2)))).toEqual([1980, 1, 2]);
});

test('an error while a part is made ends the zip with that error', async () => {
  function* broken(): Generator<Uint8Array> {
    yield Buffer.from('half');
    throw new Error('NaN is no number a workbook can hold');
  }
  const entries = [{ path: 'a.xml', level: 1, chunks: broken }];
  await expect(zipped(entries)).rejects.toThrow('NaN is no number a workbook can hold');
});
