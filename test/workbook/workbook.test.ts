import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../batch/answers/report.ts';
import { bookOf, childrenOfRoot, elements, find, type ReadBook, rowOf, sheetNamed } from './read-xlsx.ts';
import { emptyReport, PROBLEMS, reportOf, SHEET } from './report-of.ts';

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

const REPORTS: readonly (readonly [name: string, report: Report])[] = [
  ['one currency in French', reportOf()],
  [
    'two currencies in English',
    reportOf({ language: 'en', currencies: ['EUR', 'USD'], problems: PROBLEMS, source: SHEET }),
  ],
  ['an empty register', emptyReport()],
  ['a register without any currency', emptyReport({ currencies: [] })],
  ['a currency without decimals, and no month', reportOf({ currencies: ['JPY'], months: 0 })],
];

describe.each(REPORTS)('%s', (_, report) => {
  let book: ReadBook;
  beforeAll(async () => {
    book = await bookOf(report); // every part is parsed there: all are well-formed
  });

  test('every part has a content type, and every typed part is there', () => {
    const types = book.parts.get('[Content_Types].xml') ?? '';
    const typed = elements(types, 'Override').map(({ attributes }) => attributes.PartName.slice(1));
    const defaults = elements(types, 'Default').map(({ attributes }) => attributes.Extension);
    expect(defaults).toEqual(['rels', 'xml', 'vml']); // exceljs always names the last
    const parts = [...book.parts.keys()].filter((path) => path.endsWith('.xml') && !path.startsWith('['));
    expect([...typed].sort()).toEqual(parts.sort());
  });

  test('every relationship leads to a part or to https', () => {
    for (const [path, xml] of book.parts) {
      if (!path.endsWith('.rels')) continue;
      const folder = path.replace('_rels/', '').replace(/[^/]*$/, '');
      for (const { attributes } of elements(xml, 'Relationship')) {
        if (attributes.TargetMode === 'External') expect(attributes.Target).toMatch(/^https:\/\//);
        else expect([...book.parts.keys()]).toContain(resolved(folder, attributes.Target));
      }
    }
  });

  test('the elements of each sheet stand in the schema’s order', () => {
    for (const { name, xml } of book.sheets) {
      const ranks = childrenOfRoot(xml).map((child) => SCHEMA_ORDER.indexOf(child));
      expect(ranks, name).not.toContain(-1);
      expect(ranks, name).toEqual([...ranks].sort((a, b) => a - b));
      const added = ['hyperlinks', 'ignoredErrors', 'drawing'].filter((one) => xml.includes(`<${one}`));
      expect(childrenOfRoot(xml), name).toEqual(expect.arrayContaining(added));
    }
  });

  test('rows and cells stand in order, each inside the sheet’s extent', () => {
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

  test('every style a cell names exists, and shared strings are as many as said', () => {
    const styles = book.parts.get('xl/styles.xml') ?? '';
    const count = Number(elements(styles, 'cellXfs')[0].attributes.count);
    for (const { cells } of book.sheets) {
      for (const { style } of cells.values()) expect(style).toBeLessThan(count);
    }
    const strings = book.parts.get('xl/sharedStrings.xml') ?? '';
    expect(elements(strings, 'si')).toHaveLength(Number(elements(strings, 'sst')[0].attributes.uniqueCount));
  });

  test('text is typed text and formulas are ours only', () => {
    const ours =
      /^(SUBTOTAL\(109,|SUM\('|SUM\([B-Z]|IF\([A-Z]+\d+=0,|ROUND\([A-Z]+\d+\+|[A-Z]+\d+-[A-Z]+\d+$)/;
    for (const { cells } of book.sheets) {
      for (const { formula, type, value } of cells.values()) {
        if (formula !== null) expect(formula).toMatch(ours);
        else if (typeof value === 'string') expect(['s', 'inlineStr']).toContain(type);
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      }
    }
  });

  test('charts name cells that hold what they show', () => {
    for (const [path, xml] of book.parts) {
      if (path.startsWith('xl/charts/'))
        for (const check of chartChecks(book, xml)) expect(check.cells).toEqual(check.cached);
    }
  });

  test('every sheet prints on A4 with its name, the day and page numbers', () => {
    for (const { name, xml } of book.sheets) {
      expect(elements(xml, 'pageSetup')[0].attributes.paperSize, name).toBe('9');
      expect(xml).toContain('&amp;A&amp;R');
      expect(xml).toContain('Page &amp;P / &amp;N');
      expect(xml).toContain('showGridLines="0"');
    }
  });

  test('no row is higher than Excel allows', () => {
    for (const { xml } of book.sheets) {
      for (const { attributes } of elements(xml, 'row'))
        expect(Number(attributes.ht ?? 15)).toBeLessThanOrEqual(409);
    }
  });
});

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  return target.startsWith('../')
    ? resolved(folder.replace(/[^/]+\/$/, ''), target.slice(3))
    : folder + target;
}

function cornerOf(range: string): { column: number; row: number } {
  const [, letters, row] = /([A-Z]+)(\d+)$/.exec(range) ?? ['', '', ''];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, row: Number(row) };
}

/** Each reference of a chart with the values cached for it, beside what the cells hold. */
function chartChecks(book: ReadBook, xml: string) {
  return [...xml.matchAll(/<c:f>([^<]*)<\/c:f><c:(?:str|num)Cache>(.*?)<\/c:(?:str|num)Cache>/g)].map(
    ([, reference, cache]) => {
      const [, name, from, to] =
        /^'(.*)'!\$([A-Z]+\$\d+)(?::\$([A-Z]+\$\d+))?$/.exec(unescaped(reference)) ?? [];
      const { cells } = sheetNamed(book, name);
      const values = cellsBetween(from.replace('$', ''), (to ?? from).replace('$', '')).map(
        (address) => cells.get(address)?.value ?? null,
      );
      const cached = values.map((_, at) => {
        const point = new RegExp(`<c:pt idx="${at}"><c:v>([^<]*)</c:v>`).exec(cache);
        if (!point) return null;
        return cache.includes('formatCode') ? Number(point[1]) : unescaped(point[1]);
      });
      expect(cache).toContain(`<c:ptCount val="${values.length}"/>`);
      return { cells: values, cached };
    },
  );
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function cellsBetween(from: string, to: string): readonly string[] {
  const letter = from.replace(/\d+/, '');
  const [first, last] = [cornerOf(from).row, cornerOf(to).row];
  return Array.from({ length: last - first + 1 }, (_, at) => `${letter}${first + at}`);
}

test('sheets stand in the reader’s order, one set a currency', async () => {
  const one = await bookOf(reportOf());
  expect(one.sheets.map(({ name }) => name)).toEqual([
    'Synthèse',
    'Balance âgée',
    'Postes ouverts',
    'DSO et tendances',
    'Clients à risque',
    'À corriger',
    'Méthode et preuve',
  ]);
  const two = await bookOf(reportOf({ language: 'en', currencies: ['EUR', 'USD'] }));
  expect(two.sheets.map(({ name }) => name)).toEqual([
    'Summary',
    'Ageing EUR',
    'Ageing USD',
    'Open items EUR',
    'Open items USD',
    'DSO and trends EUR',
    'DSO and trends USD',
    'Clients at risk EUR',
    'Clients at risk USD',
    'To mend',
    'Method and proof',
  ]);
});

test('cached totals are the sums of the rows they stand for', async () => {
  const report = reportOf({ currencies: ['EUR', 'KWD'] });
  const book = await bookOf(report);
  for (const { name, cells } of book.sheets) {
    for (const { formula, value } of cells.values()) {
      const [, letter, first, last] = /^SUBTOTAL\(109,([A-Z]+)(\d+):[A-Z]+(\d+)\)$/.exec(formula ?? '') ?? [];
      if (letter === undefined) continue;
      let sum = 0;
      for (let row = Number(first); row <= Number(last); row++)
        sum += Number(cells.get(letter + row)?.value ?? 0);
      expect(value, `${name} ${formula}`).toBeCloseTo(sum, 4);
    }
  }
});

test('open items: numbers, days as serials, the bucket in words', async () => {
  const report = reportOf({ items: 40 });
  const sheet = sheetNamed(await bookOf(report), 'Postes ouverts');
  const [item] = report.currencies[0].items;
  const { clients, invoices } = report.register;
  const client = clients[invoices.client[item.invoice]];
  expect(rowOf(sheet, 5)).toEqual([
    invoices.numberAt(item.invoice),
    ...(item.instalment === null ? [] : [item.instalment]),
    client.code,
    client.name,
    invoices.issueDay[item.invoice] + 25_569,
    item.dueDay + 25_569,
    report.asOfDay - item.dueDay,
    item.total / 100,
    item.open / 100,
    'Plus de 90 jours',
    ...(item.disputed ? ['oui'] : []),
  ]);
  expect(sheet.cells.get('J3')).toBeUndefined;
  expect(sheet.cells.get('I3')?.value).toBe(report.currencies[0].receivables.open / 100);
});

test('tables keep their header in sight, filter every row, and repeat the header in print', async () => {
  const book = await bookOf(reportOf({ items: 40 }));
  const { xml } = sheetNamed(book, 'Postes ouverts');
  expect(elements(xml, 'pane')[0].attributes).toMatchObject({ xSplit: '1', ySplit: '4', state: 'frozen' });
  expect(elements(xml, 'autoFilter')[0].attributes.ref).toBe('A4:K44');
  expect(book.parts.get('xl/workbook.xml')).toContain('&apos;Postes ouverts&apos;!$4:$4');
  const fixed = /Print_Area" localSheetId="0">&apos;Synthèse&apos;!\$A\$1:\$X\$\d+</;
  expect(book.parts.get('xl/workbook.xml')).toMatch(fixed);
});

test('what users wrote is text, whatever it looks like', async () => {
  const names = [
    '=1+1',
    '@SUM(A1)',
    '+33 1',
    '-5',
    '\u202eRTL',
    '😀 & <b>',
    'a\u0000b',
    'x'.repeat(40_000),
    '_x0041_',
    ' ',
  ];
  const report = reportOf({
    clients: names.length,
    items: 60,
    clientName: (at) => names[at],
    name: names[0],
  });
  const book = await bookOf(report);
  const shown = new Set([...sheetNamed(book, 'Postes ouverts').cells.values()].map(({ value }) => value));
  expect([...shown]).toEqual(
    expect.arrayContaining(['=1+1', '@SUM(A1)', '+33 1', '-5', '\u202eRTL', '😀 & <b>', 'ab']),
  );
  expect(shown).toContain(`${'x'.repeat(32_766)}…`);
  expect(shown).toContain('_x0041_');
  expect(sheetNamed(book, 'Synthèse').cells.get('B1')).toMatchObject({ value: '=1+1', formula: null });
});

test('problems of a Google Sheet lead to their row, those of a folder to nothing', async () => {
  const linked = await bookOf(reportOf({ problems: PROBLEMS, source: SHEET }));
  const sheet = sheetNamed(linked, 'À corriger');
  const relations =
    linked.parts.get(sheet.path.replace('worksheets/', 'worksheets/_rels/').concat('.rels')) ?? '';
  const targets = elements(relations, 'Relationship').map(({ attributes }) => attributes.Target);
  expect(targets).toContain('https://docs.google.com/spreadsheets/d/1AbC-dEf_123/edit#gid=22&range=7:7');
  expect(targets).toHaveLength(5); // no tab is known for the settings
  expect(elements(sheet.xml, 'hyperlink').map(({ attributes }) => attributes.ref)).toEqual([
    'G4',
    'G5',
    'G6',
    'G7',
    'G8',
  ]);
  const plain = sheetNamed(await bookOf(reportOf({ problems: PROBLEMS })), 'À corriger');
  expect(elements(plain.xml, 'hyperlink')).toEqual([]);
});

test('the summary leads to the problems, or to the proof where there are none', async () => {
  const places = async (report: Report) => {
    const [summary] = (await bookOf(report)).sheets;
    return elements(summary.xml, 'hyperlink').map(({ attributes }) => attributes.location);
  };
  expect(await places(reportOf({ problems: PROBLEMS }))).toEqual(["'À corriger'!$A$1"]);
  expect(await places(reportOf())).toEqual(["'Méthode et preuve'!$A$1"]);
});

test('a sheet edited while it was read is said on top', async () => {
  const [summary] = (await bookOf(reportOf({ source: { ...SHEET, moving: true } as typeof SHEET }))).sheets;
  expect(rowOf(summary, 4)).toEqual([expect.stringContaining('en cours de modification')]);
});

test('a proof that does not hold is said on top, and the difference is a formula', async () => {
  const good = reportOf();
  const [euro] = good.currencies;
  const [first, ...others] = euro.proof.clients;
  const proof = {
    total: { ...euro.proof.total, invoices: euro.proof.total.invoices + 100, difference: -100 },
    clients: [{ ...first, invoices: first.invoices + 100, difference: -100 }, ...others],
    holds: false,
  };
  const book = await bookOf({ ...good, currencies: [{ ...euro, proof }] });
  expect(rowOf(book.sheets[0], 4)).toEqual([
    'La preuve ne tient pas\u202f: −1,00\u202f€ d’écart en EUR. Ne diffusez pas ce rapport\u202f; voyez «\u202fMéthode et preuve\u202f».',
  ]);
  const method = sheetNamed(book, 'Méthode et preuve');
  const row = find(method, 'Total').replace('A', '');
  expect(method.cells.get(`K${row}`)).toMatchObject({
    value: -1,
    formula: `ROUND(C${row}+D${row}-E${row}-G${row}+H${row}+I${row},2)`,
  });
});

test('a figure that is no number is refused, not written', async () => {
  const report = reportOf();
  const [euro] = report.currencies;
  const items = [{ ...euro.items[0], open: Number.NaN }];
  await expect(bookOf({ ...report, currencies: [{ ...euro, items }] })).rejects.toThrow(
    'NaN is no number a workbook can hold',
  );
});

test('the same report gives the same bytes', async () => {
  const report = reportOf({ items: 20 });
  const [once, twice] = [await bookOf(report), await bookOf(report)];
  expect([...once.parts]).toEqual([...twice.parts]);
});

test('the workbook says what it is', async () => {
  const book = await bookOf(reportOf());
  expect(book.parts.get('docProps/core.xml')).toContain(
    '<dc:title>Créances clients au 20 novembre 2026</dc:title>',
  );
  expect(book.parts.get('docProps/core.xml')).toContain('2026-11-20T00:00:00Z');
  expect(book.parts.get('docProps/app.xml')).toContain('<Company>Menuiserie Dubois &amp; Fils</Company>');
});
