/** The skeleton of a page: its elements and their attributes, as a browser's tokenizer finds them (HTML, 13.2.5). */

export type Element = { readonly name: string; readonly attributes: readonly (readonly [string, string])[] };

const TAG = /<(\/?[a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|<!--[\s\S]*?-->|<![^>]*>/g;
const ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

export function elementsOf(html: string): readonly Element[] {
  const elements: Element[] = [];
  for (const [, name, rest] of html.matchAll(TAG)) {
    if (name === undefined) continue;
    const attributes = Array.from(
      (rest ?? '').matchAll(ATTRIBUTE),
      ([, key = '', double, single, bare]) => [key.toLowerCase(), double ?? single ?? bare ?? ''] as const,
    );
    elements.push({ name: name.toLowerCase(), attributes });
  }
  return elements;
}

/** Names of elements and attributes, without values: what words may never change. */
export function skeletonOf(html: string): string {
  return elementsOf(html)
    .map(({ attributes, name }) => [name, ...attributes.map(([key]) => key)].join(' '))
    .join('\n');
}

/** Every address a page would load or lead to. */
export function addressesOf(html: string): readonly string[] {
  return elementsOf(html).flatMap(({ attributes }) =>
    attributes
      .filter(([key]) => ['href', 'src', 'action', 'background', 'poster', 'srcset'].includes(key))
      .map(([, value]) => value),
  );
}
