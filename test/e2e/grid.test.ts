/** The sheet under a user's hands: typing fires `onEdit`, lists offer, guarded cells warn, rows sort and go, undo brings back. */
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { NO_BROWSER } from '../workspace/browser/chromium.ts';
import { emptySpreadsheet, openWorkspace } from '../workspace/workspace.ts';
import { atDesk, type OpenedDesk } from './open-desk.ts';

const SCRIPT = `
function onOpen() {}
function onEdit(e) {
  if (e.range.getColumn() !== 1) return;
  const seen = e.range.getA1Notation() + ' ' + (e.value || '') + ' < ' + (e.oldValue || '');
  e.range.offset(0, 1, 1, 1).setValues([[seen]]);
}
function prepare() {
  const sheet = SpreadsheetApp.getActiveSheet();
  const list = SpreadsheetApp.newDataValidation().requireValueInList(['rouge', 'vert'], true).setAllowInvalid(false).build();
  sheet.getRange(1, 3, 10, 1).setDataValidation(list);
  sheet.getRange(1, 4, 10, 1).protect().setWarningOnly(true);
  sheet.getRange(1, 5, 10, 1).setNumberFormat('#,##0.00');
  sheet.setFrozenRows(1);
}
`;

const atGrid = (work: (desk: OpenedDesk) => Promise<void>): Promise<void> => {
  const workspace = openWorkspace({ code: SCRIPT, htmlFiles: new Map(), spreadsheet: emptySpreadsheet() });
  workspace.runInProcess('prepare');
  return atDesk(workspace, work, SCRIPT);
};

const cellAt = ({ page }: OpenedDesk, row: number, column: number): Locator =>
  page.locator(`[data-row="${row}"] [data-column="${column}"]`);

async function type(desk: OpenedDesk, row: number, column: number, text: string): Promise<void> {
  await cellAt(desk, row, column).dblclick();
  await desk.page.locator('.editor').fill(text);
  await desk.page.locator('.editor').press('Enter');
}

test.skipIf(NO_BROWSER)(
  'typing, lists, warnings, formats',
  async () => {
    await atGrid(async (desk) => {
      const { page, workspace } = desk;
      await type(desk, 2, 1, 'un');
      await cellAt(desk, 2, 2).getByText('A2 un <').waitFor();
      await page.keyboard.type('deux'); // Enter went one down: the key opens the editor
      await page.keyboard.press('Enter');
      await cellAt(desk, 3, 2).getByText('A3 deux <').waitFor();
      await type(desk, 2, 1, 'trois');
      await cellAt(desk, 2, 2).getByText('A2 trois < un').waitFor();

      await cellAt(desk, 2, 3).dblclick();
      await page.locator('.choices').getByText('vert').click();
      await cellAt(desk, 2, 3).getByText('vert').waitFor();
      await type(desk, 3, 3, 'bleu');
      await page.getByRole('alertdialog').getByText('n’est pas dans la liste').waitFor();
      await page.getByRole('button', { name: 'OK' }).click();

      await type(desk, 2, 4, 'main');
      await page.getByRole('button', { name: 'Annuler' }).click();
      expect(workspace.book.tabs[0]?.rows[1]?.[3] ?? null).toBe(null);

      await type(desk, 2, 5, '1234,5');
      await cellAt(desk, 2, 5).getByText('1\u202f234,50').waitFor();
      expect(workspace.book.tabs[0]?.rows[1]?.[4]).toBe(1234.5);
      expect(desk.complaints).toEqual([]);
    });
  },
  60_000,
);

test.skipIf(NO_BROWSER)(
  'sorting, deleting rows, undoing',
  async () => {
    await atGrid(async (desk) => {
      const { page, workspace } = desk;
      const first = () => (workspace.book.tabs[0]?.rows ?? []).map((row) => row[0] ?? null);
      for (const [at, text] of ['tête', 'c', 'a', 'b'].entries()) {
        await type(desk, at + 1, 1, text);
        await cellAt(desk, at + 1, 1)
          .getByText(text)
          .waitFor();
      }
      await cellAt(desk, 2, 1).click();
      await page.getByRole('menuitem', { name: 'Données' }).click();
      await page.getByRole('menuitem', { name: 'Trier la feuille de A à Z' }).click();
      await expect.poll(first).toEqual(['tête', 'a', 'b', 'c']);
      await cellAt(desk, 3, 1).click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Supprimer les lignes' }).click();
      await expect.poll(first).toEqual(['tête', 'a', 'c']);
      await type(desk, 2, 1, 'z');
      await expect.poll(first).toEqual(['tête', 'z', 'c']);
      await page.locator('#sheet').press('Control+z');
      await expect.poll(first).toEqual(['tête', 'a', 'c']);
    });
  },
  60_000,
);

const PANEL_SCRIPT = `
function onOpen() {
  SpreadsheetApp.getUi().createAddonMenu().addItem('Panneau', 'panel').addToUi();
}
function panel() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('panel').setTitle('Panneau'));
}
`;

test.skipIf(NO_BROWSER)(
  'a menu stays open while a panel takes the focus by itself, and closes where one presses beside it',
  async () => {
    const htmlFiles = new Map([['panel', '<!doctype html><h1 tabindex="-1">Prêt</h1>']]);
    const workspace = openWorkspace({ code: PANEL_SCRIPT, htmlFiles, spreadsheet: emptySpreadsheet() });
    await atDesk(
      workspace,
      async ({ choose, page, sidebar }) => {
        await choose('Panneau');
        const heading = sidebar.locator('h1');
        await heading.waitFor();
        const menu = page.locator('.menu-list').first();
        const open = () => page.locator('[data-menu=extensions]').click();

        await open();
        await heading.focus(); // as the page in the panel does when it is filled
        await page.waitForTimeout(200);
        expect(await menu.isVisible()).toBe(true);
        await page.keyboard.press('Escape'); // the keyboard is the menu's
        await menu.waitFor({ state: 'detached' });

        await open();
        await heading.focus();
        await heading.click();
        await menu.waitFor({ state: 'detached' });

        await open();
        await page.locator('#sheet').click({ position: { x: 300, y: 300 } });
        await menu.waitFor({ state: 'detached' });

        await page.locator('[data-menu=extensions]').focus();
        await page.keyboard.press('Enter');
        await menu.waitFor();
        await open(); // a second press closes it
        await menu.waitFor({ state: 'detached' });
      },
      PANEL_SCRIPT,
    );
  },
  60_000,
);
