/** A parsed program as plain nodes, whichever parser made it. */
export type SyntaxNode = { readonly type: string; readonly [field: string]: unknown };

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The node of a field, or of each element of a field that is a list. */
export function nodesOf(field: unknown): readonly SyntaxNode[] {
  if (Array.isArray(field)) return field.filter(isNode);
  return isNode(field) ? [field] : [];
}

/** All nodes directly below a node, in no promised order. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  return Object.values(node).flatMap(nodesOf);
}

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

export function isFunction(node: SyntaxNode): boolean {
  return FUNCTIONS.includes(node.type);
}

/** The name of an identifier; empty for any other node. */
export function nameOf(field: unknown): string {
  return isNode(field) && field.type === 'Identifier' && typeof field.name === 'string' ? field.name : '';
}
