/** How a register is written into, whatever it is kept in. */
import type { RowTexts } from '../../shared/exchange/match/import-rows.ts';
import type { SourceTableKey } from '../../shared/register/source-tables.ts';

/** Each call is whole or not at all; of very many rows, in pieces that are. @throws OutputError, SourceError */
export type RegisterWriter = {
  /** Throws before anything is written where a table cannot take these columns. */
  ready(columns: ReadonlyMap<SourceTableKey, readonly string[]>): Promise<void>;
  /** Adds rows below the last one, cells by the columns' keys. */
  append(table: SourceTableKey, rows: readonly RowTexts[]): Promise<void>;
  /** Takes out the rows whose cell in a column is one of the values. @returns how many */
  remove(table: SourceTableKey, key: string, values: ReadonlySet<string>): Promise<number>;
  /**
   * Changes cells of the rows whose cell in a column is a key of the changes.
   * @param except rows with these cells stay as they are: an undone movement keeps its key, and may have come again
   */
  change(
    table: SourceTableKey,
    key: string,
    changes: ReadonlyMap<string, RowTexts>,
    except?: RowTexts,
  ): Promise<void>;
};
