import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONFIG_FILE } from '../batch/options/config-file.ts';
import { type ReportOptions, readReportOptions } from '../batch/options.ts';
import { temporaryFolder } from './delivery/temporary-folder.ts';
import { read } from './options/given.ts';

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
  compare: null,
  clients: [],
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
  const flags = [
    '--register',
    'r',
    '--again',
    '--dry-run',
    '--compare',
    'a',
    '--compare=b',
    '--client',
    'C1',
    '--client=C2',
  ];
  expect(read({ flags })).toEqual({
    ...DEFAULTS,
    again: true,
    dryRun: true,
    compare: 'b',
    clients: ['C1', 'C2'],
  });
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
