/** How a command writes into a register, whatever it is kept in. */
import type { RowTexts } from '../../shared/exchange/match/import-rows.ts';
import type { SourceTableKey } from '../../shared/register/source-tables.ts';

/** Each call is whole or not at all. @throws OutputError, SourceError */
export type RegisterWriter = {
  /** Adds rows below the last one, cells by the columns' keys. */
  append(table: SourceTableKey, rows: readonly RowTexts[]): Promise<void>;
  /** Takes out the rows whose cell in a column is one of the values. @returns how many */
  remove(table: SourceTableKey, key: string, values: ReadonlySet<string>): Promise<number>;
  /** Changes cells of the rows whose cell in a column is a key of the changes. */
  change(table: SourceTableKey, key: string, changes: ReadonlyMap<string, RowTexts>): Promise<void>;
};
