/** The typeface of printed pages, read once: Source Sans 3 (SIL Open Font License), whose figures all have one width. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Font, type GlyphRun, openSync } from 'fontkit';

export const FACES = ['regular', 'bold'] as const;
export type Face = (typeof FACES)[number];

const FILES: Readonly<Record<Face, readonly [folder: string, file: string]>> = {
  regular: ['400Regular', 'SourceSans3_400Regular.ttf'],
  bold: ['700Bold', 'SourceSans3_700Bold.ttf'],
};
const PACKAGE = '../../node_modules/@expo-google-fonts/source-sans-3/';

const known = new Map<Face, Font>();

/** A face of the typeface. Every document shares it, because reading it takes longer than a page. */
export function fontOf(face: Face): Font {
  const font = known.get(face) ?? readFont(face);
  known.set(face, font);
  return font;
}

/** Beside `dist/encaisse.js`, above `dist/chunks/`, or in the package, seen from this source file. */
function readFont(face: Face): Font {
  const [folder, file] = FILES[face];
  const candidates = [`./fonts/${file}`, `../fonts/${file}`, `${PACKAGE}${folder}/${file}`].map(
    (path) => new URL(path, import.meta.url),
  );
  const found = candidates.find((url) => existsSync(url));
  if (!found) throw new Error(`${file} is missing: looked in ${candidates.map(String).join(' and ')}`);
  const font = openSync(fileURLToPath(found));
  if ('fonts' in font) throw new Error(`${file} is a collection of fonts`);
  nameGlyphs(font);
  rememberWords(font);
  return font;
}

/**
 * A glyph that several characters share, such as space and no-break space, is known by the first one asked for, for as long as the
 * process lives. Asked in one order, once, every document says the same of it, and what is copied from it has plain spaces.
 */
function nameGlyphs(font: Font): void {
  font.layout('ff ft'); // ligatures are the letters they join
  for (const character of font.characterSet) font.glyphForCodePoint(character);
}

const MOST_WORDS = 20_000;

/** The same words stand on every invoice, and laying one out costs more than painting it. */
function rememberWords(font: Font): void {
  const layout = font.layout.bind(font);
  const known = new Map<string, GlyphRun>();
  font.layout = (text, ...features) => {
    if (features.some((one) => one !== undefined)) return layout(text, ...features);
    const run = known.get(text) ?? layout(text);
    if (known.size >= MOST_WORDS) known.clear();
    known.set(text, run);
    return copyOf(run);
  };
}

/** Whoever lays a word out scales its places: each gets its own. */
function copyOf(run: GlyphRun): GlyphRun {
  const positions = run.positions.map((position) => ({ ...position }));
  return Object.assign(Object.create(Object.getPrototypeOf(run)), run, { positions });
}
