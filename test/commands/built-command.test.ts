/** What only a process shows: exit codes, standard streams, the terminal's language, a full disk, a reader who leaves. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { HELP } from '../../batch/commands/help.ts';
import { generateRegister } from '../../batch/sample/generate.ts';
import { demoSample } from '../../batch/sample/options.ts';
import { writeCsvFolder } from '../../batch/sample/write-csv.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { AS_OF, HAND_MADE } from '../answers/hand-made.ts';
import { jsonTextOf } from '../answers/json-of.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';
import { typeset } from '../french.ts';
import { writeFolder } from '../sources/csv-fixture.ts';
import { startSheetsServer } from '../workspace/sheets-server.ts';
import { addTab, newSpreadsheet } from '../workspace/spreadsheet.ts';
import { buildOnce, COMMAND, encaisse, type Start } from './built-command.ts';
import { CLEAN, english, WITH_PROBLEM } from './registers.ts';
import { filesBelow } from './runs.ts';

beforeAll(buildOnce);

const inFolder = (folder = temporaryFolder()): Start => ({ folder });
const day = ['--as-of', AS_OF];

describe('exit codes', () => {
  test('0: the summary on the standard output, nothing on the other', async () => {
    const register = writeFolder(CLEAN);
    const { code, out, err } = await encaisse(['report', '--register', register, ...day], inFolder());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Maison Ollier – créances au 2026-11-20\n/);
  });
  test('1: the register has something to mend; all that was asked for is done', async () => {
    const folder = temporaryFolder();
    const args = ['report', '--register', writeFolder(WITH_PROBLEM), ...day];
    const all = [...args, '--xlsx', 'r.xlsx', '--json', 'r.json', '--email'];
    const { code, err } = await encaisse(all, { folder });
    expect(code).toBe(1);
    expect(err).toMatch(
      /^écrit\u202f: r\.xlsx\nécrit\u202f: r\.json\ncompta@example\.com\u202f: brouillon .*\n$/,
    );
    const files = filesBelow(folder).filter((name) => !name.startsWith('.encaisse/'));
    expect(files).toEqual([expect.stringMatching(/^outbox\/.*\.eml$/), 'r.json', 'r.xlsx']);
    const again = await encaisse([...args, '--email'], { folder });
    expect(again.code).toBe(1);
    expect(again.err).toContain('déjà écrit en brouillon cette semaine');
  });
  test('2: nothing to report on', async () => {
    const { code, out, err } = await encaisse(['report'], inFolder());
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^encaisse\u202f: indiquez le registre\u202f: .*\n$/);
  });
  test('3: the folder is not there', async () => {
    const { code, out, err } = await encaisse(['report', '--register', 'absent'], inFolder());
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^encaisse\u202f: le dossier «.*absent\u202f» n’existe pas\u202f; .*\n$/);
  });
  test('3: the mail server cannot be reached', async () => {
    const folder = temporaryFolder();
    const variables = {
      ENCAISSE_SMTP_HOST: '127.0.0.1',
      ENCAISSE_SMTP_PORT: '1',
      ENCAISSE_SMTP_FROM: 'a@example.com',
    };
    const args = ['report', '--register', writeFolder(english()), ...day, '--email', '--via', 'smtp'];
    const { code, err } = await encaisse(args, { folder, variables });
    expect(code).toBe(3);
    expect(err).toMatch(
      /^accounts@example\.com: not sent\. The mail server 127\.0\.0\.1:1 cannot be reached/,
    );
  });
});

describe('what asks for words gets words', () => {
  const ask = async (args: readonly string[], variables: Start['variables'] = {}) =>
    encaisse(args, { ...inFolder(), variables });
  for (const args of [
    ['--help'],
    ['-h'],
    ['help'],
    ['report', '--help'],
    ['report', '--register', 'x', '-h'],
  ]) {
    test(args.join(' '), async () => expect(await ask(args)).toEqual({ code: 0, out: HELP.fr, err: '' }));
  }
  test('nothing: the help on the standard error', async () =>
    expect(await ask([])).toEqual({ code: 2, out: '', err: `${HELP.fr}\n` }));
  test('--version', async () =>
    expect(await ask(['--version'])).toEqual({ code: 0, out: `${packageJson.version}\n`, err: '' }));
  test('an unknown command, in French', async () =>
    expect(await ask(['rapport'])).toEqual({
      code: 2,
      out: '',
      err: `${typeset('encaisse : commande inconnue « rapport » ; « encaisse --help » les montre.')}\n`,
    }));
  test('an argument after demo', async () =>
    expect(await ask(['demo', 'here'], { LANG: 'en' })).toEqual({
      code: 2,
      out: '',
      err: 'encaisse: unexpected argument "here"; "encaisse --help" shows what to write.\n',
    }));
  for (const [variables, language] of [
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'en' }, 'en'],
    [{ LANG: 'en_US', LC_ALL: 'fr_CA.UTF-8' }, 'fr'],
    [{ LANG: 'fr_FR', LC_MESSAGES: 'en_GB' }, 'en'],
    [{ LANG: 'en_GB', LC_ALL: '' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'fr'],
    [{ LANG: '' }, 'fr'],
  ] as const) {
    test(`${JSON.stringify(variables)} is ${language}`, async () => {
      const expected = { fr: 'commande inconnue', en: 'encaisse: unknown command "x"; ' }[language];
      expect((await ask(['x'], variables)).err).toContain(expected);
    });
  }
});

test('--json - prints JSON and nothing else; talk goes to the standard error', async () => {
  const register = writeFolder(HAND_MADE);
  const args = ['report', '--register', register, ...day, '--json', '-', '--email', '--xlsx', 'r.xlsx'];
  const { code, out, err } = await encaisse(args, inFolder());
  expect(code).toBe(0);
  expect(out).toBe(await jsonTextOf(register, AS_OF));
  expect(err.split('\n')).toHaveLength(3);
});

test('the configuration file of the folder, and a Google Sheet on this machine', async () => {
  const folder = temporaryFolder();
  const spreadsheet = newSpreadsheet('1AbcDefGhiJklMnoPqrStuVwxYz0123456789-_AbCdE', 'Registre');
  for (const table of ['clients', 'invoices'] as const) {
    const rows = String(CLEAN[table])
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    addTab(spreadsheet, table, rows);
  }
  const server = await startSheetsServer([spreadsheet]);
  onTestFinished(() => server.close());
  writeFileSync(
    join(folder, 'encaisse.config.json'),
    JSON.stringify({ register: spreadsheet.id, asOf: AS_OF }),
  );
  const variables = { ENCAISSE_SHEETS_ROOT_URL: server.url, ENCAISSE_JSON: '-' };
  const { code, out } = await encaisse(['report'], { folder, variables });
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ asOf: AS_OF, register: { name: 'Registre' } });
});

const onUnix = test.skipIf(process.platform === 'win32');

describe('a disk that fills up while a file is written', () => {
  for (const name of ['r.xlsx', 'r.json']) {
    onUnix(`${name}: the old file stands, nothing lies aside`, async () => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, name), 'old');
      const args = ['report', '--register', writeFolder(HAND_MADE), ...day, `--${name.slice(2)}`, name];
      const { code, err } = await encaisse(args, { folder, shell: 'ulimit -f 8; exec "$@"' });
      expect(code).toBe(3);
      expect(err).toContain(typeset(`« ${name} » ne peut pas être écrit (EFBIG) ; vérifiez`));
      expect(filesBelow(folder)).toEqual([name]);
      expect(readFileSync(join(folder, name), 'utf8')).toBe('old');
    });
  }
  onUnix('the standard output: 3, and no stack', async () => {
    const args = ['report', '--register', writeFolder(HAND_MADE), ...day];
    const { code, err } = await encaisse(args, { ...inFolder(), shell: 'exec "$@" > /dev/full' });
    expect(code).toBe(3);
    expect(err).toMatch(/^encaisse\u202f: «\u202fstdout\u202f» ne peut pas être écrit \(ENOSPC\).*\n$/);
  });
});

describe('a reader who leaves early', () => {
  const sample = () => {
    const register = join(temporaryFolder(), 'register');
    writeCsvFolder(generateRegister({ ...demoSample(AS_OF), withMistakes: true }), register);
    return ['report', '--register', register, ...day, '--json', '-', '--email'];
  };
  test('of the answers: the mail still goes out, and the code is that of the report', async () => {
    const folder = temporaryFolder();
    const { code, err } = await encaisse(sample(), { folder, stopReading: 'stdout' });
    expect(code).toBe(1);
    expect(err).not.toMatch(/EPIPE|\n {4}at /);
    expect(filesBelow(folder).filter((name) => name.endsWith('.eml'))).toHaveLength(2);
  });
  test('of the talk: nothing else changes', async () => {
    const { code, out } = await encaisse(sample(), { ...inFolder(), stopReading: 'stderr' });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ asOf: AS_OF });
  });
});

onUnix('npx finds it: the build links the command', () => {
  const link = join(COMMAND, '../../node_modules/.bin/encaisse');
  expect(execFileSync(link, ['--version'], { encoding: 'utf8' })).toBe(`${packageJson.version}\n`);
});

test('without Google credentials: one message, and not the warnings of Google’s own client', async () => {
  const nobody = { GCE_METADATA_HOST: '127.0.0.1:9', LANG: 'en_GB.UTF-8' }; // no metadata server answers there
  const sheet = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcd';
  const { code, out, err } = await encaisse(['report', '--register', sheet], {
    folder: temporaryFolder(),
    variables: nobody,
  });
  expect([code, out]).toEqual([3, '']);
  expect(err).toMatch(/^encaisse: This machine has no Google credentials\..*\n$/);
});
