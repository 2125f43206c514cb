/** The first page's sentences and acts, the forecast, the risk: what the report says, where a reader looks for it. */
import { expect, test } from 'vitest';
import { weekSentences } from '../../batch/answers/week-sentences.ts';
import { bookOf, elements, find, rowOf, sheetNamed } from './read-xlsx.ts';
import { emptyReport, reportOf } from './report-of.ts';
import { SHEET } from './sources-of.ts';

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

test('a forecast without an open item, without a payment, without enough reminders says so', async () => {
  const empty = await bookOf(emptyReport());
  find(sheetNamed(empty, 'Prévision'), 'Rien n’est ouvert\u202f: il n’y a rien à prévoir.');
  const report = reportOf({ items: 10 });
  const [euro] = report.currencies;
  const none = { ...euro, forecast: { value: null, reason: 'no-payment' } } as const;
  const unpaid = await bookOf({ ...report, currencies: [none] });
  const words = 'Aucune facture n’a encore été payée\u202f: il n’y a rien sur quoi fonder une prévision.';
  find(sheetNamed(unpaid, 'Prévision'), words);
  expect(unpaid.sheets.map(({ name }) => name)).not.toContain('Dates attendues');
  const { value } = euro.forecast;
  if (value === null) throw new Error('the report has a forecast');
  const few = { value: { ...value, chased: { value: null, reason: 'few-reminders' } } } as const;
  const sheet = sheetNamed(
    await bookOf({ ...report, currencies: [{ ...euro, forecast: few }] }),
    'Prévision',
  );
  find(sheet, 'L’effet d’une relance générale n’est pas estimé\u202f: moins de vingt relances passées.');
  const texts = [...sheet.cells.values()].map((cell) => cell.value);
  expect(texts).not.toContain('Si tout l’échu est relancé');
});
