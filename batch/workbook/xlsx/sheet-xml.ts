/** A sheet's XML as exceljs wrote it, completed: long tables, links, charts, each in the schema's order (ECMA-376 §18.3.1.99). */
import { type BulkRows, columnLetter, rowsXml, type SharedStrings } from './bulk-rows.ts';
import { xmlEscape } from './cell-text.ts';
import type { Link, Page } from './page.ts';

/** What follows the rows of a sheet, in the order of the schema. */
const AFTER_ROWS = [
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
] as const;
type AfterRows = (typeof AFTER_ROWS)[number];

/** The relationship of a sheet to its drawing; those of its links are numbered `link1`, … */
export const DRAWING_ID = 'drawing';

/** The sheet's XML in chunks, its long tables filled in. */
export function* sheetXml(skeleton: string, page: Page, strings: SharedStrings): Generator<Uint8Array> {
  let rest = withParts(withDimension(withBarIds(skeleton), page), page);
  for (const rows of page.bulk) {
    const { before, model, after } = splitAtRow(rest, rows.firstRow);
    yield Buffer.from(before);
    yield* rowsXml(rows, stylesOf(model), strings);
    rest = after;
  }
  yield Buffer.from(rest);
}

function splitAtRow(xml: string, row: number): { before: string; model: string; after: string } {
  const from = xml.indexOf(`<row r="${row}"`);
  const end = xml.indexOf('</row>', from);
  if (from < 0 || end < 0) throw new Error(`no model row ${row}`);
  return { before: xml.slice(0, from), model: xml.slice(from, end), after: xml.slice(end + '</row>'.length) };
}

/** The style ids of the model row's cells, first column first. */
function stylesOf(model: string): readonly string[] {
  return Array.from(model.matchAll(/<c r="[A-Z]+\d+"(?: s="(\d+)")?/g), (cell) => cell[1] ?? '');
}

/** exceljs draws the ids of data bars at random; counted instead, the same report gives the same bytes. */
function withBarIds(xml: string): string {
  const ids = new Map<string, string>();
  return xml.replace(
    /(<x14:id>|<x14:cfRule type="dataBar" id=")\{([^}]*)\}/g,
    (_, open: string, id: string) => {
      const counted = ids.get(id) ?? `00000000-0000-4000-8000-${String(ids.size + 1).padStart(12, '0')}`;
      ids.set(id, counted);
      return `${open}{${counted}}`;
    },
  );
}

const MOST_ROWS = 1_048_576; // Excel's

/** The sheet's extent, which exceljs knew only up to the model rows. */
function withDimension(xml: string, page: Page): string {
  const lastRow = Math.max(page.sheet.rowCount, ...page.bulk.map(lastRowOf));
  if (lastRow > MOST_ROWS) throw new Error(`${page.sheet.name}: ${lastRow} rows are more than Excel holds`);
  const last = `${columnLetter(Math.max(1, page.sheet.columnCount))}${Math.max(1, lastRow)}`;
  return xml.replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${last}"/>`);
}

function lastRowOf({ firstRow, count }: BulkRows): number {
  return firstRow + count - 1;
}

function withParts(xml: string, page: Page): string {
  const links = page.links.length === 0 ? '' : `<hyperlinks>${page.links.map(linkXml).join('')}</hyperlinks>`;
  const typed = page.typedText
    .map((range) => `<ignoredError sqref="${range}" numberStoredAsText="1"/>`)
    .join('');
  const drawing = page.charts.length === 0 ? '' : `<drawing r:id="${DRAWING_ID}"/>`;
  const withLinks = insert(xml, 'hyperlinks', links);
  const withTyped = insert(
    withLinks,
    'ignoredErrors',
    typed === '' ? '' : `<ignoredErrors>${typed}</ignoredErrors>`,
  );
  return insert(withTyped, 'drawing', drawing);
}

function linkXml(link: Link, at: number): string {
  const target = 'place' in link ? `location="${xmlEscape(link.place)}"` : `r:id="link${at + 1}"`;
  return `<hyperlink ref="${link.cell}" ${target}/>`;
}

/** Puts an element where the schema wants it: before the first of the sheet's own children that come after it. */
function insert(xml: string, name: AfterRows, element: string): string {
  if (element === '') return xml;
  const later: readonly string[] = AFTER_ROWS.slice(AFTER_ROWS.indexOf(name) + 1);
  const at =
    childrenAfterRows(xml).find((child) => later.includes(child.name))?.at ?? xml.lastIndexOf('</worksheet>');
  return xml.slice(0, at) + element + xml.slice(at);
}

/** The worksheet's own children behind its rows, and where each begins; names also occur deeper (`extLst`), which do not count. */
function childrenAfterRows(xml: string): readonly { readonly name: string; readonly at: number }[] {
  const from = xml.indexOf('</sheetData>') + '</sheetData>'.length;
  const children: { name: string; at: number }[] = [];
  let depth = 0;
  for (const tag of xml.slice(from).matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    const [, closing, name, empty] = tag;
    if (closing) depth -= 1;
    else if (depth === 0) children.push({ name, at: from + tag.index });
    if (!closing && !empty) depth += 1;
  }
  return children;
}
