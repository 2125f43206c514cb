/** The files of the project as the checks read them, and what a check answers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vitest/node';
import { childrenOf, isNode, nodesOf, type SyntaxNode } from '../../appsscript/syntax-tree.ts';

export type TextFile = { readonly path: string; readonly text: string }; // path from the root, with slashes

/** `shared/base/money.ts:12: the rule that was broken` */
export type Fault = string;

const NOT_OURS = ['.git', 'node_modules', 'dist', 'out'];
const TEXT = /\.(ts|json|md|hbs|html|css|csv|txt|yml|yaml|sh)$|^\.ci\/|^\.[a-z]+$|^LICENSE$/;

/** The names at the project's top, without what git ignores. */
export function topLevelNames(): readonly string[] {
  return readdirSync('.').filter((name) => !NOT_OURS.includes(name) && !name.endsWith('.log'));
}

/** Every file that people write, as it stands on disk; `text` is empty for pictures and workbooks. */
export function readHouse(): readonly TextFile[] {
  return topLevelNames().flatMap(readBelow);
}

function readBelow(path: string): readonly TextFile[] {
  try {
    return readdirSync(path).flatMap((name) => readBelow(join(path, name).replaceAll('\\', '/')));
  } catch {
    return [{ path, text: TEXT.test(path) ? readFileSync(path, 'utf8') : '' }];
  }
}

export function fault(file: TextFile, offset: number, rule: string): Fault {
  return `${file.path}:${lineAt(file.text, offset)}: ${rule}`;
}

/** @returns the line of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** A node with its place in the text. */
export type PlacedNode = SyntaxNode & { readonly start: number; readonly end: number };

const parsed = new WeakMap<TextFile, readonly PlacedNode[]>();

/** All nodes of a TypeScript file, parents first. */
export function nodesIn(file: TextFile): readonly PlacedNode[] {
  const known = parsed.get(file);
  if (known) return known;
  const program: unknown = parseAst(file.text, { lang: 'ts' });
  const nodes = isNode(program) ? nodesBelow(program) : [];
  parsed.set(file, nodes);
  return nodes;
}

function nodesBelow(node: SyntaxNode): readonly PlacedNode[] {
  const below = childrenOf(node).flatMap(nodesBelow);
  return isPlaced(node) ? [node, ...below] : below;
}

function isPlaced(node: SyntaxNode): node is PlacedNode {
  return typeof node.start === 'number' && typeof node.end === 'number';
}

/** A module a file names: by `import`, `export … from`, `import()` or a type's `import()`. */
export type Import = { readonly from: string; readonly at: number; readonly dynamic: boolean };

export function importsOf(file: TextFile): readonly Import[] {
  return nodesIn(file).flatMap((node) =>
    [...nodesOf(node.source), ...(node.type === 'TSImportType' ? nodesOf(node.argument) : [])].flatMap(
      (source) =>
        typeof source.value === 'string'
          ? [{ from: source.value, at: node.start, dynamic: node.type === 'ImportExpression' }]
          : [],
    ),
  );
}
