/** The pen: how wide words are, where their lines break, and how they are put on the page. */

import { fontOf } from './fonts.ts';
import type { Ink } from './ink.ts';
import type { Pdf } from './pdf.ts';

/** What stands for a character that the typeface does not have: PDF/A allows no hole. */
const SQUARE = '□';

/** A text as the typeface can set it: composed, without control characters; each character it lacks is noted and becomes a square. */
export function settable({ missing }: Pdf, text: string): string {
  const font = fontOf('regular');
  const composed = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Variation_Selector}]/gu, '');
  if (/^[\u0020-\u007e\u00a0-\u017f\u202f€’–—]*$/u.test(composed)) return composed;
  return Array.from(composed, (character) => {
    if (font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return character;
    missing.add(character);
    return SQUARE;
  }).join('');
}

/** @returns points */
export function widthOf({ doc }: Pdf, text: string, { face, size }: Ink): number {
  return doc.font(face).fontSize(size).widthOfString(text);
}

/** The lines of a text in a column: broken at spaces, a word that is too long wherever it must be. Never empty. */
export function linesOf(pdf: Pdf, text: string, ink: Ink, width: number): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .flatMap((part) => linesOfPart(pdf, settable(pdf, part.replace(/\t/g, ' ')).trim(), ink, width));
}

function linesOfPart(pdf: Pdf, text: string, ink: Ink, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(pdf, longer, ink) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = piecesOf(pdf, word, ink, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces[pieces.length - 1] ?? '';
  }
  return [...lines, line];
}

/** A word cut to the width: after a sign that parts it, else between two characters. */
function piecesOf(pdf: Pdf, word: string, ink: Ink, width: number): readonly string[] {
  const pieces: string[] = [];
  let rest = Array.from(word);
  while (rest.length > 1 && widthOf(pdf, rest.join(''), ink) > width) {
    const most = fitting(pdf, rest, ink, width);
    const sign = rest.slice(0, most).findLastIndex((character) => '-/@.,_?&='.includes(character)) + 1;
    const end = sign > most / 2 ? sign : most;
    pieces.push(rest.slice(0, end).join(''));
    rest = rest.slice(end);
  }
  return [...pieces, rest.join('')];
}

/** How many characters fit; at least one, so that the work ends. */
function fitting(pdf: Pdf, characters: readonly string[], ink: Ink, width: number): number {
  let low = 1;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(pdf, characters.slice(0, middle).join(''), ink) <= width) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Half a capital's height, as a share of the size: capitals stand in the middle of their line. */
const HALF_CAPITAL = 0.33;

export type Align = 'left' | 'right' | 'center';

/** One line. @param x of the column's left edge  @param y of the line's top, points from the page's upper edge */
export function writeLine(
  pdf: Pdf,
  text: string,
  x: number,
  y: number,
  ink: Ink,
  width = 0,
  align: Align = 'left',
): void {
  if (text === '') return;
  const free = align === 'left' ? 0 : width - widthOf(pdf, text, ink);
  const baseline = y + ink.leading / 2 + ink.size * HALF_CAPITAL;
  pdf.doc
    .font(ink.face)
    .fontSize(ink.size)
    .fillColor(ink.color)
    .text(text, x + (align === 'center' ? free / 2 : free), baseline, {
      lineBreak: false,
      baseline: 'alphabetic',
    });
}

/** A filled rectangle. */
export function fill({ doc }: Pdf, color: string, x: number, y: number, width: number, height: number): void {
  doc.rect(x, y, width, height).fill(color);
}

/** A rule from left to right. */
export function rule({ doc }: Pdf, color: string, x: number, y: number, width: number, weight = 0.5): void {
  doc
    .lineWidth(weight)
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke(color);
}
