/** The sample register as the grids of a spreadsheet: every column in its place, days as serial numbers, amounts as numbers. */
import { generateRegister } from '../../batch/sample/generate.ts';
import type { SampleOptions } from '../../batch/sample/options.ts';
import type { TableRow } from '../../batch/sample/rows.ts';
import { parseCivilDate, serialOfDay } from '../../shared/base/civil-date.ts';
import type { Cell } from '../../shared/base/problem.ts';
import type { Language } from '../../shared/base/words.ts';
import type { CellGrid } from '../../shared/register/grid-rows.ts';
import { type Column, TABLE_KEYS, TABLES, type TableKey } from '../../shared/register/tables.ts';

export type Grids = Map<TableKey, CellGrid>;

export function sampleGrids(options: SampleOptions, language: Language = 'fr'): Grids {
  const grids = new Map<TableKey, Cell[][]>(
    TABLE_KEYS.map((key) => [key, [TABLES[key].columns.map(({ header }) => header[language])]]),
  );
  for (const row of generateRegister(options)) grids.get(row.table)?.push(cellsOf(row, language));
  return new Map(grids);
}

function cellsOf({ table, row }: TableRow, language: Language): Cell[] {
  const texts = new Map<string, string>(Object.entries(row));
  return TABLES[table].columns.map((column) => cellOf(column, texts.get(column.key) ?? '', language));
}

function cellOf({ kind, choices = [] }: Column, text: string, language: Language): Cell {
  if (text === '') return null;
  if (kind === 'date') {
    const day = parseCivilDate(text);
    return day.ok ? serialOfDay(day.value) : text;
  }
  if (kind === 'choice') return choices.find(({ key }) => key === text)?.words[language] ?? text;
  const isNumber = kind === 'amount' || kind === 'number' || kind === 'integer';
  return isNumber && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
