/** What the demonstration holds: every kind of row a register knows, in believable numbers. */
import { describe, expect, test } from 'vitest';
import { PAYMENT_METHODS } from '../../shared/register/tables.ts';
import { isFrenchVatNumber, isIban, isLuhn } from './check-digits.ts';
import {
  bills,
  clients,
  creditNotes,
  instalments,
  invoiceOf,
  invoices,
  journal,
  lines,
  minor,
  named,
  payments,
  TABLES_OF_DEMO,
} from './demo.ts';

function countBy<T>(rows: readonly T[], key: (row: T) => string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
  return counts;
}

const BOUNDS = [
  ['settings', 35, 35],
  ['clients', 60, 60],
  ['invoices', 1100, 1160],
  ['lines', 1900, 2600],
  ['payments', 1000, 1200],
  ['instalments', 9, 40],
  ['journal', 3000, 5500],
  ['calendars', 24, 24],
  ['rates', 57, 57],
] as const;

for (const [table, least, most] of BOUNDS) {
  test(`${table}: ${least} to ${most} rows`, () => {
    expect(TABLES_OF_DEMO[table].length).toBeGreaterThanOrEqual(least);
    expect(TABLES_OF_DEMO[table].length).toBeLessThanOrEqual(most);
  });
}

describe('clients', () => {
  test('are of all kinds, mostly companies', () => {
    const kinds = countBy(clients, (row) => row.kind);
    expect(Object.keys(kinds).sort()).toEqual(['administration', 'association', 'company', 'individual']);
    expect(kinds.company).toBeGreaterThan(30);
  });
  test('have names, codes and addresses of their own', () => {
    for (const key of ['code', 'name'] as const) {
      expect(new Set(clients.map((row) => row[key])).size).toBe(clients.length);
    }
  });
  test('have identifiers with right keys', () => {
    for (const { legalId, vatNumber, country } of clients) {
      if (legalId !== '') expect(isLuhn(legalId)).toBe(true);
      if (vatNumber !== '' && country === 'FR') expect(isFrenchVatNumber(vatNumber)).toBe(true);
    }
  });
  test('write at example domains only, one of them not at all', () => {
    const emails = clients.map(({ email }) => email);
    expect(emails.filter((email) => !/^[a-z0-9.-]+@(exemple\.fr|example\.com)$/.test(email))).toEqual(['']);
  });
  test('two of them are English-speaking, one pays in dollars', () => {
    expect(clients.filter(({ language }) => language === 'en').map(({ country }) => country)).toEqual([
      'US',
      'IE',
    ]);
    expect(countBy(invoices, ({ currency }) => currency).USD).toBeGreaterThan(10);
  });
  test('have credit limits, most of them, and six kinds of terms or more', () => {
    expect(clients.filter(({ creditLimit }) => creditLimit !== '').length).toBeGreaterThan(30);
    expect(new Set(clients.map(({ paymentTerms }) => paymentTerms)).size).toBeGreaterThanOrEqual(6);
  });
});

test('the firm’s own identifiers have right keys', () => {
  const setting = (key: string) => TABLES_OF_DEMO.settings.find((row) => row.key === key)?.value ?? '';
  expect(isLuhn(setting('legalId'))).toBe(true);
  expect(setting('vatNumber').slice(4)).toBe(setting('legalId').slice(0, 9));
  expect(isFrenchVatNumber(setting('vatNumber'))).toBe(true);
  expect(isIban(setting('iban'))).toBe(true);
});

