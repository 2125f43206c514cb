/** What a user does in the sidebar, step by step, as they would click and type it. */
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { OpenedDesk } from './open-desk.ts';

export const COMPANY = {
  companyName: 'Atelier Démonstration',
  legalForm: 'SARL',
  shareCapital: '10 000 €',
  legalId: '732829320',
  vatNumber: 'FR44732829320',
  addressLine1: '12, rue de l’Essai',
  postalCode: '69002',
  city: 'Lyon',
  country: 'France',
  email: 'facturation@exemple.fr',
  iban: 'FR7630006000011234567890189',
} as const;

export async function setUp(
  { choose, sidebar }: OpenedDesk,
  company: Readonly<Record<string, string>>,
): Promise<void> {
  await choose('Mise en place et réglages');
  await button(sidebar, 'Créer ou compléter les onglets').click();
  await sidebar.getByText('Créés').waitFor({ timeout: 30_000 });
  await sidebar.locator('[name=companyName]').waitFor();
  await unfold(sidebar);
  for (const [name, value] of Object.entries(company)) await sidebar.locator(`[name=${name}]`).fill(value);
  await button(sidebar, 'Enregistrer les réglages').click();
  await sidebar.getByText('Réglages enregistrés').waitFor();
}

export async function createClient(
  { choose, sidebar }: OpenedDesk,
  client: Readonly<Record<string, string>>,
): Promise<void> {
  await choose('Clients');
  await button(sidebar, 'Nouveau client').click();
  await sidebar.locator('[name=name]').waitFor();
  await unfold(sidebar);
  for (const [name, value] of Object.entries(client)) await sidebar.locator(`[name=${name}]`).fill(value);
  await button(sidebar, 'Enregistrer la fiche').click();
  await sidebar.getByText('Factures ouvertes').waitFor();
}

export type WrittenLine = {
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
};

/** Writes an invoice of one line, saves it and goes on to issuing it. */
export async function writeInvoice(
  desk: OpenedDesk,
  client: string,
  line: WrittenLine,
  serviceDate: string,
): Promise<void> {
  const { choose, sidebar } = desk;
  await choose('Nouvelle facture');
  await pickClient(desk, client);
  await sidebar.locator('[name=serviceDate]').fill(serviceDate);
  for (const [name, value] of Object.entries(line))
    await sidebar.locator(`[name="lines.0.${name}"]`).fill(value);
  await button(sidebar, 'Enregistrer et émettre').click();
  await button(sidebar, 'Aperçu').waitFor();
}

export async function pickClient({ sidebar }: OpenedDesk, code: string): Promise<void> {
  const field = sidebar.locator('[name=client]');
  await field.fill(code);
  await sidebar.locator('[role=option]').first().click();
}

/** Issues what is ready in the view, answers the question, waits for the result. */
export async function issueAndSend({ page, sidebar }: OpenedDesk): Promise<void> {
  await button(sidebar, 'Émettre et envoyer').click();
  await answerQuestion({ page, sidebar }, 'Émettre et envoyer');
  await button(sidebar, 'Terminé').waitFor({ timeout: 30_000 });
}

/** A question's answer counts only once the double click that asked it is over. */
export async function answerQuestion(
  { page, sidebar }: Pick<OpenedDesk, 'page' | 'sidebar'>,
  answer: string,
): Promise<void> {
  await sidebar.getByRole('alertdialog').waitFor();
  await page.waitForTimeout(500);
  await button(sidebar, answer).click();
}

export function button(within: OpenedDesk['sidebar'], label: string | RegExp): Locator {
  return within.getByRole('button', { name: label, exact: typeof label === 'string' }).first();
}

async function unfold(sidebar: OpenedDesk['sidebar']): Promise<void> {
  await sidebar
    .locator('body')
    .evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
}

/** The clock of the desk moves on. */
export async function waitDays({ page }: OpenedDesk, label: string): Promise<void> {
  const before = await page.locator('.clock-button').textContent();
  await page.locator('.clock-button').click();
  await page.getByRole('menuitem', { name: label }).click();
  await expect.poll(() => page.locator('.clock-button').textContent()).not.toBe(before);
}
