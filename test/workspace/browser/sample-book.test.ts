/** The demonstration's register: the built add-on, used on it, says what the weekly report says of the same rows. */
import { beforeAll, expect, test } from 'vitest';
import { report } from '../../commands/runs.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { startSheetsServer } from '../sheets-server.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';
import { DEMO_DAY, DEMO_NOW, demoWorkspace } from './sample-book.ts';

let workspace: Workspace;
beforeAll(() => {
  workspace = demoWorkspace();
});

const ask = (name: string, asks: object) => JSON.parse(JSON.stringify(workspace.runInProcess(name, asks)));

function succeeded(name: string, asks: object) {
  const answer = ask(name, asks);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** The figures of a view as plain numbers, by their label. */
function figuresOf(home: { figures: { label: string; text: string }[] }): Record<string, number> {
  return Object.fromEntries(
    home.figures.map(({ label, text }) => [label, Number(text.replace(/[^\d,-]/g, '').replace(',', '.'))]),
  );
}

test('home, dashboard and weekly report agree', async () => {
  const server = await startSheetsServer([workspace.book]);
  const ran = await report(['--register', workspace.book.id, '--as-of', DEMO_DAY, '--json', '-'], {
    folder: temporaryFolder(),
    environment: { ENCAISSE_SHEETS_ROOT_URL: server.url },
  });
  await server.close();
  expect(ran.code, ran.talk.join('\n')).toBe(0);
  const [euro] = JSON.parse(ran.out).currencies;
  const figures = figuresOf(succeeded('ui_home', { renew: false }));
  expect(figures['Encours clients']).toBe(Number(euro.receivables.open));
  expect(figures.Échu).toBe(Number(euro.receivables.overdue));
  const dashboard = workspace.book.tabs.find(({ title }) => title === 'Tableau de bord')?.rows.flat() ?? [];
  expect(dashboard).toContain(Number(euro.receivables.open));
  expect(dashboard).toContain(Number(euro.receivables.overdue));
});

test('drafts wait: what may be issued, what lacks something, what a client’s limit says', () => {
  const drafts: { id: string; notices: { severity: string }[]; credit: string }[] = succeeded('ui_drafts', {
    selected: false,
  });
  expect(drafts).toHaveLength(4);
  for (const { credit, id } of drafts) {
    const preview = ask('ui_previewIssue', { draft: id });
    if (preview.ok) expect(preview.value.draft.credit).toBe(credit); // both know what was paid
  }
  expect(drafts.map(({ credit }) => credit).join()).toContain('Plafond dépassé');
});

test('an opened file has its menu and needs no permission for it', () => {
  const fresh = openWorkspace({ clock: DEMO_NOW });
  fresh.inProcess.open('NONE');
  expect(fresh.screen.menus.map(({ title }) => title)).toEqual(['Encaisse']);
});