describe('what happens to invoices', () => {
  test('every method of payment occurs', () => {
    expect(Object.keys(countBy(payments, ({ method }) => method)).sort()).toEqual(
      [...PAYMENT_METHODS].sort(),
    );
  });
  test('one transfer covers three invoices', () => {
    const transfers = payments.filter(({ method, invoice }) => method === 'transfer' && invoice !== '');
    const most = Math.max(...Object.values(countBy(transfers, ({ reference }) => reference)));
    expect(most).toBeGreaterThanOrEqual(3);
  });
  test('a cheque bounces, a double payment is refunded', () => {
    const negative = payments.filter(({ amount }) => amount.startsWith('-'));
    expect(negative.some(({ method }) => method === 'cheque')).toBe(true);
    expect(negative.some(({ notes }) => notes.startsWith('Remboursement'))).toBe(true);
  });
  test('money comes without an invoice, is applied later, exceeds the invoice', () => {
    expect(payments.some(({ invoice }) => invoice === '')).toBe(true);
    expect(payments.some(({ appliedOn, date }) => appliedOn > date)).toBe(true);
    expect(
      payments.some(
        ({ invoice, amount }) => invoice !== '' && minor(amount) > minor(invoiceOf(invoice).total),
      ),
    ).toBe(true);
  });
  test('credit notes correct an invoice, stay on account, move', () => {
    expect(creditNotes.some(({ corrects }) => corrects !== '')).toBe(true);
    expect(creditNotes.some(({ corrects }) => corrects === '')).toBe(true);
    expect(payments.some(({ method }) => method === 'creditNote')).toBe(true);
  });
  test('disputes are open and closed, whole and in part', () => {
    const disputes = bills.filter(({ disputedOn }) => disputedOn !== '');
    expect(disputes.some(({ disputeClosedOn }) => disputeClosedOn === '')).toBe(true);
    expect(disputes.some(({ disputeClosedOn }) => disputeClosedOn !== '')).toBe(true);
    expect(disputes.some(({ disputedAmount }) => disputedAmount !== '')).toBe(true);
    expect(disputes.some(({ disputedAmount }) => disputedAmount === '')).toBe(true);
  });
  test('all French VAT rates and none occur', () => {
    expect([...new Set(lines.map(({ vatRate }) => vatRate))].sort()).toEqual(['0', '10', '20', '5.5']);
  });
});

describe('plans', () => {
  function planOf(name: string) {
    const { code } = named(name);
    const rows = instalments.filter(({ invoice }) => invoiceOf(invoice).client === code);
    const paid = payments.filter(({ invoice }) => invoice === rows[0].invoice);
    return { rows: rows.filter(({ invoice }) => invoice === rows[0].invoice), paid };
  }
  test('one is kept: every instalment is paid by its day', () => {
    const { rows, paid } = planOf('Les Tréteaux d’Ardive');
    expect(paid.map(({ amount }) => amount)).toEqual(rows.map(({ amount }) => amount));
    expect(rows.filter(({ dueDate }, i) => paid[i].date > dueDate)).toEqual([]);
  });
  test('one is broken after two instalments', () => {
    const { rows, paid } = planOf('Brasserie de la Marelle SARL');
    expect(rows).toHaveLength(5);
    expect(paid.map(({ amount }) => amount)).toEqual(rows.slice(0, 2).map(({ amount }) => amount));
  });
});

describe('the journal', () => {
  const entriesOf = (event: string) => journal.filter((row) => row.event === event);
  test('knows every step of the ladder and what people said', () => {
    const events = Object.keys(countBy(journal, ({ event }) => event)).sort();
    expect(events).toEqual([
      'call',
      'hold',
      'invoiceSent',
      'letter',
      'note',
      'plan',
      'promise',
      'receiptAcknowledged',
      'registeredLetter',
      'reminder',
    ]);
    expect([...new Set(journal.map(({ level }) => level))].sort()).toEqual([
      '',
      '-1',
      '0',
      '1',
      '2',
      '3',
      '4',
    ]);
  });
  test('has promises kept, broken and pending', () => {
    const paidOn = (invoice: string) =>
      payments.filter((row) => row.invoice === invoice).map(({ date }) => date);
    const promises = entriesOf('promise').filter(({ promisedOn }) => promisedOn <= '2026-11-20');
    expect(promises.some(({ invoice, promisedOn }) => paidOn(invoice).includes(promisedOn))).toBe(true);
    expect(entriesOf('note').some(({ detail }) => detail === 'Promesse non tenue')).toBe(true);
    expect(entriesOf('promise').some(({ promisedOn }) => promisedOn > '2026-11-20')).toBe(true);
  });
});
