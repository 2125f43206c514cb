import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DayNumber, dayNumber } from '../../shared/base/civil-date.ts';
import { ageClients, ageItems } from '../../shared/receivables/ageing.ts';
import { dsoFiguresOn } from '../../shared/receivables/dso.ts';
import {
  buildLedger,
  clientBalancesOn,
  disputedOn,
  openBalanceOn,
  openItemsOf,
  openItemsOn,
  sumBalances,
} from '../../shared/receivables/ledger.ts';
import { proveOn } from '../../shared/receivables/proof.ts';
import { RANDOM_CLIENTS, RANDOM_CURRENCIES, randomRecords, someDay } from './random-register.ts';
import { Reference } from './reference.ts';
import { type RegisterRecords, registerOf } from './register-of.ts';

const RUNS = { numRuns: 1500 };
const CURRENCIES = RANDOM_CURRENCIES.map((_, index) => index);

test('every figure is that of a plain reading of the contract', () => {
  fc.assert(
    fc.property(randomRecords, someDay, (records, asOf) => {
      const ledger = buildLedger(registerOf(records));
      const plain = new Reference(records, asOf);
      records.invoices.forEach(({ number }, index) => {
        expect(openBalanceOn(ledger, index, asOf)).toBe(plain.open(number));
        expect(disputedOn(ledger, index, asOf)).toBe(plain.disputed(number));
        const overdue = openItemsOf(ledger, index, asOf).filter(({ dueDay }) => dueDay < asOf);
        expect(overdue.reduce((sum, { open }) => sum + open, 0)).toBe(plain.overdue(number).length);
      });
      for (const currency of CURRENCIES) {
        const balances = clientBalancesOn(ledger, currency, asOf);
        RANDOM_CLIENTS.forEach((client, index) => {
          const balance = balances.find((row) => row.client === index);
          const whose = { client, currency: RANDOM_CURRENCIES[currency] };
          expect(balance?.unapplied ?? 0).toBe(plain.unapplied(whose));
        });
      }
    }),
    RUNS,
  );
});

test('an invoice’s movements stand in order of day, none before it is issued', () => {
  fc.assert(
    fc.property(randomRecords, (records) => {
      const { day, register, starts } = buildLedger(registerOf(records));
      for (let i = 0; i < records.invoices.length; i++) {
        const days = [register.invoices.issueDay[i], ...day.subarray(starts[i], starts[i + 1])];
        expect(days).toEqual([...days].sort((a, b) => a - b));
      }
    }),
    RUNS,
  );
});

test('the proof holds for every client and in total, and the balances are its own', () => {
  fc.assert(
    fc.property(randomRecords, someDay, (records, asOf) => {
      const ledger = buildLedger(registerOf(records));
      for (const currency of CURRENCIES) {
        const proof = proveOn(ledger, currency, asOf);
        expect(proof.clients.filter(({ difference }) => difference !== 0)).toEqual([]);
        expect(proof.total.difference).toBe(0);
        expect(proof.holds).toBe(true);
        expect(proof.total.balance).toBe(sumBalances(clientBalancesOn(ledger, currency, asOf)).balance);
      }
    }),
    RUNS,
  );
});

test('items, buckets and clients add up to the same open balance', () => {
  fc.assert(
    fc.property(randomRecords, someDay, fc.constantFrom('dueDate', 'issueDate'), (records, asOf, agedBy) => {
      const register = registerOf(records);
      const ledger = buildLedger(register);
      for (const currency of CURRENCIES) {
        const items = openItemsOn(ledger, currency, asOf);
        const balances = clientBalancesOn(ledger, currency, asOf);
        const sum = sumBalances(balances);
        const ageing = ageItems(register, items, asOf, agedBy);
        expect(items.reduce((all, { open }) => all + open, 0)).toBe(sum.open);
        expect(sumOf(ageing)).toBe(sum.open);
        if (agedBy === 'dueDate') expect(ageing.notDue).toBe(sum.notDue);
        expect(sum.notDue + sum.overdue).toBe(sum.open);
        expect(sum.open - sum.unapplied).toBe(sum.balance);
        for (const client of ageClients(register, balances, items, asOf, agedBy)) {
          expect(sumOf(client.ageing)).toBe(client.open);
        }
      }
    }),
    RUNS,
  );
});

function sumOf(ageing: Readonly<Record<string, number>>): number {
  return Object.values(ageing).reduce((all, open) => all + open, 0);
}

test('the order of the rows changes no answer', () => {
  fc.assert(
    fc.property(randomRecords, someDay, fc.integer(), (records, asOf, seed) => {
      expect(answers(shuffled(records, seed), asOf)).toEqual(answers(records, asOf));
    }),
    RUNS,
  );
});

test('what is dated after the day does not exist yet', () => {
  fc.assert(
    fc.property(randomRecords, someDay, (records, asOf) => {
      expect(answers(truncated(records, asOf), asOf)).toEqual(answers(records, asOf));
    }),
    RUNS,
  );
});

/** Everything a register answers, by name instead of by index. */
function answers(records: RegisterRecords, asOf: DayNumber) {
  const register = registerOf(records);
  const ledger = buildLedger(register);
  return CURRENCIES.map((currency) => ({
    items: openItemsOn(ledger, currency, asOf).map((item) => ({
      ...item,
      invoice: register.invoices.numberAt(item.invoice),
    })),
    balances: clientBalancesOn(ledger, currency, asOf),
    proof: proveOn(ledger, currency, asOf),
    dso: dsoFiguresOn(ledger, currency, asOf),
  }));
}

function shuffled(records: RegisterRecords, seed: number): RegisterRecords {
  let state = seed;
  const shuffle = <T>(rows: readonly T[]): readonly T[] =>
    rows
      .map((row) => {
        state = (Math.imul(state, 1664525) + 1013904223) | 0;
        return { row, key: state };
      })
      .sort((a, b) => a.key - b.key)
      .map(({ row }) => row);
  return {
    ...records,
    invoices: shuffle(records.invoices),
    payments: shuffle(records.payments || []),
    plans: shuffle(records.plans || []),
  };
}

/** The register as it stood on the evening of a day: what names a document not there yet stands on the client's account. */
function truncated(records: RegisterRecords, asOf: DayNumber): RegisterRecords {
  const invoices = records.invoices.filter(({ issued }) => dayNumber(issued) <= asOf);
  const known = new Set(invoices.map(({ number }) => number));
  return {
    ...records,
    invoices: invoices.map(({ corrects, dispute, ...rest }) => ({
      ...rest,
      ...(corrects !== undefined && known.has(corrects) ? { corrects } : {}),
      ...(dispute && dayNumber(dispute.from) <= asOf ? { dispute: openDispute(dispute, asOf) } : {}),
    })),
    payments: (records.payments || []).flatMap((payment) => {
      const { invoice, ...rest } = payment;
      if (dayNumber(payment.day) > asOf) return [];
      if (invoice === undefined || known.has(invoice))
        return payment.note && !known.has(payment.note) ? [] : [payment];
      return payment.method === 'creditNote' ? [] : [rest];
    }),
    plans: (records.plans || []).filter(
      ({ agreedOn, invoice }) => known.has(invoice) && agreedOn && dayNumber(agreedOn) <= asOf,
    ),
  };
}

type Dispute = NonNullable<RegisterRecords['invoices'][number]['dispute']>;

function openDispute({ closedOn, ...rest }: Dispute, asOf: DayNumber): Dispute {
  return closedOn && dayNumber(closedOn) <= asOf ? { ...rest, closedOn } : rest;
}
