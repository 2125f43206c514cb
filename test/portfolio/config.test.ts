import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../batch/options/usage-error.ts';
import { readPortfolio } from '../../batch/portfolio/config.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';
import { expectTypeset, typeset } from '../french.ts';

const A = { name: 'A', register: 'a' };

/** @param config its text, or what becomes it */
function read(config: unknown) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'p.json'), typeof config === 'string' ? config : JSON.stringify(config));
  return { folder, config: readPortfolio(folder, 'p.json') };
}

test('paths count from the configuration’s own folder; what is not said has a default', () => {
  const { config, folder } = read({ folder: 'reports', registers: [A, { name: ' B ', register: ' b ' }] });
  expect(config).toEqual({
    base: folder,
    name: '',
    folder: join(folder, 'reports'),
    state: join(folder, 'reports/.encaisse'),
    language: null,
    registers: [A, { name: 'B', register: 'b' }],
  });
});

test('everything said', () => {
  const given = { name: 'Cabinet', folder: '/out', state: 'kept', language: 'en', registers: [A] };
  const { config, folder } = read(given);
  expect(config).toEqual({ ...given, base: folder, state: join(folder, 'kept') });
});

const EXAMPLE_FR = '{ "folder": "rapports", "registers": [{ "name": "Dupont", "register": "dupont" }] }';
const EXAMPLE_EN = '{ "folder": "reports", "registers": [{ "name": "Dupont", "register": "dupont" }] }';

const ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcdef';

const WRONG: readonly (readonly [name: string, config: unknown, fr: string, en: string])[] = [
  [
    'no JSON',
    '{\n"folder": x }',
    '« p.json » n’est pas du JSON lisible : regardez la ligne 2.',
    '"p.json" is not readable JSON: look at line 2.',
  ],
  [
    'a list',
    [A],
    `« p.json » doit contenir un objet JSON, par exemple ${EXAMPLE_FR}.`,
    `"p.json" has to hold a JSON object, such as ${EXAMPLE_EN}.`,
  ],
  [
    'an unknown setting',
    { folder: 'f', registers: [A], registre: 'x' },
    '« p.json » : réglage inconnu « registre » ; les réglages sont name, folder, state, language, registers.',
    '"p.json": unknown setting "registre"; the settings are name, folder, state, language, registers.',
  ],
  [
    'no folder',
    { registers: [A] },
    `« p.json » : « folder » manque ; par exemple ${EXAMPLE_FR}`,
    `"p.json": "folder" is missing; such as ${EXAMPLE_EN}`,
  ],
  [
    'an empty folder',
    { folder: ' ', registers: [A] },
    `« p.json » : « folder » manque ; par exemple ${EXAMPLE_FR}`,
    `"p.json": "folder" is missing; such as ${EXAMPLE_EN}`,
  ],
  [
    'a folder that is no text',
    { folder: 1, registers: [A] },
    '« p.json » : « folder » doit être un texte entre guillemets.',
    '"p.json": "folder" has to be a text in quotes.',
  ],
  [
    'a language nobody speaks',
    { folder: 'f', language: 'de', registers: [A] },
    '« p.json » : « language » doit être "fr" ou "en".',
    '"p.json": "language" has to be "fr" or "en".',
  ],
  [
    'no registers',
    { folder: 'f' },
    `« p.json » : « registers » manque ; par exemple ${EXAMPLE_FR}`,
    `"p.json": "registers" is missing; such as ${EXAMPLE_EN}`,
  ],
  [
    'an empty list of registers',
    { folder: 'f', registers: [] },
    '« p.json » : « registers » doit être une liste d’au moins un registre, chacun { "name": "…", "register": "…" }.',
    '"p.json": "registers" has to be a list of at least one register, each { "name": "…", "register": "…" }.',
  ],
  [
    'a register that is a text',
    { folder: 'f', registers: [A, 'b'] },
    '« p.json, registers[1] » doit être { "name": "…", "register": "…" }.',
    '"p.json, registers[1]" has to be { "name": "…", "register": "…" }.',
  ],
  [
    'a register without its name',
    { folder: 'f', registers: [{ register: 'a' }] },
    `« p.json, registers[0] » : « name » manque ; par exemple ${EXAMPLE_FR}`,
    `"p.json, registers[0]": "name" is missing; such as ${EXAMPLE_EN}`,
  ],
  [
    'an unknown setting of a register',
    { folder: 'f', registers: [{ ...A, email: true }] },
    '« p.json, registers[0] » : réglage inconnu « email » ; les réglages sont name, register.',
    '"p.json, registers[0]": unknown setting "email"; the settings are name, register.',
  ],
  [
    'one name for two',
    { folder: 'f', registers: [A, { name: 'B', register: 'b' }, { name: 'A', register: 'c' }] },
    '« p.json » : registers[0] et registers[2] ont le même « name » : A.',
    '"p.json": registers[0] and registers[2] have the same "name": A.',
  ],
  [
    'one register under two names',
    { folder: 'f', registers: [A, { name: 'B', register: 'a' }] },
    '« p.json » : registers[0] et registers[1] ont le même « register » : a.',
    '"p.json": registers[0] and registers[1] have the same "register": a.',
  ],
  [
    'one folder, written twice',
    { folder: 'f', registers: [A, { name: 'B', register: './b/../a/' }] },
    '« p.json » : registers[0] et registers[1] ont le même « register » : ./b/../a/.',
    '"p.json": registers[0] and registers[1] have the same "register": ./b/../a/.',
  ],
  [
    'one spreadsheet, by its id and its address',
    {
      folder: 'f',
      registers: [
        { name: 'A', register: `${ID}` },
        { name: 'B', register: `https://docs.google.com/spreadsheets/d/${ID}/edit#gid=0` },
      ],
    },
    `« p.json » : registers[0] et registers[1] ont le même « register » : https://docs.google.com/spreadsheets/d/${ID}/edit#gid=0.`,
    `"p.json": registers[0] and registers[1] have the same "register": https://docs.google.com/spreadsheets/d/${ID}/edit#gid=0.`,
  ],
];

describe('what cannot be meant is refused with what to write instead', () => {
  for (const [name, config, fr, en] of WRONG) {
    test(name, () => {
      const { words } = refusal(() => read(config));
      expect(words).toEqual({ fr: typeset(fr), en });
      expectTypeset(words.fr);
    });
  }
  test('a file that is not there', () => {
    const { words } = refusal(() => readPortfolio(temporaryFolder(), 'p.json'));
    expect(words.en).toBe('the configuration file "p.json" does not exist.');
  });
});

function refusal(run: () => unknown): UsageError {
  try {
    run();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('it was understood');
}
