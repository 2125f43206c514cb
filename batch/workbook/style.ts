/** The look of every sheet: one font, a restrained palette, colour only where it means something. */
import type { Alignment, Border, Fill, Font, Style } from 'exceljs';

/** RGB, as charts and cells take them. */
export const INK = '1F2933';
export const NAVY = '1F3A5F';
export const GREY = '66717D';
export const RULE = 'D5DBE3';
export const PALE = 'F3F5F8';
export const HEAD = 'E4EAF2';
export const TEAL = '2A7F8E';
export const GOOD = '1E7B4F';
export const BAD = 'B3261E';
export const WARN_TEXT = '7A4B00';
export const WARN_FILL = 'FFF1D6';
export const ALARM_FILL = 'FBE3E1';

/** From not due to more than 90 days late; the same in tables and in charts. */
export const BUCKET_COLOURS = ['5B8DB8', 'F2C14E', 'E98A3C', 'D1542F', '9B1C1C'] as const;

/** Behind an amount that is late, from 1–30 days to more than 90. */
export const LATE_FILLS = ['FFF8E1', 'FFEBCC', 'FDDCC4', 'F8CFC9'] as const;

const FONT_NAME = 'Arial';

export function font(size = 10, colour: string = INK, extra: Partial<Font> = {}): Partial<Font> {
  return { name: FONT_NAME, size, color: argb(colour), ...extra };
}

export function argb(colour: string): { argb: string } {
  return { argb: `FF${colour}` };
}

export function fill(colour: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: argb(colour), bgColor: argb(colour) };
}

function line(style: 'hair' | 'thin' | 'medium', colour: string): Partial<Border> {
  return { style, color: argb(colour) };
}

const MIDDLE: Partial<Alignment> = { vertical: 'middle' };

export const TITLE: Partial<Style> = {
  font: font(16, NAVY, { bold: true }),
  alignment: { ...MIDDLE, shrinkToFit: true },
};
export const SUBTITLE: Partial<Style> = { font: font(10, GREY), alignment: MIDDLE };
export const HEADING: Partial<Style> = {
  font: font(11, NAVY, { bold: true }),
  alignment: MIDDLE,
  border: { bottom: line('medium', NAVY) },
};

/** A table's header; text wraps. */
export function headerStyle(align: 'left' | 'right' | 'center', indent = 0): Partial<Style> {
  return {
    font: font(9, NAVY, { bold: true }),
    fill: fill(HEAD),
    alignment: { vertical: 'middle', horizontal: align, indent, wrapText: true },
    border: { bottom: line('thin', NAVY) },
  };
}

/** A cell of a table's body. */
export function bodyStyle(
  numFmt: string,
  alignment: Partial<Alignment>,
  colour: string = INK,
): Partial<Style> {
  return {
    numFmt,
    font: font(10, colour),
    alignment: { vertical: 'top', ...alignment },
    border: { bottom: line('hair', RULE) },
  };
}

/** A cell of a total row. */
export function totalStyle(numFmt: string, align: 'left' | 'right' | 'center'): Partial<Style> {
  return {
    numFmt,
    font: font(10, NAVY, { bold: true }),
    fill: fill(PALE),
    alignment: { vertical: 'middle', horizontal: align },
    border: { top: line('thin', RULE), bottom: line('thin', RULE) },
  };
}

/** A band across the page that must not be overlooked. */
export function bannerStyle(colour: string, background: string): Partial<Style> {
  return {
    font: font(10, colour, { bold: true }),
    fill: fill(background),
    alignment: { vertical: 'middle', wrapText: true, indent: 1 },
  };
}

/** Running text. */
export function proseStyle(colour: string = INK, extra: Partial<Font> = {}): Partial<Style> {
  return { font: font(10, colour, extra), alignment: { vertical: 'top', wrapText: true } };
}

export const LINK_FONT = font(10, TEAL, { underline: true });

/** The font that cells without a style and the column letters show, in the package's styles: exceljs always writes Calibri 11. */
export function withBodyFont(stylesXml: string): string {
  const body = `<font><sz val="10"/><color rgb="FF${INK}"/><name val="${FONT_NAME}"/><family val="2"/></font>`;
  return stylesXml.replace(/<font>.*?<\/font>/, body);
}
