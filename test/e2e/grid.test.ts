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
