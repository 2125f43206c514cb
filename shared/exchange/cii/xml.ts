/** XML as a tree, and its one text. Elements without content are left out where they are made: an invoice says nothing empty. */

export type XmlElement = {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly content: string | readonly XmlElement[];
};

type Attributes = XmlElement['attributes'];

/** @param content a text, or its children in the order the schema asks for; null stands for a child that is not there */
export function element(
  name: string,
  content: string | readonly (XmlElement | null)[],
  attributes: Attributes = [],
): XmlElement {
  if (typeof content === 'string') return { name, attributes, content };
  return { name, attributes, content: content.filter((child): child is XmlElement => child !== null) };
}

/** The element, or none where its text is empty. */
export function textElement(name: string, text: string, attributes: Attributes = []): XmlElement | null {
  const clean = cleanText(text);
  return clean === '' ? null : element(name, clean, attributes);
}

/** The element, or none where it would have no children. */
export function group(name: string, children: readonly (XmlElement | null)[]): XmlElement | null {
  const made = element(name, children);
  return made.content.length === 0 ? null : made;
}

/** The whole document, in UTF-8, indented. */
export function xmlText(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`;
}

function written({ attributes, content, name }: XmlElement, indent: string): string {
  const head = attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
  if (typeof content === 'string') return `${indent}<${name}${head}>${escaped(content)}</${name}>\n`;
  const children = content.map((child) => written(child, `${indent}  `)).join('');
  return `${indent}<${name}${head}>\n${children}${indent}</${name}>\n`;
}

function escaped(text: string): string {
  return cleanText(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** Without what XML 1.0 cannot hold (control characters, halves of a pair), in composed Unicode, without spaces around. */
export function cleanText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .normalize('NFC')
    .trim();
}
