/** `encaisse demo`: the whole job without an account, the same bytes every time. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runDemo } from '../../batch/commands/demo.ts';
import { headerText, partOf, readMime } from '../delivery/mime-parts.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';
import { typeset } from '../french.ts';
import { fakeWorld, filesBelow } from './runs.ts';

async function demoIn(folder: string) {
  const { world, out, talk } = fakeWorld({ folder });
  const code = await runDemo(world);
  return { code, out: out.join(''), talk, files: filesBelow(folder) };
}

const bytes = (folder: string, name: string) => readFileSync(join(folder, 'out/demo', name));

test('register, workbook, JSON and drafts; a second time the same bytes', async () => {
  const [first, second] = [temporaryFolder(), temporaryFolder()];
  const { code, out, talk, files } = await demoIn(first);
  expect(code).toBe(0);
  expect(out).toContain('298\u202f590,63\u202f€');
  expect(talk[0]).toBe(
    typeset(
      'registre d’exemple : out/demo/register (60 clients, deux ans et demi, quelques fautes de saisie voulues)',
    ),
  );
  expect(files.filter((name) => !/register|state/.test(name))).toEqual([
    'out/demo/encaisse.json',
    'out/demo/encaisse.xlsx',
    expect.stringMatching(/^out\/demo\/outbox\/2026-W47-expert-comptable-exemple\.fr-\w+\.eml$/),
    expect.stringMatching(/^out\/demo\/outbox\/2026-W47-gerance-exemple\.fr-\w+\.eml$/),
  ]);
  expect((await demoIn(second)).files.length).toBe(files.length);
  const same = files
    .filter((name) => !/outbox|state/.test(name))
    .map((name) => name.slice('out/demo/'.length));
  for (const name of same) expect(bytes(second, name).equals(bytes(first, name)), name).toBe(true);

  const draft = files.find((name) => name.endsWith('.eml')) ?? '';
  const mail = readMime(readFileSync(join(first, draft)));
  expect(headerText(mail, 'x-unsent')).toBe('1');
  expect(headerText(mail, 'subject')).toContain('Atelier Clairvoie');
  const workbook = partOf(mail, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  expect(workbook.body.equals(bytes(first, 'encaisse.xlsx'))).toBe(true);
});

test('what an earlier one left is gone', async () => {
  const folder = temporaryFolder();
  await demoIn(folder);
  writeFileSync(join(folder, 'out/demo/register/drafts.csv'), 'old');
  const { code, talk, files } = await demoIn(folder);
  expect(code).toBe(0);
  expect(files).not.toContain('out/demo/register/drafts.csv');
  expect(talk.filter((line) => line.includes('brouillon prêt'))).toHaveLength(2);
});

test('where it may not write it says so', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'out'), 'a file where the folder belongs');
  const { world } = fakeWorld({ folder });
  await expect(runDemo(world)).rejects.toThrow(/"out\/demo" cannot be written \(E\w+\)/);
});
