/** The house, checked: every check runs on all files, and on bad samples that it has to refuse. */
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { floorFaults, roomOf } from './house/floors.ts';
import { goldenFaults } from './house/golden.ts';
import { mannerFaults, pathFaults, topLevelFaults, wordFaults } from './house/manners.ts';
import { circleFaults, crowdFaults } from './house/rooms.ts';
import { sizeFaults } from './house/size.ts';
import { type Fault, readHouse, type TextFile, topLevelNames } from './house/source-file.ts';

const FILES = readHouse();
const CODE = FILES.filter(({ path }) => path.endsWith('.ts'));
const ROOMS = CODE.filter(({ path }) => !path.startsWith('test/'));
const DEPENDENCIES = Object.keys(packageJson.dependencies);

const floors = (file: TextFile) => floorFaults(file, DEPENDENCIES);

describe('the house', () => {
  test('is read whole', () => {
    const rooms = new Set(ROOMS.map(({ path }) => roomOf(path)));
    const known = ['shared/base', 'shared/register', 'batch/main', 'batch/sources', 'appsscript/main'];
    expect(known.filter((room) => !rooms.has(room))).toEqual([]);
  });
  test('imports go down the floors', () => expect(ROOMS.flatMap(floors)).toEqual([]));
  test('no folder is crowded', () => expect(crowdFaults(CODE)).toEqual([]));
  test('rooms within a room lean one way', () => expect(circleFaults(ROOMS)).toEqual([]));
  test('files and functions are short', () => expect(CODE.flatMap(sizeFaults)).toEqual([]));
  test('code has manners', () => expect(CODE.flatMap(mannerFaults)).toEqual([]));
  test('no word betrays a machine, a secret or work undone', () =>
    expect(FILES.flatMap(wordFaults)).toEqual([]));
  test('paths say what is in them', () => expect(FILES.flatMap(pathFaults)).toEqual([]));
  test('the top level is that of the plan', () => expect(topLevelFaults(topLevelNames())).toEqual([]));
  test('every golden file is named by a test', () => expect(goldenFaults(FILES)).toEqual([]));
});

function refuses(
  check: (file: TextFile) => readonly Fault[],
  samples: readonly (readonly [string, string, string])[],
) {
  for (const [path, text, expected] of samples) {
    test(`${path}: ${text.trim().replace(/\s+/g, ' ')}`, () =>
      expect(check({ path, text })).toEqual([`${path}:${expected}`]));
  }
}

