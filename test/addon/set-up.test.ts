/** Setting up, in the built script: a new register, an older one, one made by hand; twice; interrupted; refused. */
import { describe, expect, test } from 'vitest';
import { registerPlans } from '../../shared/dunning/register-plan.ts';
import { SCHEMA_VERSION } from '../../shared/register/tabs/tab-plan.ts';
import { addTab, newSpreadsheet, type Spreadsheet } from '../workspace/spreadsheet.ts';
import { styleAt } from '../workspace/styles.ts';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';

const PLANS = registerPlans('fr');
const TITLES = PLANS.map(({ title }) => title);

const setUp = (workspace: Workspace): unknown => workspace.runInProcess('ui_setUp', {});
const tab = (book: Spreadsheet, title: string) => {
  const found = book.tabs.find((one) => one.title === title);
  if (!found) throw new Error(`no tab ${title}`);
  return found;
};
/** But for the time of day that the list of today bears. */
const cellsOf = (book: Spreadsheet) =>
  book.tabs.map(
    ({ title, rows }) =>
      [title, rows.map((row) => row.map((cell) => String(cell ?? '').replace(/, \d\d:\d\d/, '')))] as const,
  );

describe('an empty spreadsheet', () => {
  const workspace = openWorkspace();
  const answer = setUp(workspace);

  test('becomes a register: every tab in its order, the empty one taken for the first', () => {
    expect(answer).toEqual({ ok: true, value: { made: TITLES, completed: [], notices: [] } });
    expect(workspace.book.tabs.map(({ title }) => title)).toEqual(TITLES);
    expect(workspace.state.properties.document.get('schemaVersion')).toBe(String(SCHEMA_VERSION));
  });
  test('has each header in its place', () => {
    for (const plan of PLANS.filter(({ columns }) => columns.length > 0)) {
      const headers = plan.columns.map(({ header }) => header);
      expect(tab(workspace.book, plan.title).rows[0]?.slice(0, headers.length)).toEqual(headers);
    }
  });
  test('has the head of each column stand as its cells do', () => {
    for (const { columns, title } of PLANS) {
      const own = tab(workspace.book, title);
      const stands = (row: number) =>
        columns.map((_, at) => styleAt(own, 'horizontalAlignment', row, at + 1));
      expect([title, ...stands(1)]).toEqual([title, ...columns.map(({ align }) => align)]);
      expect(stands(2)).toEqual(stands(1));
    }
  });
  test('freezes, colours, lists and warns as planned', () => {
    const { look } = tab(workspace.book, 'Factures');
    expect(look.frozenRows).toBe(1);
    expect(look.conditional.length).toBe(PLANS.find((plan) => plan.tab === 'invoices')?.rules.length);
    expect(look.protections.every(({ warningOnly }) => warningOnly)).toBe(true);
    expect(look.protections.length).toBeGreaterThan(0);
    expect(tab(workspace.book, 'Tableau de bord').look.charts).toHaveLength(2);
  });
  test('shows its dashboard first', () => {
    expect(workspace.state.selection.gid).toBe(tab(workspace.book, 'Tableau de bord').gid);
  });
  test('set up again stays as it is, cell by cell and look by look', () => {
    const before = structuredClone(workspace.book);
    expect(setUp(workspace)).toEqual({ ok: true, value: { made: [], completed: [], notices: [] } });
    expect(cellsOf(workspace.book)).toEqual(cellsOf(before));
    expect(workspace.book.tabs.map(({ look }) => look.protections.length)).toEqual(
      before.tabs.map(({ look }) => look.protections.length),
    );
    expect(workspace.book.tabs.map(({ look }) => [look.conditional.length, look.charts.length])).toEqual(
      before.tabs.map(({ look }) => [look.conditional.length, look.charts.length]),
    );
  });
});

