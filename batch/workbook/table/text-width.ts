/** How wide a text is, in Excel's unit of column width: one digit of the body font. */

/** Enough for Arial; wide enough rather than exact. */
export function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += signWidth(sign);
  return width;
}

const NARROW = new Set("ijlft.,;:|!'’()[]- \u00a0\u202f/");
const WIDE = new Set('mwMWQO@%&—…');

function signWidth(sign: string): number {
  if (NARROW.has(sign)) return 0.6;
  if (WIDE.has(sign)) return 1.6;
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0x1100 && code !== 0x202f && !(code >= 0x2000 && code < 0x2e80)) return 2; // CJK, emoji
  return sign >= 'A' && sign <= 'Z' ? 1.25 : 1.02;
}

/** Lines a text takes in a cell of `width` digits, broken between words, or inside a word that is wider than the cell. */
export function wrappedLines(text: string, width: number): number {
  return text.split('\n').reduce((lines, part) => lines + linesOf(part.split(' '), width), 0);
}

function linesOf(words: readonly string[], width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of words) {
    const wide = textWidth(word);
    if (used > 0 && used + wide > width) {
      lines += 1;
      used = 0;
    }
    if (wide > width) lines += Math.ceil(wide / width) - 1;
    used += (wide % width) + SPACE;
  }
  return lines;
}

const SPACE = 0.6;

/** The text, cut with an ellipsis where it is wider than `width` digits. */
export function clippedTo(text: string, width: number): string {
  let used = 0;
  let kept = '';
  for (const sign of text) {
    used += signWidth(sign);
    if (used > width - 1) return textWidth(text) <= width ? text : `${kept.trimEnd()}…`;
    kept += sign;
  }
  return text;
}

/** The widest single word: a header never breaks inside one. */
export function widestWord(text: string): number {
  return Math.max(...text.split(/[ \n]/).map(textWidth));
}
