/** A register in a Google Sheet, over HTTP on this machine: the report is that of the same rows in CSV files. */
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { SYSTEM_TIMING } from '../../../batch/sources/sheet/sheet-patience.ts';
import { parseCivilDate, serialOfDay } from '../../../shared/base/civil-date.ts';
import { TABLE_KEYS, TABLES } from '../../../shared/register/tables.ts';
import { AS_OF, HAND_MADE } from '../../answers/hand-made.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { typeset } from '../../french.ts';
import { type Files, writeFolder } from '../../sources/csv-fixture.ts';
import { type Plan, startSheetsServer } from '../../workspace/sheets-server.ts';
import {
  addTab,
  appendRow,
  type CellValue,
  newSpreadsheet,
  type Spreadsheet,
} from '../../workspace/spreadsheet.ts';
import { type Ran, report } from '../runs.ts';

const ID = '1AbcDefGhiJklMnoPqrStuVwxYz0123456789-_AbCdE';

/** The files as a sheet holds them: French titles and headers, amounts as numbers, days as serial numbers. */
function spreadsheetOf(files: Files): Spreadsheet {
  const spreadsheet = newSpreadsheet(ID, 'Registre 2026');
  for (const table of TABLE_KEYS) {
    const [header = '', ...lines] = String(files[table] ?? '')
      .trimEnd()
      .split('\n');
    if (header === '') continue;
    const columns = header.split(',').map((key) => TABLES[table].columns.find((one) => one.key === key));
    const rows = lines.map((line) =>
      line.split(',').map((text, at) => sheetCell(text, columns[at]?.kind ?? 'text')),
    );
    addTab(spreadsheet, TABLES[table].title.fr, [columns.map((one) => one?.header.fr ?? ''), ...rows]);
  }
  return spreadsheet;
}

function sheetCell(text: string, kind: string): CellValue {
  if (text === '') return null;
  if (kind === 'amount') return Number(text);
  const day = parseCivilDate(text);
  return day.ok ? serialOfDay(day.value) : text;
}

async function reportOf(
  spreadsheet: Spreadsheet,
  args: readonly string[] = [],
  plan?: Plan,
  register = ID,
): Promise<Ran> {
  const server = await startSheetsServer([spreadsheet], plan);
  onTestFinished(() => server.close());
  return report(['--register', register, '--as-of', AS_OF, '--json', '-', ...args], {
    folder: temporaryFolder(),
    environment: { ENCAISSE_SHEETS_ROOT_URL: server.url },
  });
}

const inCsv = (files: Files) =>
  report(['--register', writeFolder(files), '--as-of', AS_OF, '--json', '-'], { folder: temporaryFolder() });

/** Time passes at once. */
const withoutWaiting = () => vi.spyOn(SYSTEM_TIMING, 'sleep').mockImplementation(() => Promise.resolve());
afterEach(() => vi.restoreAllMocks());

describe('the same report as from CSV files', () => {
  test('to the byte, where the company has a name', async () => {
    const sheet = await reportOf(spreadsheetOf(HAND_MADE));
    expect(sheet).toEqual(await inCsv(HAND_MADE));
    expect(sheet.code).toBe(0);
  });
  test('but for the name, where it has none: the spreadsheet’s title stands for it', async () => {
    const nameless = { ...HAND_MADE, settings: 'key,value\nlocale,fr_FR\n' };
    const { out } = await reportOf(spreadsheetOf(nameless));
    expect(out).toContain('"name": "Registre 2026"');
    const unnamed = (text: string) => text.replace(/"name": "[^"]*"/, '');
    expect(unnamed(out)).toBe(unnamed((await inCsv(nameless)).out));
  });
  test('by its address', async () => {
    const address = `https://docs.google.com/spreadsheets/d/${ID}/edit#gid=0`;
    expect((await reportOf(spreadsheetOf(HAND_MADE), [], undefined, address)).code).toBe(0);
  });
});

describe('a sheet that is edited while it is read', () => {
  test('once: it is read again, and the figures are those after the edit', async () => {
    withoutWaiting();
    const spreadsheet = spreadsheetOf(HAND_MADE);
    const { out, talk } = await reportOf(spreadsheet, [], ({ index }) => {
      if (index === 2) addInvoice(spreadsheet, 'F9');
      return null;
    });
    expect(JSON.parse(out)).toMatchObject({ register: { moving: false, rows: { invoices: 6 } } });
    expect(talk).toEqual([]);
  });
  test('without end: the report says that its figures may mix two states', async () => {
    withoutWaiting();
    const spreadsheet = spreadsheetOf(HAND_MADE);
    const { code, out, talk } = await reportOf(spreadsheet, [], ({ index }) => {
      addInvoice(spreadsheet, `M${index}`);
      return null;
    });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ register: { moving: true } });
    expect(talk).toEqual([
      typeset(
        'la feuille était en cours de modification pendant sa lecture : les chiffres peuvent mêler deux états. Relancez le rapport pour des chiffres sûrs.',
      ),
    ]);
  });
  test('in English', async () => {
    withoutWaiting();
    const settings = 'key,value\nlocale,en_GB\n';
    const spreadsheet = spreadsheetOf({ ...HAND_MADE, settings });
    const { talk } = await reportOf(spreadsheet, [], ({ index }) => {
      addInvoice(spreadsheet, `M${index}`);
      return null;
    });
    expect(talk).toEqual([
      'the sheet was being edited while it was read: the figures may mix two states. Run the report again for figures to rely on.',
    ]);
  });
});

function addInvoice(spreadsheet: Spreadsheet, number: string): void {
  const tab = spreadsheet.tabs.find(({ title }) => title === TABLES.invoices.title.fr);
  if (!tab) throw new Error('no invoices');
  appendRow(spreadsheet, tab, [number, null, 'A', serialOfDay(20_000), null, null, 1]);
}

describe('a sheet that cannot be read ends with 3 and says what to do', () => {
  for (const [status, words] of [
    [
      403,
      'encaisse : Le compte Google utilisé n’a pas accès à ce classeur. Partagez le classeur, en lecture, avec ce compte.',
    ],
    [
      404,
      'encaisse : Ce classeur Google n’existe pas. Copiez son adresse depuis le navigateur : https://docs.google.com/spreadsheets/d/…',
    ],
    [503, 'encaisse : Google Sheets a répondu par l’erreur 503. Relancez dans quelques minutes.'],
  ] as const) {
    test(String(status), async () => {
      withoutWaiting();
      const reason = status === 403 ? { reason: 'PERMISSION_DENIED' } : {};
      const ran = await reportOf(spreadsheetOf(HAND_MADE), ['--xlsx', 'r.xlsx'], () => ({
        fault: 'status',
        status,
        ...reason,
      }));
      expect(ran).toEqual({ code: 3, out: '', talk: [typeset(words).replace('https\u202f:', 'https:')] });
    });
  }
  test('tabs that are not a register', async () => {
    const spreadsheet = newSpreadsheet(ID, 'Recettes');
    addTab(spreadsheet, 'Tartes', [['pommes']]);
    const { code, out, talk } = await reportOf(spreadsheet);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(talk[0]).toContain(
      typeset(
        'n’est pas un registre : il lui manque « Clients », « Factures ». Onglets trouvés : « Tartes ».',
      ),
    );
  });
  test('a server that is not on this machine gets no request', async () => {
    const { code, talk } = await report(['--register', ID], {
      folder: temporaryFolder(),
      environment: { ENCAISSE_SHEETS_ROOT_URL: 'https://example.com/' },
    });
    expect(code).toBe(3);
    expect(talk[0]).toContain('doit être sur cette machine');
  });
});
