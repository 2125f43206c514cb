/** A spreadsheet with nothing in it yet: what there is to do, and nothing else. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, NO_BROWSER } from '../workspace/browser/chromium.ts';
import { hardToUse } from '../workspace/browser/legible.ts';
import { answersIn } from './fixtures.ts';
import { openSidebar, type Start, sidebarHtml } from './open-sidebar.ts';

let browser: Browser;
let html = '';
beforeAll(async () => {
  if (NO_BROWSER) return;
  [browser, html] = await Promise.all([launchChromium(), sidebarHtml()]);
});
afterAll(() => browser?.close());

/** The view, where one call answers that there is nothing. */
async function open(view: Start['view'], name: 'ui_settings' | 'ui_clients'): Promise<Page> {
  const answers = { ...answersIn('fr'), [name]: { ok: true, value: [] } };
  const { complaints, page } = await openSidebar(browser, html, answers, { view });
  await page.waitForFunction("!document.querySelector('.loading')");
  expect(complaints).toEqual([]);
  expect(await hardToUse(page)).toEqual([]);
  return page;
}

describe.skipIf(NO_BROWSER)('nothing yet', () => {
  test('tabs are made before there is anything to save', async () => {
    const page = await open('setup', 'ui_settings');
    await page.getByText('Créez d’abord les onglets.').waitFor();
    expect(await page.getByRole('button', { name: 'Enregistrer les réglages' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Créer ou compléter les onglets' }).count()).toBe(1);
  });
  test('there is no client to look for', async () => {
    const page = await open('clients', 'ui_clients');
    await page.getByText('Aucun client encore.').waitFor();
    expect(await page.getByRole('searchbox').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Nouveau client' }).count()).toBe(1);
  });
});
