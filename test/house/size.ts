/** Files a person reads at one sitting, functions that fit on a screen. */
import { isFunction, nameOf, nodesOf, type SyntaxNode } from '../../appsscript/syntax-tree.ts';
import { type Fault, fault, lineAt, nodesIn, type TextFile } from './source-file.ts';

const FILE_LINES = 300;
const FUNCTION_LINES = 40;

/** Data tables: rows, no logic. */
const LONG_FILES = ['shared/register/tables.ts', 'appsscript/contract.ts'];

export function sizeFaults(file: TextFile): readonly Fault[] {
  return [...fileFaults(file), ...functionFaults(file)];
}

function fileFaults(file: TextFile): readonly Fault[] {
  const lines = lineAt(file.text.trimEnd(), file.text.length);
  if (lines <= FILE_LINES || LONG_FILES.includes(file.path)) return [];
  return [fault(file, 0, `the file has ${lines} lines, more than ${FILE_LINES}`)];
}

function functionFaults(file: TextFile): readonly Fault[] {
  const groups = new Set(nodesIn(file).flatMap(testGroup));
  return nodesIn(file).flatMap((node) => {
    if (!isFunction(node) || groups.has(node.start)) return [];
    const lines = lineAt(file.text.slice(node.start, node.end), node.end);
    if (lines <= FUNCTION_LINES) return [];
    return [fault(file, node.start, `the function has ${lines} lines, more than ${FUNCTION_LINES}`)];
  });
}

/** Where the callback of a `describe` starts: a heading over tests, no function to follow. */
function testGroup({ type, callee, arguments: given }: SyntaxNode): readonly unknown[] {
  return type === 'CallExpression' && nameOf(callee) === 'describe'
    ? nodesOf(given).map(({ start }) => start)
    : [];
}
