import { expect, test } from 'vitest';
import { openGoogleSheet, spreadsheetIdOf } from '../../batch/sources/sheet/google-sheet.ts';
import { SourceError } from '../../batch/sources/source.ts';
import { addTab, newSpreadsheet, renameTab } from '../workspace/spreadsheet.ts';
import { failToRead, readThrough, SPREADSHEET_ID, smallRegister } from './sheet-fixture.ts';

test('a small register is read table by table, in reading order', async () => {
  const spreadsheet = smallRegister();
  addTab(spreadsheet, 'Règlements', [
    ['Date', 'Montant', 'Facture'],
    [46111, 80, 'F2026-00002'],
  ]);
  const { info, tables, begun } = await readThrough(spreadsheet);
  expect(info).toEqual({
    kind: 'sheet',
    name: 'Registre 2026',
    spreadsheetId: SPREADSHEET_ID,
    tabs: new Map([
      ['settings', 0],
      ['clients', 1],
      ['invoices', 2],
      ['payments', 3],
    ]),
    columns: expect.any(Map),
    moving: false,
  });
  expect(info.kind === 'sheet' && info.columns.get('payments')).toEqual(
    new Map([
      ['date', 0],
      ['amount', 1],
      ['invoice', 2],
    ]),
  );
  expect(tables.map(({ table }) => table)).toEqual(['settings', 'clients', 'invoices', 'payments']);
  expect(tables[1].rows).toEqual([
    ['C001', 'Société Générale d’Épicerie'],
    ['C002', '漢字 😀'],
  ]);
  expect(tables[2].headers).toEqual(['Numéro', 'Client', 'Date de facture', 'Montant TTC']);
  expect(tables[2].rows[0]).toEqual(['F2026-00001', 'C001', 46109, 1234.56]);
  expect(tables[2].firstRows).toEqual([2]);
  expect(begun).toBe(1);
});

test('a small register takes four requests, and says how far it is', async () => {
  const { seen, slept, shares } = await readThrough(smallRegister());
  expect(seen.map(({ call }) => call)).toEqual(['get', 'batchGet', 'batchGet', 'get']);
  expect(seen[1].ranges).toEqual(["'Réglages'!A1:Z1000", "'Clients'!A1:Z1000", "'Factures'!A1:Z1000"]);
  expect(seen[2].ranges).toEqual(seen[1].ranges);
  expect(slept).toEqual([]);
  expect(shares).toEqual([0.5, 1]);
});

test('nobody is sent a token where there is none', async () => {
  const { seen } = await readThrough(smallRegister());
  expect(seen.map(({ authorization }) => authorization)).toEqual([null, null, null, null]);
});

test('tabs may stand in any order, with other tabs between, in either language', async () => {
  const spreadsheet = newSpreadsheet(SPREADSHEET_ID, 'Mixed');
  addTab(spreadsheet, 'Notes de l’été', [['x']]);
  addTab(spreadsheet, 'INVOICES', [['number']]);
  addTab(spreadsheet, ' echeanciers ', [['invoice']]);
  addTab(spreadsheet, 'Clients', [['code']]);
  const { tables } = await readThrough(spreadsheet);
  expect(tables.map(({ table }) => table)).toEqual(['clients', 'invoices', 'instalments']);
});

for (const title of ["'Échéanciers'", "échéan''ciers", 'Échéanciers!', 'ÉCHÉANCIERS: ']) {
  test(`a tab may be called ${title}`, async () => {
    const spreadsheet = smallRegister();
    addTab(spreadsheet, title, [['invoice'], ['F1']]);
    const { tables } = await readThrough(spreadsheet);
    expect(tables[3]).toMatchObject({ table: 'instalments', rows: [['F1']] });
  });
}

test('of two tabs for one table the first stands, the other is a flaw', async () => {
  const spreadsheet = smallRegister();
  addTab(spreadsheet, 'Invoices', [['number'], ['I1']]);
  addTab(spreadsheet, 'factures ', [['number'], ['I2']]);
  const { tables, info } = await readThrough(spreadsheet);
  const invoices = tables.filter(({ table }) => table === 'invoices');
  expect(invoices).toHaveLength(1);
  expect(invoices[0].rows).toHaveLength(2);
  expect(invoices[0].flaws).toEqual([
    { code: 'table/duplicate', row: 1, found: 'Invoices' },
    { code: 'table/duplicate', row: 1, found: 'factures ' },
  ]);
  expect(info).toMatchObject({
    tabs: new Map([
      ['settings', 0],
      ['clients', 1],
      ['invoices', 2],
    ]),
  });
});

test('empty tabs, short rows, empty rows and empty texts', async () => {
  const spreadsheet = newSpreadsheet(SPREADSHEET_ID, 'Gaps');
  addTab(spreadsheet, 'Réglages');
  addTab(spreadsheet, 'Clients', [
    ['code', null, 'name'],
    ['C1'],
    [],
    [null, 'x', ''],
    ['', '', 'N', 'a note'],
  ]);
  addTab(spreadsheet, 'Factures', [['number']]);
  const { tables } = await readThrough(spreadsheet);
  expect(tables).toEqual([
    { table: 'settings', headers: [], rows: [], firstRows: [], flaws: [] },
    {
      table: 'clients',
      headers: ['code', null, 'name'],
      rows: [
        ['C1', null, null],
        [null, null, null],
        [null, 'x', null],
        [null, null, 'N'],
      ],
      firstRows: [2],
      flaws: [],
    },
    { table: 'invoices', headers: ['number'], rows: [], firstRows: [], flaws: [] },
  ]);
});

