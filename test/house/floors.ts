/** The floors of the house: which room may import from which. A room that is not named here does not exist. */
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { type Fault, fault, type Import, importsOf, type TextFile } from './source-file.ts';

const BASE = ['shared/base'];
const REGISTER = [...BASE, 'shared/register'];
const ONE_DOCUMENT = [...REGISTER, 'shared/invoicing', 'shared/receivables'];
const LAWFUL = [...ONE_DOCUMENT, 'shared/law'];
const SHARED = [...LAWFUL, 'shared/dunning', 'shared/letters', 'shared/insight', 'shared/exchange'];

/** What actions know of the world and of the sidebar: types only. */
const ADDON_DOORS = ['appsscript/world', 'appsscript/contract'];
const ADDON_ROOMS = ['appsscript/google', 'appsscript/render', 'appsscript/actions', 'appsscript/menu'];

const JOB_ROOMS = [
  'batch/sources',
  'batch/answers',
  'batch/workbook',
  'batch/charts',
  'batch/print',
  'batch/delivery',
  'batch/portfolio',
  'batch/sample',
];

/** Each room, and the rooms it may import from beside itself. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'shared/base': [],
  'shared/register': BASE,
  'shared/invoicing': [...REGISTER, 'shared/law'],
  'shared/receivables': REGISTER,
  'shared/law': [...REGISTER, 'shared/receivables'],
  'shared/dunning': LAWFUL,
  'shared/letters': [...LAWFUL, 'shared/dunning', 'shared/exchange'],
  'shared/insight': LAWFUL,
  'shared/exchange': LAWFUL,
  'batch/sources': SHARED,
  'batch/sample': SHARED,
  'batch/answers': [...SHARED, 'batch/sources'],
  'batch/workbook': [...SHARED, 'batch/answers'],
  'batch/charts': [...SHARED, 'batch/answers', 'batch/workbook'],
  'batch/print': SHARED,
  'batch/delivery': [...SHARED, 'batch/answers'],
  'batch/portfolio': [
    ...SHARED,
    'batch/sources',
    'batch/answers',
    'batch/workbook',
    'batch/delivery',
    'batch/options',
  ],
  'batch/commands': [...SHARED, ...JOB_ROOMS, 'batch/options', 'package'],
  'batch/options': [...SHARED, 'batch/delivery'],
  'batch/main': [...SHARED, ...JOB_ROOMS, 'batch/commands', 'batch/options', 'package'],
  'batch/build': [],
  'appsscript/surface': [],
  'appsscript/world': SHARED,
  'appsscript/contract': SHARED,
  'appsscript/google': [...SHARED, 'appsscript/world'],
  'appsscript/render': [...SHARED, 'templates'],
  'appsscript/menu': [...SHARED, 'appsscript/surface', 'appsscript/contract'],
  'appsscript/actions': [...SHARED, ...ADDON_DOORS, 'appsscript/render', 'package'],
  'appsscript/main': [...SHARED, ...ADDON_DOORS, ...ADDON_ROOMS],
  'appsscript/sidebar': [...REGISTER, 'shared/exchange', 'appsscript/contract'],
  'appsscript/syntax-tree': [],
  'appsscript/built-file': ['appsscript/syntax-tree'],
  'appsscript/template-module': [],
  'appsscript/text-files.d': [],
  'appsscript/build': ['appsscript/built-file', 'appsscript/surface', 'appsscript/template-module'],
};

const BUILD_TOOLS = [
  'appsscript/build',
  'appsscript/built-file',
  'appsscript/template-module',
  'batch/build',
];

/** Packages that the add-on bundles: the runtime of precompiled templates, QR codes, and what reads a bank's file in the browser. */
const BUNDLED: Readonly<Record<string, readonly string[]>> = {
  'appsscript/render': ['handlebars/runtime', 'qrcode-generator'],
  'appsscript/sidebar': ['csv-parse/browser/esm/sync', 'fast-xml-parser'],
};

/** The room of a file: its folder below the wing, or the file itself where it stands in the wing's own folder. */
export function roomOf(path: string): string {
  const [wing = '', room = ''] = path.split('/');
  if (wing === 'templates') return wing;
  return posix.join(wing, room).replace(/\.(ts|json)$/, '');
}

export function floorFaults(file: TextFile, dependencies: readonly string[]): readonly Fault[] {
  const room = roomOf(file.path);
  const allowed = ROOMS[room];
  if (!allowed) return [fault(file, 0, `${room} is no room of the house (test/house/floors.ts lists them)`)];
  return importsOf(file).flatMap((one) => {
    const rule = one.from.startsWith('.')
      ? relativeRule(file, one, [...allowed, room])
      : packageRule(room, one, dependencies);
    return rule ? [fault(file, one.at, rule)] : [];
  });
}

function relativeRule(file: TextFile, { from }: Import, allowed: readonly string[]): string | undefined {
  if (!/\.(ts|json|css|hbs|txt)$/.test(from)) return `'${from}' does not carry its .ts`;
  const target = roomOf(posix.join(posix.dirname(file.path), from));
  return allowed.includes(target) ? undefined : `${roomOf(file.path)} may not import from ${target}`;
}

function packageRule(room: string, one: Import, dependencies: readonly string[]): string | undefined {
  if (BUILD_TOOLS.includes(room) || BUNDLED[room]?.includes(one.from)) return undefined;
  if (!room.startsWith('batch/')) return `${room} imports '${one.from}': only batch/ uses Node and packages`;
  if (one.from.startsWith('node:')) return undefined;
  if (builtinModules.includes(one.from)) return `write 'node:${one.from}'`;
  if (one.dynamic) return `import() of '${one.from}': a bundled package loads with the room that imports it`;
  const known = dependencies.some((name) => one.from === name || one.from.startsWith(`${name}/`));
  return known ? undefined : `'${one.from}' is not among the dependencies of package.json`;
}