describe('a register made by hand', () => {
  const book = newSpreadsheet('hand-made', 'Mes factures');
  addTab(book, 'Notes perso', [['à garder'], ['=1+1 en texte']]);
  addTab(book, 'clients', [
    ['Nom', 'Ma colonne', 'CODE CLIENT'],
    ['Dupont', 'x', '0012'],
    ['=IMPORTXML("x")', 'y', 'C2'],
  ]);
  const before = cellsOf(book);
  const workspace = openWorkspace({ spreadsheet: book });
  const answer = setUp(workspace);

  test('is completed: what is there keeps its place and its name', () => {
    expect(answer).toMatchObject({ ok: true, value: { completed: ['Clients'] } });
    for (const [title, rows] of before) {
      const now = tab(workspace.book, title).rows;
      expect(now.slice(0, rows.length).map((row, index) => row.slice(0, rows[index]?.length))).toEqual(rows);
    }
    expect(tab(workspace.book, 'clients').rows[0]?.slice(0, 5)).toEqual([
      'Nom',
      'Ma colonne',
      'CODE CLIENT',
      'Type de client',
      'SIREN / SIRET',
    ]);
  });
  test('is not completed twice', () => {
    const once = cellsOf(workspace.book);
    setUp(workspace);
    expect(cellsOf(workspace.book)).toEqual(once);
  });
});

test('a setting that stands keeps its value; the ones it lacks come below', () => {
  const book = newSpreadsheet('older', 'Ancien registre');
  addTab(book, 'Réglages', [
    ['Réglage', 'Valeur'],
    ['companyName', 'Atelier Brun'],
  ]);
  const workspace = openWorkspace({ spreadsheet: book });
  setUp(workspace);
  const { rows } = tab(workspace.book, 'Réglages');
  expect(rows[1]?.slice(0, 2)).toEqual(['companyName', 'Atelier Brun']);
  expect(rows.filter((row) => row[0] === 'Raison sociale')).toEqual([]);
  expect(rows.map((row) => row[0])).toContain('IBAN');
});

test('interrupted anywhere, it is finished by the next run', () => {
  const whole = openWorkspace();
  setUp(whole);
  const calls = whole.calls[0]?.calls.length ?? 0;
  for (let at = 2; at < calls; at += 23) {
    const workspace = openWorkspace();
    workspace.planFaults(({ index, execution }) =>
      execution === 1 && index === at ? { when: 'before', kind: 'kill', buffer: 'prefix' } : null,
    );
    try {
      setUp(workspace);
    } catch (error) {
      expect(String(error)).toContain('killed');
    }
    expect(setUp(workspace)).toMatchObject({ ok: true });
    expect(cellsOf(workspace.book)).toEqual(cellsOf(whole.book));
  }
});

test('a register of a newer add-on is left alone', () => {
  const workspace = openWorkspace();
  workspace.state.properties.document.set('schemaVersion', '99');
  expect(setUp(workspace)).toMatchObject({ ok: false, message: expect.stringContaining('plus récente') });
  expect(workspace.book.tabs).toHaveLength(1);
});

test('without a document lock nothing is done', () => {
  const workspace = openWorkspace({ documentLock: false });
  expect(setUp(workspace)).toMatchObject({
    ok: false,
    message: expect.stringContaining('rien n’a été fait'),
  });
  expect(workspace.book.tabs).toHaveLength(1);
});

test('the self test finds every assumption true here, and leaves nothing behind', () => {
  const workspace = openWorkspace();
  workspace.runInProcess('menu_selfTest');
  const [alert] = workspace.screen.alerts;
  expect(alert?.text).toMatch(/^19 hypothèses vérifiées sur 19\./);
  expect(alert?.text).not.toContain('✗');
  expect(workspace.book.tabs.map(({ title }) => title)).toEqual(['Feuille 1']);
  expect(workspace.files.filter(({ trashed, name }) => !trashed && name !== 'Encaisse – essai')).toEqual([]);
});