const WRONG_IMPORTS = [
  [
    'shared/base/a.ts',
    "\nimport { b } from '../register/b.ts';",
    '2: shared/base may not import from shared/register',
  ],
  [
    'shared/insight/a.ts',
    "import '../dunning/b.ts';",
    '1: shared/insight may not import from shared/dunning',
  ],
  [
    'shared/receivables/a.ts',
    "export * from '../invoicing/b.ts';",
    '1: shared/receivables may not import from shared/invoicing',
  ],
  [
    'shared/insight/audit/a.ts',
    "import '../../../batch/main.ts';",
    '1: shared/insight may not import from batch/main',
  ],
  [
    'shared/base/a.ts',
    "import type { B } from 'luxon';",
    "1: shared/base imports 'luxon': only batch/ uses Node and packages",
  ],
  [
    'shared/base/a.ts',
    "import 'node:fs';",
    "1: shared/base imports 'node:fs': only batch/ uses Node and packages",
  ],
  [
    'shared/base/a.ts',
    "type B = import('../register/b.ts').B;",
    '1: shared/base may not import from shared/register',
  ],
  ['shared/base/a.ts', "import './b';", "1: './b' does not carry its .ts"],
  ['shared/a.ts', '', '1: shared/a is no room of the house (test/house/floors.ts lists them)'],
  ['shared/extras/a.ts', '', '1: shared/extras is no room of the house (test/house/floors.ts lists them)'],
  ['batch/sources/a.ts', "import '../workbook/b.ts';", '1: batch/sources may not import from batch/workbook'],
  [
    'batch/workbook/a.ts',
    "import '../delivery/b.ts';",
    '1: batch/workbook may not import from batch/delivery',
  ],
  ['batch/delivery/a.ts', "import '../sources/b.ts';", '1: batch/delivery may not import from batch/sources'],
  ['batch/answers/a.ts', "import '../commands/b.ts';", '1: batch/answers may not import from batch/commands'],
  ['batch/commands/a.ts', "await import('../main.ts');", '1: batch/commands may not import from batch/main'],
  [
    'batch/commands/a.ts',
    "import '../../appsscript/menu.ts';",
    '1: batch/commands may not import from appsscript/menu',
  ],
  [
    'batch/commands/a.ts',
    "import '../../test/tally.ts';",
    '1: batch/commands may not import from test/tally',
  ],
  ['batch/commands/a.ts', "import 'fs';", "1: write 'node:fs'"],
  ['batch/commands/a.ts', "import 'esbuild';", "1: 'esbuild' is not among the dependencies of package.json"],
  [
    'batch/commands/a.ts',
    "import 'exceljs-more';",
    "1: 'exceljs-more' is not among the dependencies of package.json",
  ],
  [
    'batch/commands/a.ts',
    "await import('exceljs');",
    "1: import() of 'exceljs': a bundled package loads with the room that imports it",
  ],
  [
    'appsscript/menu.ts',
    "import './google/b.ts';",
    '1: appsscript/menu may not import from appsscript/google',
  ],
  [
    'appsscript/google/a.ts',
    "import '../../batch/options.ts';",
    '1: appsscript/google may not import from batch/options',
  ],
  [
    'appsscript/actions/a.ts',
    "import 'luxon';",
    "1: appsscript/actions imports 'luxon': only batch/ uses Node and packages",
  ],
] as const;

describe('a wrong import is refused', () => refuses(floors, WRONG_IMPORTS));

describe('a room out of shape is refused', () => {
  const files = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ path: `shared/a/${at}.ts`, text: '' }));
  test('40 files are a folder', () => expect(crowdFaults(files(40))).toEqual([]));
  test('41 are a crowd', () =>
    expect(crowdFaults(files(41))).toEqual(['shared/a/40.ts:1: its folder has more than 40 files']));
  test('a circle of two rooms, by way of a third', () => {
    const circle = [
      { path: 'shared/a/b/b.ts', text: "import '../c/c.ts';" },
      { path: 'shared/a/c/c.ts', text: "import type { D } from '../d.ts';" },
      { path: 'shared/a/d.ts', text: "import './b/b.ts';" },
    ];
    expect(circleFaults(circle)).toEqual([
      'shared/a/b/b.ts:1: shared/a/b leans on c, which leans on it',
      'shared/a/c/c.ts:1: shared/a/c leans on d.ts, which leans on it',
    ]);
    expect(circleFaults(circle.slice(0, 2))).toEqual([]);
  });
});

describe('what is too long is refused', () => {
  const lines = (count: number) => '\n'.repeat(count);
  refuses(sizeFaults, [
    ['batch/a.ts', `${lines(300)}a;`, '1: the file has 301 lines, more than 300'],
    ['batch/a.ts', `a;\nfunction b() {${lines(40)}}`, '2: the function has 41 lines, more than 40'],
    ['batch/a.ts', `const b = () =>${lines(40)}1;`, '1: the function has 41 lines, more than 40'],
    ['batch/a.ts', `const b = { c() {${lines(40)}} };`, '1: the function has 41 lines, more than 40'],
  ]);
  test('what just fits is not', () => {
    const text = `function b() {${lines(39)}}${lines(260)}a;\n`;
    expect(sizeFaults({ path: 'batch/a.ts', text })).toEqual([]);
    expect(sizeFaults({ path: 'test/a.ts', text: `describe('a', () => {${lines(60)}});` })).toEqual([]);
  });
});

