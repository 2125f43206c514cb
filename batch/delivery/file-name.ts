/** File names that are safe on every system and in every mail header. */

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i; // devices of Windows, whatever the extension
const LONGEST = 80;

/**
 * A file name of `[A-Za-z0-9._-]`, at most 80 characters, its extension kept: `Été 2026.xlsx` gives `Ete-2026.xlsx`.
 * Only the last part of a path is taken.
 */
export function safeFileName(text: string): string {
  const last = text.split(/[/\\]/).pop() ?? '';
  const plain = last
    .slice(-1000)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-');
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - extension.length).replace(/^[.-]+|[.-]+$/g, '') || 'report';
  const name = stem.slice(0, LONGEST - 1 - extension.length) + extension;
  return RESERVED.test(name) ? `_${name}` : name;
}
