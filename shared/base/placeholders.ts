/** Placeholders: texts that users write, with `{{name}}` where a value goes. No template language: names of a fixed list, nothing else. */

/** What a filled text may be long; what lies beyond is cut off. */
export const LONGEST_TEXT = 20_000;

export type FilledText = {
  readonly text: string;
  readonly unknown: readonly string[]; // names that stand for nothing, each once; they stay as they were written
  readonly isCut: boolean;
};

/** The longest name there is: what stands between braces and is longer is no placeholder. */
const HOLE = /\{\{([^{}]{1,40})\}\}/g;

/**
 * Puts values in the place of their names, from the first character to the last, once: a value that holds braces itself is not
 * looked at again. Names are read whatever their case, accents and surrounding spaces.
 */
export function fillPlaceholders(text: string, values: ReadonlyMap<string, string>): FilledText {
  const unknown = new Set<string>();
  const template = text.slice(0, LONGEST_TEXT);
  const filled = template.replace(HOLE, (hole: string, name: string) => {
    const value = values.get(placeholderName(name));
    if (value === undefined) unknown.add(name.trim());
    return value === undefined ? hole : value;
  });
  return {
    text: filled.slice(0, LONGEST_TEXT),
    unknown: Array.from(unknown),
    isCut: text.length > LONGEST_TEXT || filled.length > LONGEST_TEXT,
  };
}

/** The names in a text that stand for nothing: what to tell who writes it. */
export function unknownPlaceholders(text: string, known: ReadonlySet<string>): readonly string[] {
  const values = new Map(Array.from(known, (name) => [name, ''] as const));
  return fillPlaceholders(text, values).unknown;
}

/** `Échéance` and ` echeance ` name the same value. */
export function placeholderName(name: string): string {
  return name
    .trim()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}
