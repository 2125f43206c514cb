import { expect, test } from 'vitest';
import type { Report } from '../../batch/answers/report.ts';
import { textWidth } from '../../batch/workbook/table/text-width.ts';
import { bookOf, elements, find, rowOf, sheetNamed } from './read-xlsx.ts';
import { reportOf } from './report-of.ts';
import { PROBLEMS, SHEET } from './sources-of.ts';

const ONE_CURRENCY = [
  'Synthèse',
  'Balance âgée',
  'Postes ouverts',
  'DSO et tendances',
  'Clients à risque',
  'Tendances clients',
  'Prévision',
  'Dates attendues',
  'Crédit',
  'Promesses et échéanciers',
  'Relances du jour',
  'Relances à venir',
  'Audit',
  'Contrôles',
  'À corriger',
  'Méthode et preuve',
];

const TWO_CURRENCIES = [
  'Summary',
  'Ageing EUR',
  'Ageing USD',
  'Open items EUR',
  'Open items USD',
  'DSO and trends EUR',
  'DSO and trends USD',
  'Clients at risk EUR',
  'Clients at risk USD',
  'Client trends EUR',
  'Client trends USD',
  'Forecast EUR',
  'Forecast USD',
  'Expected dates EUR',
  'Expected dates USD',
  'Credit EUR',
  'Credit USD',
  'Promises and plans EUR',
  'Today’s reminders EUR',
  'Today’s reminders USD',
  'Coming reminders EUR',
  'Audit',
  'Audit tests',
  'To mend',
  'Method and proof',
];

test('sheets stand in the reader’s order, one set a currency', async () => {
  const one = await bookOf(reportOf());
  expect(one.sheets.map(({ name }) => name)).toEqual(ONE_CURRENCY);
  const two = await bookOf(reportOf({ language: 'en', currencies: ['EUR', 'USD'] }));
  expect(two.sheets.map(({ name }) => name)).toEqual(TWO_CURRENCIES);
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

test('problems of a Google Sheet lead to their cell or row, those of a folder to nothing', async () => {
  const linked = await bookOf(reportOf({ problems: PROBLEMS, source: SHEET }));
  const sheet = sheetNamed(linked, 'À corriger');
  const relations =
    linked.parts.get(sheet.path.replace('worksheets/', 'worksheets/_rels/').concat('.rels')) ?? '';
  const targets = elements(relations, 'Relationship').map(({ attributes }) => attributes.Target);
  expect(targets).toContain('https://docs.google.com/spreadsheets/d/1AbC-dEf_123/edit#gid=22&range=AB7');
  expect(targets).toContain('https://docs.google.com/spreadsheets/d/1AbC-dEf_123/edit#gid=33&range=12:12');
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
  expect((await places(reportOf({ problems: PROBLEMS })))[0]).toBe("'À corriger'!$A$1");
  expect((await places(reportOf()))[0]).toBe("'Méthode et preuve'!$A$1");
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

test('the proof shows the names of its clients whole', async () => {
  const report = reportOf();
  const { clients } = report.register;
  const names = report.currencies[0].proof.clients.map(({ client }) =>
    textWidth(clients[client]?.name ?? ''),
  );
  const widest = Math.max(...names.filter((width) => width < 40)); // a longer one is cut, as on every sheet
  const { xml } = sheetNamed(await bookOf(report), 'Méthode et preuve');
  const column = elements(xml, 'col').find(({ attributes }) => Number(attributes.min) === 2);
  expect(Number(column?.attributes.width)).toBeGreaterThan(widest);
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
