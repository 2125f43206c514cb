/** What cannot be meant, and the words that tell what to write instead, in both languages. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONFIG_FILE } from '../../batch/options/config-file.ts';
import { UsageError } from '../../batch/options/usage-error.ts';
import { readReportOptions } from '../../batch/options.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';
import { expectTypeset, typeset } from '../french.ts';
import { type Given, read } from './given.ts';

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
