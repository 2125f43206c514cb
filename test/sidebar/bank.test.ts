/** The dialog of bank statements before a script that only answers: every format is read in the browser, every view is whole in both languages. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportFields } from '../../appsscript/contract/bank.ts';
import { LANGUAGES, type Language } from '../../shared/base/words.ts';
import { launchChromium, NO_BROWSER } from '../workspace/browser/chromium.ts';
import { hardToUse } from '../workspace/browser/legible.ts';
import { answersIn } from './fixtures.ts';
import { type Opened, openSidebar, sidebarHtml } from './open-sidebar.ts';

const PICTURES = process.env.SIDEBAR_PICTURES; // a folder: pictures of all views are kept there

let browser: Browser;
let html = '';
beforeAll(async () => {
  if (NO_BROWSER) return;
  [browser, html] = await Promise.all([launchChromium(), sidebarHtml('bank')]);
});
afterAll(() => browser?.close());

async function opened(language: Language = 'fr', name?: string): Promise<Opened> {
  const dialog = await openSidebar(browser, html, answersIn(language, name), { view: 'bank', language });
  await dialog.page.evaluate("document.body.className = 'bank'");
  await dialog.page.setViewportSize({ width: 760, height: 900 });
  await dialog.page.locator('.drop').waitFor();
  return dialog;
}

async function choose(page: Page, content: string | Buffer, name = 'releve.csv'): Promise<void> {
  const buffer = typeof content === 'string' ? Buffer.from(content) : content;
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
}

const CSV = 'Date;Libellé;Montant\n05/10/2026;VIR ÉPICERIE;120,50\n06/10/2026;FRAIS;-12,00\n';
const OTHER = 'Jour;Quoi;Combien\n05/10/2026;VIR ÉPICERIE;120,50\n06/10/2026;FRAIS;-12,00\n';
const OFX =
  '<?xml version="1.0"?><?OFX OFXHEADER="200"?><OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF><BANKACCTFROM><BANKID>30006</BANKID><ACCTID>123</ACCTID></BANKACCTFROM><BANKTRANLIST>' +
  '<STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20261005</DTPOSTED><TRNAMT>120.50</TRNAMT><FITID>A1</FITID><NAME>VIR ÉPICERIE</NAME></STMTTRN>' +
  '<STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20261006</DTPOSTED><TRNAMT>-12.00</TRNAMT><FITID>A2</FITID><NAME>FRAIS</NAME></STMTTRN>' +
  '</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>';
const entry = (amount: string, sign: string, day: string, text: string): string =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt><NtryDtls><TxDtls><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
const CAMT = `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>${entry('120.50', 'CRDT', '2026-10-05', 'VIR ÉPICERIE')}${entry('12.00', 'DBIT', '2026-10-06', 'FRAIS')}</Stmt></BkToCstmrStmt></Document>`;

const ASKED = [
  ['2026-10-05', '120.50'],
  ['2026-10-06', '-12.00'],
];

async function asked({ calls }: Opened): Promise<ImportFields> {
  const all = await calls();
  const last = all.filter(({ name }) => name === 'ui_planImport' || name === 'ui_applyImport').pop();
  return JSON.parse(JSON.stringify(last?.asks));
}

const REFUSED: readonly (readonly [string, string, RegExp])[] = [
  ['nothing', '', /aucun mouvement/],
  ['no text', 'PK\u0003\u0004\u0000\u0000', /n’est pas du texte/],
  ['entities', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><Document/>', /déclare des entités/],
  ['XML cut short', CAMT.slice(0, -30), /incomplet ou mal formé/],
  ['a day to come', CSV.replace('06/10', '26/11'), /jour à venir/],
  ['movements without a header', '05/10/2026;VIR;1,00\n06/10/2026;FRAIS;-1,00\n', /ligne d’en-tête/],
  ['a quote that never closes', 'Date;Libellé;Montant\n05/10/2026;"VIR;1,00\n', /guillemet|en-tête/],
];

describe.skipIf(NO_BROWSER)('read in the browser', () => {
  test.each([
    ['CSV in UTF-8', CSV],
    ['CSV with its mark', `\ufeff${CSV}`],
    ['CSV in Windows-1252', Buffer.from(CSV, 'latin1')],
    ['OFX', OFX],
    ['CAMT.053', CAMT],
  ])('%s', async (_, content) => {
    const dialog = await opened();
    await choose(dialog.page, content);
    await dialog.page.getByText('À décider (3)').waitFor();
    const { statements } = await asked(dialog);
    expect(statements.flatMap(({ movements }) => movements.map(({ amount, day }) => [day, amount]))).toEqual(
      ASKED,
    );
    expect(statements[0]?.movements[0]?.label).toContain('VIR ÉPICERIE');
    expect(dialog.complaints).toEqual([]);
  });

  test.each(REFUSED)('%s is refused and nothing is asked of the script', async (_, content, words) => {
    const dialog = await opened();
    await choose(dialog.page, content);
    await dialog.page.locator('.banner.bad').waitFor();
    expect(await dialog.page.locator('.banner.bad').textContent()).toMatch(words);
    expect((await dialog.calls()).map(({ name }) => name)).toEqual(['ui_planImport']);
    expect(dialog.complaints).toEqual([]);
  });
});

const read = (page: Page) =>
  page.getByRole('button', { name: /^(Lire avec ces colonnes|Read with these columns)$/ }).click();
const pick = (page: Page, name: string, value: string) => page.locator(`[name=${name}]`).selectOption(value);
const amounts = async (dialog: Opened) =>
  (await asked(dialog)).statements.flatMap(({ movements }) =>
    movements.map(({ amount, day }) => [day, amount]),
  );

test.skipIf(NO_BROWSER)(
  'columns nobody knows are asked for with an example each, and kept under the name they are given',
  async () => {
    const dialog = await opened();
    await choose(dialog.page, OTHER);
    const { page } = dialog;
    await page.getByText('Quelles sont les colonnes de ce fichier').waitFor();
    await page.getByText('Combien (120,50)').first().waitFor({ state: 'attached' });
    await read(page);
    expect(await page.locator('.wrong').count()).toBe(4);
    await pick(page, 'date', 'Jour');
    await pick(page, 'label', 'Quoi');
    await pick(page, 'amount', 'Quoi');
    await read(page);
    expect(await page.locator('.wrong').allTextContents()).toEqual(['Cette colonne est déjà prise.']);
    await pick(page, 'amount', 'Combien');
    await page.locator('[name=name]').fill('Banque Dupont');
    await read(page);
    await page.getByText('À décider (3)').waitFor();
    expect(await amounts(dialog)).toEqual(ASKED);
    await page.getByRole('button', { name: 'Importer', exact: true }).click();
    await page.getByText('1 encaissement enregistré').waitFor();
    expect((await asked(dialog)).profiles).toEqual([
      {
        ...{ name: 'Banque Dupont', headers: 'Jour | Quoi | Combien', date: 'Jour', label: 'Quoi' },
        ...{ amount: 'Combien', direction: '', debit: '', credit: '', balance: '', value: '', reference: '' },
        dayOrder: 'dmy',
      },
    ]);
    expect(dialog.complaints).toEqual([]);
  },
);

test.skipIf(NO_BROWSER)('columns chosen wrongly say why, and may be chosen again', async () => {
  const dialog = await opened();
  const { page } = dialog;
  await choose(page, OTHER);
  await pick(page, 'date', 'Quoi');
  await pick(page, 'label', 'Jour');
  await pick(page, 'amount', 'Combien');
  await read(page);
  await page.getByText('n’est pas une date').first().waitFor();
  await pick(page, 'label', 'Quoi');
  await pick(page, 'date', 'Jour');
  await read(page);
  await page.getByText('À décider (3)').waitFor();
});

test.skipIf(NO_BROWSER)(
  'columns which the register keeps are known by the header; others may be named for it',
  async () => {
    const dialog = await opened('fr', 'Banque Dupont');
    const { page } = dialog;
    await page.getByText('Le | Objet | Somme nette').waitFor();
    await choose(page, OTHER.replace('Jour;Quoi;Combien', 'Le;Objet;Somme nette'));
    await page.getByText('Colonnes connues : « Banque Dupont ».').waitFor();
    expect(await amounts(dialog)).toEqual(ASKED);
    await page.getByRole('button', { name: 'Autres colonnes…' }).click();
    expect(await page.locator('[name=amount]').inputValue()).toBe('Somme nette');
    expect(await page.locator('[name=name]').inputValue()).toBe('Banque Dupont');
    await pick(page, 'dayOrder', 'mdy');
    await read(page);
    await page.getByText('À décider (3)').waitFor();
    expect((await amounts(dialog)).map(([day]) => day)).toEqual(['2026-05-10', '2026-06-10']);
  },
);

test.skipIf(NO_BROWSER)('days of two readings are asked about', async () => {
  const dialog = await opened('en');
  const { page } = dialog;
  await choose(page, 'Date,Description,Amount\n05/10/2026,VIR,120.50\n06/10/2026,FEE,-12.00\n');
  await page.getByText('may be day/month or month/day').waitFor();
  await pick(page, 'date', 'Date');
  await pick(page, 'label', 'Description');
  await pick(page, 'amount', 'Amount');
  await read(page);
  expect(await page.locator('.wrong').count()).toBe(1);
  await pick(page, 'dayOrder', 'dmy');
  await read(page);
  await page.locator('.movement').first().waitFor();
  expect(await amounts(dialog)).toEqual(ASKED);
});

test.skipIf(NO_BROWSER)('a long file goes in parts of whole days, one after the other', async () => {
  const days = Array.from({ length: 5 }, (_, index) => `0${index + 1}/10/2026`);
  const rows = days.flatMap((day) => Array.from({ length: 900 }, (_, index) => `${day};VIR ${index};1,00`));
  const dialog = await opened();
  await choose(dialog.page, ['Date;Libellé;Montant', ...rows].join('\n'));
  const sizes: number[] = [];
  for (const part of [1, 2, 3]) {
    await dialog.page.getByText(`(partie ${part} sur 3)`).waitFor();
    await dialog.page.getByRole('button', { name: 'Importer', exact: true }).click();
    await dialog.page.getByText('1 encaissement enregistré').waitFor();
    sizes.push((await asked(dialog)).statements.reduce((sum, { movements }) => sum + movements.length, 0));
    if (part < 3) await dialog.page.getByRole('button', { name: 'Partie suivante' }).click();
  }
  expect(sizes).toEqual([1800, 1800, 900]);
});

test.skipIf(NO_BROWSER)(
  'what is ticked is what is asked; a script that was stopped may be asked again',
  async () => {
    const dialog = await opened();
    const { page } = dialog;
    await choose(page, CSV);
    const cards = page.locator('.movement');
    await cards.nth(0).locator('input').uncheck();
    await cards.nth(1).locator('input').check();
    await cards.nth(2).getByRole('button', { name: 'Hors clients' }).click();
    await dialog.answer('ui_applyImport', null);
    await page.getByRole('button', { name: 'Importer', exact: true }).click();
    await page.getByText('rien ne sera fait deux fois').waitFor();
    await dialog.answer('ui_applyImport', answersIn('fr').ui_applyImport);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByText('1 encaissement enregistré').waitFor();
    const { decisions } = await asked(dialog);
    expect(decisions.map(({ kind, parts }) => [kind, parts.map(({ invoice }) => invoice)])).toEqual([
      ['parts', ['F2026-00013', 'F2026-00014']],
      ['ignored', []],
    ]);
  },
);

const VIEWS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['start', async () => undefined],
  ['plan', (page) => choose(page, CSV)],
  [
    'choice',
    async (page) => {
      await choose(page, CSV);
      await page.locator('.movement').nth(1).locator('.chips button').first().click();
      await page.locator('.share').first().waitFor();
    },
  ],
  ['columns', (page) => choose(page, OTHER)],
];

describe.skipIf(NO_BROWSER).each(VIEWS)('%s', (view, go) => {
  test.each(LANGUAGES)('fits in %s', async (language) => {
    const { complaints, page } = await opened(language);
    await go(page);
    await page.waitForTimeout(300);
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/bank-${view}.${language}.png`, fullPage: true });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(760);
    expect(complaints).toEqual([]);
    expect(await hardToUse(page)).toEqual([]);
  });

  test('shows a name that looks like markup as it is', async () => {
    const { complaints, page } = await opened('fr', '<img src=x onerror="document.title=1">&amp;');
    await go(page);
    expect(await page.locator('main img').count()).toBe(0);
    expect(await page.title()).toBe('Encaisse');
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(NO_BROWSER)('a history brought along', () => {
  const HISTORY =
    'N° pièce;Tiers;Date;Montant TTC;Reste dû;Journal\nA-77;ACME;15/11/2025;1 200,50;200,50;VE\n';

  test.each(LANGUAGES)(
    'its columns are proposed, changed, checked, and it is written, in %s',
    async (language) => {
      const start = { view: 'opening', language } as const;
      const dialog = await openSidebar(browser, html, answersIn(language), start);
      const { page } = dialog;
      await page.evaluate("document.body.className = 'bank'");
      await page.setViewportSize({ width: 760, height: 600 });
      await choose(page, HISTORY, 'export.csv');
      await page.locator('[name="column.0"]').waitFor();
      const proposed = await page.evaluate(
        "Array.from(document.querySelectorAll('select'), (one) => one.value)",
      );
      expect(proposed).toEqual(['number', 'client', 'issueDate', 'total', 'open', '']);
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/opening-columns.${language}.png` });
      await page.locator('[name="column.5"]').selectOption('number');
      await page.locator('.actions .primary').click();
      expect(await page.locator('.wrong').count()).toBe(1);
      await page.locator('[name="column.5"]').selectOption('');
      await page.locator('.actions .primary').click();
      await page.locator('.figures').waitFor();
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/opening-plan.${language}.png` });
      await page.locator('.actions .primary').click();
      await page.getByRole('status').waitFor();
      const [, last] = (await dialog.calls()).filter(({ name }) => name.endsWith('Opening'));
      expect(last).toMatchObject({
        name: 'ui_applyOpening',
        asks: { table: 'invoices', rows: [{ line: 2 }] },
      });
      expect(dialog.complaints).toEqual([]);
    },
  );
});
