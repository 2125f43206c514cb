/** The open spreadsheet as its user sees it: language, menu, dialogs, the sidebar. */
import { type Language, languageOf, type Words } from '../../shared/base/words.ts';

export type OpenEvent = GoogleAppsScript.Events.SheetsOnOpen;

/**
 * Throws unless somebody has the spreadsheet open in front of them. Once the web app is deployed, its visitors can call every function of
 * the script from their browser's console, and the script would run as who deployed it: this is what keeps them out. Google gives
 * neither the editor's screen nor the document's lock to a web app.
 */
export function needOpenSheet(): void {
  SpreadsheetApp.getUi();
  if (!LockService.getDocumentLock()) throw new Error('called from outside the sheet');
}

/** A menu's entry, or a submenu; `null` is a line between two. */
export type MenuItem =
  | { readonly label: string; readonly calls: string }
  | { readonly label: string; readonly items: readonly MenuItem[] }
  | null;

/**
 * In `AuthMode.NONE` (installed, not yet used in this file) nothing of the spreadsheet may be read.
 * @param event missing where the function is run by hand
 */
export function mayRead(event?: OpenEvent): boolean {
  return event?.authMode !== ScriptApp.AuthMode.NONE;
}

/** The language to open in: the spreadsheet's where it may be read, else French. */
export function openingLanguage(event?: OpenEvent): Language {
  return mayRead(event) ? sheetLanguage() : 'fr';
}

export function sheetLanguage(): Language {
  return languageOf(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale());
}

/** Puts a menu under Extensions, its entries in order. */
export function addMenu(items: readonly MenuItem[]): void {
  const ui = SpreadsheetApp.getUi();
  filled(ui, ui.createAddonMenu(), items).addToUi();
}

type Ui = GoogleAppsScript.Base.Ui;
type Menu = GoogleAppsScript.Base.Menu;

function filled(ui: Ui, menu: Menu, items: readonly MenuItem[]): Menu {
  for (const item of items) {
    if (item === null) menu.addSeparator();
    else if ('calls' in item) menu.addItem(item.label, item.calls);
    else menu.addSubMenu(filled(ui, ui.createMenu(item.label), item.items));
  }
  return menu;
}

/** Shows a dialog and waits until it is closed. Never while holding a lock: locks do not survive the wait. */
export function showMessage(title: string, text: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, text, ui.ButtonSet.OK);
}

/** Shows a text in the corner for some seconds; the script goes on. */
export function showToast(text: string): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(text, 'Encaisse', 8);
}

/**
 * Opens the sidebar at a view. The page is the same for all; its first tag says which view and language, so that it draws the view
 * before it asks the script for anything.
 * @param view one of the sidebar's views, an identifier @param argument what the view is about
 */
export function openSidebar(view: string, argument: string): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar');
  const opened = page
    .getContent()
    .replace('data-view="home"', () => `data-view="${attribute(view)}"`)
    .replace('data-argument=""', () => `data-argument="${attribute(argument)}"`)
    .replace('data-language="fr"', () => `data-language="${sheetLanguage()}"`);
  SpreadsheetApp.getUi().showSidebar(page.setContent(opened).setTitle('Encaisse'));
}

const FILE_TITLES: Readonly<Record<'bank' | 'opening', Words>> = {
  bank: { fr: 'Importer un relevé bancaire', en: 'Import a bank statement' },
  opening: { fr: 'Reprendre un historique', en: 'Bring a history along' },
};

/** Opens the dialog in which a file is read, in the browser: a bank's, or another tool's. */
export function openFileDialog(view: 'bank' | 'opening'): void {
  const language = sheetLanguage();
  const page = HtmlService.createHtmlOutputFromFile('bank');
  const opened = page
    .getContent()
    .replace('data-view="bank"', () => `data-view="${view}"`)
    .replace('data-language="fr"', () => `data-language="${language}"`);
  SpreadsheetApp.getUi().showModalDialog(
    page.setContent(opened).setWidth(760).setHeight(600),
    FILE_TITLES[view][language],
  );
}

/** A text inside an attribute's quotes. */
function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
