/** Reads a written workbook back, strictly: every part must be well-formed. For tests only; the product never reads one. */
import { buffer } from 'node:stream/consumers';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Report } from '../../batch/answers/report.ts';
import { workbookStream } from '../../batch/workbook/write-workbook.ts';

export type ReadCell = {
  readonly value: string | number | null;
  readonly formula: string | null;
  readonly type: string; // `t` of the cell: s, inlineStr, str, n
  readonly style: number;
};

export type ReadSheet = {
  readonly name: string;
  readonly path: string;
  readonly xml: string;
  readonly cells: ReadonlyMap<string, ReadCell>;
};

export type ReadBook = { readonly parts: ReadonlyMap<string, string>; readonly sheets: readonly ReadSheet[] };

export async function bookOf(report: Report): Promise<ReadBook> {
  return readBook(await buffer(await workbookStream(report)));
}

export function readBook(bytes: Uint8Array): ReadBook {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
  for (const [path, xml] of parts) parse(xml, path, {});
  const strings = sharedStrings(parts.get('xl/sharedStrings.xml') ?? '');
  const sheets = elements(parts.get('xl/workbook.xml') ?? '', 'sheet').map(({ attributes }) => {
    const path = `xl/worksheets/sheet${attributes.sheetId}.xml`;
    const xml = parts.get(path) ?? '';
    return { name: attributes.name, path, xml, cells: cellsOf(xml, strings) };
  });
  return { parts, sheets };
}

export function sheetNamed(book: ReadBook, name: string): ReadSheet {
  const sheet = book.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name} among ${book.sheets.map((one) => one.name).join(', ')}`);
  return sheet;
}

/** The texts and numbers of a sheet's row, from column A on, blanks left out. */
export function rowOf(sheet: ReadSheet, row: number): readonly (string | number)[] {
  const values: (string | number)[] = [];
  for (const [address, { value }] of sheet.cells) {
    if (value !== null && address.replace(/[A-Z]+/, '') === String(row)) values.push(value);
  }
  return values;
}

/** The address of the first cell with this value. */
export function find(sheet: ReadSheet, value: string | number): string {
  for (const [address, cell] of sheet.cells) if (cell.value === value) return address;
  throw new Error(`${value} is nowhere on ${sheet.name}`);
}

/** Column and row, from 1, of an address or of a range's last cell. */
export function cornerOf(range: string): { column: number; row: number } {
  const [, letters, row] = /([A-Z]+)(\d+)$/.exec(range) ?? ['', '', ''];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, row: Number(row) };
}

/** Every element of that name. */
export function elements(xml: string, name: string): readonly SaxesTagPlain[] {
  const found: SaxesTagPlain[] = [];
  parse(xml, name, { open: (tag) => (tag.name === name ? found.push(tag) : 0) });
  return found;
}

/** The names of the direct children of the root element, in order. */
export function childrenOfRoot(xml: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  parse(xml, 'root', {
    open: (tag) => (depth++ === 1 ? names.push(tag.name) : 0),
    close: () => depth--,
  });
  return names;
}

type Handlers = {
  readonly open?: (tag: SaxesTagPlain) => unknown;
  readonly close?: (tag: SaxesTagPlain) => unknown;
  readonly text?: (text: string) => unknown;
};

/** Throws on XML that is not well-formed. */
function parse(xml: string, what: string, handlers: Handlers): void {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw new Error(`${what}: ${error.message}`);
  });
  parser.on('opentag', (tag) => handlers.open?.(tag));
  parser.on('closetag', (tag) => handlers.close?.(tag));
  parser.on('text', (text) => handlers.text?.(text));
  parser.write(xml).close();
}

function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let inText = false;
  parse(xml, 'shared strings', {
    open: ({ name }) => {
      if (name === 'si') strings.push('');
      inText = name === 't';
    },
    close: () => {
      inText = false;
    },
    text: (text) => {
      if (inText) strings[strings.length - 1] += text;
    },
  });
  return strings;
}

function cellsOf(xml: string, strings: readonly string[]): ReadonlyMap<string, ReadCell> {
  const cells = new Map<string, ReadCell>();
  let open = { address: '', type: 'n', style: 0 };
  let texts: Record<string, string> = {};
  let inside = '';
  parse(xml, 'sheet', {
    open: ({ attributes, name }) => {
      inside = name;
      if (name !== 'c') return;
      open = { address: attributes.r, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0) };
      texts = {};
    },
    text: (text) => {
      texts[inside] = (texts[inside] ?? '') + text;
    },
    close: ({ name }) => {
      inside = '';
      if (name !== 'c') return;
      if (cells.has(open.address)) throw new Error(`${open.address} is there twice`);
      const { type, style } = open;
      cells.set(open.address, {
        value: readValue(type, texts, strings),
        formula: texts.f ?? null,
        type,
        style,
      });
    },
  });
  return cells;
}

function readValue(
  type: string,
  texts: Record<string, string>,
  strings: readonly string[],
): string | number | null {
  if (type === 'inlineStr') return excelText(texts.t ?? '');
  if (texts.v === undefined) return null;
  if (type === 's') return excelText(strings[Number(texts.v)]);
  return type === 'str' ? texts.v : Number(texts.v);
}

/** Excel reads `_x005F_` as `_`. */
function excelText(text: string): string {
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
