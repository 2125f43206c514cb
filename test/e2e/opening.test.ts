/** Another tool's books brought along in a real browser: clients, then invoices with their open balances; faults named by row, column and remedy. */
import { expect, test } from 'vitest';
import { FIRM } from '../addon/firm-sheet.ts';
import { NO_BROWSER } from '../workspace/browser/chromium.ts';
import { DEMO_NOW } from '../workspace/browser/sample-book.ts';
import { emptySpreadsheet, openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { atDesk, type OpenedDesk, shot } from './open-desk.ts';
import { button } from './sidebar-acts.ts';

/** As an accounting tool exports them: Windows-1252, semicolons, decimal commas, French dates. */
const file = (...lines: readonly string[]) => Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1');
const CLIENTS = file(
  'Code tiers;Intitulé;Adresse 1;CP;Ville;E-mail;Représentant',
  '411OLLIER;Épicerie Ollier;3, rue Haute;69001;Lyon;compta@ollier.example;MB',
  '411BELLON;Garage Bellon;12 av. de la Gare;38000;Grenoble;;MB',
);
const HEAD = 'N° pièce;Code tiers;Date pièce;Date échéance;Montant TTC;Solde;Journal';
const SOUND = [
  'FA-0901;411OLLIER;15/09/2025;15/10/2025;1 234,50;234,50;VE',
  'FA-0977;411BELLON;02/10/2025;01/11/2025;960,00;960,00;VE',
  'FA-0978;411BELLON;03/10/2025;02/11/2025;120,00;0,00;VE',
] as const;
const WRONG = file(
  HEAD,
  SOUND[0],
  'FA-0902;411INCONNU;31/09/2025;15/10/2025;100,00;100,00;VE',
  'FA-0903;411BELLON;02/10/2025;01/11/2025;96O,00;960,00;VE',
  'FA-0901;411OLLIER;15/09/2025;15/10/2025;10,00;10,00;VE',
);

function register(): Workspace {
  const workspace = openWorkspace({ clock: DEMO_NOW, spreadsheet: emptySpreadsheet() });
  workspace.runInProcess('ui_setUp', {});
  workspace.runInProcess('ui_saveSettings', { values: FIRM });
  return workspace;
}

const rowsOf = ({ book }: Workspace, title: string) => {
  const [headers = [], ...rows] = book.tabs.find((tab) => tab.title === title)?.rows ?? [];
  return rows
    .filter((row) => row.some((cell) => cell !== null && cell !== ''))
    .map((row) => Object.fromEntries(headers.map((header, at) => [String(header), row[at] ?? null])));
};

const dialogOf = ({ page }: OpenedDesk) => page.frameLocator('.box.page iframe');
const mapped = (desk: OpenedDesk) =>
  dialogOf(desk)
    .locator('select')
    .evaluateAll((all) => all.map((one) => Reflect.get(one, 'value')));

async function choose(desk: OpenedDesk, table: string, name: string, buffer: typeof WRONG): Promise<void> {
  const dialog = dialogOf(desk);
  await dialog.locator('[name=table]').selectOption(table);
  await dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await dialog.getByText(name).waitFor();
}

test.skipIf(NO_BROWSER)(
  'clients, then invoices: mapped, checked, mended, brought along unsealed with their balances',
  async () => {
    await atDesk(register(), async (desk) => {
      await desk.choose('Reprendre un historique');
      await dialogOf(desk).getByText('Déposez ici').waitFor();
      await shot(desk, 'opening-1-start');
      await bringClients(desk);
      await seeFaults(desk);
      await bringInvoices(desk);
      await bringAgain(desk);
      expect(desk.complaints).toEqual([]);
    });
  },
  180_000,
);

async function bringClients(desk: OpenedDesk): Promise<void> {
  const dialog = dialogOf(desk);
  await choose(desk, 'clients', 'tiers.csv', CLIENTS);
  expect(await mapped(desk)).toEqual(['code', 'name', 'addressLine1', 'postalCode', 'city', 'email', '']);
  await shot(desk, 'opening-2-clients');
  await button(dialog, 'Vérifier').click();
  await dialog.getByText('2 lignes à reprendre').waitFor();
  await shot(desk, 'opening-3-clients-plan');
  await button(dialog, 'Reprendre').click();
  await dialog.getByText('2 lignes reprises').waitFor();
  await shot(desk, 'opening-4-clients-done');
  await button(dialog, 'Terminé').click();
  expect(
    rowsOf(desk.workspace, 'Clients').map((row) => [row['Code client'], row.Nom, row['Code postal']]),
  ).toEqual([
    ['411OLLIER', 'Épicerie Ollier', '69001'],
    ['411BELLON', 'Garage Bellon', '38000'],
  ]);
}

async function seeFaults(desk: OpenedDesk): Promise<void> {
  const dialog = dialogOf(desk);
  await choose(desk, 'invoices', 'factures.csv', WRONG);
  expect(await mapped(desk)).toEqual(['number', 'client', 'issueDate', 'dueDate', 'total', 'open', '']);
  await shot(desk, 'opening-5-invoices');
  await button(dialog, 'Vérifier').click();
  await dialog.getByText('4 cellules à corriger dans le fichier').waitFor();
  await shot(desk, 'opening-6-faults');
  const faults = await dialog.locator('.notices.error li').allTextContents();
  expect(faults.map((text) => text.replaceAll(/[\u202f\u00a0]/g, ' '))).toEqual([
    expect.stringMatching(/^Factures ligne 3, Date pièce : « 31\/09\/2025 »/),
    expect.stringMatching(/^Factures ligne 3, Code tiers : .*411INCONNU/),
    expect.stringMatching(/^Factures ligne 4, Montant TTC : « 96O,00 »/),
    expect.stringMatching(/^Factures ligne 5, N° pièce : .*FA-0901/),
  ]);
  expect(await button(dialog, 'Reprendre').count()).toBe(0);
  await button(dialog, 'Revenir aux colonnes').click();
  expect(await mapped(desk)).toEqual(['number', 'client', 'issueDate', 'dueDate', 'total', 'open', '']);
  await button(dialog, 'Autre fichier').click();
  expect(rowsOf(desk.workspace, 'Factures')).toEqual([]);
}

async function bringInvoices(desk: OpenedDesk): Promise<void> {
  const { workspace } = desk;
  const dialog = dialogOf(desk);
  await choose(desk, 'invoices', 'factures.csv', file(HEAD, ...SOUND));
  await button(dialog, 'Vérifier').click();
  await dialog.getByText('3 lignes à reprendre, 2 règlements antérieurs').waitFor();
  await shot(desk, 'opening-7-invoices-plan');
  const figures = await dialog.locator('.figures').textContent();
  expect(figures?.replaceAll(/[\u202f\u00a0]/g, ' ')).toMatch(/avant0,00 €.*après1 194,50 €/);
  await button(dialog, 'Reprendre').dblclick();
  await dialog.getByText('3 lignes reprises').waitFor();
  await shot(desk, 'opening-8-invoices-done');
  await button(dialog, 'Terminé').click();
  expect(
    rowsOf(workspace, 'Factures').map((row) => [row.Numéro, row.Client, row['Reste dû'], row.Sceau]),
  ).toEqual([
    ['FA-0901', '411OLLIER', 234.5, 'reprise'],
    ['FA-0977', '411BELLON', 960, 'reprise'],
    ['FA-0978', '411BELLON', 0, 'reprise'],
  ]);
  expect(rowsOf(workspace, 'Règlements').map((row) => [row.Facture, row.Montant])).toEqual([
    ['FA-0901', 1000],
    ['FA-0978', 120],
  ]);
  expect(rowsOf(workspace, 'Sceaux')).toEqual([]);
}

/** The same file brings nothing twice. */
async function bringAgain(desk: OpenedDesk): Promise<void> {
  const dialog = dialogOf(desk);
  await choose(desk, 'invoices', 'factures.csv', file(HEAD, ...SOUND));
  await button(dialog, 'Vérifier').click();
  await dialog.getByText('0 ligne à reprendre, 3 déjà dans le registre.').waitFor();
  await shot(desk, 'opening-9-again');
  expect(await button(dialog, 'Reprendre').count()).toBe(0);
}
