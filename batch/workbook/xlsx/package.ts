/** The .xlsx package: what exceljs wrote, completed by long tables, links and charts, streamed so that memory stays flat. */
import type { Readable } from 'node:stream';
import { strFromU8, unzipSync } from 'fflate';
import { withBodyFont } from '../style.ts';
import type { SharedStrings } from './bulk-rows.ts';
import { textElement } from './cell-text.ts';
import { addedParts, withContentTypes } from './drawing-xml.ts';
import type { Page } from './page.ts';
import { sheetXml } from './sheet-xml.ts';
import { zipStream } from './zip-stream.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const SHARED_STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';

/** Long sheets are compressed fast rather than small: 500,000 rows in 2 s instead of 5. */
const MANY_ROWS = 20_000;
const FAST = 1;
const SMALL = 6;

const CHUNK = 64 * 1024; // characters handed to the zip at a time

/**
 * @param skeleton what exceljs wrote: every sheet, each long table as one model row
 * @param day the time stamp of the package's files: the same report gives the same bytes
 */
export function packWorkbook(skeleton: Uint8Array, pages: readonly Page[], day: Date): Readable {
  const files = Object.entries(unzipSync(skeleton)).filter(([path]) => !path.endsWith('/')); // folders need no entry
  const written = new Map(files);
  const text = (path: string): string => strFromU8(written.get(path) ?? new Uint8Array());
  const strings: SharedStrings = { base: text(SHARED_STRINGS).split('<si>').length - 1, index: new Map() };
  const added = addedParts(pages);
  const parts = new Map<string, () => Iterable<Uint8Array>>(
    files.map(([path, bytes]) => [path, () => [bytes]] as const),
  );
  const put = (path: string, content: string): void => {
    parts.set(path, () => [Buffer.from(content)]);
  };
  put(CONTENT_TYPES, withContentTypes(text(CONTENT_TYPES), added));
  put(STYLES, withBodyFont(text(STYLES)));
  for (const [path, content] of added) put(path, content);
  for (const page of pages) parts.set(sheetPath(page), () => sheetXml(text(sheetPath(page)), page, strings));
  parts.delete(SHARED_STRINGS);
  parts.set(SHARED_STRINGS, () => stringsXml(text(SHARED_STRINGS), strings)); // last: every sheet has named its strings
  const level = pages.some(isLong) ? FAST : SMALL;
  const entries = Array.from(parts, ([path, chunks]) => ({ path, level, chunks }));
  return zipStream(entries, day);
}

function isLong(page: Page): boolean {
  return page.bulk.some(({ count }) => count > MANY_ROWS);
}

function sheetPath(page: Page): string {
  return `xl/worksheets/sheet${page.sheet.id}.xml`;
}

/** exceljs's shared strings, and those of the long tables behind them. */
function* stringsXml(skeleton: string, strings: SharedStrings): Generator<Buffer> {
  const count = strings.base + strings.index.size;
  let chunk = skeleton
    .replace(/ count="\d+" uniqueCount="\d+"/, ` uniqueCount="${count}"`)
    .replace(/<\/sst>\s*$/, '');
  for (const text of strings.index.keys()) {
    chunk += `<si>${textElement(text)}</si>`;
    if (chunk.length < CHUNK) continue;
    yield Buffer.from(chunk);
    chunk = '';
  }
  yield Buffer.from(`${chunk}</sst>`);
}
