/** A client's account: every line of it, and its end is the ledger's own balance. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from '../../shared/base/civil-date.ts';
import { accountStatement } from '../../shared/letters/papers/account-statement.ts';
import { buildLedger, clientBalancesOn } from '../../shared/receivables/ledger.ts';
import { RANDOM_CLIENTS, RANDOM_CURRENCIES, randomRecords, someDay } from '../receivables/random-register.ts';
import { registerOf } from '../receivables/register-of.ts';

test('each document and payment once, in order of time, with the balance after it', () => {
  const ledger = buildLedger(
    registerOf({
      currencies: ['EUR', 'USD'],
      clients: ['C1', 'C2'],
      invoices: [
        { number: 'F1', issued: '2026-01-10', total: 10000 },
        { number: 'F2', issued: '2026-02-10', total: 5000 },
        { number: 'A1', type: 'creditNote', issued: '2026-02-10', total: 2000, corrects: 'F1' },
        { number: 'F3', issued: '2026-02-11', total: 700, currency: 'USD' },
        { number: 'F4', client: 'C2', issued: '2026-02-11', total: 900 },
      ],
      payments: [
        { day: '2026-02-10', invoice: 'F1', amount: 3000 },
        { day: '2026-02-20', client: 'C1', amount: 500, method: 'cheque' },
        { day: '2026-03-01', client: 'C1', amount: -500 },
        { day: '2026-03-02', invoice: 'F2', amount: 100, method: 'writeOff' },
        { day: '2026-03-31', invoice: 'F2', amount: 1 },
      ],
    }),
  );
  const { rows, ...sums } = accountStatement(ledger, 0, 0, dayNumber('2026-03-30'), dayNumber('2026-02-01'));
  const lines = rows.map(({ balance, credit, debit, what }) => [what, debit, credit, balance]);
  expect(lines).toEqual([
    ['invoice', 5000, 0, 15000],
    ['creditNote', 0, 2000, 13000],
    ['payment', 0, 3000, 10000],
    ['payment', 0, 500, 9500],
    ['refund', 500, 0, 10000],
    ['writeOff', 0, 100, 9900],
  ]);
  expect(sums).toMatchObject({ opening: 10000, debits: 5500, credits: 5600, balance: 9900 });
});

test('ends at the balance of the ledger, whatever the register', () => {
  fc.assert(
    fc.property(randomRecords, someDay, fc.option(someDay), (records, asOf, from) => {
      const ledger = buildLedger(registerOf(records));
      for (const currency of RANDOM_CURRENCIES.keys()) {
        const balances = clientBalancesOn(ledger, currency, asOf);
        for (const client of RANDOM_CLIENTS.keys()) {
          const { balance, credits, debits, opening } = accountStatement(
            ledger,
            client,
            currency,
            asOf,
            from,
          );
          expect(balance).toBe(balances.find((row) => row.client === client)?.balance ?? 0);
          expect(opening + debits - credits).toBe(balance);
        }
      }
    }),
    { numRuns: 400 },
  );
});
