/** The same statement through both doors at once: the add-on imports between any two requests of the command. Nothing is paid twice in silence. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SYSTEM_TIMING } from '../../../batch/sources/sheet/sheet-patience.ts';
import { dayNumber, serialOfDay } from '../../../shared/base/civil-date.ts';
import { CLIENT, FIRM } from '../../addon/firm-sheet.ts';
import { emptySpreadsheet, openWorkspace, type Workspace } from '../../workspace/workspace.ts';
import { ID, served } from './sheet-register.ts';

beforeEach(() => void vi.spyOn(SYSTEM_TIMING, 'sleep').mockImplementation(() => Promise.resolve()));
afterEach(() => vi.restoreAllMocks());

const STATEMENT = 'Date;Libellé;Montant\n05/11/2026;VIR OLLIER F2026-00012;120,00\n07/11/2026;FRAIS;-2,00\n';
const SERIAL = serialOfDay(dayNumber('2026-10-01'));

function register(): Workspace {
  const workspace = openWorkspace({ clock: Date.UTC(2026, 10, 20, 8), spreadsheet: emptySpreadsheet() });
  workspace.runInProcess('ui_setUp', {});
  workspace.runInProcess('ui_saveSettings', { values: FIRM });
  workspace.runInProcess('ui_saveClient', { ...CLIENT, code: 'OLLIER', name: 'Épicerie Ollier' });
  const rows = workspace.book.tabs.find(({ title }) => title === 'Factures')?.rows ?? [];
  const cells: Readonly<Record<string, string | number>> = {
    ...{ Numéro: 'F2026-00012', Type: 'facture', Client: 'OLLIER', Devise: 'EUR' },
    ...{ 'Date de facture': SERIAL, Échéance: SERIAL + 30, 'Montant TTC': 120 },
  };
  rows.push((rows[0] ?? []).map((header) => cells[String(header)] ?? null));
  return workspace;
}

/** The add-on takes what it shows as certain. */
function importInSheet(workspace: Workspace): unknown {
  const words = { payer: '', payerIban: '', reference: '', bankId: '' };
  const movements = [
    { ...words, day: '2026-11-05', amount: '120.00', label: 'VIR OLLIER F2026-00012' },
    { ...words, day: '2026-11-07', amount: '-2.00', label: 'FRAIS' },
  ];
  const statements = [{ account: '', currency: 'EUR', movements }];
  const plan = JSON.parse(JSON.stringify(workspace.runInProcess('ui_planImport', { statements })));
  const decisions = plan.value.movements
    .filter((one: { decision: string }) => one.decision === 'apply')
    .map(({ client, key, parts }: Record<string, unknown>) => ({ key, kind: 'parts', client, parts }));
  return workspace.runInProcess('ui_applyImport', { statements, decisions, profiles: [] });
}

const column = ({ book }: Workspace, title: string, header: string): readonly string[] => {
  const [headers = [], ...rows] = book.tabs.find((tab) => tab.title === title)?.rows ?? [];
  return rows.map((row) => String(row[headers.indexOf(header)] ?? '')).filter((text) => text !== '');
};
const paid = (workspace: Workspace) =>
  column(workspace, 'Règlements', 'Identifiant').filter((id) => id.startsWith('B-'));
const logged = (workspace: Workspace) => column(workspace, 'Relevés bancaires', 'Mouvement');

/** @param at the request of the command before which the add-on imports */
async function together(at: number) {
  const workspace = register();
  let requests = 0;
  const { run } = await served(
    Object.assign(workspace.book, { id: ID }),
    () => {
      if (requests++ === at) expect(importInSheet(workspace)).toMatchObject({ ok: true });
      return null;
    },
    { 'releve.csv': STATEMENT },
  );
  const first = await run('releve.csv');
  const alone = requests <= at;
  return { workspace, run, first, alone };
}

test('whenever the add-on imports: once each, or said and nothing hidden', { timeout: 60_000 }, async () => {
  const ends: string[] = [];
  for (let at = 0; ; at++) {
    const { alone, first, run, workspace } = await together(at);
    if (alone) break;
    const talk = first.talk.join(' ');
    const isTwice = talk.includes('montre deux fois');
    ends.push(first.code === 0 ? 'done' : isTwice ? 'twice, said' : 'refused, said');
    if (first.code !== 0) expect(talk).toMatch(/montre deux fois|vient d’écrire dans l’onglet/);
    if (isTwice) continue;
    expect(await run('releve.csv')).toMatchObject({ code: 0 });
    expect(paid(workspace)).toHaveLength(1);
    expect(new Set(logged(workspace)).size).toBe(logged(workspace).length);
    expect(logged(workspace)).toHaveLength(2);
  }
  expect(ends).toContain('done');
  expect(ends).toContain('refused, said');
  expect(ends.filter((end) => end === 'twice, said').length).toBeLessThanOrEqual(2); // between a look and its own change
});
