/**
 * What a collector does in the sheet, in a real browser: looks at what will go out before letting it, notes a promise in two clicks, spreads
 * a debt and prints the agreement, is refused a formal notice and then given one.
 */
import { expect, test } from 'vitest';
import { civilDate, dayNumber, serialOfDay } from '../../shared/base/civil-date.ts';
import { CLIENT, FIRM } from '../addon/firm-sheet.ts';
import { NO_BROWSER } from '../workspace/browser/chromium.ts';
import { DEMO_DAY, DEMO_NOW } from '../workspace/browser/sample-book.ts';
import { emptySpreadsheet, openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { atDesk, type OpenedDesk, shot } from './open-desk.ts';
import { answerQuestion, button, pickClient } from './sidebar-acts.ts';

const TODAY = serialOfDay(dayNumber(DEMO_DAY));
const NAMES = { A: 'Atelier Roux', B: 'Bois et Cie' } as const;

/** A row typed into a tab, by its headers. */
function type({ book }: Workspace, title: string, cells: Readonly<Record<string, string | number>>): void {
  const rows = book.tabs.find((tab) => tab.title === title)?.rows ?? [];
  const headers = rows[0] ?? [];
  for (const header of Object.keys(cells)) expect(headers).toContain(header);
  rows.push(headers.map((header) => cells[String(header)] ?? null));
}

/** Two late clients: A for 60 days, after no reminder yet; B for 32 days, after two. */
function lateRegister(): Workspace {
  const workspace = openWorkspace({ clock: DEMO_NOW, spreadsheet: emptySpreadsheet() });
  workspace.runInProcess('ui_setUp', {});
  workspace.runInProcess('ui_saveSettings', { values: FIRM });
  for (const code of ['A', 'B'] as const) {
    workspace.runInProcess('ui_saveClient', { ...CLIENT, code, name: NAMES[code] });
  }
  const late = (number: string, client: string, days: number, total: number): void =>
    type(workspace, 'Factures', {
      ...{ Numéro: number, Type: 'facture', Client: client, Devise: 'EUR' },
      ...{ 'Date de facture': TODAY - days - 30, Échéance: TODAY - days, 'Montant TTC': total },
    });
  workspace.runInProcess('ui_saveClient', { ...CLIENT, code: 'D', name: 'Dalles du Midi' });
  late('F0', 'D', 3, 50);
  type(workspace, 'Règlements', { Identifiant: 'P-1', Date: TODAY - 1, Facture: 'F0', Montant: 50 }); // the bank is up to date
  late('F1', 'A', 60, 900);
  late('F2', 'B', 32, 400);
  sent(workspace, 'B', 'F2', 1, 30);
  sent(workspace, 'B', 'F2', 2, 14);
  workspace.runInProcess('menu_refresh');
  return workspace;
}

function sent(workspace: Workspace, client: string, invoice: string, level: number, daysAgo: number): void {
  type(workspace, 'Journal', {
    ...{
      Quand: civilDate(dayNumber(DEMO_DAY) - daysAgo),
      Client: client,
      Facture: invoice,
      Événement: 'relance',
    },
    ...{ Niveau: level, Canal: 'courriel', Statut: 'envoyé', Clé: `rem:${invoice}:${level}` },
  });
}

const rowsOf = ({ book }: Workspace, title: string) => {
  const [headers = [], ...rows] = book.tabs.find((tab) => tab.title === title)?.rows ?? [];
  return rows.map((row) =>
    Object.fromEntries(headers.map((header, at) => [String(header), row[at] ?? null])),
  );
};

test.skipIf(NO_BROWSER)(
  'looking ahead, calling, spreading, summoning',
  async () => {
    await atDesk(lateRegister(), async (desk) => {
      await seeToday(desk);
      await lookAhead(desk);
      await promiseInTwoClicks(desk);
      await spreadTheDebt(desk);
      await isRefusedNotice(desk);
      await summon(desk);
      expect(desk.complaints).toEqual([]);
    });
  },
  180_000,
);

/** The list of today is the second tab, and says what the sidebar says. */
async function seeToday(desk: OpenedDesk): Promise<void> {
  const { page, workspace } = desk;
  await page.locator('.tab', { hasText: 'À faire' }).click();
  await page
    .getByText(/Relance 1 aujourd’hui/)
    .first()
    .waitFor();
  await shot(desk, 'today');
  const rows = workspace.book.tabs[1]?.rows ?? [];
  expect(
    rows
      .slice(2)
      .filter((row) => row[0] !== null && row[0] !== '')
      .map((row) => [row[0], row[2]]),
  ).toEqual([
    [NAMES.A, 'Relance 1'],
    [NAMES.B, expect.stringMatching(/^Appel/)],
  ]);
}

async function lookAhead(desk: OpenedDesk): Promise<void> {
  const { choose, sidebar, workspace } = desk;
  await choose('Ce qui partira');
  await sidebar.getByText(/messages à 2 clients/).waitFor();
  await sidebar.getByText('Mode aperçu').waitFor();
  await shot(desk, 'outlook');
  const on = 'Activer l’envoi automatique';
  await button(sidebar, on).click();
  await answerQuestion(desk, on);
  await sidebar.getByText('Mode envoi').waitFor();
  expect(rowsOf(workspace, 'Réglages').find((row) => row.Réglage === 'Mode d’envoi')?.Valeur).toBe('envoi');
  await button(sidebar, 'Revenir au mode aperçu').click();
  await sidebar.getByText('Mode aperçu').waitFor();
}

/** The client's card, its call sheet; then two clicks. */
async function promiseInTwoClicks(desk: OpenedDesk): Promise<void> {
  const { choose, sidebar, workspace } = desk;
  await choose('Relances du jour');
  await sidebar.locator('.card', { hasText: NAMES.B }).getByRole('button', { name: 'Appeler' }).click();
  await sidebar.getByText('À dire').waitFor();
  await shot(desk, 'call-sheet');
  await button(sidebar, 'Promesse').click();
  await button(sidebar, 'Noter la promesse').click();
  await sidebar.getByText('Promesse notée').waitFor();
  await shot(desk, 'call-promise');
  const noted = rowsOf(workspace, 'Journal').slice(-2);
  expect(noted).toMatchObject([
    { Événement: 'appel', Client: 'B', Niveau: 3, Canal: 'appel' },
    { Événement: 'promesse', Client: 'B', Montant: 400 },
  ]);
  await choose('Promesses et échéanciers');
  await sidebar.getByText('À venir (1)').waitFor();
  await sidebar.getByText(NAMES.B).waitFor();
}

async function spreadTheDebt(desk: OpenedDesk): Promise<void> {
  const { choose, page, sidebar, workspace } = desk;
  await choose('Clients');
  await sidebar.getByText(NAMES.A).click();
  await button(sidebar, 'Échéancier').click();
  await sidebar.getByText('À étaler').waitFor();
  expect(await sidebar.locator('[name="instalments.0.amount"]').inputValue()).toBe('300,00');
  await sidebar.locator('[name="instalments.0.amount"]').fill('299');
  await button(sidebar, 'Enregistrer l’échéancier').click();
  await sidebar.getByText('Les échéances ne font pas la somme des factures.').waitFor();
  await sidebar.locator('[name="instalments.0.amount"]').fill('300');
  await button(sidebar, 'Enregistrer l’échéancier').click();
  await sidebar.getByText('Échéancier enregistré').waitFor();
  expect(rowsOf(workspace, 'Échéanciers').map((row) => [row.Facture, row.Montant])).toEqual([
    ['F1', 300],
    ['F1', 300],
    ['F1', 300],
  ]);
  await button(sidebar, 'Imprimer l’accord').click();
  await button(sidebar, 'Créer le PDF').waitFor();
  await page.waitForTimeout(300);
  await shot(desk, 'plan-agreement');
  await button(sidebar, 'Créer le PDF').click();
  await sidebar.getByText('PDF prêt, noté au journal').waitFor({ timeout: 30_000 });
  const [file] = workspace.files.filter(({ mimeType }) => mimeType === 'application/pdf');
  expect(file?.name).toMatch(/^echeancier_A_/);
}

/** A promise holds it back. */
async function isRefusedNotice(desk: OpenedDesk): Promise<void> {
  const { choose, sidebar } = desk;
  await choose('Mise en demeure');
  await pickClient(desk, 'Bois');
  await sidebar.getByText(/La mise en demeure n’est pas le niveau du jour|retenue/).waitFor();
  await shot(desk, 'notice-refused');
  expect(await button(sidebar, 'Créer le PDF').count()).toBe(0);
}

/** Three reminders were sent, and their deadlines have passed. */
function addRipeClient(workspace: Workspace): void {
  type(workspace, 'Clients', {
    'Code client': 'C',
    Nom: 'Charpentes Cros',
    Adresse: '2 rue Basse',
    'Code postal': '69001',
    Ville: 'Lyon',
    Langue: 'français',
  });
  type(workspace, 'Factures', {
    ...{ Numéro: 'F3', Type: 'facture', Client: 'C', Devise: 'EUR', 'Date de facture': TODAY - 90 },
    ...{ Échéance: TODAY - 60, 'Montant TTC': 1200 },
  });
  sent(workspace, 'C', 'F3', 1, 58);
  sent(workspace, 'C', 'F3', 2, 44);
  sent(workspace, 'C', 'F3', 3, 28);
}

async function summon(desk: OpenedDesk): Promise<void> {
  const { choose, page, sidebar, workspace } = desk;
  addRipeClient(workspace);
  await choose('Mise en demeure');
  await expect.poll(() => sidebar.locator('[name=client]').inputValue()).toBe(''); // the panel is a new one
  await pickClient(desk, 'Charpentes');
  await button(sidebar, 'Créer le PDF').waitFor();
  await page.waitForTimeout(300);
  await shot(desk, 'notice');
  await button(sidebar, 'Créer le PDF').click();
  await sidebar.getByText('Dites quand la lettre est postée').waitFor({ timeout: 30_000 });
  await sidebar.locator('[name=tracking]').fill('1A 234 567 8901 2');
  await button(sidebar, 'Elle est postée').click();
  await sidebar.getByText('Envoi noté').waitFor();
  await shot(desk, 'notice-posted');
  expect(rowsOf(workspace, 'Journal').find((row) => row.Client === 'C' && row.Niveau === 4)).toMatchObject({
    ...{ Événement: 'lettre recommandée', Statut: 'envoyé', 'N° de recommandé': '1A 234 567 8901 2' },
  });
  const names = workspace.files
    .filter(({ mimeType }) => mimeType === 'application/pdf')
    .map(({ name }) => name);
  expect(names.map((name) => name.split('_')[0])).toEqual([
    'echeancier',
    'mise-en-demeure',
    'etat-des-envois',
  ]);
}
