import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDate, type DayNumber, dayNumber } from '../../shared/base/civil-date.ts';
import { firstThings } from '../../shared/insight/priorities.ts';
import { type ClientRisk, rateClients } from '../../shared/insight/risk.ts';
import { buildLedger, clientBalancesOn, openItemsOn } from '../../shared/receivables/ledger.ts';
import type { JournalEntry, Register } from '../../shared/register/entries.ts';
import { RANDOM_CLIENTS, randomRecords, someDay } from '../receivables/random-register.ts';
import { type InvoiceRecord, type RegisterRecords, registerOf } from '../receivables/register-of.ts';
import { journalOf } from './journal-of.ts';

const promises = fc.array(
  fc.record({
    client: fc.nat({ max: RANDOM_CLIENTS.length - 1 }),
    invoice: fc.option(fc.nat({ max: 7 })),
    made: fc.integer({ min: 0, max: 200 }),
    days: fc.integer({ min: 0, max: 30 }),
    amount: fc.option(fc.nat({ max: 60 })),
  }),
  { maxLength: 4 },
);

/** A random register whose clients also promise. */
const records: fc.Arbitrary<RegisterRecords> = fc.tuple(randomRecords, promises).map(([given, made]) => ({
  ...given,
  journal: journalOf(
    made.map(({ client, invoice, made: day, days, amount }) => ({
      at: civilDate(dayNumber('2024-01-20') + day),
      event: 'promise',
      client,
      invoice: invoice !== null && invoice < given.invoices.length ? invoice : -1,
      promisedOn: civilDate(dayNumber('2024-01-20') + day + days),
      amount,
    })),
  ),
}));

function rateAll(register: Register, asOf: DayNumber): readonly (readonly ClientRisk[])[] {
  const ledger = buildLedger(register);
  return register.currencies.map((_, currency) => rateClients(ledger, currency, asOf));
}

test('every score is a whole number from 0 to 100, and its reasons add up to it', () => {
  fc.assert(
    fc.property(records, someDay, (given, asOf) => {
      for (const { score, reasons } of rateAll(registerOf(given), asOf).flat()) {
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
        expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        const points = reasons.map((reason) => reason.points);
        expect(points).toEqual([...points].sort((a, b) => b - a));
        for (const { text } of reasons) expect(`${text.fr}${text.en}`).not.toMatch(/NaN|Infinity|undefined/);
      }
    }),
  );
});

/** The register as it stood on the day: what is dated later was never written. */
function knownOn(given: RegisterRecords, asOf: DayNumber): RegisterRecords {
  const isKnown = (day: string | undefined) => day === undefined || day <= civilDate(asOf);
  const invoices = given.invoices.filter(({ issued }) => isKnown(issued));
  const numbers = new Set(invoices.map(({ number }) => number));
  return {
    ...given,
    invoices: invoices.map((invoice) => withoutFuture(invoice, numbers, isKnown)),
    payments: (given.payments ?? [])
      .filter(({ day }) => isKnown(day))
      .flatMap((payment) => {
        const { invoice, note, applied, ...money } = payment;
        const client = payment.client ?? given.invoices.find(({ number }) => number === invoice)?.client;
        const isApplied = isKnown(applied) && (invoice === undefined || numbers.has(invoice));
        if (note !== undefined && !(isApplied && numbers.has(note))) return [];
        return isApplied
          ? [payment]
          : [{ ...money, ...(client ? { client } : {}), currency: currencyOf(given, payment) }];
      }),
    plans: (given.plans ?? []).filter(({ invoice, agreedOn }) => isKnown(agreedOn) && numbers.has(invoice)),
    journal: (given.journal ?? []).flatMap((entry) => journalOn(given, invoices, entry, asOf)),
  };
}

function currencyOf(
  given: RegisterRecords,
  payment: { readonly invoice?: string; readonly currency?: string },
): string {
  const named = given.invoices.find(({ number }) => number === payment.invoice);
  return payment.currency ?? named?.currency ?? (given.currencies ?? ['EUR'])[0];
}

function withoutFuture(
  { corrects, dispute, ...invoice }: InvoiceRecord,
  numbers: ReadonlySet<string>,
  isKnown: (day: string | undefined) => boolean,
): InvoiceRecord {
  const { closedOn, ...opened } = dispute ?? { from: '9999-12-31' };
  return {
    ...invoice,
    ...(corrects !== undefined && numbers.has(corrects) ? { corrects } : {}),
    ...(dispute && isKnown(opened.from)
      ? { dispute: { ...opened, ...(closedOn && isKnown(closedOn) ? { closedOn } : {}) } }
      : {}),
  };
}

