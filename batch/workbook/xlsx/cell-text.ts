/** Text as a workbook can hold it. What users wrote is data: it is written as typed text, never as a formula or as markup. */

/** Excel's limit for one cell, in UTF-16 units. */
const LONGEST_TEXT = 32_767;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot hold (§2.2), lone surrogates among them
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;

/** Text without what XML cannot hold, clipped with an ellipsis to what one cell can hold. */
export function cleanText(text: string): string {
  const clipped = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  return clipped.replace(/\r\n?/g, '\n').replace(NOT_XML, '');
}

/** Text for a cell: clean, and with Excel's own escapes (`_x0041_` would be read as `A`) made harmless. */
export function cellText(text: string): string {
  return cleanText(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

/** Text for a page header or footer, where `&` starts a command. Excel allows 255 characters in all. */
export function bannerText(text: string): string {
  return Array.from(cleanText(text).replace(/\s+/g, ' ')).slice(0, 80).join('').replaceAll('&', '&&');
}

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes markup, in element content as in attributes. */
export function xmlEscape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => MARKUP[sign] ?? sign);
}

/** Plain letters, digits and common signs need none of the care above. */
const HARMLESS = /^(?! )[\w .,:/()'’«»À-ÿ\u2013\u2019\u202f\u00a0-]*$/;

/** The `<t>` element of a shared or inline string. */
export function textElement(text: string): string {
  if (HARMLESS.test(text) && !text.includes('_x') && !text.endsWith(' ') && text.length <= LONGEST_TEXT) {
    return `<t>${text}</t>`;
  }
  const content = xmlEscape(cellText(text));
  return /^\s|\s$|\n/.test(content) ? `<t xml:space="preserve">${content}</t>` : `<t>${content}</t>`;
}
