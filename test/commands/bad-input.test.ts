/** What people's files hold, through the whole command: a right figure, or a message that names the place; never a wrong report in silence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import { at } from '../answers/json-of.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';
import { type Files, writeFolder } from '../sources/csv-fixture.ts';
import { startSheetsServer } from '../workspace/sheets-server.ts';
import { addTab, type CellValue, newSpreadsheet } from '../workspace/spreadsheet.ts';
import { CLEAN } from './registers.ts';
import { report } from './runs.ts';

type Outcome = {
  readonly code: number;
  readonly open: unknown; // of the first currency
  readonly problems: readonly string[]; // `invoices 3 total amount/invalid`
};

/** The report of these files instead of the clean register's, with the workbook that is always made. */
async function outcomeOf(files: Files): Promise<Outcome & { readonly json: unknown; readonly out: string }> {
  const folder = temporaryFolder();
  const register = writeFolder({ ...CLEAN, ...files });
  const args = ['--register', register, '--as-of', '2026-11-20', '--xlsx', 'r.xlsx', '--json', 'r.json'];
  const { code, out } = await report(args, { folder });
  const json: unknown = JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8'));
  expect(readFileSync(join(folder, 'r.xlsx')).subarray(0, 2).toString()).toBe('PK');
  return { code, out, json, open: openOf(json), problems: problemsOf(json) };
}

function openOf(json: unknown): unknown {
  return at(json, 'currencies.0.receivables.open');
}

function problemsOf(json: unknown): readonly string[] {
  const problems = at(json, 'problems');
  if (!Array.isArray(problems)) throw new Error('no list of problems');
  return problems.map((one: unknown) =>
    ['table', 'row', 'column', 'code']
      .map((key) => at(one, key))
      .filter((word) => word !== '')
      .join(' '),
  );
}

const CLIENTS = 'code,name\n';
const INVOICES = 'number,client,issueDate,dueDate,total\n';
const F1 = 'F1,C1,2026-10-01,2026-10-31,100.00\n';
const LONG = 'x'.repeat(50_000);

const CASES: readonly (readonly [name: string, files: Files, outcome: Outcome])[] = [
  ['only headers', { clients: CLIENTS, invoices: INVOICES }, { code: 0, open: '0.00', problems: [] }],
  [
    'empty files',
    { clients: '', invoices: '' },
    {
      code: 1,
      open: '0.00',
      problems: [
        'clients 1 code column/missing',
        'clients 1 name column/missing',
        'invoices 1 number column/missing',
        'invoices 1 client column/missing',
        'invoices 1 issueDate column/missing',
        'invoices 1 total column/missing',
      ],
    },
  ],
  [
    'a missing column',
    { invoices: 'number,client,issueDate\nF1,C1,2026-10-01\n' },
    { code: 1, open: '0.00', problems: ['invoices 1 total column/missing'] },
  ],
  [
    'errors of formulas',
    { invoices: `${INVOICES}F0,C1,2026-10-01,,#REF!\n${F1}F2,#N/A,2026-10-01,,10\n` },
    {
      code: 1,
      open: '100.00',
      problems: ['invoices 2 total cell/formula-error', 'invoices 4 client cell/formula-error'],
    },
  ],
  [
    'booleans and days where amounts belong',
    { invoices: `${INVOICES}F0,C1,2026-10-01,,TRUE\n${F1}F2,C1,2026-10-01,,2026-10-01\n` },
    {
      code: 1,
      open: '100.00',
      problems: ['invoices 2 total amount/invalid', 'invoices 4 total amount/invalid'],
    },
  ],
  [
    'numbers that are none',
    { invoices: `${INVOICES}A,C1,2026-10-01,,1e308\nB,C1,2026-10-01,,NaN\n${F1}C,C1,2026-10-01,,Infinity\n` },
    {
      code: 1,
      open: '100.00',
      problems: [
        'invoices 2 total amount/invalid',
        'invoices 3 total amount/invalid',
        'invoices 5 total amount/invalid',
      ],
    },
  ],
  [
    'the largest amount, and the next',
    { invoices: `${INVOICES}A,C1,2026-10-01,,99999999999.99\nB,C1,2026-10-01,,100000000000.00\n` },
    { code: 1, open: '99999999999.99', problems: ['invoices 3 total amount/too-large'] },
  ],
  [
    'cells of 50,000 characters',
    {
      clients: `${CLIENTS}C1,${LONG}\n`,
      invoices: `${INVOICES}${LONG},C1,2026-10-01,,100\nF2,C1,2026-10-01,,${LONG}\n`,
    },
    { code: 1, open: '100.00', problems: ['invoices 3 total amount/invalid'] },
  ],
  [
    'a million blank rows',
    { invoices: `${INVOICES}${',,,,\n'.repeat(500_000)}${F1}${'\n'.repeat(500_000)}F2,C1,2026-10-01,,x\n` },
    { code: 1, open: '100.00', problems: ['invoices 1000003 total amount/invalid'] },
  ],
  [
    'Windows-1252',
    { clients: Buffer.from(`${CLIENTS}C1,\xc9picerie\n`, 'latin1') },
    { code: 1, open: '100.00', problems: ['clients 2 file/encoding'] },
  ],
  [
    'a file cut inside a quoted cell',
    { invoices: `${INVOICES}${F1}F2,C1,2026-10-01,2026-10-31,"10` },
    { code: 1, open: '100.00', problems: ['invoices 3 file/truncated'] },
  ],
  [
    'a file cut before the last cell',
    { invoices: `${INVOICES}${F1}F2,C1,2026-10-0` },
    { code: 1, open: '100.00', problems: ['invoices 3 file/truncated'] },
  ],
  [
    'two files of one table',
    { 'Clients.csv': 'code,name\nC9,Neuf\n' },
    { code: 1, open: '100.00', problems: ['clients 1 table/duplicate'] },
  ],
];

