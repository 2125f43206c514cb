import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONFIG_FILE } from '../batch/options/config-file.ts';
import { UsageError } from '../batch/options/usage-error.ts';
import type { Environment } from '../batch/options/variables.ts';
import { type ReportOptions, readReportOptions } from '../batch/options.ts';
import { temporaryFolder } from './delivery/temporary-folder.ts';
import { expectTypeset, typeset } from './french.ts';

type Given = {
  readonly flags?: readonly string[];
  readonly variables?: Environment;
  readonly config?: string; // text of encaisse.config.json
};

function read({ flags = [], variables = {}, config }: Given): ReportOptions {
  const folder = temporaryFolder();
  if (config !== undefined) writeFileSync(join(folder, CONFIG_FILE), config);
  return readReportOptions(flags, variables, folder);
}

const DEFAULTS: ReportOptions = {
  register: 'r',
  asOf: null,
  xlsx: null,
  json: null,
  email: false,
  to: [],
  via: 'outbox',
  outbox: 'outbox',
  state: '.encaisse',
  again: false,
  dryRun: false,
};

describe('what is not said has a default', () => {
  for (const [name, given] of [
    ['a flag', { flags: ['--register', 'r'] }],
    ['a flag with =', { flags: ['--register=r'] }],
    ['a variable', { variables: { ENCAISSE_REGISTER: 'r' } }],
    ['the file', { config: '{ "register": "r" }' }],
    ['a variable that is empty', { flags: ['--register', 'r'], variables: { ENCAISSE_AS_OF: ' ' } }],
    ['a setting that is empty', { flags: ['--register', 'r'], config: '{ "asOf": "" }' }],
    ['a file with a byte-order mark', { config: '\ufeff{ "register": "r" }' }],
  ] as const) {
    test(`register alone, by ${name}`, () => expect(read(given)).toEqual(DEFAULTS));
  }
});

/** Each setting: its flag, its variable, its key, and values that differ. */
const SETTINGS = [
  ['register', '--register', 'ENCAISSE_REGISTER', ['a', 'b', 'c']],
  ['asOf', '--as-of', 'ENCAISSE_AS_OF', ['2026-01-01', '2026-02-28', '2024-02-29']],
  ['xlsx', '--xlsx', 'ENCAISSE_XLSX', ['a.xlsx', 'b.xlsx', 'c.xlsx']],
  ['json', '--json', 'ENCAISSE_JSON', ['-', 'b.json', 'c.json']],
  ['via', '--via', 'ENCAISSE_VIA', ['smtp', 'gmail', 'outbox']],
  ['outbox', '--outbox', 'ENCAISSE_OUTBOX', ['a', 'b', 'c']],
  ['state', '--state', 'ENCAISSE_STATE', ['a', 'b', 'c']],
] as const;

describe('a flag goes before a variable, a variable before the file', () => {
  for (const [key, flag, variable, [byFlag, byVariable, byFile]] of SETTINGS) {
    test(key, () => {
      const rest = key === 'register' ? {} : { register: 'r' };
      const config = JSON.stringify({ ...rest, [key]: byFile });
      const variables = { [variable]: byVariable };
      expect(read({ config })[key]).toBe(byFile);
      expect(read({ config, variables })[key]).toBe(byVariable);
      expect(read({ config, variables, flags: [flag, byFlag] })[key]).toBe(byFlag);
    });
  }
  test('email', () => {
    const on = '{ "register": "r", "email": true }';
    expect(read({ config: on }).email).toBe(true);
    expect(read({ config: on, variables: { ENCAISSE_EMAIL: 'no' } }).email).toBe(false);
    expect(read({ config: on, variables: { ENCAISSE_EMAIL: 'no' }, flags: ['--email'] }).email).toBe(true);
    expect(read({ config: on, variables: { ENCAISSE_EMAIL: 'yes' }, flags: ['--no-email'] }).email).toBe(
      false,
    );
  });
  test('to', () => {
    const config = '{ "register": "r", "to": "a@x.fr" }';
    const variables = { ENCAISSE_TO: 'b@x.fr;c@x.fr' };
    expect(read({ config }).to).toEqual(['a@x.fr']);
    expect(read({ config, variables }).to).toEqual(['b@x.fr', 'c@x.fr']);
    const flags = ['--to', 'd@x.fr, e@x.fr', '--to', 'f@x.fr'];
    expect(read({ config, variables, flags }).to).toEqual(['d@x.fr', 'e@x.fr', 'f@x.fr']);
  });
});

