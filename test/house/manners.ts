/** What is not written here: in TypeScript by its syntax tree, in any text by its words. */
import { basename } from 'node:path';
import { nameOf, nodesOf } from '../../appsscript/syntax-tree.ts';
import { type Fault, fault, nodesIn, type PlacedNode, type TextFile } from './source-file.ts';

/** A rule on nodes: what it complains about, or nothing. */
type NodeRule = (node: PlacedNode) => string | undefined;

/** Where text becomes a branded type, after it was checked. */
const MAY_ASSERT_TYPES = ['shared/base/civil-date.ts'];

const GOOGLE =
  /^(CacheService|CalendarApp|CardService|ContentService|Document(App|Properties)|DriveApp|Gmail(App)?|GoogleAppsScript|HtmlService|LockService|Logger|MailApp|PropertiesService|ScriptApp|Session|Sheets|SpreadsheetApp|UrlFetchApp|Utilities)$/;

const EVERYWHERE: readonly NodeRule[] = [
  (node) => (node.type === 'TSAnyKeyword' ? 'any' : undefined),
  (node) =>
    node.type === 'TSNonNullExpression' || node.definite === true
      ? 'a `!` that silences the compiler'
      : undefined,
];

const SHARED_ONLY: readonly NodeRule[] = [
  (node) => (node.type === 'ExportDefaultDeclaration' ? 'a default export' : undefined),
  (node) => (nameOf(node) === 'console' ? 'console in shared' : undefined),
  (node) => (nameOf(node) === 'Date' ? 'Date outside the doors: days are civil dates' : undefined),
  (node) => (isMember(node, 'Math', 'random') ? 'Math.random in shared' : undefined),
  (node) => (node.type === 'ImportExpression' ? 'import() in shared' : undefined),
];

const assertsType: NodeRule = (node) =>
  node.type === 'TSTypeAssertion' || (node.type === 'TSAsExpression' && !isConst(node))
    ? '`as` outside a reader'
    : undefined;

const namesGoogle: NodeRule = (node) =>
  GOOGLE.test(nameOf(node)) ? `${nameOf(node)} outside appsscript/google` : undefined;

export function mannerFaults(file: TextFile): readonly Fault[] {
  const shared = file.path.startsWith('shared/');
  const rules = [
    ...EVERYWHERE,
    ...(shared ? SHARED_ONLY : []),
    ...(shared && !MAY_ASSERT_TYPES.includes(file.path) ? [assertsType] : []),
    ...(/^(appsscript|shared)\/(?!google\/)/.test(file.path) ? [namesGoogle] : []),
  ];
  return nodesIn(file).flatMap((node) =>
    rules.flatMap((rule) => {
      const complaint = rule(node);
      return complaint ? [fault(file, node.start, complaint)] : [];
    }),
  );
}

function isConst(node: PlacedNode): boolean {
  return nodesOf(node.typeAnnotation).some((type) => nameOf(type.typeName) === 'const');
}

function isMember(node: PlacedNode, object: string, property: string): boolean {
  return nameOf(node.object) === object && nameOf(node.property) === property;
}

/** Words no file may hold, written here so that this file does not hold them either. */
const WORDS: readonly (readonly [pattern: RegExp, rule: string])[] = [
  [/\b(?:TO[D]O|FIX[M]E)\b/g, 'work left for later: do it or drop it'],
  [
    /https?:\/\/[^\s/"']*(?:registr[y]|artifactor[y]|nexu[s]|verdacci[o])[^\s/"']*/g,
    'the address of a package registry',
  ],
  [/(?<![\w.*])\/(?:wor[k]|roo[t]|User[s])\/[\w.-]+/g, 'a path of one machine'],
  [/-----BEGIN[ A-Z]* PRIVATE KE[Y]-----\s*\w/g, 'a private key'],
];

export function wordFaults(file: TextFile): readonly Fault[] {
  return WORDS.flatMap(([pattern, rule]) =>
    [...file.text.matchAll(pattern)].map((match) => fault(file, match.index, `${rule}: ${match[0]}`)),
  );
}

const TOP_LEVEL =
  'CHANGELOG.md LICENSE README.md appsscript batch package-lock.json package.json shared templates test tsconfig.json'.split(
    ' ',
  );

/** @param names what stands at the project's top; dotfiles are settings of tools. */
export function topLevelFaults(names: readonly string[]): readonly Fault[] {
  return names
    .filter((name) => !name.startsWith('.') && !TOP_LEVEL.includes(name))
    .map((name) => `${name}: not a name of the project's top level`);
}

/** No drawer for odds and ends, no file that only hands on. */
export function pathFaults(file: TextFile): readonly Fault[] {
  const names = file.path.split('/').map((part) => part.replace(/\.ts$/, ''));
  const bad = names.find((name) => /^(utils?|helpers?|common|misc|lib)$/i.test(name));
  if (bad) return [fault(file, 0, `'${bad}' says nothing of what is in it`)];
  return basename(file.path) === 'index.ts' ? [fault(file, 0, 'index.ts hides where things are')] : [];
}
