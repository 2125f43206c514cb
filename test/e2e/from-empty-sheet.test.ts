/**
 * From an empty spreadsheet to a paid reminder: set up, a client, an invoice written, previewed, issued and mailed, a payment, a
 * reminder; then the weekly job reads the same workbook and finds the same balances.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { report } from '../commands/runs.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';
import { NO_BROWSER } from '../workspace/browser/chromium.ts';
import { DEMO_NOW } from '../workspace/browser/sample-book.ts';
import { startSheetsServer } from '../workspace/sheets-server.ts';
import { emptySpreadsheet, openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { atDesk, type OpenedDesk, shot } from './open-desk.ts';
import {
  answerQuestion,
  button,
  COMPANY,
  createClient,
  issueAndSend,
  pickClient,
  setUp,
  waitDays,
  writeInvoice,
} from './sidebar-acts.ts';

const ID = '1AbcDefGhiJklMnoPqrStuVwxYz0123456789-_AbCdE';

const CLIENT = {
  name: 'Menuiserie Perrin',
  code: 'PERRIN',
  legalId: '552100554',
  email: 'compta@perrin.exemple.fr',
  addressLine1: '3, quai du Port',
  postalCode: '38000',
  city: 'Grenoble',
  country: 'France',
  paymentTerms: '30 jours',
};
const LINE = { description: 'Étude d’agencement', quantity: '2', unitPrice: '450' };

test.skipIf(NO_BROWSER)(
  'an invoice’s whole life, and the same balances in the weekly report',
  async () => {
    await atDesk(
      openWorkspace({ clock: DEMO_NOW, spreadsheet: { ...emptySpreadsheet(), id: ID } }),
      async (desk) => {
        await setUp(desk, COMPANY);
        await createClient(desk, CLIENT);
        await writeInvoice(desk, 'PERRIN', LINE, '2026-11-18');
        await previewIt(desk);
        await issueAndSend(desk);
        await seeInvoice(desk);
        await waitDays(desk, 'Trente jours plus tard');
        await waitDays(desk, 'Une semaine plus tard');
        await waitDays(desk, 'Un jour plus tard'); // a Monday
        await payHalf(desk); // reminders wait for the bank's latest movements
        await remind(desk);
        await recalculate(desk);
        await compareWithReport(desk.workspace);
        expect(desk.complaints).toEqual([]);
      },
    );
  },
  180_000,
);

async function previewIt(desk: OpenedDesk): Promise<void> {
  await button(desk.sidebar, 'Aperçu').click();
  const preview = desk.sidebar.frameLocator('iframe').first();
  await preview.getByText(LINE.description).first().waitFor();
  await shot(desk, 'issue-preview');
  expect(desk.workspace.mails).toEqual([]);
}

async function seeInvoice(desk: OpenedDesk): Promise<void> {
  const { page, sidebar, workspace } = desk;
  await sidebar.getByText('F2026-00001').first().waitFor();
  await shot(desk, 'issued');
  expect(workspace.mails).toHaveLength(1);
  const [mail] = workspace.mails;
  expect(mail?.to).toBe(CLIENT.email);
  expect(mail?.subject).toContain('F2026-00001');
  const [pdf] = mail?.attachments ?? [];
  const printed = pdfText(pdf?.bytes ?? new Uint8Array());
  for (const text of ['F2026-00001', COMPANY.companyName, CLIENT.name, LINE.description, '1 080,00', '40'])
    expect(printed).toContain(text);
  expect(workspace.files.find(({ mimeType }) => mimeType === 'application/pdf')?.bytes).toEqual(pdf?.bytes);
  await page.locator('[data-rail=outbox]').click();
  await page.frameLocator('.reading iframe').getByText('N° F2026-00001').waitFor();
  await shot(desk, 'outbox');
  await page.locator('.box .cross').click();
}

async function payHalf(desk: OpenedDesk): Promise<void> {
  const { choose, sidebar, workspace } = desk;
  await choose('Enregistrer un règlement');
  await pickClient(desk, 'PERRIN');
  await sidebar.locator('[name=amount]').fill('540');
  await sidebar.getByText('Tout est imputé').waitFor();
  await shot(desk, 'payment');
  await button(sidebar, 'Enregistrer').click();
  await button(sidebar, 'Autre règlement').waitFor();
  expect(cell(workspace, 'Factures', 'F2026-00001', 'Reste dû')).toBe(540);
}

async function remind(desk: OpenedDesk): Promise<void> {
  const { choose, sidebar, workspace } = desk;
  await choose('Relances du jour');
  await sidebar.getByText('Relances du jour').waitFor();
  await sidebar.getByText('F2026-00001').first().waitFor();
  await shot(desk, 'reminders');
  await button(sidebar, /^Envoyer 1/).click();
  await answerQuestion(desk, 'Envoyer 1 relance');
  await button(sidebar, 'Terminé').waitFor({ timeout: 30_000 });
  expect(workspace.mails).toHaveLength(2);
  const reminder = workspace.mails[1];
  expect(reminder?.to).toBe(CLIENT.email);
  expect(reminder?.body).toContain('F2026-00001');
  expect(reminder?.body).toContain('540,00');
  await desk.page.locator('[data-rail=outbox]').click();
  await desk.page.waitForTimeout(300);
  await shot(desk, 'outbox-reminder');
  await desk.page.locator('.box .cross').click();
}

async function recalculate({ choose, workspace }: OpenedDesk): Promise<void> {
  await choose('Recalculer le registre');
  await expect.poll(() => dashboard(workspace, 'Encours clients')).toBe(540);
}

/** The weekly job, which reads the workbook through the Sheets API, against what the add-on wrote in it. */
async function compareWithReport(workspace: Workspace): Promise<void> {
  const { book, state } = workspace;
  const server = await startSheetsServer([book]);
  try {
    const day = new Date(state.now).toISOString().slice(0, 10);
    const ran = await report(['--register', book.id, '--as-of', day, '--json', '-'], {
      folder: temporaryFolder(),
      environment: { ENCAISSE_SHEETS_ROOT_URL: server.url },
    });
    expect(ran.code, ran.talk.join('\n')).toBe(0);
    const { currencies, register } = JSON.parse(ran.out);
    expect(register).toMatchObject({
      name: COMPANY.companyName,
      rows: { clients: 1, invoices: 1, payments: 1 },
    });
    expect(currencies).toHaveLength(1);
    expect(currencies[0]).toMatchObject({
      currency: 'EUR',
      receivables: { open: '540.00', overdue: '540.00' },
    });
    const [item] = currencies[0].items;
    expect(item).toMatchObject({ invoice: 'F2026-00001', daysOverdue: 8, total: '1080.00', open: '540.00' });
    const inSheet = (header: string) => cell(workspace, 'Factures', 'F2026-00001', header);
    expect([inSheet('Reste dû'), inSheet('Jours de retard')]).toEqual([Number(item.open), item.daysOverdue]);
    expect(dashboard(workspace, 'Encours clients')).toBe(Number(currencies[0].receivables.open));
    expect(dashboard(workspace, 'Échu')).toBe(Number(currencies[0].receivables.overdue));
  } finally {
    await server.close();
  }
}

/** The figure below a label of the dashboard. */
function dashboard({ book }: Workspace, label: string): unknown {
  const rows = book.tabs.find(({ title }) => title === 'Tableau de bord')?.rows ?? [];
  const row = rows.findIndex((cells) => cells.includes(label));
  return rows[row + 1]?.[rows[row]?.indexOf(label) ?? 0];
}

/** What stands in a column of the row that begins with a key. */
function cell({ book }: Workspace, title: string, key: string, header: string): unknown {
  const [headers = [], ...rows] = book.tabs.find((tab) => tab.title === title)?.rows ?? [];
  return rows.find((row) => row.includes(key))?.[headers.indexOf(header)];
}

function pdfText(bytes: Uint8Array): string {
  const path = join(process.env.ENCAISSE_SHOTS ?? temporaryFolder(), 'invoice.pdf');
  writeFileSync(path, bytes);
  const text = execFileSync('/usr/bin/pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
