/** Where something to do is to be seen: the register's cell in a Google Sheet, else the workbook's own row. */
import type { Priority } from '../../shared/insight/priorities.ts';
import type { Report } from '../answers/report.ts';
import type { CurrencyPart } from './currency-part.ts';
import { cellUrl } from './table/cell-link.ts';
import type { PlacedTable } from './table/table-sheet.ts';
import { type Link, type Page, rangeOf } from './xlsx/page.ts';

/** The sheets that an act may lead to. */
export type ActPlaces = {
  readonly ageing: readonly PlacedTable[];
  readonly items: readonly PlacedTable[];
  readonly clients: ReadonlyMap<number, Page>; // their own pages, of those who have one
  readonly problems: Page;
};

type Target = { readonly place: string } | { readonly url: string };

/** @returns null where there is nothing to show */
export function actLink(cell: string, act: Priority, part: CurrencyPart, places: ActPlaces): Link | null {
  const url = actUrl(act, part.report);
  const target = url === null ? placeOf(act, part, places) : { url };
  return target === null ? null : { cell, ...target };
}

/** The row of the invoice, else of the client, where the register is a Google Sheet; null elsewhere. */
export function actUrl({ client, invoice }: Priority, { register, source }: Report): string | null {
  if (source.kind !== 'sheet') return null;
  const at =
    invoice !== null
      ? ({ table: 'invoices', row: register.invoices.row[invoice] } as const)
      : client !== null
        ? ({ table: 'clients', row: register.clients[client].row } as const)
        : null;
  return at === null ? null : cellUrl(source, { ...at, column: '' });
}

/** The client's own page, else the invoice among the open items, else the client in the ageing, else what is to be mended. */
function placeOf(act: Priority, { answers }: CurrencyPart, places: ActPlaces): Target | null {
  const { client, code, invoice } = act;
  if (code === 'mend-rows') return { place: rangeOf(places.problems, 'A1') };
  const own = client === null ? undefined : places.clients.get(client);
  if (own) return { place: rangeOf(own, 'A1') };
  const item = invoice === null ? -1 : answers.items.findIndex((one) => one.invoice === invoice);
  if (item >= 0) return rowOf(places.items, item);
  const row = client === null ? -1 : answers.ageing.clients.findIndex((one) => one.client === client);
  return row < 0 ? null : rowOf(places.ageing, row);
}

/** A table's row, in whichever of its sheets it stands. */
function rowOf(tables: readonly PlacedTable[], at: number): Target | null {
  let before = 0;
  for (const { page, place } of tables) {
    const count = place.lastRow - place.firstRow + 1;
    if (at < before + count) return { place: rangeOf(page, `A${place.firstRow + at - before}`) };
    before += count;
  }
  return null;
}