test('booleans, formula errors, zeros and a cell of 50,000 characters come as they are', async () => {
  const spreadsheet = smallRegister();
  const long = 'é'.repeat(50_000);
  addTab(spreadsheet, 'Journal', [
    ['a', 'b', 'c', 'd', 'e'],
    [true, false, '#REF!', 0, long],
  ]);
  const { tables } = await readThrough(spreadsheet);
  expect(tables[3].rows).toEqual([[true, false, '#REF!', 0, long]]);
});

test('large tabs are read in requests of half a million cells, which tables share', async () => {
  const spreadsheet = smallRegister();
  const payments = Array.from({ length: 60_000 }, (_, i) => (i === 0 ? ['id'] : [`P${i + 1}`]));
  addTab(spreadsheet, 'Règlements', payments, { columnCount: 20 });
  addTab(spreadsheet, 'Taux', [['series'], ['ECB-MRO']]);
  const { tables, seen, shares } = await readThrough(spreadsheet);
  expect(seen.filter(({ call }) => call === 'batchGet').map(({ ranges }) => ranges.slice(-2))).toEqual(
    [0, 1].flatMap(() => [
      ["'Factures'!A1:Z1000", "'Règlements'!A1:T21100"],
      ["'Règlements'!A21101:T46100"],
      ["'Règlements'!A46101:T60000", "'Taux'!A1:Z1000"],
    ]),
  );
  expect(tables[3].firstRows).toEqual([2, 21_101, 46_101]);
  expect(tables[3].rows).toHaveLength(59_999);
  expect(tables[3].rows.every(([id], i) => id === `P${i + 2}`)).toBe(true);
  expect(tables[4].rows).toEqual([['ECB-MRO']]);
  expect(shares.at(-1)).toBe(1);
});

test('a full spreadsheet is read without waiting for the quota', async () => {
  const spreadsheet = smallRegister();
  addTab(spreadsheet, 'Règlements', [['id'], ['P1']], { rowCount: 490_000, columnCount: 20 });
  const { seen, slept } = await readThrough(spreadsheet);
  expect(seen).toHaveLength(42);
  expect(slept).toEqual([]);
});

test('what is no register is told what it lacks', async () => {
  const spreadsheet = smallRegister();
  renameTab(spreadsheet, spreadsheet.tabs[1], 'Clientèle');
  const { words, seen } = await failToRead(spreadsheet);
  expect(words).toEqual({
    fr: 'Ce classeur Google n’est pas un registre\u202f: il lui manque «\u202fClients\u202f». Onglets trouvés\u202f: «\u202fRéglages\u202f», «\u202fClientèle\u202f», «\u202fFactures\u202f». Vérifiez l’adresse, ou ouvrez le classeur et lancez Encaisse > Mettre en place.',
    en: 'This Google spreadsheet is not a register: it has no “Clients”. Tabs found: “Réglages”, “Clientèle”, “Factures”. Check the address, or open the spreadsheet and run Encaisse > Set up.',
  });
  expect(seen).toHaveLength(1);
});

test('of a spreadsheet with many tabs the first twelve are named', async () => {
  const spreadsheet = newSpreadsheet(SPREADSHEET_ID, 'Other');
  for (let i = 1; i <= 13; i++) addTab(spreadsheet, `Feuille ${i}`);
  const { words } = await failToRead(spreadsheet);
  expect(words.en).toContain('it has no “Clients”, “Invoices”. Tabs found: “Feuille 1”,');
  expect(words.en).toContain('“Feuille 12”, “…”. Check');
  expect(words.fr).toContain('il lui manque «\u202fClients\u202f», «\u202fFactures\u202f».');
});

for (const rootUrl of ['https://sheets.example.com/', 'http://127.0.0.1.example.com/', 'nonsense']) {
  test(`${rootUrl} does not stand in for Google`, () => {
    const open = () => openGoogleSheet({ spreadsheetId: SPREADSHEET_ID, credentials: null, rootUrl });
    expect(open).toThrow(SourceError);
    expect(open).toThrow(
      'The address that stands in for the Google Sheets API has to be on this machine: http://127.0.0.1:PORT/',
    );
  });
}

test('Google is not asked without credentials', () => {
  const open = () => openGoogleSheet({ spreadsheetId: SPREADSHEET_ID, credentials: null });
  expect(open).toThrow('Google wants credentials');
});

for (const [text, id] of [
  [SPREADSHEET_ID, SPREADSHEET_ID],
  [` ${SPREADSHEET_ID}\n`, SPREADSHEET_ID],
  [`https://docs.google.com/spreadsheets/d/${SPREADSHEET_ID}`, SPREADSHEET_ID],
  [`https://docs.google.com/spreadsheets/d/${SPREADSHEET_ID}/edit?gid=0#gid=0`, SPREADSHEET_ID],
  [`docs.google.com/spreadsheets/u/1/d/${SPREADSHEET_ID}/edit`, SPREADSHEET_ID],
  [`https://docs.google.com/a/dupont.fr/spreadsheets/d/${SPREADSHEET_ID}/`, SPREADSHEET_ID],
  [`https://docs.google.com/spreadsheets/d/e/2PACX-${SPREADSHEET_ID}/pub`, null],
  [`https://docs.google.com/document/d/${SPREADSHEET_ID}/edit`, null],
  [`https://example.com/spreadsheets/d/${SPREADSHEET_ID}/edit`, null],
  ['registre-de-factures-2026-et-2027', null],
  ['./registre', null],
  [SPREADSHEET_ID.slice(0, 29), null],
  ['', null],
] as const) {
  test(`the id in ${JSON.stringify(text)} is ${id}`, () => expect(spreadsheetIdOf(text)).toBe(id));
}
