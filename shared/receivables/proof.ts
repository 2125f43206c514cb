/** The proof: not due + overdue - unapplied = balance = invoices - credit notes - payments, for each client and in total. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Register } from '../register/entries.ts';
import { PAYMENT_METHODS } from '../register/tables.ts';
import { type ClientBalance, clientBalancesOn, type Ledger } from './ledger.ts';

/** Both sides, from two separate additions over the register. Minor units of one currency. */
export type ProofLine = {
  readonly notDue: number;
  readonly overdue: number;
  readonly unapplied: number;
  readonly balance: number; // notDue + overdue - unapplied
  readonly invoices: number;
  readonly creditNotes: number;
  readonly payments: number; // write-offs included, moved credit not
  readonly ledger: number; // invoices - creditNotes - payments
  readonly difference: number; // balance - ledger: 0, or the report is wrong
};

export type Proof = {
  readonly total: ProofLine;
  readonly clients: readonly ClientProof[]; // every client with a row on either side, in the order of the register
  readonly holds: boolean; // no line has a difference
};

export type ClientProof = ProofLine & { readonly client: number };

/** Proves the balances of one currency on a day against the register's rows. */
export function proveOn(ledger: Ledger, currency: number, asOf: DayNumber): Proof {
  return prove(ledger.register, clientBalancesOn(ledger, currency, asOf), currency, asOf);
}

/** Sets balances, however they came about, against the plain sums of the rows dated up to the day and on it. */
export function prove(
  register: Register,
  balances: readonly ClientBalance[],
  currency: number,
  asOf: DayNumber,
): Proof {
  const rows = addRows(register, currency, asOf);
  const balanceOf: (ClientBalance | undefined)[] = new Array(register.clients.length);
  for (const balance of balances) balanceOf[balance.client] = balance;
  const clients: ClientProof[] = [];
  for (let client = 0; client < balanceOf.length; client++) {
    if (rows.count[client] === 0 && !balanceOf[client]) continue;
    clients.push(clientProof(client, rows, balanceOf[client]));
  }
  const total = totalOf(clients);
  const holds = total.difference === 0 && clients.every(({ difference }) => difference === 0);
  return { total, clients, holds };
}

/** By client: how many rows there are, and what they add up to. */
type RowSums = Readonly<Record<'count' | 'invoices' | 'creditNotes' | 'payments', Float64Array>>;

const MOVES_CREDIT = PAYMENT_METHODS.indexOf('creditNote');

/** The right side knows nothing of the ledger: it adds rows by their date, whatever they name. */
function addRows({ clients, invoices, payments }: Register, currency: number, asOf: DayNumber): RowSums {
  const sums = {
    count: new Float64Array(clients.length),
    invoices: new Float64Array(clients.length),
    creditNotes: new Float64Array(clients.length),
    payments: new Float64Array(clients.length),
  };
  for (let i = 0; i < invoices.count; i++) {
    if (invoices.currency[i] !== currency || invoices.issueDay[i] > asOf) continue;
    const side = invoices.creditNote[i] === 1 ? sums.creditNotes : sums.invoices;
    side[invoices.client[i]] += invoices.total[i];
    sums.count[invoices.client[i]]++;
  }
  for (let p = 0; p < payments.count; p++) {
    if (payments.currency[p] !== currency || payments.day[p] > asOf) continue;
    if (payments.method[p] === MOVES_CREDIT) continue;
    sums.payments[payments.client[p]] += payments.amount[p];
    sums.count[payments.client[p]]++;
  }
  return sums;
}

function clientProof(client: number, rows: RowSums, balanceOf: ClientBalance | undefined): ClientProof {
  const notDue = balanceOf ? balanceOf.notDue : 0;
  const overdue = balanceOf ? balanceOf.overdue : 0;
  const unapplied = balanceOf ? balanceOf.unapplied : 0;
  const balance = notDue + overdue - unapplied;
  const invoices = rows.invoices[client];
  const creditNotes = rows.creditNotes[client];
  const payments = rows.payments[client];
  const ledger = invoices - creditNotes - payments;
  const difference = balance - ledger;
  return { client, notDue, overdue, unapplied, balance, invoices, creditNotes, payments, ledger, difference };
}

function totalOf(lines: readonly ProofLine[]): ProofLine {
  const sum = { notDue: 0, overdue: 0, unapplied: 0, invoices: 0, creditNotes: 0, payments: 0 };
  for (const line of lines) {
    sum.notDue += line.notDue;
    sum.overdue += line.overdue;
    sum.unapplied += line.unapplied;
    sum.invoices += line.invoices;
    sum.creditNotes += line.creditNotes;
    sum.payments += line.payments;
  }
  const balance = sum.notDue + sum.overdue - sum.unapplied;
  const ledger = sum.invoices - sum.creditNotes - sum.payments;
  return { ...sum, balance, ledger, difference: balance - ledger };
}
