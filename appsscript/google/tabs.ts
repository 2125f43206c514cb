/** The tabs of the open spreadsheet, found by any of their titles; asked for once in an execution. */
import type { Words } from '../../shared/base/words.ts';
import { ADDON_TABLES } from '../../shared/register/addon-tables.ts';
import { knownWords } from '../../shared/register/known-words.ts';
import { TABLES } from '../../shared/register/tables.ts';
import { BOARD_TITLES } from '../../shared/register/tabs/tab-plan.ts';
import type { TabKey } from '../world.ts';

type Tab = GoogleAppsScript.Spreadsheet.Sheet;

const TITLES: ReadonlyMap<TabKey, Words> = new Map<TabKey, Words>([
  ...Object.values(TABLES).map(({ key, title }) => [key, title] as const),
  ...Object.values(ADDON_TABLES).map(({ key, title }) => [key, title] as const),
  ['dashboard', BOARD_TITLES.dashboard],
  ['today', BOARD_TITLES.today],
]);

const tabNamed = knownWords([...TITLES]);

export type Tabs = {
  readonly all: () => readonly Tab[];
  readonly find: (tab: TabKey) => Tab | null;
  /** After tabs were made or renamed: the next question asks Google again. */
  readonly forget: () => void;
};

/** @param spreadsheet the one the script is bound to */
export function tabsOf(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Tabs {
  let known: readonly Tab[] | null = null;
  const all = (): readonly Tab[] => {
    known ??= spreadsheet.getSheets();
    return known;
  };
  return {
    all,
    find: (tab) => all().find((sheet) => tabKeyOf(sheet.getName()) === tab) ?? null,
    forget: () => {
      known = null;
    },
  };
}

/** The table a tab's title names, in any language and writing. */
export function tabKeyOf(title: string): TabKey | null {
  return tabNamed(title) ?? null;
}
