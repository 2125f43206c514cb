/** A client's card in use: what the law gives leads to noting the act; the form sends who pays, from where, and until when it is on hold. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, NO_BROWSER } from '../workspace/browser/chromium.ts';
import { answersIn } from './fixtures.ts';
import { type Opened, openSidebar, sidebarHtml } from './open-sidebar.ts';

let browser: Browser;
let html = '';
beforeAll(async () => {
  if (NO_BROWSER) return;
  [browser, html] = await Promise.all([launchChromium(), sidebarHtml()]);
});
afterAll(() => browser?.close());

async function card(): Promise<Opened> {
  const opened = await openSidebar(browser, html, answersIn('fr'), { view: 'client', argument: 'DELMAS' });
  await opened.page.waitForFunction("!document.querySelector('.loading')");
  return opened;
}

const askedOf = async ({ calls }: Opened, name: string): Promise<readonly unknown[]> =>
  (await calls()).filter((one) => one.name === name).map(({ asks }) => asks);

describe.skipIf(NO_BROWSER)('what the law gives', () => {
  test('a debt soon lost stands open; its acknowledgement is noted with its day and a word', async () => {
    const opened = await card();
    const { page } = opened;
    await page.getByText('jusqu’au 02/03/2027').waitFor();
    await page.getByRole('button', { name: 'Reconnaissance de dette', exact: true }).click();
    await page.getByLabel('Signée le').waitFor();
    const note = page.getByRole('button', { name: 'Noter', exact: true });
    await note.click();
    expect(await page.locator('.wrong').allInnerTexts()).toEqual(['À remplir', 'À remplir']);
    expect(await page.getByLabel('Montant').isVisible()).toBe(false);
    await page.getByLabel('Signée le').fill('2026-11-20');
    await page.getByLabel('Détail').fill('Courrier signé');
    await note.click();
    await page.locator('.banner.good').waitFor();
    expect(await askedOf(opened, 'ui_log')).toMatchObject([
      {
        client: 'DELMAS',
        invoice: '',
        event: 'acknowledgement',
        day: '2026-11-20',
        detail: 'Courrier signé',
      },
    ]);
    expect(opened.complaints).toEqual([]);
  });
});

describe.skipIf(NO_BROWSER)('the form', () => {
  test('what the script refuses in a folded part is shown there, unfolded', async () => {
    const opened = await card();
    const { page, answer } = opened;
    await page.getByRole('button', { name: 'Modifier', exact: true }).click();
    await page.getByText('Suspension, procédure collective').click();
    await page.getByLabel('Suspendu jusqu’au').fill('2026-12-05');
    const notice = { field: 'iban', text: 'La clé de cet IBAN est fausse.', severity: 'error' };
    await answer('ui_saveClient', {
      ok: false,
      message: 'Le client n’est pas enregistré.',
      notices: [notice],
    });
    await page.getByRole('button', { name: 'Enregistrer la fiche' }).click();
    await page.getByText('La clé de cet IBAN est fausse.').waitFor();
    expect(await page.getByLabel('IBAN').isVisible()).toBe(true);
    expect(await askedOf(opened, 'ui_saveClient')).toMatchObject([
      {
        ...{ contact: 'Mme Roche', iban: 'FR76 3000 6000 0112 3456 7890 189', holdUntil: '2026-12-05' },
        ...{ holdReason: '', insolvencyOn: '', maximumTermDays: '' },
      },
    ]);
  });
});
