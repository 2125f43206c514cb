/** The functions a sheet may call, one line each: `surface.ts` lists them. */
import { aboutText } from './actions/about.ts';
import { addMenu, type OpenEvent, openingLanguage, sheetLanguage, showMessage } from './google/sheet-ui.ts';
import { menuEntries } from './menu.ts';

export function onOpen(event?: OpenEvent): void {
  addMenu(menuEntries(openingLanguage(event)));
}

/** Runs once, when the add-on is added to the file that is open. */
export function onInstall(event?: OpenEvent): void {
  onOpen(event);
}

export function showAbout(): void {
  showMessage('Encaisse', aboutText(sheetLanguage()));
}
