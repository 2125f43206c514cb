/** The computed columns as a test reads them. */
import { COMPUTED_KEYS } from '../../appsscript/actions/refresh/invoice-columns.ts';
import type { Cell } from '../../shared/base/problem.ts';
import { matchHeaders } from '../../shared/register/headers.ts';
import { TABLES } from '../../shared/register/tables.ts';
import type { GridWorld } from './grid-world.ts';

/** The computed cells beside each number. */
export function computed(world: GridWorld): ReadonlyMap<string, readonly Cell[]> {
  const [header, ...rows] = world.tabs.get('invoices') ?? [];
  const { columns } = matchHeaders(TABLES.invoices, header);
  const number = columns.get('number') ?? -1;
  const places = COMPUTED_KEYS.map((key) => columns.get(key) ?? -1);
  return new Map(
    rows.map((row) => [String(row[number]), places.map((place) => row[place] ?? null)] as const),
  );
}
