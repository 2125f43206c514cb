import { expect, test } from 'vitest';
import type { Report } from '../../batch/answers/report.ts';
import { weekSentences } from '../../batch/answers/week-sentences.ts';
import { bookOf, elements, find, rowOf, sheetNamed } from './read-xlsx.ts';
import { reportOf } from './report-of.ts';
import { PROBLEMS, SHEET } from './sources-of.ts';

test('sheets stand in the reader’s order, one set a currency', async () => {
  const one = await bookOf(reportOf());
  expect(one.sheets.map(({ name }) => name)).toEqual([
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

test('each thing to do leads to its row: of the workbook for a folder, of the register for a Google Sheet', async () => {
  const folder = await bookOf(reportOf());
  const [summary] = folder.sheets;
  const links = elements(summary.xml, 'hyperlink').slice(1);
  expect(links.map(({ attributes }) => attributes.location)).toEqual(
    [5, 6, 7, 8, 5].map((row) => `'Balance âgée'!$A$${row}`),
  );
  for (const { attributes } of links) expect(summary.cells.get(attributes.ref)?.value).toBe('voir');
  const sheet = await bookOf(reportOf({ source: SHEET }));
  const relations = sheet.parts.get('xl/worksheets/_rels/sheet1.xml.rels') ?? '';
  const targets = elements(relations, 'Relationship').flatMap(({ attributes }) =>
    attributes.TargetMode === 'External' ? [attributes.Target] : [],
  );
  expect(targets).toHaveLength(5);
  for (const target of targets) expect(target).toMatch(/edit#gid=11&range=(\d+):\1$/);
});

test('a thing to do about an invoice leads to the invoice, about the rows to mend to their sheet', async () => {
  const report = reportOf({ items: 40 });
  const [euro] = report.currencies;
  const about = { client: null, amount: null, text: { fr: 'x', en: 'x' } };
  const priorities = [
    { ...about, code: 'settle-dispute', invoice: euro.items[3].invoice },
    { ...about, code: 'unknown-sends', invoice: null },
    { ...about, code: 'mend-rows', invoice: null },
  ] as const;
  const book = await bookOf({ ...report, currencies: [{ ...euro, priorities }] });
  const [summary] = book.sheets;
  expect(
    elements(summary.xml, 'hyperlink')
      .slice(1)
      .map(({ attributes }) => attributes.location),
  ).toEqual(["'Postes ouverts'!$A$8", "'À corriger'!$A$1"]);
});

test('what changed is told on the first page in the JSON’s own sentences', async () => {
  const report = reportOf();
  const [summary] = (await bookOf(report)).sheets;
  const texts = [...summary.cells.values()].map(({ value }) => value);
  expect(texts).toContain('Ce qui a changé depuis le 13 novembre 2026');
  for (const { fr } of weekSentences(report)) expect(texts).toContain(`•\u00a0${fr}`);
});

test('of an earlier report the first page says so', async () => {
  const report = reportOf();
  const [euro] = report.currencies;
  const changes = { ...euro.changes, kept: true, since: report.asOfDay - 10 };
  const [summary] = (await bookOf({ ...report, currencies: [{ ...euro, changes }] })).sheets;
  find(summary, 'Ce qui a changé depuis le rapport du 10 novembre 2026');
});

test('the forecast: weeks, what reminders brought and what past forecasts said, as the report has them', async () => {
  const report = reportOf({ items: 40 });
  const [{ forecast, receivables }] = report.currencies;
  const book = await bookOf(report);
  const sheet = sheetNamed(book, 'Prévision');
  const total = Number(find(sheet, 'Total sur 13 semaines').slice(1));
  const weeks = forecast.value?.weeks ?? [];
  const expected = weeks.map((week) => week.expected / 100);
  for (const [at, { from, low, high }] of weeks.entries()) {
    const running = expected.slice(0, at + 1).reduce((sum, amount) => sum + amount, 0);
    const chased = (forecast.value?.chased.value?.weeks[at] ?? 0) / 100;
    const row = rowOf(sheet, total + 2 + at).map(Number);
    expect(row.slice(0, 4)).toEqual([from + 25_569, low / 100, expected[at], high / 100]);
    expect(row[4]).toBeCloseTo(running, 6);
    expect(row[5]).toBe(chased);
  }
  expect(rowOf(sheet, total)).toContain(weeks.reduce((sum, week) => sum + week.expected, 0) / 100);
  const effect = Number(find(sheet, 'Niveau').slice(1));
  expect(rowOf(sheet, effect + 1)).toEqual([1, 31, 12, 0.5, 14]);
  expect(rowOf(sheet, effect + 2)).toEqual([2, 11, 9]);
  const past = Number(find(sheet, 'Il y a (semaines)').slice(1));
  expect(rowOf(sheet, past + 1)).toEqual([4, report.asOfDay - 28 + 25_569, 2_000, 2_100, 0.05, 21.3, 2, 0.8]);
  const items = sheetNamed(book, 'Dates attendues');
  expect(rowOf(items, 3)).toContain(receivables.open / 100);
  const days = Array.from({ length: 40 }, (_, at) => Number(items.cells.get(`G${at + 5}`)?.value));
  expect(days).toEqual([...days].sort((a, b) => a - b));
});

test('clients at risk: money at risk, the score’s changes, and that about a person it is an indication', async () => {
  const report = reportOf({ items: 40 });
  const [{ risk }] = report.currencies;
  const sheet = sheetNamed(await bookOf(report), 'Clients à risque');
  expect(sheet.cells.get('I3')?.value).toBe(risk.reduce((sum, one) => sum + one.moneyAtRisk, 0) / 100);
  const row = (at: number) => ['F', 'G', 'I'].map((column) => sheet.cells.get(`${column}${at + 5}`)?.value);
  expect(row(0)).toEqual([risk[0].score - 50, risk[0].score - 50, risk[0].moneyAtRisk / 100]);
  expect(row(1)).toEqual([risk[1].score - 50, null, risk[1].moneyAtRisk / 100]);
  const ranks = risk.map((_, at) => Number(sheet.cells.get(`J${at + 5}`)?.value));
  expect([...ranks].sort((a, b) => a - b)).toEqual(risk.map((_, at) => at + 1));
  risk.forEach(({ isPerson }, at) => {
    const reasons = String(sheet.cells.get(`K${at + 5}`)?.value);
    expect(reasons.includes('jamais un refus automatique')).toBe(isPerson);
  });
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
