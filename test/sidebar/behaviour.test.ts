/** What the sidebar does when it is used: once however often it is pressed, in the open about what went wrong. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium, NO_BROWSER } from '../workspace/browser/chromium.ts';
import { answersIn } from './fixtures.ts';
import { type Opened, openSidebar, type Start, sidebarHtml } from './open-sidebar.ts';

let browser: Browser;
let html = '';
let opened: Opened;
beforeAll(async () => {
  if (NO_BROWSER) return;
  [browser, html] = await Promise.all([launchChromium(), sidebarHtml()]);
});
afterAll(() => browser?.close());
beforeEach(({ skip }) => skip(NO_BROWSER, 'no Chromium here'));
afterEach(() => expect(opened?.complaints ?? []).toEqual([]));

async function start(how: Start): Promise<Opened> {
  opened = await openSidebar(browser, html, answersIn(how.language ?? 'fr'), how);
  await opened.page.waitForFunction("!document.querySelector('.loading')");
  return opened;
}

/** What was asked of one call, each time it was. */
async function asked(name: string): Promise<readonly unknown[]> {
  return (await opened.calls()).filter((one) => one.name === name).map(({ asks }) => asks);
}

const button = (name: string) => opened.page.getByRole('button', { name, exact: true });
const field = (name: string) => opened.page.getByLabel(name, { exact: false }).first();
const settle = () => opened.page.waitForTimeout(450);

describe('a new invoice', () => {
  test('is written with French numbers, summed at once and saved once by a double click', async () => {
    const { page } = await start({ view: 'invoice' });
    await page.getByRole('combobox', { name: 'Client' }).fill('delm');
    await page.keyboard.press('Enter');
    await field('Désignation').fill('Conseil');
    await field('Quantité').fill('3');
    await field('Prix unitaire').fill('1 234,565');
    await field('Remise').fill('10');
    expect(await page.locator('.totals').innerText()).toContain('4\u202f000,00\u202f€');
    await page.evaluate('window.slow = 150');
    await button('Enregistrer').dblclick();
    await page.getByText('Brouillon enregistré').waitFor();
    const saves = await asked('ui_saveDraft');
    expect(saves).toEqual([
      expect.objectContaining({
        id: expect.stringMatching(/^D-[A-Z0-9]{16}$/),
        client: 'DELMAS',
        currency: 'EUR',
        ready: false,
        lines: [
          {
            ...{ description: 'Conseil', quantity: '3', unit: '', unitPrice: '1234.565' },
            ...{ discountPercent: '10', vatRate: '20', vatCategory: 'S' },
          },
        ],
      }),
    ]);
  });

  test('keeps its id when it is saved again, and is checked by the script in a pause', async () => {
    const { page } = await start({ view: 'invoice', argument: 'DELMAS' });
    await field('Désignation').fill('Conseil');
    await field('Prix unitaire').fill('100');
    await page.getByText('Encours porté à').waitFor();
    expect(await asked('ui_checkDraft')).toHaveLength(1);
    for (const _ of [1, 2]) {
      await button('Enregistrer').click();
      await page.getByText('Brouillon enregistré').waitFor();
    }
    const [first, second] = await asked('ui_saveDraft');
    expect(second).toEqual(first);
  });

  test('is not sent while a number cannot be read', async () => {
    const { page } = await start({ view: 'invoice', argument: 'DELMAS' });
    await field('Prix unitaire').fill('12,3a');
    await button('Enregistrer').click();
    expect(await page.locator('.wrong').innerText()).toBe('Nombre attendu, par exemple 1 234,56');
    expect(await field('Prix unitaire').getAttribute('aria-invalid')).toBe('true');
    expect(await asked('ui_saveDraft')).toEqual([]);
  });

  test('shows the script’s refusal at the field it names, and the rest in words', async () => {
    const { page, answer } = await start({ view: 'invoice', argument: 'DELMAS' });
    await field('Désignation').fill('Conseil');
    await field('Prix unitaire').fill('100');
    await answer('ui_saveDraft', {
      ok: false,
      message: 'Rien n’est enregistré.',
      notices: [
        { field: 'lines.0.quantity', text: 'Trop grand.', severity: 'error' },
        { field: 'seller.iban', text: 'L’IBAN manque.', severity: 'error' },
      ],
    });
    await button('Enregistrer').click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/Rien n’est enregistré\.\s+L’IBAN manque\./);
    expect(await page.locator('.field .wrong').innerText()).toBe('Trop grand.');
    expect(await field('Quantité').evaluate((node) => node.matches(':focus'))).toBe(true);
  });

  test('asks before it is left unsaved', async () => {
    const { page } = await start({ view: 'invoice' });
    await field('Désignation').fill('Conseil');
    await button('Accueil').click();
    await page.getByText('Quitter sans enregistrer').waitFor();
    await button('Annuler').click();
    expect(await field('Désignation').inputValue()).toBe('Conseil');
    await button('Accueil').click();
    await settle();
    await button('Quitter').click();
    await page.getByText('Studio Mercier').waitFor();
  });
});

