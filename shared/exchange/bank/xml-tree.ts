/** A tree of XML as a reader of XML hands it over: an element is its text, or a record of its children; those of one name are a list. */

export type XmlTree = string | { readonly [name: string]: XmlTree | readonly XmlTree[] };

/** The text of an element is under this name where it has attributes; an attribute's name begins with `@`. */
export const TEXT = '#text';

/** The children of a name, in order; none where there is none. */
export function childrenOf(tree: XmlTree | undefined, name: string): readonly XmlTree[] {
  if (tree === undefined || typeof tree === 'string') return [];
  const found = tree[name];
  if (found === undefined) return [];
  return isList(found) ? found : [found];
}

function isList(value: XmlTree | readonly XmlTree[]): value is readonly XmlTree[] {
  return Array.isArray(value);
}

/** The first element at the end of a path of names. */
export function elementAt(tree: XmlTree | undefined, ...path: readonly string[]): XmlTree | undefined {
  return path.reduce<XmlTree | undefined>((at, name) => childrenOf(at, name)[0], tree);
}

/** Its text, trimmed; empty where there is no such element. */
export function textAt(tree: XmlTree | undefined, ...path: readonly string[]): string {
  const found = elementAt(tree, ...path);
  if (found === undefined) return '';
  if (typeof found === 'string') return found.trim();
  const text = found[TEXT];
  return typeof text === 'string' ? text.trim() : '';
}