for (const [name, files, { code, open, problems }] of CASES) {
  test(name, async () => expect(await outcomeOf(files)).toMatchObject({ code, open, problems }));
}

describe('other ways to write the same rows give the same report', () => {
  const name = '"Épicerie\nOllier; ""le Bon Marché"""';
  const files = { ...CLEAN, clients: `${CLIENTS}C1,${name}\n` };
  const rewrite = (change: (text: string) => string): Files =>
    Object.fromEntries(Object.entries(files).map(([table, text]) => [table, change(String(text))]));
  for (const [how, change] of [
    ['CRLF', (text: string) => text.replace(/(?<!Épicerie)\n/g, '\r\n')],
    ['a byte-order mark', (text: string) => `\ufeff${text}`],
    ['no line break at the end', (text: string) => text.trimEnd()],
  ] as const) {
    test(how, async () => {
      const { code, json } = await outcomeOf(rewrite(change));
      expect(code).toBe(0);
      expect(json).toEqual((await outcomeOf(files)).json);
      expect(at(json, 'currencies.0.ageing.clients.0.name')).toBe('Épicerie\nOllier; "le Bon Marché"');
    });
  }
});

test('names in any script come through', async () => {
  const names = ['شركة الأمل', 'מכולת השכונה', '漢字商店 😀👩‍👩‍👧', 'Nguyễn Ðức', '𝕬 & <b>"x"</b>'];
  const clients = CLIENTS + names.map((name, i) => `C${i},"${name.replaceAll('"', '""')}"\n`).join('');
  const invoices = INVOICES + names.map((_, i) => `F${i},C${i},2026-10-01,,${5 - i}\n`).join('');
  const { code, json } = await outcomeOf({ clients, invoices });
  expect(code).toBe(0);
  expect(names.map((_, i) => at(json, `currencies.0.ageing.clients.${i}.name`))).toEqual(names);
});

test('the summary of a name of 50,000 characters fits a screen', async () => {
  const { out } = await outcomeOf({ clients: `${CLIENTS}C1,${LONG}\n` });
  expect(out.length).toBeLessThan(2000);
  expect(out).toContain('100,00');
});

test('text that begins like a formula is never one in the workbook', async () => {
  const folder = temporaryFolder();
  const evil = ['=HYPERLINK("http://evil.example","x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1+1'];
  const cells = evil.map((text) => `"${text.replaceAll('"', '""')}"`);
  const clients = CLIENTS + cells.map((text, i) => `C${i},${text}\n`).join('');
  const invoices = INVOICES + cells.map((text, i) => `${text},C${i},2026-10-01,,10\n`).join('');
  const bad = `${invoices}F9,C1,2026-10-01,,${cells[0]}\n`;
  const register = writeFolder({ ...CLEAN, clients, invoices: bad });
  expect((await report(['--register', register, '--xlsx', 'r.xlsx'], { folder })).code).toBe(1);
  const parts = Object.entries(unzipSync(readFileSync(join(folder, 'r.xlsx'))));
  const texts = parts.filter(([path]) => path.endsWith('.xml')).map(([, bytes]) => strFromU8(bytes));
  const formulas = texts.flatMap((text) => text.match(/<f[ >][^<]*<\/f>/g) ?? []);
  expect(formulas.length).toBeGreaterThan(0);
  expect(formulas.filter((formula) => /evil|1\+1|2\+3|SUM\(A1\)/.test(formula))).toEqual([]);
  expect(texts.join('')).toContain('=HYPERLINK(&quot;http://evil.example&quot;');
});

test('a sheet’s booleans, errors and numbers beyond all measure', async () => {
  const spreadsheet = newSpreadsheet('1AbcDefGhiJklMnoPqrStuVwxYz0123456789-_AbCdE', 'Registre');
  addTab(spreadsheet, 'Clients', [
    ['code', 'name'],
    ['C1', 'Épicerie'],
  ]);
  const row = (number: string, total: CellValue): CellValue[] => [number, 'C1', 46_296, 46_326, total];
  const totals = [true, '#REF!', 1e308, -0.001, 100, null];
  addTab(
    spreadsheet,
    'Factures',
    [INVOICES.trim().split(','), ...totals.map((total, i) => row(`F${i}`, total))],
    { rowCount: 1_000_000, columnCount: 6 },
  );
  const server = await startSheetsServer([spreadsheet]);
  onTestFinished(() => server.close());
  const { code, out } = await report(['--register', spreadsheet.id, '--json', '-'], {
    folder: temporaryFolder(),
    environment: { ENCAISSE_SHEETS_ROOT_URL: server.url },
  });
  expect(code).toBe(1);
  const json: unknown = JSON.parse(out);
  expect(openOf(json)).toBe('100.00');
  expect(problemsOf(json)).toEqual([
    'invoices 2 total amount/invalid',
    'invoices 3 total cell/formula-error',
    'invoices 4 total amount/too-large',
    'invoices 5 total amount/too-many-decimals',
    'invoices 7 total required/missing',
  ]);
});