for (const [word, on] of [
  ['yes', true],
  ['true', true],
  ['1', true],
  ['OUI', true],
  ['no', false],
  ['False', false],
  ['0', false],
  ['non', false],
] as const) {
  test(`ENCAISSE_EMAIL ${word} is ${on}`, () =>
    expect(read({ variables: { ENCAISSE_REGISTER: 'r', ENCAISSE_EMAIL: word } }).email).toBe(on));
}

test('what only a flag says', () => {
  const flags = ['--register', 'r', '--again', '--dry-run'];
  expect(read({ flags })).toEqual({ ...DEFAULTS, again: true, dryRun: true });
});

test('the last of a repeated flag counts', () =>
  expect(read({ flags: ['--register', 'a', '--register', 'r'] })).toEqual(DEFAULTS));

test('a value that begins with a dash stands after =', () =>
  expect(read({ flags: ['--register=-r'] }).register).toBe('-r'));

test('--config names another file, and the usual one is not looked at', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, CONFIG_FILE), '{ "register": "a", "via": "smtp" }');
  writeFileSync(join(folder, 'other.json'), '{ "register": "r" }');
  expect(readReportOptions(['--config', 'other.json'], {}, folder)).toEqual(DEFAULTS);
});

for (const [day, ok] of [
  ['1899-12-31', false],
  ['1900-01-01', true],
  ['2023-02-29', false],
  ['2024-02-29', true],
  ['2199-12-31', true],
  ['2200-01-01', false],
  ['2026-1-1', false],
  ['01/02/2026', false],
  ['today', false],
] as const) {
  test(`--as-of ${day} is ${ok ? 'read' : 'refused'}`, () => {
    const flags = ['--register', 'r', '--as-of', day];
    if (ok) expect(read({ flags }).asOf).toBe(day);
    else expect(() => read({ flags })).toThrow(`--as-of: "${day}" is not a day`);
  });
}

