/** Where something to do is to be seen: the register's cell in a Google Sheet, else the workbook's own row. */
import type { Priority } from '../../shared/insight/priorities.ts';
import { cellUrl } from './cell-link.ts';
import type { CurrencyPart } from './currency-part.ts';
import { type Link, type Page, rangeOf } from './page.ts';
import type { PlacedTable } from './table-sheet.ts';

/** The sheets that an act may lead to. */
export type ActPlaces = {
  readonly ageing: readonly PlacedTable[];
  readonly items: readonly PlacedTable[];
  readonly problems: Page;
};

type Target = { readonly place: string } | { readonly url: string };

/** @returns null where there is nothing to show */
export function actLink(cell: string, act: Priority, part: CurrencyPart, places: ActPlaces): Link | null {
  const target = urlOf(act, part) ?? placeOf(act, part, places);
  return target === null ? null : { cell, ...target };
}

/** The row of the invoice, else of the client, where the register is a Google Sheet. */
function urlOf({ client, invoice }: Priority, { report }: CurrencyPart): Target | null {
  const { register, source } = report;
  if (source.kind !== 'sheet') return null;
  const at =
    invoice !== null
      ? ({ table: 'invoices', row: register.invoices.row[invoice] } as const)
      : client !== null
        ? ({ table: 'clients', row: register.clients[client].row } as const)
        : null;
  const url = at === null ? null : cellUrl(source, { ...at, column: '' });
  return url === null ? null : { url };
}

/** The invoice among the open items, else the client in the ageing, else what is to be mended. */
function placeOf(act: Priority, { answers }: CurrencyPart, places: ActPlaces): Target | null {
  const { client, code, invoice } = act;
  if (code === 'mend-rows') return { place: rangeOf(places.problems, 'A1') };
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
