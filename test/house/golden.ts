/** A golden file with no test says nothing: each has to be named by a string of some test. */
import { nodesOf, type SyntaxNode } from '../../appsscript/syntax-tree.ts';
import { type Fault, nodesIn, type TextFile } from './source-file.ts';

const GOLDEN = 'test/golden/';

export function goldenFaults(files: readonly TextFile[]): readonly Fault[] {
  const names = files.filter(({ path }) => /^test\/.*\.ts$/.test(path)).flatMap(namesIn);
  return files
    .map(({ path }) => path)
    .filter((path) => path.startsWith(GOLDEN))
    .filter((path) => !names.some((name) => name.test(path) || name.test(path.slice(GOLDEN.length))))
    .map((path) => `${path}: no test names this golden file`);
}

/** The paths a file's strings may mean; a template's holes stand for any name. */
function namesIn(file: TextFile): readonly RegExp[] {
  return nodesIn(file).flatMap((node) => {
    const parts = node.type === 'TemplateLiteral' ? nodesOf(node.quasis).map(cookedText) : [node.value];
    const texts = parts.filter((part) => typeof part === 'string');
    return /\.\w+$/.test(texts.at(-1) ?? '') ? [pathPattern(texts)] : [];
  });
}

function cookedText({ value }: SyntaxNode): unknown {
  return typeof value === 'object' && value !== null && 'cooked' in value ? value.cooked : undefined;
}

function pathPattern(parts: readonly string[]): RegExp {
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('[^/]+')}$`);
}
