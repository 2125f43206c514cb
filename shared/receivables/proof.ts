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
  const balanceOf = new Map(balances.map((balance) => [balance.client, balance]));
  const clients: ClientProof[] = [];
  rows.count.forEach((count, client) => {
    const balance = balanceOf.get(client);
    if (count > 0 || balance) clients.push({ client, ...clientLine(rows, client, balance) });
  });
  const total = addLines(clients);
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

function clientLine(rows: RowSums, client: number, balance: ClientBalance | undefined): ProofLine {
  return proofLine({
    notDue: balance?.notDue ?? 0,
    overdue: balance?.overdue ?? 0,
    unapplied: balance?.unapplied ?? 0,
    invoices: rows.invoices[client],
    creditNotes: rows.creditNotes[client],
    payments: rows.payments[client],
  });
}

type Terms = Pick<ProofLine, 'notDue' | 'overdue' | 'unapplied' | 'invoices' | 'creditNotes' | 'payments'>;

function proofLine(terms: Terms): ProofLine {
  const balance = terms.notDue + terms.overdue - terms.unapplied;
  const ledger = terms.invoices - terms.creditNotes - terms.payments;
  return { ...terms, balance, ledger, difference: balance - ledger };
}

function addLines(lines: readonly ProofLine[]): ProofLine {
  const sum = { notDue: 0, overdue: 0, unapplied: 0, invoices: 0, creditNotes: 0, payments: 0 };
  for (const line of lines) {
    sum.notDue += line.notDue;
    sum.overdue += line.overdue;
    sum.unapplied += line.unapplied;
    sum.invoices += line.invoices;
    sum.creditNotes += line.creditNotes;
    sum.payments += line.payments;
  }
  return proofLine(sum);
}
