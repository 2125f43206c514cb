/** The typeface of printed pages, read once: Source Sans 3 (SIL Open Font License), whose figures all have one width. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Font, openSync } from 'fontkit';

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
