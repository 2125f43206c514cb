/** The open spreadsheet as its user sees it: language, menu, dialogs. */
import { type Language, languageOf } from '../../shared/base/words.ts';

export type OpenEvent = GoogleAppsScript.Events.SheetsOnOpen;

/**
 * The language to open in: the spreadsheet's where it may be read, else French.
 * In `AuthMode.NONE` (installed, not yet used in this file) nothing of the spreadsheet may be read.
 * @param event missing where the function is run by hand
 */
export function openingLanguage(event?: OpenEvent): Language {
  return event?.authMode === ScriptApp.AuthMode.NONE ? 'fr' : sheetLanguage();
}

export function sheetLanguage(): Language {
  return languageOf(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale());
}

/** Puts a menu under Extensions, its entries in order. */
export function addMenu(entries: readonly { readonly label: string; readonly calls: string }[]): void {
  const menu = SpreadsheetApp.getUi().createAddonMenu();
  for (const entry of entries) menu.addItem(entry.label, entry.calls);
  menu.addToUi();
}

/** Shows a dialog and waits until it is closed. Never while holding a lock: locks do not survive the wait. */
export function showMessage(title: string, text: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, text, ui.ButtonSet.OK);
}
