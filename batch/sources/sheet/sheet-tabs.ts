/** Which tab of a spreadsheet is which table of the register. */
import type { Words } from '../../../shared/base/words.ts';
import { knownWords } from '../../../shared/register/known-words.ts';
import {
  SOURCE_TABLE_KEYS,
  SOURCE_TABLES,
  type SourceTableKey,
} from '../../../shared/register/source-tables.ts';
import { NEEDED_TABLES } from '../../../shared/register/tables.ts';
import { SourceError } from '../source.ts';
import { jsonField, jsonList, malformed, readJson } from './sheet-json.ts';

/** One tab; its grid counts the empty rows and columns too. */
export type SheetTab = {
  readonly gid: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
};

/** The tabs of a register: one a table, in the order of SOURCE_TABLE_KEYS, and the titles of tabs that claim a table already taken. */
export type RegisterTabs = {
  readonly tabs: ReadonlyMap<SourceTableKey, SheetTab>;
  readonly duplicates: ReadonlyMap<SourceTableKey, readonly string[]>;
};

/** What `readSpreadsheet` needs of `spreadsheets.get`. */
export const SPREADSHEET_FIELDS =
  'properties.title,sheets.properties(sheetId,title,gridProperties(rowCount,columnCount))';

/** Title and tabs out of the answer to `spreadsheets.get`. A tab without a grid, such as a chart, is none. */
export function readSpreadsheet(bytes: Buffer): {
  readonly title: string;
  readonly tabs: readonly SheetTab[];
} {
  const answer = readJson(bytes);
  const title = jsonField(jsonField(answer, 'properties'), 'title');
  if (typeof title !== 'string') malformed();
  return { title, tabs: jsonList(jsonField(answer, 'sheets')).flatMap(readTab) };
}

function readTab(sheet: unknown): readonly SheetTab[] {
  const properties = jsonField(sheet, 'properties');
  const grid = jsonField(properties, 'gridProperties');
  if (grid === undefined) return [];
  const title = jsonField(properties, 'title');
  const gid = jsonField(properties, 'sheetId') ?? 0; // Google leaves out what is 0
  const [rowCount, columnCount] = [jsonField(grid, 'rowCount'), jsonField(grid, 'columnCount')];
  if (typeof title !== 'string' || typeof gid !== 'number') malformed();
  if (typeof rowCount !== 'number' || typeof columnCount !== 'number') malformed();
  return [{ gid, title, rowCount, columnCount }];
}

const tableNamed = knownWords(SOURCE_TABLE_KEYS.map((key) => [key, SOURCE_TABLES[key].title]));

/** Gives each table the first tab that bears its key, French or English title. Other tabs are the keeper's own. */
export function matchTabs(tabs: readonly SheetTab[]): RegisterTabs {
  const claims = new Map<SourceTableKey, SheetTab[]>(SOURCE_TABLE_KEYS.map((key) => [key, []]));
  for (const tab of tabs) {
    const key = tableNamed(tab.title);
    if (key !== undefined) claims.get(key)?.push(tab);
  }
  const taken = [...claims].filter(([, claimed]) => claimed.length > 0);
  requireTabs(claims, tabs);
  return {
    tabs: new Map(taken.map(([key, [first]]) => [key, first])),
    duplicates: new Map(taken.map(([key, [, ...others]]) => [key, others.map((tab) => tab.title)])),
  };
}

function requireTabs(
  claims: ReadonlyMap<SourceTableKey, readonly SheetTab[]>,
  tabs: readonly SheetTab[],
): void {
  const missing = NEEDED_TABLES.filter((key) => claims.get(key)?.length === 0);
  if (missing.length === 0) return;
  throw new SourceError(
    notARegister(
      missing,
      tabs.map((tab) => tab.title),
    ),
  );
}

function notARegister(missing: readonly SourceTableKey[], titles: readonly string[]): Words {
  const shown = [...titles.slice(0, MOST_TITLES), ...(titles.length > MOST_TITLES ? ['…'] : [])];
  const quotedFr = (texts: readonly string[]) => texts.map((text) => `«\u202f${text}\u202f»`).join(', ');
  const quotedEn = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join(', ');
  const fr = `Ce classeur Google n’est pas un registre\u202f: il lui manque ${quotedFr(missing.map((key) => SOURCE_TABLES[key].title.fr))}. Onglets trouvés\u202f: ${quotedFr(shown)}. Vérifiez l’adresse, ou ouvrez le classeur et lancez Encaisse > Mettre en place.`;
  const en = `This Google spreadsheet is not a register: it has no ${quotedEn(missing.map((key) => SOURCE_TABLES[key].title.en))}. Tabs found: ${quotedEn(shown)}. Check the address, or open the spreadsheet and run Encaisse > Set up.`;
  return { fr, en };
}

const MOST_TITLES = 12;
