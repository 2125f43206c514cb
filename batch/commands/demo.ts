/** `encaisse demo`: the whole job on a sample register, without any account. */
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { CivilDate } from '../../shared/base/civil-date.ts';
import { generateRegister } from '../sample/generate.ts';
import { demoSample } from '../sample/options.ts';
import { writeCsvFolder } from '../sample/write-csv.ts';
import { writing } from './ground/failures.ts';
import type { ExitCode, World } from './ground/world.ts';
import { runReport } from './report/report.ts';

/** The same day every time, so that everybody sees the same figures. */
const DEMO_DAY: CivilDate = '2026-11-20';
const FOLDER = 'out/demo';
/** The client that owes most gets a page of its own. */
const LARGEST = 'C002';

/** Writes the sample register, then its report as workbook, JSON and mail draft. The register's few mistakes are its point: done is 0. */
export async function runDemo(world: World): Promise<ExitCode> {
  const folder = resolve(world.folder, FOLDER);
  const register = join(folder, 'register');
  await writing(FOLDER, () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeCsvFolder(generateRegister({ ...demoSample(DEMO_DAY), withMistakes: true }), register);
  });
  const inFolder = (name: string): string => relative(world.folder, join(folder, name));
  world.talk(demoWords(world, inFolder('register')));
  const code = await runReport(
    {
      register,
      asOf: DEMO_DAY,
      xlsx: inFolder('encaisse.xlsx'),
      json: inFolder('encaisse.json'),
      email: true,
      to: [],
      via: 'outbox',
      outbox: inFolder('outbox'),
      state: inFolder('state'),
      compare: null,
      clients: [LARGEST],
      again: false,
      dryRun: false,
    },
    world,
  );
  return code === 1 ? 0 : code;
}

function demoWords({ language }: World, register: string): string {
  return language === 'fr'
    ? `registre d’exemple\u202f: ${register} (60 clients, deux ans et demi, quelques fautes de saisie voulues)`
    : `sample register: ${register} (60 clients, two and a half years, a few intended mistakes)`;
}
