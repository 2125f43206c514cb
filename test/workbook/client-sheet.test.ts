import { expect, test } from 'vitest';
import type { ClientPage } from '../../batch/answers/client-pages.ts';
import type { Report } from '../../batch/answers/report.ts';
import { sheetName } from '../../batch/workbook/client/client-sheets.ts';
import type { Contact } from '../../shared/letters/contacts.ts';
import { bookOf, elements, find, rowOf, sheetNamed } from './read-xlsx.ts';
import { reportOf } from './report-of.ts';

const CALL: Contact = {
  at: 20_770,
  event: 'call',
  level: 2,
  channel: 'call',
  recipient: 'Mme Ba',
  status: null,
  invoices: [3],
  amounts: [null],
  promisedOn: 20_780,
  newDeadline: null,
  tracking: '',
  detail: '=HYPERLINK("http://evil.example")',
};

function withPage(page: Partial<ClientPage> = {}, wanted: Parameters<typeof reportOf>[0] = {}): Report {
  const report = reportOf({ clients: 6, items: 30, ...wanted });
  const habits = report.currencies.map(({ currency }) => ({
    fr: `Paie ${currency}.`,
    en: `Pays ${currency}.`,
  }));
  const [{ ageing }] = report.currencies;
  return { ...report, pages: [{ client: ageing.clients[0].client, habits, contacts: [CALL], ...page }] };
}

async function pageOf(report: Report) {
  const book = await bookOf(report);
  const { code, name } = report.register.clients[report.pages[0].client];
  const sheet = sheetNamed(book, sheetName(`${code} ${name}`, []));
  return { book, sheet, texts: [...sheet.cells.values()].map(({ value }) => value) };
}

test('what it owes, how it pays, its risk with the rows behind it, and its open items with the days expected', async () => {
  const report = withPage();
  const [part] = report.currencies;
  const { client } = report.pages[0];
  const riskRows = () => ({ invoices: [0, 1], payments: [], journal: [] });
  const { sheet, texts } = await pageOf({ ...report, currencies: [{ ...part, riskRows }] });
  const own = part.ageing.clients[0];
  const buckets = Object.values(own.ageing).map((minor) => minor / 100);
  expect(rowOf(sheet, 6)).toEqual([...buckets, own.open / 100, own.unapplied / 100, own.balance / 100]);
  expect(texts).toContain('Paie EUR.');
  const risk = part.risk.find((one) => one.client === client);
  for (const { points, text } of risk?.reasons ?? [])
    expect(texts).toContain(`+${points} · ${text.fr} Lignes\u202f: Factures F2026-00001, F2026-00002.`);
  const items = part.items.filter(({ invoice }) => report.register.invoices.client[invoice] === client);
  const header = Number(find(sheet, 'Facture').slice(1));
  items.forEach(({ dueDay, invoice, open }, at) => {
    const place = part.items.findIndex((one) => one.invoice === invoice);
    const row = rowOf(sheet, header + 1 + at);
    expect(row.slice(1, 5)).toEqual([
      dueDay + 25_569,
      report.asOfDay - dueDay,
      open / 100,
      Number(part.forecast.value?.items[place].expectedOn) + 25_569,
    ]);
  });
  expect(rowOf(sheet, header - 1)).toContain(own.open / 100);
});

test('contacts are told as the journal’s words, and what users wrote stays text', async () => {
  const { sheet } = await pageOf(withPage());
  const row = Number(find(sheet, 'Contacts, le dernier en premier').slice(1)) + 1;
  expect(rowOf(sheet, row)).toEqual([
    46_339,
    'appel (niveau 2) · Mme Ba · facture F2026-00004 · pour le 23 novembre 2026 · =HYPERLINK("http://evil.example")',
  ]);
  for (const { formula } of sheet.cells.values())
    if (formula !== null) expect(formula).toMatch(/^SUBTOTAL\(/);
});

test('without a contact it says so; of many the last forty stand there, and how many are left', async () => {
  expect((await pageOf(withPage({ contacts: [] }))).texts).toContain('Aucun contact au journal.');
  const contacts = Array.from({ length: 42 }, () => CALL);
  expect((await pageOf(withPage({ contacts }))).texts).toContain(
    '… et 2 plus anciens, dans le journal du registre.',
  );
  const full = (await pageOf(withPage({ contacts: contacts.slice(0, 40) }))).texts;
  expect(full.filter((text) => String(text).startsWith('…'))).toEqual([]);
});

test('in English, of several currencies those it owes something in', async () => {
  const report = withPage({}, { language: 'en', currencies: ['EUR', 'USD'] });
  const { texts } = await pageOf(report);
  const owes = report.currencies.map(({ ageing, currency }) =>
    ageing.clients.some(({ client }) => client === report.pages[0].client)
      ? [`What it owes in ${currency}`]
      : [],
  );
  expect(texts.filter((text) => /^What it owes in/.test(String(text)))).toEqual(owes.flat());
  expect(texts).toContain('Contacts, newest first');
});

test('who owes nothing and was never rated gets a page that says so', async () => {
  const report = withPage();
  const [part] = report.currencies;
  const { client } = report.pages[0];
  const ageing = { ...part.ageing, clients: part.ageing.clients.filter((one) => one.client !== client) };
  const { texts } = await pageOf({
    ...report,
    currencies: [{ ...part, ageing, risk: part.risk.filter((one) => one.client !== client) }],
  });
  expect(texts).toContain('Rien n’est ouvert et rien n’est à imputer.');
  expect(texts).toContain('Pas de note\u202f: ni solde, ni vente en 24 mois.');
});

test('a thing to do about a client with a page leads there', async () => {
  const { book, sheet } = await pageOf(withPage());
  const [, link] = elements(book.sheets[0].xml, 'hyperlink');
  expect(link.attributes.location).toBe(`'${sheet.name}'!$A$1`);
});

test.each([
  ['C1 Dubois', [], 'C1 Dubois'],
  ['a/b\\c*[d]:e?', [], 'a b c d e'],
  ["'quoted'", [], 'quoted'],
  ['', [], '-'],
  ['???', [], '-'],
  ['x'.repeat(31), [], 'x'.repeat(31)],
  ['x'.repeat(32), [], 'x'.repeat(31)],
  ['x'.repeat(32), ['X'.repeat(31)], `${'x'.repeat(29)} 2`],
  ['Audit', ['AUDIT', 'audit 2'], 'Audit 3'],
  [`${'x'.repeat(30)}😀`, [], 'x'.repeat(30)],
  [`${'x'.repeat(30)}'y`, [], 'x'.repeat(30)],
])('a sheet wanted as %j beside %j is called %j', (wanted, taken, name) => {
  expect(sheetName(wanted, taken)).toBe(name);
});
