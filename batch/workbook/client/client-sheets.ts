/** The pages of the clients asked for, and what their sheets are called. */
import type { Report } from '../../answers/report.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { cleanText } from '../xlsx/cell-text.ts';
import type { Draft, Page } from '../xlsx/page.ts';
import { addClientSheet } from './client-sheet.ts';

/** @returns the pages by client */
export function addClientSheets(
  draft: Draft,
  report: Report,
  parts: readonly CurrencyPart[],
): ReadonlyMap<number, Page> {
  const pages = new Map<number, Page>();
  for (const asked of report.pages) {
    const { code, name } = report.register.clients[asked.client];
    const taken = draft.pages.map(({ sheet }) => sheet.name);
    pages.set(asked.client, addClientSheet(draft, parts, asked, sheetName(`${code} ${name}`, taken)));
  }
  return pages;
}

const LONGEST = 31;

/** Excel takes 31 characters, none of `[]:*?/\`, no apostrophe at either end, and no name twice whatever its capitals. */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const clean = cleanText(wanted)
    .replace(/[[\]:*?/\\\s]+/g, ' ')
    .trim()
    .replace(/^'+|'+$/g, '');
  const known = new Set(taken.map((name) => name.toLowerCase()));
  for (let count = 1; ; count++) {
    const behind = count === 1 ? '' : ` ${count}`;
    const name = cut(clean === '' ? '-' : clean, LONGEST - behind.length) + behind;
    if (!known.has(name.toLowerCase())) return name;
  }
}

/** By whole characters, as Excel counts them: an emoji takes two. */
function cut(text: string, longest: number): string {
  let kept = '';
  for (const sign of text) {
    if (kept.length + sign.length > longest) break;
    kept += sign;
  }
  return kept.trimEnd().replace(/'+$/, '');
}
