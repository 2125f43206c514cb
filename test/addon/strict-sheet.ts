/** Runs the built script on the few services of Google its menu needs; whatever else it asks for throws. */
import { createContext, runInContext } from 'node:vm';

type AuthMode = 'NONE' | 'LIMITED' | 'FULL';
type Sheet = { readonly authMode: AuthMode; readonly locale: string };

/** What the user of the sheet saw: menus with the functions they call, dialogs. */
export type Seen = { readonly menus: (readonly string[])[]; readonly dialogs: (readonly string[])[] };

/** Runs one function of a built script in a context of its own, as each execution has in Apps Script. */
export function execute(code: string, call: string, sheet: Sheet): Seen {
  const seen: Seen = { menus: [], dialogs: [] };
  const context = createContext(Object.create(null));
  Object.assign(context, services(sheet, seen));
  runInContext(code, context);
  runInContext(`${call}({ authMode: ScriptApp.AuthMode.${sheet.authMode} })`, context);
  return seen;
}

function services(sheet: Sheet, seen: Seen): Readonly<Record<string, unknown>> {
  const spreadsheet = strict('Spreadsheet', { getSpreadsheetLocale: () => sheet.locale });
  const ui = strict('Ui', {
    ButtonSet: strict('ButtonSet', { OK: 'OK' }),
    createAddonMenu: () => menu(seen),
    createMenu: () => menu(seen),
    alert: (title: string, text: string, buttons: string) => seen.dialogs.push([title, text, buttons]),
  });
  return {
    ScriptApp: strict('ScriptApp', { AuthMode: strict('AuthMode', { NONE: {}, LIMITED: {}, FULL: {} }) }),
    SpreadsheetApp: strict('SpreadsheetApp', {
      getUi: () => ui,
      getActiveSpreadsheet: () => {
        if (sheet.authMode === 'NONE') throw new Error('not allowed in AuthMode.NONE');
        return spreadsheet;
      },
    }),
  };
}

/** As Google's: an entry changes the menu, which is given back for the next one. */
function menu(seen: Seen): unknown {
  const entries: string[] = [];
  const self: unknown = strict('Menu', {
    addItem: (label: string, calls: string) => {
      entries.push(`${label} → ${calls}`);
      return self;
    },
    addSeparator: () => self,
    addSubMenu: () => self,
    addToUi: () => {
      seen.menus.push(entries);
    },
  });
  return self;
}

/** An object that throws on every member it does not have, where a plain one would answer `undefined`. */
function strict<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, member) {
      if (!(member in target)) throw new Error(`not emulated: ${name}.${String(member)}`);
      return Reflect.get(target, member);
    },
  });
}
