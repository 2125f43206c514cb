/** The ledger: every dated movement of every invoice, sorted once, replayed to any day. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Register } from '../register/entries.ts';
import { itemsInOrder } from './item-order.ts';
import { sortMovements } from './movement-order.ts';
import { indexPlans } from './parts.ts';
import { disputedPart, type Ledger, openBalanceOn, openOf, unsettledOn, visitOpenParts } from './replay.ts';
import { addUnappliedRows } from './unapplied.ts';

export { disputedOn, type Ledger, openBalanceOn, openOf, settledOn } from './replay.ts';

/** An invoice, or one instalment of its plan, with something left to pay on the day asked for. Minor units of one currency. */
export type OpenItem = {
  readonly invoice: number; // index into the register's invoices
  readonly instalment: number | null; // rank by due date, from 1
  readonly dueDay: DayNumber;
  readonly total: number; // an instalment's: its part
  readonly open: number; // above 0
  readonly disputed: boolean; // some of its invoice is disputed
};

/** What one client owes in one currency on a day, minor units. `open` = `notDue` + `overdue`; `balance` = `open` - `unapplied`. */
export type ClientBalance = {
  readonly client: number; // index into the register's clients
  readonly open: number;
  readonly notDue: number;
  readonly overdue: number;
  readonly unapplied: number; // money and credit that settles no invoice yet; negative: refunded without credit
  readonly balance: number;
  readonly disputed: number;
};

/** Movements in the order of their days: a balance on any day is then one walk. */
export function buildLedger(register: Register): Ledger {
  return { register, ...sortMovements(register), ...indexPlans(register) };
}

/** The open items of one currency on a day: oldest due date first, then by invoice number, then by instalment. */
export function openItemsOn(ledger: Ledger, currency: number, asOf: DayNumber): readonly OpenItem[] {
  const { total } = ledger.register.invoices;
  const { invoices, settled } = unsettledOn(ledger, currency, asOf);
  const items: OpenItem[] = [];
  invoices.forEach((invoice, k) => {
    addItems(ledger, invoice, openOf(total[invoice], settled[k]), asOf, items);
  });
  return itemsInOrder(items, ledger.register.invoices.numberAt);
}

/** The open items of one invoice on a day, in the order in which money fills them. */
export function openItemsOf(ledger: Ledger, invoice: number, asOf: DayNumber): readonly OpenItem[] {
  const items: OpenItem[] = [];
  addItems(ledger, invoice, openBalanceOn(ledger, invoice, asOf), asOf, items);
  return items;
}

function addItems(ledger: Ledger, invoice: number, open: number, asOf: DayNumber, items: OpenItem[]): void {
  if (open === 0) return;
  const disputed = disputedPart(ledger, invoice, open, asOf) > 0;
  visitOpenParts(ledger, invoice, open, asOf, (dueDay, openPart, total, instalment) => {
    items.push({ invoice, instalment, dueDay, total, open: openPart, disputed });
  });
}

/** Every client whose open or unapplied sum in the currency is not 0 on the day, in the order of the register. */
export function clientBalancesOn(
  ledger: Ledger,
  currency: number,
  asOf: DayNumber,
): readonly ClientBalance[] {
  const { clients, invoices } = ledger.register;
  const columns = emptyColumns(clients.length);
  const unsettled = unsettledOn(ledger, currency, asOf);
  unsettled.invoices.forEach((invoice, k) => {
    const settled = unsettled.settled[k];
    const open = openOf(invoices.total[invoice], settled);
    columns.unapplied[invoices.client[invoice]] += settled - (invoices.total[invoice] - open);
    if (open > 0) addOpen(ledger, invoice, open, asOf, columns);
  });
  addUnappliedRows(ledger.register, currency, asOf, columns.unapplied);
  return balancesOf(columns);
}

function addOpen(
  ledger: Ledger,
  invoice: number,
  open: number,
  asOf: DayNumber,
  { notDue, overdue, disputed }: BalanceColumns,
): void {
  const client = ledger.register.invoices.client[invoice];
  disputed[client] += disputedPart(ledger, invoice, open, asOf);
  visitOpenParts(ledger, invoice, open, asOf, (dueDay, openPart) => {
    if (dueDay < asOf) overdue[client] += openPart;
    else notDue[client] += openPart;
  });
}

/** Minor units by client. */
type BalanceColumns = Readonly<Record<'notDue' | 'overdue' | 'unapplied' | 'disputed', Float64Array>>;

function emptyColumns(clientCount: number): BalanceColumns {
  return {
    notDue: new Float64Array(clientCount),
    overdue: new Float64Array(clientCount),
    unapplied: new Float64Array(clientCount),
    disputed: new Float64Array(clientCount),
  };
}

function balancesOf(columns: BalanceColumns): readonly ClientBalance[] {
  const balances: ClientBalance[] = [];
  for (let client = 0; client < columns.notDue.length; client++) {
    const notDue = columns.notDue[client];
    const overdue = columns.overdue[client];
    const unapplied = columns.unapplied[client];
    const open = notDue + overdue;
    if (open === 0 && unapplied === 0) continue;
    const balance = open - unapplied;
    balances.push({ client, open, notDue, overdue, unapplied, balance, disputed: columns.disputed[client] });
  }
  return balances;
}

/** The sum of clients' balances in one currency. */
export function sumBalances(balances: readonly ClientBalance[]): Omit<ClientBalance, 'client'> {
  const sum = { open: 0, notDue: 0, overdue: 0, unapplied: 0, balance: 0, disputed: 0 };
  for (const balance of balances) {
    sum.open += balance.open;
    sum.notDue += balance.notDue;
    sum.overdue += balance.overdue;
    sum.unapplied += balance.unapplied;
    sum.balance += balance.balance;
    sum.disputed += balance.disputed;
  }
  return sum;
}
