import { expect, test } from 'vitest';
import { BOOKS } from './books.ts';
import { childrenOfRoot, cornerOf, elements } from './read-xlsx.ts';

/** Children of a worksheet in the order of the schema (ECMA-376 §18.3.1.99). */
const SCHEMA_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'ignoredErrors',
  'drawing',
  'extLst',
];

test.each(BOOKS)('$name: every part has a content type, and every typed part is there', async (one) => {
  const book = await one.book;
  const types = book.parts.get('[Content_Types].xml') ?? '';
  const typed = elements(types, 'Override').map(({ attributes }) => attributes.PartName.slice(1));
  const defaults = elements(types, 'Default').map(({ attributes }) => attributes.Extension);
  expect(defaults).toEqual(['rels', 'xml', 'vml']); // exceljs always names the last
  const parts = [...book.parts.keys()].filter((path) => path.endsWith('.xml') && !path.startsWith('['));
  expect([...typed].sort()).toEqual(parts.sort());
});

test.each(BOOKS)('$name: every relationship leads to a part or to https', async (one) => {
  const book = await one.book;
  for (const [path, xml] of book.parts) {
    if (!path.endsWith('.rels')) continue;
    const folder = path.replace('_rels/', '').replace(/[^/]*$/, '');
    for (const { attributes } of elements(xml, 'Relationship')) {
      if (attributes.TargetMode === 'External') expect(attributes.Target).toMatch(/^https:\/\//);
      else expect([...book.parts.keys()]).toContain(resolved(folder, attributes.Target));
    }
  }
});

test.each(BOOKS)('$name: the elements of each sheet stand in the schema’s order', async (one) => {
  const book = await one.book;
  for (const { name, xml } of book.sheets) {
    const ranks = childrenOfRoot(xml).map((child) => SCHEMA_ORDER.indexOf(child));
    expect(ranks, name).not.toContain(-1);
    expect(ranks, name).toEqual([...ranks].sort((a, b) => a - b));
    const added = ['hyperlinks', 'ignoredErrors', 'drawing'].filter((one) => xml.includes(`<${one}`));
    expect(childrenOfRoot(xml), name).toEqual(expect.arrayContaining(added));
  }
});

test.each(BOOKS)('$name: rows and cells stand in order, each inside the sheet’s extent', async (one) => {
  const book = await one.book;
  for (const { name, xml, cells } of book.sheets) {
    const rows = elements(xml, 'row').map(({ attributes }) => Number(attributes.r));
    expect(rows, name).toEqual([...new Set(rows)].sort((a, b) => a - b));
    const [{ attributes }] = elements(xml, 'dimension');
    const corner = cornerOf(attributes.ref);
    for (const address of cells.keys()) {
      expect(cornerOf(address).row).toBeLessThanOrEqual(corner.row);
      expect(cornerOf(address).column).toBeLessThanOrEqual(corner.column);
    }
  }
});

test.each(BOOKS)(
  '$name: every style a cell names exists, and shared strings are as many as said',
  async (one) => {
    const book = await one.book;
    const styles = book.parts.get('xl/styles.xml') ?? '';
    const count = Number(elements(styles, 'cellXfs')[0].attributes.count);
    for (const { cells } of book.sheets) {
      for (const { style } of cells.values()) expect(style).toBeLessThan(count);
    }
    const strings = book.parts.get('xl/sharedStrings.xml') ?? '';
    expect(elements(strings, 'si')).toHaveLength(Number(elements(strings, 'sst')[0].attributes.uniqueCount));
  },
);

test.each(BOOKS)('$name: text is typed text and formulas are ours only', async (one) => {
  const book = await one.book;
  const ours = /^(SUBTOTAL\(109,|SUM\('|SUM\([B-Z]|IF\([A-Z]+\d+=0,|ROUND\([A-Z]+\d+\+|[A-Z]+\d+-[A-Z]+\d+$)/;
  for (const { cells } of book.sheets) {
    for (const { formula, type, value } of cells.values()) {
      if (formula !== null) expect(formula).toMatch(ours);
      else if (typeof value === 'string') expect(['s', 'inlineStr']).toContain(type);
      if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
    }
  }
});

test.each(BOOKS)('$name: every sheet prints on A4 with its name, the day and page numbers', async (one) => {
  const book = await one.book;
  for (const { name, xml } of book.sheets) {
    expect(elements(xml, 'pageSetup')[0].attributes.paperSize, name).toBe('9');
    expect(xml).toContain('&amp;A&amp;R');
    expect(xml).toContain('Page &amp;P / &amp;N');
    expect(xml).toContain('showGridLines="0"');
  }
});

test.each(BOOKS)('$name: no two conditional formats of a sheet have one priority', async (one) => {
  const book = await one.book;
  for (const { name, xml } of book.sheets) {
    const priorities = elements(xml, 'cfRule').map(({ attributes }) => attributes.priority);
    expect(priorities, name).toEqual([...new Set(priorities)]);
  }
});

test.each(BOOKS)('$name: no row is higher than Excel allows', async (one) => {
  const book = await one.book;
  for (const { xml } of book.sheets) {
    for (const { attributes } of elements(xml, 'row'))
      expect(Number(attributes.ht ?? 15)).toBeLessThanOrEqual(409);
  }
});

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  return target.startsWith('../')
    ? resolved(folder.replace(/[^/]+\/$/, ''), target.slice(3))
    : folder + target;
}