describe('issuing', () => {
  test('a draft that lacks something is opened in the form and saved under its own id', async () => {
    const { page } = await start({ view: 'issue' });
    await button('Modifier').last().click();
    expect(await field('Désignation').inputValue()).toBe('Conseil');
    expect(await asked('ui_draft')).toEqual([{ id: 'D-0000000000000002' }]);
    await button('Enregistrer').click();
    await page.getByText('Brouillon enregistré').waitFor();
    expect(await asked('ui_saveDraft')).toEqual([expect.objectContaining({ id: 'D-ABCDEFGH12345678' })]);
  });

  test('a double click asks and does nothing; the answer issues once', async () => {
    const { page } = await start({ view: 'issue' });
    await page.evaluate('window.slow = 150');
    await button('Émettre et envoyer').dblclick();
    await settle();
    expect(await asked('ui_issue')).toEqual([]);
    await button('Émettre et envoyer').dblclick();
    await page.getByText('2 documents émis').waitFor();
    expect(await asked('ui_issue')).toEqual([{ drafts: ['D-ABCDEFGH12345678'], send: true }]);
    expect(await page.getByRole('link').count()).toBe(1); // an address that is none of the web is no link
  });

  test('a script that was stopped is told, and asked again for the same', async () => {
    const { page, answer } = await start({ view: 'issue' });
    await answer('ui_issue', null);
    await button('Émettre et envoyer').click();
    await settle();
    await button('Émettre et envoyer').click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('rien ne sera fait deux fois');
    await answer('ui_issue', answersIn('fr').ui_issue);
    await button('Réessayer').click();
    await page.getByText('2 documents émis').waitFor();
    const [first, second] = await asked('ui_issue');
    expect(second).toEqual(first);
  });

  test('the page to print runs nothing and reaches nothing', async () => {
    const { page } = await start({ view: 'issue' });
    await button('Aperçu').first().click();
    const frame = page.frameLocator('iframe');
    await frame.getByText('F2026-00024').waitFor();
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
    expect(await page.title()).toBe('Encaisse');
  });
});

