/** What Apps Script accepts of a built file, checked before it leaves this machine. Each check returns its complaints. */
import { parse } from 'acorn';
import { childrenOf, isFunction, isNode, nameOf, nodesOf, type SyntaxNode } from './syntax-tree.ts';

/** The builtins of ES2019, and `console`: all that Apps Script's V8 has beside Google's services. */
const BUILTINS: readonly string[] = (
  'Array ArrayBuffer Atomics Boolean DataView Date Error EvalError Float32Array Float64Array Function Infinity Int16Array ' +
  'Int32Array Int8Array Intl JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set ' +
  'SharedArrayBuffer String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray ' +
  'WeakMap WeakSet arguments console decodeURI decodeURIComponent encodeURI encodeURIComponent isFinite isNaN parseFloat ' +
  'parseInt undefined'
).split(' ');

/**
 * Checks a script's syntax (ES2019, no module), its top-level names and the globals it uses.
 * @param names the only top-level names it may have; @param services the globals it must use, beside the language's own
 */
export function builtFileFaults(
  code: string,
  names: readonly string[],
  services: readonly string[],
): readonly string[] {
  const parsed = parseScript(code);
  if (typeof parsed === 'string') return [parsed];
  return [
    ...listFaults('top-level name', topLevelNames(parsed), names),
    ...listFaults('global', undeclaredNames(parsed), services),
  ];
}

/** Compares what was found with what was declared. */
export function listFaults(
  what: string,
  found: readonly string[],
  declared: readonly string[],
): readonly string[] {
  return [
    ...found.filter((name) => !declared.includes(name)).map((name) => `${what} ${name} is not declared`),
    ...declared
      .filter((name) => !found.includes(name))
      .map((name) => `${what} ${name} is declared but missing`),
  ];
}

function parseScript(code: string): SyntaxNode | string {
  try {
    const program: unknown = parse(code, { ecmaVersion: 2019, sourceType: 'script' });
    return isNode(program) ? program : 'not a program';
  } catch (error) {
    return `not a script of ES2019: ${String(error)}`;
  }
}

function topLevelNames(program: SyntaxNode): readonly string[] {
  return nodesOf(program.body).flatMap((statement) =>
    statement.type === 'VariableDeclaration'
      ? nodesOf(statement.declarations).flatMap(declaredNames)
      : declaredNames(statement),
  );
}

/** The names used that nothing around them declares, each once. A `typeof` on a bare name asks and does not use. */
function undeclaredNames(program: SyntaxNode): readonly string[] {
  const found = new Set<string>();
  visit(program, [new Set(BUILTINS), scopeNames(program)]);
  return [...found].sort();

  function visit(node: SyntaxNode, scopes: readonly ReadonlySet<string>[]): void {
    const name = nameOf(node);
    if (name && !scopes.some((scope) => scope.has(name))) found.add(name);
    const inner = isFunction(node) ? [...scopes, scopeNames(node)] : scopes;
    for (const child of usedParts(node)) visit(child, inner);
  }
}

/** The children of a node that are used: without the names of properties and labels. */
function usedParts(node: SyntaxNode): readonly SyntaxNode[] {
  switch (node.type) {
    case 'MemberExpression':
      return node.computed ? childrenOf(node) : nodesOf(node.object);
    case 'Property':
    case 'MethodDefinition':
      return node.computed ? childrenOf(node) : nodesOf(node.value);
    case 'LabeledStatement':
      return nodesOf(node.body);
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
      return [];
    case 'UnaryExpression':
      return node.operator === 'typeof' && nameOf(node.argument) ? [] : nodesOf(node.argument);
    default:
      return childrenOf(node);
  }
}

/** All names a function (or the program) declares, those of its blocks included, those of inner functions not. */
function scopeNames(scope: SyntaxNode): ReadonlySet<string> {
  const names = new Set([nameOf(scope.id), ...nodesOf(scope.params).flatMap(boundNames)]);
  const walk = (node: SyntaxNode): void => {
    for (const name of declaredNames(node)) names.add(name);
    if (!isFunction(node)) childrenOf(node).forEach(walk);
  };
  nodesOf(scope.body).forEach(walk);
  return names;
}

function declaredNames(node: SyntaxNode): readonly string[] {
  switch (node.type) {
    case 'VariableDeclarator':
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return nodesOf(node.id).flatMap(boundNames);
    case 'CatchClause':
      return nodesOf(node.param).flatMap(boundNames);
    default:
      return [];
  }
}

/** The names a pattern binds: `{ a, b: [c], ...d }` binds a, c and d. */
function boundNames(pattern: SyntaxNode): readonly string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [nameOf(pattern)];
    case 'ObjectPattern':
      return nodesOf(pattern.properties).flatMap(boundNames);
    case 'Property':
      return nodesOf(pattern.value).flatMap(boundNames);
    case 'ArrayPattern':
      return nodesOf(pattern.elements).flatMap(boundNames);
    case 'AssignmentPattern':
      return nodesOf(pattern.left).flatMap(boundNames);
    case 'RestElement':
      return nodesOf(pattern.argument).flatMap(boundNames);
    default:
      return [];
  }
}
