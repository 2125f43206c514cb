/** What the built script shows Google and what it takes from it. The build refuses a script that differs. */

/** The functions of `main.ts` a sheet may call: triggers first, then the menu's. */
export const ENDPOINTS = ['onOpen', 'onInstall', 'showAbout'] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

/** Google's services the script names. A new one may need a new scope in `appsscript.json`. */
export const SERVICES = ['ScriptApp', 'SpreadsheetApp'] as const;
