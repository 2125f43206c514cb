/** What money is still to come for each open item: what is open, less what is disputed, less what the client has paid or credited already. */
import type { DayNumber } from '../../base/civil-date.ts';
import { type ClientBalance, disputedOn, type Ledger, type OpenItem } from '../../receivables/ledger.ts';

/** Minor units. `toCome` stands in the order of the items; with `disputed` and `unapplied` it adds up to all that is open. */
export type AmountsToCome = {
  readonly toCome: Float64Array;
  readonly disputed: number; // left apart: nobody knows when a dispute ends
  readonly unapplied: number; // covered by the clients' unapplied money and credit, oldest items first
};

/** @returns minor units item by item; what is disputed, and what unapplied money covers, stand apart */
export function amountsToCome(
  ledger: Ledger,
  asOf: DayNumber,
  items: readonly OpenItem[],
  balances: readonly ClientBalance[],
): AmountsToCome {
  const toCome = Float64Array.from(items, ({ open }) => open);
  const disputed = takeDisputed(ledger, asOf, items, toCome);
  const unapplied = takeUnapplied(ledger, items, balances, toCome);
  return { toCome, disputed, unapplied };
}

/** Money fills the earliest instalment first, so what is disputed of an invoice is its last. */
function takeDisputed(
  ledger: Ledger,
  asOf: DayNumber,
  items: readonly OpenItem[],
  toCome: Float64Array,
): number {
  const left = new Map<number, number>();
  let taken = 0;
  for (let place = items.length - 1; place >= 0; place--) {
    const { disputed, invoice, open } = items[place];
    if (!disputed) continue;
    const rest = left.get(invoice) ?? disputedOn(ledger, invoice, asOf);
    const here = Math.min(rest, open);
    left.set(invoice, rest - here);
    toCome[place] -= here;
    taken += here;
  }
  return taken;
}

function takeUnapplied(
  { register }: Ledger,
  items: readonly OpenItem[],
  balances: readonly ClientBalance[],
  toCome: Float64Array,
): number {
  const left = new Float64Array(register.clients.length);
  for (const { client, unapplied } of balances) left[client] = Math.max(0, unapplied);
  let taken = 0;
  items.forEach(({ invoice }, place) => {
    const client = register.invoices.client[invoice];
    const here = Math.min(left[client], toCome[place]);
    left[client] -= here;
    toCome[place] -= here;
    taken += here;
  });
  return taken;
}