/** Indexes follow the invoices that are left; a promise about an invoice not issued yet is none yet. */
function journalOn(
  given: RegisterRecords,
  invoices: readonly InvoiceRecord[],
  entry: JournalEntry,
  asOf: DayNumber,
): readonly JournalEntry[] {
  if (entry.at > asOf) return [];
  if (entry.invoice < 0) return [entry];
  const { number } = given.invoices[entry.invoice];
  const invoice = invoices.findIndex((one) => one.number === number);
  return invoice < 0 ? [] : [{ ...entry, invoice }];
}

test('nothing dated after the day leaks: the register cut off at the day gives the same answer', () => {
  fc.assert(
    fc.property(records, someDay, (given, asOf) => {
      const whole = rateAll(registerOf(given), asOf);
      const known = rateAll(registerOf(knownOn(given, asOf)), asOf);
      expect(withoutIndexes(known)).toEqual(withoutIndexes(whole));
    }),
    { numRuns: 500 },
  );
});

function withoutIndexes(risks: readonly (readonly ClientRisk[])[]) {
  return risks.map((list) => list.map(({ client, ...risk }) => ({ ...risk, code: RANDOM_CLIENTS[client] })));
}

test('the order of the rows changes nothing', () => {
  fc.assert(
    fc.property(records, someDay, (given, asOf) => {
      const invoices = [...given.invoices].reverse();
      const reversed = {
        ...given,
        invoices,
        payments: [...(given.payments ?? [])].reverse(),
        plans: [...(given.plans ?? [])].reverse(),
        journal: [...(given.journal ?? [])].reverse().map((entry) => ({
          ...entry,
          invoice: entry.invoice < 0 ? -1 : invoices.length - 1 - entry.invoice,
        })),
      };
      const [straight, backwards] = [given, reversed].map((one) => registerOf(one));
      expect(withoutIndexes(rateAll(backwards, asOf))).toEqual(withoutIndexes(rateAll(straight, asOf)));
      expect(actTexts(backwards, asOf)).toEqual(actTexts(straight, asOf));
    }),
  );
});

function actTexts(register: Register, asOf: DayNumber): readonly (readonly string[])[] {
  const ledger = buildLedger(register);
  return register.currencies.map((_, currencyIndex) => {
    const balances = clientBalancesOn(ledger, currencyIndex, asOf);
    const items = openItemsOn(ledger, currencyIndex, asOf);
    const acts = firstThings({ ledger, currencyIndex, asOf, balances, items }, null);
    for (const { text } of acts) expect(`${text.fr}${text.en}`).not.toMatch(/NaN|Infinity|undefined/);
    return acts.map(({ text }) => text.fr);
  });
}

const AS_OF = dayNumber('2026-06-30');
const paidInvoice = fc.record({
  client: fc.constantFrom('C001', 'C001', 'C001', 'C002'),
  due: fc.oneof(
    fc.integer({ min: 1, max: 91 }),
    fc.integer({ min: 92, max: 365 }),
    fc.integer({ min: 1, max: 800 }),
  ),
  total: fc.integer({ min: 1, max: 500_00 }),
  paid: fc.integer({ min: -30, max: 120 }), // days after the due date
  part: fc.constantFrom(1, 1, 1, 0.5),
});
type PaidInvoice = ReturnType<(typeof paidInvoice)['generate']>['value'];

function paidRecords(rows: readonly PaidInvoice[]): RegisterRecords {
  return {
    clients: [{ code: 'C001', creditLimit: 300_00 }, 'C002'],
    invoices: rows.map(({ client, due, total }, k) => ({
      number: `F${k}`,
      client,
      issued: civilDate(AS_OF - due - 30),
      due: civilDate(AS_OF - due),
      total,
    })),
    payments: rows.map(({ due, paid, part, total }, k) => ({
      day: civilDate(AS_OF - due + paid),
      invoice: `F${k}`,
      amount: Math.ceil(total * part),
    })),
  };
}

test('all else equal, a later payment never lowers its client’s score', () => {
  const rows = fc.array(paidInvoice, { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(rows, fc.nat({ max: 19 }), fc.integer({ min: 1, max: 200 }), (given, pick, later) => {
      const moved = pick % given.length;
      const worse = given.map((row, k) => (k === moved ? { ...row, paid: row.paid + later } : row));
      const client = given[moved].client === 'C001' ? 0 : 1;
      const scoreOf = (some: readonly PaidInvoice[]) =>
        rateClients(buildLedger(registerOf(paidRecords(some))), 0, AS_OF).find(
          (risk) => risk.client === client,
        )?.score ?? 0;
      expect(scoreOf(worse)).toBeGreaterThanOrEqual(scoreOf(given));
    }),
    { numRuns: 1000, endOnFailure: true }, // shrinking twenty invoices takes minutes
  );
});
