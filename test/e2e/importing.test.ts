/** A bank statement imported in a real browser: read there, ticked, written once, decided later, taken back. */
import { expect, test } from 'vitest';
import { dayNumber, serialOfDay } from '../../shared/base/civil-date.ts';
import { CLIENT, FIRM } from '../addon/firm-sheet.ts';
import { NO_BROWSER } from '../workspace/browser/chromium.ts';
import { DEMO_DAY, DEMO_NOW } from '../workspace/browser/sample-book.ts';
import { emptySpreadsheet, openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { atDesk, type OpenedDesk, shot } from './open-desk.ts';
import { answerQuestion, button } from './sidebar-acts.ts';

const TODAY = serialOfDay(dayNumber(DEMO_DAY));

/** As a French bank writes it: Windows-1252, a preamble, amounts with commas, a running balance. */
const STATEMENT = Buffer.from(
  [
    'Téléchargement du 19/11/2026;;;;',
    'Compte courant;FR7630006000011234567890189;;;',
    ';;;;',
    'Date;Libellé;Débit;Crédit;Solde',
    '17/11/2026;VIR SEPA RECU /DE EPICERIE OLLIER /MOTIF F2026-00012;;120,00;1 120,00',
    '17/11/2026;VIR SEPA RECU /DE GARAGE BELLON;;80,00;1 200,00',
    '18/11/2026;FRAIS DE TENUE DE COMPTE;-2,50;;1 197,50',
    '18/11/2026;VIREMENT SANS MOTIF;;30,00;1 227,50',
  ].join('\r\n'),
  'latin1',
);

function type({ book }: Workspace, title: string, cells: Readonly<Record<string, string | number>>): void {
  const rows = book.tabs.find((tab) => tab.title === title)?.rows ?? [];
  rows.push((rows[0] ?? []).map((header) => cells[String(header)] ?? null));
}

function register(): Workspace {
  const workspace = openWorkspace({ clock: DEMO_NOW, spreadsheet: emptySpreadsheet() });
  workspace.runInProcess('ui_setUp', {});
  workspace.runInProcess('ui_saveSettings', { values: FIRM });
  for (const [code, name] of [
    ['OLLIER', 'Épicerie Ollier'],
    ['BELLON', 'Garage Bellon'],
  ] as const)
    workspace.runInProcess('ui_saveClient', { ...CLIENT, code, name });
  const owed = (number: string, client: string, total: number): void =>
    type(workspace, 'Factures', {
      ...{ Numéro: number, Type: 'facture', Client: client, Devise: 'EUR' },
      ...{ 'Date de facture': TODAY - 40, Échéance: TODAY - 10, 'Montant TTC': total },
    });
  owed('F2026-00012', 'OLLIER', 120);
  owed('F2026-00013', 'BELLON', 80);
  owed('F2026-00014', 'BELLON', 45);
  workspace.runInProcess('menu_refresh');
  return workspace;
}

const rowsOf = ({ book }: Workspace, title: string) => {
  const [headers = [], ...rows] = book.tabs.find((tab) => tab.title === title)?.rows ?? [];
  return rows
    .filter((row) => row.some((cell) => cell !== null && cell !== ''))
    .map((row) => Object.fromEntries(headers.map((header, at) => [String(header), row[at] ?? null])));
};
const payments = (workspace: Workspace) =>
  rowsOf(workspace, 'Règlements').map((row) => [row.Facture, row.Client, row.Montant]);
const states = (workspace: Workspace) => rowsOf(workspace, 'Relevés bancaires').map((row) => row.État);
const open = (workspace: Workspace) =>
  rowsOf(workspace, 'Factures').map((row) => [row.Numéro, row['Reste dû']]);

test.skipIf(NO_BROWSER)(
  'a statement chosen, ticked, imported, chosen again, decided, taken back',
  async () => {
    await atDesk(register(), async (desk) => {
      await importOnce(desk);
      await importAgain(desk);
      await decideLater(desk);
      await takeBack(desk);
      expect(desk.complaints).toEqual([]);
    });
  },
  180_000,
);

const dialogOf = ({ page }: OpenedDesk) => page.frameLocator('.box.page iframe');

async function choose(desk: OpenedDesk, name = 'releve.csv', buffer = STATEMENT): Promise<void> {
  await dialogOf(desk).locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

async function importOnce(desk: OpenedDesk): Promise<void> {
  const { workspace } = desk;
  const dialog = dialogOf(desk);
  await desk.choose('Importer un relevé');
  await dialog.getByText('Déposez ici').waitFor();
  await shot(desk, 'bank-start');
  await choose(desk, 'photo.csv', Buffer.from('Date;Libellé;Montant\n31/11/2026;VIR;1,00\n'));
  await dialog.getByText('« 31/11/2026 » n’est pas une date').waitFor();
  await shot(desk, 'bank-refused');
  await choose(desk);
  await dialog.getByText('les soldes et les mouvements concordent').waitFor();
  await dialog.getByText('1 encaissement coché').waitFor();
  await shot(desk, 'bank-plan');
  await button(dialog, 'Importer').dblclick();
  await dialog.getByText('1 encaissement enregistré, 2 à décider, 1 hors clients.').waitFor();
  await shot(desk, 'bank-done');
  expect(payments(workspace)).toEqual([['F2026-00012', 'OLLIER', 120]]);
  expect(states(workspace)).toEqual(['imputé', 'à décider', 'hors clients', 'à décider']);
  expect(open(workspace)).toEqual([
    ['F2026-00012', 0],
    ['F2026-00013', 80],
    ['F2026-00014', 45],
  ]);
  await button(dialog, 'Terminé').click();
}

async function importAgain(desk: OpenedDesk): Promise<void> {
  const dialog = dialogOf(desk);
  await dialog.getByText('2 mouvements d’imports précédents à décider.').waitFor();
  await shot(desk, 'bank-again');
  await choose(desk);
  await dialog.getByText('4 déjà importés').waitFor();
  expect(payments(desk.workspace)).toHaveLength(1);
}

/** A proposal taken, and money that nobody names given to a client. */
async function decideLater(desk: OpenedDesk): Promise<void> {
  const { workspace } = desk;
  const dialog = dialogOf(desk);
  const cards = dialog.locator('.movement');
  await cards.filter({ hasText: 'GARAGE BELLON' }).locator('input[type=checkbox]').check();
  const stranger = cards.filter({ hasText: 'SANS MOTIF' });
  await stranger.getByRole('button', { name: 'Autre choix…' }).click();
  await stranger.locator('[name=client]').fill('Bellon');
  await stranger.locator('[role=option]').first().click();
  await stranger.getByLabel('Part de F2026-00013').fill('');
  await stranger.getByLabel('Part de F2026-00014').fill('30');
  await shot(desk, 'bank-choice');
  await stranger.getByRole('button', { name: 'Retenir ce choix' }).click();
  await dialog.getByText('2 encaissements cochés').waitFor();
  await shot(desk, 'bank-chosen');
  await button(dialog, 'Importer').click();
  await dialog.getByText('2 encaissements enregistrés').waitFor();
  expect(payments(workspace).slice(1)).toEqual([
    ['F2026-00013', 'BELLON', 80],
    ['F2026-00014', 'BELLON', 30],
  ]);
  expect(states(workspace)).toEqual(['imputé', 'imputé', 'hors clients', 'imputé']);
  await button(dialog, 'Terminé').click();
}

async function takeBack(desk: OpenedDesk): Promise<void> {
  const { workspace } = desk;
  const dialog = dialogOf(desk);
  await button(dialog, 'Défaire cet import').click();
  await shot(desk, 'bank-undo');
  await answerQuestion({ page: desk.page, sidebar: dialog }, 'Défaire l’import');
  await dialog.getByText('Import défait : 3 règlements retirés, 4 mouvements annulés.').waitFor();
  expect(payments(workspace)).toEqual([]);
  expect(new Set(states(workspace))).toEqual(new Set(['annulé']));
  expect(open(workspace).map(([, left]) => left)).toEqual([120, 80, 45]);
}

/** Of a bank nobody knows. */
const OTHER = (day: string, label: string, amount: string): typeof STATEMENT =>
  Buffer.from(`Jour;Quoi;Combien\r\n${day};${label};${amount}\r\n${day};FRAIS BANCAIRES;-3,20\r\n`, 'latin1');

test.skipIf(NO_BROWSER)(
  'the columns of an unknown bank are named once; the next file is read without asking',
  async () => {
    await atDesk(register(), async (desk) => {
      const dialog = dialogOf(desk);
      await desk.choose('Importer un relevé');
      await dialog.getByText('Déposez ici').waitFor();
      await choose(desk, 'octobre.csv', OTHER('17/11/2026', 'VIR EPICERIE OLLIER F2026-00012', '120,00'));
      await dialog.getByText('Quelles sont les colonnes').waitFor();
      await dialog.locator('[name=date]').selectOption('Jour');
      await dialog.locator('[name=label]').selectOption('Quoi');
      await dialog.locator('[name=amount]').selectOption('Combien');
      await dialog.locator('[name=name]').fill('Banque Dupont');
      await shot(desk, 'bank-columns');
      await button(dialog, 'Lire avec ces colonnes').click();
      await dialog.getByText('1 encaissement coché').waitFor();
      await shot(desk, 'bank-columns-read');
      await button(dialog, 'Importer').click();
      await dialog.getByText('Les fichiers de « Banque Dupont » seront reconnus.').waitFor();
      await button(dialog, 'Terminé').click();
      await nextFile(desk);
      expect(desk.complaints).toEqual([]);
    });
  },
  180_000,
);

async function nextFile(desk: OpenedDesk): Promise<void> {
  const dialog = dialogOf(desk);
  await dialog.getByText('Banques connues').waitFor();
  await shot(desk, 'bank-known');
  await choose(desk, 'novembre.csv', OTHER('18/11/2026', 'VIR GARAGE BELLON F2026-00013', '80,00'));
  await dialog.getByText('Colonnes connues : « Banque Dupont ».').waitFor();
  await shot(desk, 'bank-known-read');
  await button(dialog, 'Importer').click();
  await dialog.getByText('1 encaissement enregistré').waitFor();
  expect(payments(desk.workspace)).toEqual([
    ['F2026-00012', 'OLLIER', 120],
    ['F2026-00013', 'BELLON', 80],
  ]);
  expect(rowsOf(desk.workspace, 'Profils bancaires').map(({ Banque, Montant }) => [Banque, Montant])).toEqual(
    [['Banque Dupont', 'Combien']],
  );
}