const R = ['--register', 'r'];
const WRONG: readonly (readonly [name: string, given: Given, fr: string, en: string])[] = [
  [
    'no register',
    {},
    'indiquez le registre : --register DOSSIER, ou l’adresse ou l’identifiant d’une feuille Google.',
    'say which register: --register FOLDER, or the address or id of a Google spreadsheet.',
  ],
  [
    'an unknown flag',
    { flags: [...R, '--asof=2026-01-01'] },
    'option inconnue « --asof » ; « encaisse --help » montre celles qui existent.',
    'unknown option "--asof"; "encaisse --help" shows those there are.',
  ],
  [
    'a short flag',
    { flags: ['-r', 'r'] },
    'option inconnue « -r » ; « encaisse --help » montre celles qui existent.',
    'unknown option "-r"; "encaisse --help" shows those there are.',
  ],
  [
    'a flag of the prototype',
    { flags: [...R, '--constructor'] },
    'option inconnue « --constructor » ; « encaisse --help » montre celles qui existent.',
    'unknown option "--constructor"; "encaisse --help" shows those there are.',
  ],
  [
    'a flag without its value, at the end',
    { flags: [...R, '--json'] },
    '--json attend une valeur ; écrivez --json VALEUR, ou --json=VALEUR si elle commence par un tiret.',
    '--json wants a value; write --json VALUE, or --json=VALUE where it begins with a dash.',
  ],
  [
    'a flag without its value, before another',
    { flags: ['--register', '--email'] },
    '--register attend une valeur ; écrivez --register VALEUR, ou --register=VALEUR si elle commence par un tiret.',
    '--register wants a value; write --register VALUE, or --register=VALUE where it begins with a dash.',
  ],
  [
    'a flag whose value is empty, as an unset variable leaves it',
    { flags: [...R, '--as-of', ''] },
    '--as-of attend une valeur ; écrivez --as-of VALEUR, ou --as-of=VALEUR si elle commence par un tiret.',
    '--as-of wants a value; write --as-of VALUE, or --as-of=VALUE where it begins with a dash.',
  ],
  [
    'a value for a switch',
    { flags: [...R, '--email=oui'] },
    '--email ne prend pas de valeur ; écrivez --email seul.',
    '--email takes no value; write --email alone.',
  ],
  [
    'an argument too many',
    { flags: [...R, 'rapport.xlsx'] },
    'argument en trop « rapport.xlsx » ; « encaisse --help » montre ce qui s’écrit.',
    'unexpected argument "rapport.xlsx"; "encaisse --help" shows what to write.',
  ],
  [
    'a bad day in a variable',
    { flags: R, variables: { ENCAISSE_AS_OF: '31/03/2026' } },
    'ENCAISSE_AS_OF : « 31/03/2026 » n’est pas un jour ; écrivez AAAA-MM-JJ, par exemple 2026-03-31.',
    'ENCAISSE_AS_OF: "31/03/2026" is not a day; write YYYY-MM-DD, such as 2026-03-31.',
  ],
  [
    'a bad day in the file',
    { flags: R, config: '{ "asOf": "mars" }' },
    'encaisse.config.json, asOf : « mars » n’est pas un jour ; écrivez AAAA-MM-JJ, par exemple 2026-03-31.',
    'encaisse.config.json, asOf: "mars" is not a day; write YYYY-MM-DD, such as 2026-03-31.',
  ],
  [
    'an unknown way to send',
    { flags: [...R, '--via', 'fax'] },
    '--via : « fax » est inconnu ; choisissez outbox, smtp, gmail.',
    '--via: "fax" is unknown; choose outbox, smtp, gmail.',
  ],
  [
    'neither yes nor no',
    { flags: R, variables: { ENCAISSE_EMAIL: 'peut-être' } },
    'ENCAISSE_EMAIL vaut « peut-être » ; écrivez oui ou non.',
    'ENCAISSE_EMAIL is "peut-être"; write yes or no.',
  ],
  [
    'the workbook on the standard output',
    { flags: [...R, '--xlsx', '-'] },
    'le classeur s’écrit dans un fichier : --xlsx FICHIER. Seul le JSON peut aller sur la sortie standard.',
    'the workbook goes to a file: --xlsx FILE. Only the JSON may go to the standard output.',
  ],
  [
    'workbook and JSON in one file',
    { flags: [...R, '--xlsx', 'a/../rapport', '--json', './rapport'] },
    'le classeur et le JSON iraient tous deux dans « a/../rapport » ; donnez-leur deux noms.',
    'the workbook and the JSON would both go to "a/../rapport"; give them two names.',
  ],
  [
    'a file that is not there',
    { flags: [...R, '--config', 'absent.json'] },
    'le fichier de configuration « absent.json » n’existe pas.',
    'the configuration file "absent.json" does not exist.',
  ],
  [
    'a file that cannot be read',
    { flags: [...R, '--config', '.'] },
    'le fichier de configuration « . » ne se lit pas (EISDIR).',
    'the configuration file "." cannot be read (EISDIR).',
  ],
  [
    'a file that is no JSON',
    { config: '{\n  "register": "r",\n  email: true\n}' },
    '« encaisse.config.json » n’est pas du JSON lisible : regardez la ligne 3.',
    '"encaisse.config.json" is not readable JSON: look at line 3.',
  ],
  [
    'a file that ends too soon',
    { config: '{\n  "register": "r"\n\n' },
    '« encaisse.config.json » n’est pas du JSON lisible : regardez la ligne 2.',
    '"encaisse.config.json" is not readable JSON: look at line 2.',
  ],
  [
    'a file that holds a list',
    { config: '["r"]' },
    '« encaisse.config.json » doit contenir un objet JSON, par exemple { "register": "registre" }.',
    '"encaisse.config.json" has to hold a JSON object, such as { "register": "register" }.',
  ],
  [
    'an unknown setting',
    { config: '{ "registre": "r" }' },
    '« encaisse.config.json » : réglage inconnu « registre » ; les réglages sont register, asOf, xlsx, json, email, to, via, outbox, state.',
    '"encaisse.config.json": unknown setting "registre"; the settings are register, asOf, xlsx, json, email, to, via, outbox, state.',
  ],
  [
    'a setting of the prototype',
    { config: '{ "__proto__": { "register": "r" } }' },
    '« encaisse.config.json » : réglage inconnu « __proto__ » ; les réglages sont register, asOf, xlsx, json, email, to, via, outbox, state.',
    '"encaisse.config.json": unknown setting "__proto__"; the settings are register, asOf, xlsx, json, email, to, via, outbox, state.',
  ],
  [
    'a text where yes or no belongs',
    { config: '{ "register": "r", "email": "yes" }' },
    '« encaisse.config.json » : « email » doit être true ou false.',
    '"encaisse.config.json": "email" has to be true or false.',
  ],
  [
    'a number where a text belongs',
    { config: '{ "register": 12 }' },
    '« encaisse.config.json » : « register » doit être un texte entre guillemets.',
    '"encaisse.config.json": "register" has to be a text in quotes.',
  ],
];

describe('what cannot be meant is refused with what to write instead', () => {
  for (const [name, given, fr, en] of WRONG) {
    test(name, () => {
      const { words } = usageError(given);
      expect(words).toEqual({ fr: typeset(fr), en });
      expectTypeset(words.fr);
    });
  }
});

function usageError(given: Given): UsageError {
  try {
    read(given);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('it was understood');
}

test('a folder of the configuration file’s name is refused', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, CONFIG_FILE));
  expect(() => readReportOptions(R, {}, folder)).toThrow('cannot be read (EISDIR)');
});