describe('a payment', () => {
  test('is allocated oldest first, may be changed, and is recorded once', async () => {
    const { page } = await start({ view: 'payment', argument: 'DELMAS' });
    await field('Montant').fill('1500');
    await page.getByText('Tout est imputé').waitFor();
    await field('Part de F2026-00019').fill('250,50');
    expect(await page.locator('.rest').innerText()).toMatch(/Non imputé\s+49,50/);
    await page.evaluate('window.slow = 150');
    await button('Enregistrer').dblclick();
    await page.getByText('enregistré.').waitFor();
    expect(await asked('ui_recordPayment')).toEqual([
      {
        ...{
          id: expect.stringMatching(/^P-[A-Z0-9]{16}$/),
          kind: 'payment',
          client: 'DELMAS',
          date: '2026-11-25',
        },
        ...{
          amount: '1500.00',
          currency: 'EUR',
          method: 'transfer',
          reference: '',
          reason: '',
          thank: false,
        },
        allocations: [
          { invoice: 'F2026-00012', amount: '1200.00' },
          { invoice: 'F2026-00019', amount: '250.50' },
        ],
      },
    ]);
  });

  test('is not recorded before its allocation was shown', async () => {
    const { page } = await start({ view: 'payment', argument: 'DELMAS' });
    await field('Montant').fill('1500');
    await button('Enregistrer').click();
    await page.getByText('Vérifiez l’imputation').waitFor();
    expect(await asked('ui_recordPayment')).toEqual([]);
    await page.getByText('Tout est imputé').waitFor();
    await button('Enregistrer').click();
    await page.getByText('enregistré.').waitFor();
    expect(await asked('ui_recordPayment')).toHaveLength(1);
  });

  test('shares above the sum are refused here', async () => {
    const { page } = await start({ view: 'payment', argument: 'DELMAS' });
    await field('Montant').fill('1500');
    await page.getByText('Tout est imputé').waitFor();
    await field('Part de F2026-00023').fill('1');
    await button('Enregistrer').click();
    await page.getByText('Les parts dépassent').waitFor();
    expect(await asked('ui_recordPayment')).toEqual([]);
  });

  test('a write-off needs its reason; one of an invoice is filled in', async () => {
    const { page } = await start({ view: 'payment', argument: 'DELMAS\nF2026-00012' });
    await page.getByText('Tout est imputé').waitFor();
    await field('Nature').selectOption('writeOff');
    await page.getByText('Tout est imputé').waitFor();
    await button('Enregistrer').click();
    expect(await page.locator('.wrong').innerText()).toBe('À remplir');
    await field('Motif').fill('Liquidation');
    await button('Enregistrer').click();
    await page.getByText('enregistré.').waitFor();
    expect(await asked('ui_recordPayment')).toEqual([
      expect.objectContaining({
        ...{ kind: 'writeOff', amount: '1200.00', method: '', reason: 'Liquidation' },
        allocations: [{ invoice: 'F2026-00012', amount: '1200.00' }],
      }),
    ]);
  });
});

describe('reminders', () => {
  test('those ticked are sent, once; what is left goes on', async () => {
    const { page } = await start({ view: 'reminders' });
    await button('Envoyer 1 relance').click();
    await settle();
    await button('Envoyer 1 relance').dblclick();
    await page.getByText('1 relance envoyée').waitFor();
    expect(await asked('ui_remind')).toEqual([{ clients: [{ client: 'DELMAS', currency: 'EUR' }] }]);
    expect(await button('Poursuivre (2)').isVisible()).toBe(true);
    await button('Poursuivre (2)').dispatchEvent('click', { detail: 2 }); // the rest of a double click on what stood there
    expect(await asked('ui_remind')).toHaveLength(1);
  });
});

describe('home', () => {
  test('the switch moves once the script has done it', async () => {
    const { page, answer } = await start({ view: 'home' });
    const daily = page.getByRole('switch');
    await answer('ui_dailyRun', { ok: false, message: 'Occupé, rien n’est fait.', notices: [] });
    await page.locator('.switch').click();
    await page.getByText('Occupé').waitFor();
    expect(await daily.isChecked()).toBe(true);
    await answer('ui_dailyRun', answersIn('fr').ui_dailyRun);
    await page.locator('.switch').click();
    await page.locator('.banner.good').waitFor();
    expect(await daily.isChecked()).toBe(false);
    expect(await asked('ui_dailyRun')).toEqual([{ on: false }, { on: false }]);
  });

  test('a register that cannot be read says why, and is read again when asked', async () => {
    const { page, answer } = await start({ view: 'clients' });
    await answer('ui_home', { ok: false, message: 'L’onglet Factures manque.', notices: [] });
    await button('Accueil').click();
    await page.getByText('L’onglet Factures manque.').waitFor();
    await answer('ui_home', answersIn('en').ui_home);
    await button('Réessayer').click();
    await page.getByText('To do').waitFor(); // and speaks the register's language
  });
});

describe('a new client', () => {
  test('is given a free code, and never takes the place of another', async () => {
    const { page } = await start({ view: 'client' });
    await field('Nom').fill('Delmas');
    expect(await field('Code').inputValue()).toBe('DELMAS2');
    await field('Code').fill('delmas');
    await button('Enregistrer la fiche').click();
    expect(await page.locator('.wrong').innerText()).toBe('Ce code est déjà pris');
    expect(await asked('ui_saveClient')).toEqual([]);
  });
});
