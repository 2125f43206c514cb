/** What somebody writes as a client's name or a line is text wherever it shows: in the sidebar, on the page, in mails, in the sheet. */
import { expect, test } from 'vitest';
import { NO_BROWSER } from '../workspace/browser/chromium.ts';
import { DEMO_NOW } from '../workspace/browser/sample-book.ts';
import { emptySpreadsheet, openWorkspace } from '../workspace/workspace.ts';
import { atDesk, type OpenedDesk, shot } from './open-desk.ts';
import { button, COMPANY, createClient, issueAndSend, setUp, writeInvoice } from './sidebar-acts.ts';

const NAME = '<img src=x onerror="parent.postMessage(1)">Perrin & fils';
const LINE = '=HYPERLINK("https://example.com";"ici")<script>document.title="pris"</script>';

const CLIENT = {
  name: NAME,
  code: 'PERRIN',
  email: 'compta@perrin.exemple.fr',
  legalId: '552100554',
  addressLine1: '"><b>3, quai du Port',
  postalCode: '38000',
  city: 'Grenoble',
  country: 'France',
};

test.skipIf(NO_BROWSER)(
  'hostile texts stay texts',
  async () => {
    await atDesk(openWorkspace({ clock: DEMO_NOW, spreadsheet: emptySpreadsheet() }), async (desk) => {
      await setUp(desk, COMPANY);
      await createClient(desk, CLIENT);
      await desk.sidebar.getByText(NAME).first().waitFor();
      await writeInvoice(
        desk,
        'PERRIN',
        { description: LINE, quantity: '1', unitPrice: '100' },
        '2026-11-18',
      );
      await button(desk.sidebar, 'Aperçu').click();
      const preview = desk.sidebar.frameLocator('iframe').first();
      await preview.getByText(LINE).waitFor();
      await preview.getByText(NAME).first().waitFor();
      await shot(desk, 'hostile-preview');
      await issueAndSend(desk);
      await seeMail(desk);
      seeCells(desk);
      expect(await desk.page.title()).not.toBe('pris');
      expect(desk.complaints).toEqual([]);
    });
  },
  120_000,
);

async function seeMail({ page, workspace }: OpenedDesk): Promise<void> {
  const [mail] = workspace.mails;
  expect(mail?.htmlBody).not.toMatch(/<(script|b)>|<img src=x/);
  expect(`${mail?.subject}${mail?.to}${mail?.name}`).not.toMatch(/[\r\n]/);
  await page.locator('[data-rail=outbox]').click();
  const elements = page.frameLocator('.reading iframe').locator('script, img[src=x], b');
  await page.frameLocator('.reading iframe').getByText('N° F2026-00001').waitFor();
  expect(await elements.count()).toBe(0);
}

function seeCells({ workspace }: OpenedDesk): void {
  const tabs = workspace.book.tabs;
  const all = tabs.flatMap(({ rows }) => rows.flat());
  expect(all).toContain(NAME);
  expect(all).toContain(LINE);
  for (const tab of tabs) for (const row of tab.rows) expect(tab.formulas.get(row)?.size ?? 0).toBe(0);
}
