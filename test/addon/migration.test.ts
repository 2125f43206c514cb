/** A register set up by the first version: what needs the new columns says which command adds them, and setting up adds them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { registerPlans } from '../../shared/dunning/register-plan.ts';
import { SCHEMA_VERSION } from '../../shared/register/tabs/tab-plan.ts';
import type { Spreadsheet } from '../workspace/spreadsheet.ts';
import { addStyle, styleAt } from '../workspace/styles.ts';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { CLIENT, FIRM } from './firm-sheet.ts';

/** What the first version did not have. */
const SINCE: readonly (readonly [tab: string, columns: readonly string[]])[] = [
  ['Clients', ['Procédure collective ouverte le']],
  ['Règlements', ['Objet']],
  ['Journal', ['Intérêts réclamés', 'Indemnité réclamée', 'N° de recommandé']],
];
const TABS_SINCE = ['À faire', 'Constats revus'];

const tabOf = (book: Spreadsheet, title: string) => {
  const found = book.tabs.find((one) => one.title === title);
  if (!found) throw new Error(`no tab ${title}`);
  return found;
};

/** A register as the first version left it, with a client of its own. */
function firstVersion(): Workspace {
  const workspace = openWorkspace();
  workspace.runInProcess('ui_setUp', {});
  workspace.runInProcess('ui_saveSettings', { values: FIRM });
  workspace.runInProcess('ui_saveClient', CLIENT);
  const { book, properties } = workspace.state;
  book.tabs.splice(0, book.tabs.length, ...book.tabs.filter(({ title }) => !TABS_SINCE.includes(title)));
  for (const [title, columns] of SINCE) {
    const { rows } = tabOf(book, title);
    const places = columns.map((column) => rows[0]?.indexOf(column) ?? -1).sort((a, b) => b - a);
    expect(places.every((place) => place > 0)).toBe(true);
    for (const row of rows) for (const place of places) row.splice(place, 1);
  }
  properties.document.set('schemaVersion', '1');
  return workspace;
}

const NOTE = {
  ...{ id: 'J-ABCD1234', client: 'C1', invoice: '', event: 'note', byPhone: false },
  ...{ amount: '', day: '', detail: 'Bonjour' },
};

describe('a register of the first version', () => {
  let workspace: Workspace;
  let client = '';
  beforeAll(() => {
    workspace = firstVersion();
    client = String(tabOf(workspace.book, 'Clients').rows[1]?.[0]);
  });

  test('is recalculated all the same, and its dashboard says what is to be run', () => {
    workspace.runInProcess('menu_refresh');
    const cells = tabOf(workspace.book, 'Tableau de bord').rows.flat().map(String);
    expect(cells).toContain('Rien à faire aujourd’hui.');
    expect(workspace.screen.toasts.length).toBeGreaterThan(0);
  });
  test.each([
    ['ui_log', { ...NOTE, client: '' }],
    ['ui_letter', { client: 'C1', currency: '', kind: 'statement' }],
    ['ui_followUp', {}],
    ['ui_review', { finding: 'x', facts: 'y', reason: 'z' }],
  ])('%s names what is missing and the command that adds it', (call, asks) => {
    const before = JSON.stringify(workspace.book.tabs.map(({ rows }) => rows));
    const answer: unknown = workspace.runInProcess(call, asks);
    expect(answer).toMatchObject({
      ok: false,
      message: expect.stringMatching(/« Mettre en place »|«\u202fMettre en place\u202f»/),
    });
    expect(JSON.stringify(workspace.book.tabs.map(({ rows }) => rows))).toBe(before);
  });
  test('is completed by setting up: new columns at the right, new tabs, nothing moved', () => {
    const before = tabOf(workspace.book, 'Clients').rows.map((row) => [...row]);
    expect(workspace.runInProcess('ui_setUp', {})).toMatchObject({
      ok: true,
      value: { made: TABS_SINCE, completed: ['Clients', 'Règlements', 'Journal'] },
    });
    expect(workspace.state.properties.document.get('schemaVersion')).toBe(String(SCHEMA_VERSION));
    const rows = tabOf(workspace.book, 'Clients').rows;
    expect(rows.slice(0, before.length).map((row, at) => row.slice(0, before[at]?.length))).toEqual(before);
    for (const [title, columns] of SINCE) {
      const headers = tabOf(workspace.book, title).rows[0] ?? [];
      expect(headers.filter((header) => header !== '' && header !== null).slice(-columns.length)).toEqual(
        columns,
      );
    }
    expect(workspace.runInProcess('ui_log', { ...NOTE, client })).toMatchObject({ ok: true });
  });
  test('completed once, it is as a new one: nothing more is to be done', () => {
    expect(workspace.runInProcess('ui_setUp', {})).toMatchObject({
      ok: true,
      value: { made: [], completed: [] },
    });
    for (const plan of registerPlans('fr')) {
      const headers = tabOf(workspace.book, plan.title).rows[0] ?? [];
      for (const { header } of plan.columns) expect(headers).toContain(header);
    }
  });
});

describe('a register that an older version dressed', () => {
  const nextStep = (book: Spreadsheet): number =>
    (tabOf(book, 'Factures').rows[0] ?? []).indexOf('Prochaine étape') + 1;
  const wrapOf = ({ book }: Workspace): unknown =>
    styleAt(tabOf(book, 'Factures'), 'wrap', 2, nextStep(book));
  const board = ({ book }: Workspace) => tabOf(book, 'Tableau de bord');

  /** Its board bare, its sentences in one line; its keeper has made a column narrow and its sums green. */
  function dressedBy(version: string): Workspace {
    const workspace = openWorkspace();
    workspace.runInProcess('ui_setUp', {});
    const invoices = tabOf(workspace.book, 'Factures');
    invoices.look.styles = invoices.look.styles.filter(({ property }) => property !== 'wrap');
    invoices.look.columnWidths.set(nextStep(workspace.book), 200);
    addStyle(invoices, { firstRow: 2, lastRow: 1000, firstColumn: 9, lastColumn: 9 }, 'numberFormat', '0');
    board(workspace).look.styles = [];
    workspace.state.properties.document.set('schemaVersion', version);
    workspace.runInProcess('ui_setUp', {});
    return workspace;
  }
  const fresh = openWorkspace();
  fresh.runInProcess('ui_setUp', {});

  test('has its sentences wrapped and its board painted anew; what its keeper chose stays', () => {
    const workspace = dressedBy(String(SCHEMA_VERSION - 1));
    expect(wrapOf(workspace)).toBe('WRAP');
    expect(board(workspace).look.styles).toEqual(board(fresh).look.styles);
    const { look } = tabOf(workspace.book, 'Factures');
    expect(look.columnWidths.get(nextStep(workspace.book))).toBe(200);
    expect(styleAt(tabOf(workspace.book, 'Factures'), 'numberFormat', 2, 9)).toBe('0');
  });
  test('is left as its keeper made it where this version dressed it', () => {
    const workspace = dressedBy(String(SCHEMA_VERSION));
    expect(wrapOf(workspace)).toBeNull();
    expect(board(workspace).look.styles).toEqual([]);
  });
});