describe('bad manners are refused', () => {
  refuses(mannerFaults, [
    ['test/a.ts', 'let b: any;', '1: any'],
    ['batch/a.ts', 'a!.b;', '1: a `!` that silences the compiler'],
    ['batch/a.ts', 'let a!: string;', '1: a `!` that silences the compiler'],
    ['shared/base/a.ts', 'const a = b as string;', '1: `as` outside a reader'],
    ['shared/base/a.ts', 'const a = <string>b;', '1: `as` outside a reader'],
    ['shared/base/a.ts', 'export default 1;', '1: a default export'],
    ['shared/base/a.ts', 'console.log(1);', '1: console in shared'],
    ['shared/base/a.ts', 'const now = new Date();', '1: Date outside the doors: days are civil dates'],
    ['shared/base/a.ts', 'Math.random();', '1: Math.random in shared'],
    ['shared/base/a.ts', "import('./b.ts');", '1: import() in shared'],
    [
      'shared/base/a.ts',
      'declare const a: GoogleAppsScript.Base.User;',
      '1: GoogleAppsScript outside appsscript/google',
    ],
    ['appsscript/main.ts', 'SpreadsheetApp.getUi();', '1: SpreadsheetApp outside appsscript/google'],
    ['appsscript/actions/a.ts', 'MailApp.getRemainingDailyQuota();', '1: MailApp outside appsscript/google'],
  ]);
  test('good ones are not', () => {
    const text =
      "const a = ['b'] as const; const c = 'any'; if (!c) throw 1; import { d as e } from './d.ts';";
    expect(mannerFaults({ path: 'shared/base/a.ts', text })).toEqual([]);
    expect(mannerFaults({ path: 'appsscript/google/a.ts', text: 'SpreadsheetApp.getUi();' })).toEqual([]);
  });
});

describe('forbidden words are refused', () => {
  for (const [parts, rule] of [
    [['// TO', 'DO: later'], 'work left for later: do it or drop it'],
    [['/* FIX', 'ME */'], 'work left for later: do it or drop it'],
    [['https://registr', 'y.example.org/a'], 'the address of a package registry'],
    [['http://nexu', 's.lan:8081/npm'], 'the address of a package registry'],
    [['see /wor', 'k/shared/a.md'], 'a path of one machine'],
    [['"/roo', 't/.config"'], 'a path of one machine'],
    [['-----BEGIN PRIVATE KE', 'Y-----\nMIIE'], 'a private key'],
  ] as const) {
    test(parts.join(''), () => {
      const faults = wordFaults({ path: 'README.md', text: `\n${parts.join('')}` });
      expect(faults).toEqual([expect.stringContaining(`README.md:2: ${rule}: `)]);
    });
  }
});

describe('wrong places are refused', () => {
  refuses(pathFaults, [
    ['shared/base/index.ts', '', '1: index.ts hides where things are'],
    ['shared/utils/a.ts', '', "1: 'utils' says nothing of what is in it"],
    ['batch/helpers.ts', '', "1: 'helpers' says nothing of what is in it"],
  ]);
  test('a folder at the top', () => {
    expect(topLevelFaults(['src', '.npmrc', 'shared'])).toEqual([
      "src: not a name of the project's top level",
    ]);
  });
  test('a golden file nobody names', () => {
    const named = {
      path: 'test/a.test.ts',
      text: `expectGolden('a/b.txt'); expectGolden(\`a/c.\${language}.txt\`);`,
    };
    const golden = ['a/b.txt', 'a/c.fr.txt', 'a/c.txt', 'b.txt'].map((name) => ({
      path: `test/golden/${name}`,
      text: '',
    }));
    expect(goldenFaults([named, ...golden])).toEqual([
      'test/golden/a/c.txt: no test names this golden file',
      'test/golden/b.txt: no test names this golden file',
    ]);
  });
});
