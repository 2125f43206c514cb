/** The ledger: every dated movement of every invoice, sorted once, replayed to any day. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Register } from '../register/entries.ts';
import { sortMovements } from './movement-order.ts';
import { indexPlans } from './parts.ts';
import { disputedPart, type Ledger, openBalanceOn, visitInvoices, visitOpenParts } from './replay.ts';
import { addUnappliedRows } from './unapplied.ts';

export { MOVEMENT_KINDS, type MovementKind } from './movements.ts';
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

export function buildLedger(register: Register): Ledger {
  return { register, ...sortMovements(register), ...indexPlans(register) };
}

/** The open items of one currency on a day: oldest due date first, then by invoice number, then by instalment. */
export function openItemsOn(ledger: Ledger, currency: number, asOf: DayNumber): readonly OpenItem[] {
  const { number } = ledger.register.invoices;
  const items: OpenItem[] = [];
  visitInvoices(ledger, currency, asOf, (invoice, _settled, open) => {
    if (open > 0) addItems(ledger, invoice, open, asOf, items);
  });
  return items.sort(
    (a, b) =>
      a.dueDay - b.dueDay ||
      compareText(number[a.invoice], number[b.invoice]) ||
      (a.instalment ?? 0) - (b.instalment ?? 0),
  );
}

/** The open items of one invoice on a day, in the order in which money fills them. */
export function openItemsOf(ledger: Ledger, invoice: number, asOf: DayNumber): readonly OpenItem[] {
  const items: OpenItem[] = [];
  addItems(ledger, invoice, openBalanceOn(ledger, invoice, asOf), asOf, items);
  return items;
}

function addItems(ledger: Ledger, invoice: number, open: number, asOf: DayNumber, items: OpenItem[]): void {
  const disputed = disputedPart(ledger, invoice, open, asOf) > 0;
  visitOpenParts(ledger, invoice, open, asOf, (dueDay, openPart, total, instalment) => {
    items.push({ invoice, instalment, dueDay, total, open: openPart, disputed });
  });
}

/** By code unit: the same on every machine, in every language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Every client whose open or unapplied sum in the currency is not 0 on the day, in the order of the register. */
export function clientBalancesOn(
  ledger: Ledger,
  currency: number,
  asOf: DayNumber,
): readonly ClientBalance[] {
  const { clients, invoices } = ledger.register;
  const columns = emptyColumns(clients.length);
  const { notDue, overdue, unapplied, disputed } = columns;
  visitInvoices(ledger, currency, asOf, (invoice, settled, open) => {
    const client = invoices.client[invoice];
    unapplied[client] += settled - (invoices.total[invoice] - open);
    if (open === 0) return;
    disputed[client] += disputedPart(ledger, invoice, open, asOf);
    visitOpenParts(ledger, invoice, open, asOf, (dueDay, openPart) => {
      if (dueDay < asOf) overdue[client] += openPart;
      else notDue[client] += openPart;
    });
  });
  addUnappliedRows(ledger.register, currency, asOf, unapplied);
  return balancesOf(columns);
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
