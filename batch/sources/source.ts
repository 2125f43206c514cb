/** Where a register comes from, and how its cells are handed over. */
import type { Cell } from '../../shared/base/problem.ts';
import type { Words } from '../../shared/base/words.ts';
import type { CellBlock, TableFlaw } from '../../shared/register/cell-block.ts';
import type { SourceTableKey } from '../../shared/register/source-tables.ts';

/** What a report says of its source; a Google Sheet's cells can be linked to. */
export type SourceInfo =
  | { readonly kind: 'folder'; readonly name: string; readonly moving: false }
  | {
      readonly kind: 'sheet';
      readonly name: string; // the spreadsheet's title
      readonly spreadsheetId: string;
      readonly tabs: ReadonlyMap<SourceTableKey, number>; // the tab's gid
      readonly columns: ReadonlyMap<SourceTableKey, ReadonlyMap<string, number>>; // where a tab's columns stand, from 0, by their key
      readonly moving: boolean; // it was edited during every attempt to read it: the figures may mix two states
    };

/** Where the cells of a register go, table by table in the order of SOURCE_TABLE_KEYS. */
export type CellSink = {
  /** Opens a table with the cells of its header row. @param expectedRows about how many follow, where that is known */
  header(table: SourceTableKey, headers: readonly Cell[], expectedRows?: number): void;
  /** Rows of the table opened last. The block may be reused by the source after the call. */
  rows(block: CellBlock): void;
  /** What the source itself saw wrong with the table opened last. */
  flaw(flaw: TableFlaw): void;
};

/** A source opened for reading. */
export type Source = {
  /**
   * Pours all tables into sinks made by `begin`, the last of which holds the register. A source that finds itself edited
   * while it reads calls `begin` again and starts afresh.
   * @param progress share of the work done, from 0 to 1
   */
  read(begin: () => CellSink, progress: (share: number) => void): Promise<SourceInfo>;
};

/** A source that cannot be read: its words tell the user what to do. They never hold a token, a key or a server's own text. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}
