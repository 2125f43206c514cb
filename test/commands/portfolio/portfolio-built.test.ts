/** What only the built command shows: the painter and its typeface are found beside it, and a portfolio runs as processes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { partOf, readMime } from '../../delivery/mime-parts.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { writeFolder } from '../../sources/csv-fixture.ts';
import { buildOnce, encaisse } from '../built-command.ts';
import { CLEAN } from '../registers.ts';
import { filesBelow } from '../runs.ts';

beforeAll(buildOnce, 120_000);

const DAY = ['--as-of', '2026-11-20'];

test('the built command paints the mail’s charts', async () => {
  const folder = temporaryFolder();
  const { code, err } = await encaisse(['report', '--register', writeFolder(CLEAN), ...DAY, '--email'], {
    folder,
  });
  expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('brouillon prêt') });
  const draft = filesBelow(folder).find((name) => name.endsWith('.eml')) ?? '';
  const [, ...pictures] = partOf(readMime(readFileSync(join(folder, draft))), 'multipart/related').parts;
  expect(pictures.length).toBeGreaterThan(0);
  for (const { body } of pictures) expect(body.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
});

test('two tasks of Cloud Run at once, then the overview', async () => {
  const folder = temporaryFolder();
  const registers = ['A', 'B', 'C'].map((name) => ({ name, register: writeFolder(CLEAN) }));
  writeFileSync(join(folder, 'p.json'), JSON.stringify({ folder: 'out', registers }));
  const task = (index: string) =>
    encaisse(['portfolio', 'p.json', ...DAY], {
      folder,
      variables: { CLOUD_RUN_TASK_INDEX: index, CLOUD_RUN_TASK_COUNT: '2' },
    });
  const codes = (await Promise.all([task('0'), task('1')])).map(({ code }) => code);
  expect(codes).toEqual([0, 0]);
  const { code, out } = await encaisse(['portfolio', 'p.json', '--overview'], { folder });
  expect(code).toBe(0);
  expect(out).toContain('3 sur 3');
});
