/** What must hold in every register the generator makes, whatever its seed and size. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generateRegister } from '../../batch/sample/generate.ts';
import { benchSample, demoSample, type SampleOptions } from '../../batch/sample/options.ts';
import { collectTables, SAMPLE_COLUMNS, type SampleTables } from '../../batch/sample/rows.ts';
import { weekday } from '../../shared/base/civil-date.ts';
import { TABLE_KEYS, TABLES } from '../../shared/register/tables.ts';
import { minor, sum } from './demo.ts';
import { dayOfText } from './read-day.ts';

const AS_OFS = ['2024-02-29', '2025-12-31', '2026-03-01', '2026-11-20', '2027-01-03'] as const;

/** Small registers of every shape. */
const anySample: fc.Arbitrary<SampleOptions> = fc.record({
  seed: fc.integer({ min: 0, max: 0xffffffff }),
  asOf: fc.constantFrom(...AS_OFS),
  clients: fc.integer({ min: 1, max: 40 }),
  months: fc.integer({ min: 1, max: 30 }),
  invoices: fc.integer({ min: 0, max: 250 }),
  partialShare: fc.constantFrom(0, 0.3, 1),
  stories: fc.boolean(),
  lines: fc.constant(true),
  journal: fc.boolean(),
  withMistakes: fc.constant(false),
});

function always(check: (tables: SampleTables, options: SampleOptions) => void): void {
  fc.assert(
    fc.property(anySample, (options) => check(collectTables(generateRegister(options)), options)),
    {
      numRuns: 25,
      examples: [[demoSample('2026-11-20')], [{ ...benchSample(2000, '2026-11-20'), lines: true }]],
    },
  );
}

test('samples fill all columns a user writes, by the register’s own keys', () => {
  for (const table of TABLE_KEYS) {
    const keys = TABLES[table].columns.map(({ key }) => key);
    const sampled: readonly string[] = SAMPLE_COLUMNS[table];
    expect(sampled.filter((key) => !keys.includes(key))).toEqual([]);
    const written = TABLES[table].columns.filter(({ writer }) => writer === 'user').map(({ key }) => key);
    expect(written.filter((key) => !sampled.includes(key))).toEqual([]);
  }
});

test('there are as many invoices as asked for', () => {
  always(({ invoices }, options) => {
    expect(invoices.filter(({ type }) => type === 'invoice')).toHaveLength(options.invoices);
  });
});

test('numbers are gapless in each year, in the order of the days', () => {
  always(({ invoices }) => {
    for (const [type, prefix, digits] of [
      ['invoice', 'F', 5],
      ['creditNote', 'AV', 4],
    ] as const) {
      const rows = invoices.filter((row) => row.type === type);
      const counts = new Map<string, number>();
      for (const { number, issueDate } of rows) {
        const year = issueDate.slice(0, 4);
        counts.set(year, (counts.get(year) ?? 0) + 1);
        expect(number).toBe(`${prefix}${year}-${String(counts.get(year)).padStart(digits, '0')}`);
      }
      const days = rows.map(({ issueDate }) => issueDate);
      expect(days).toEqual([...days].sort());
    }
  });
});

test('net and VAT make the total, and the lines make them, to the cent', () => {
  always(({ invoices, lines }) => {
    const linesOf = new Map<string, (typeof lines)[number][]>();
    for (const line of lines) linesOf.set(line.invoice, [...(linesOf.get(line.invoice) ?? []), line]);
    for (const { number, net, vat, total } of invoices) {
      expect(minor(net) + minor(vat)).toBe(minor(total));
      expect(minor(total)).toBeGreaterThan(0);
      const own = linesOf.get(number) ?? [];
      expect(sum(own.map((line) => line.net))).toBe(minor(net));
      expect(vatOf(own)).toBe(minor(vat));
      expect(own.map(({ position }) => position)).toEqual(own.map((_, i) => String(i + 1)));
    }
  });
});

type LineRow = SampleTables['lines'][number];

/** Rounded once a rate, in exact thousandths. */
function vatOf(lines: readonly LineRow[]): number {
  const bases = new Map<string, number>();
  for (const { vatRate, net } of lines) bases.set(vatRate, (bases.get(vatRate) ?? 0) + minor(net));
  let vat = 0;
  for (const [rate, base] of bases) vat += Math.floor((base * Number(rate) * 10 + 500) / 1000);
  return vat;
}

test('a line’s net is quantity × price less the discount', () => {
  always(({ lines }) => {
    for (const { quantity, unitPrice, discountPercent, net } of lines) {
      const exact = Number(quantity) * Number(unitPrice) * (1 - Number(discountPercent) / 100);
      expect(Math.abs(exact - Number(net))).toBeLessThanOrEqual(0.005 + 1e-9);
    }
  });
});

test('no invoice gets more than its total but where that is meant', () => {
  always(({ invoices, payments }) => {
    const got = new Map<string, number>();
    for (const { corrects, total } of invoices) {
      if (corrects !== '') got.set(corrects, (got.get(corrects) ?? 0) + minor(total));
    }
    for (const { invoice, amount } of payments) {
      if (invoice !== '') got.set(invoice, (got.get(invoice) ?? 0) + minor(amount));
    }
    const over = invoices.filter(({ number, total }) => (got.get(number) ?? 0) > minor(total));
    expect(over.length).toBeLessThanOrEqual(Math.max(2, invoices.length * 0.02));
    expect([...got.values()].every((received) => received >= 0)).toBe(true);
  });
});

test('everything lies in the register’s span; nothing is dated after its last day but what is agreed for later', () => {
  always(({ invoices, payments, journal, instalments, rates }, { asOf, months }) => {
    const first = dayOfText(asOf) - 31 * months - 9;
    const past = [
      ...invoices.flatMap((row) => [
        row.issueDate,
        row.serviceDate,
        row.sentOn,
        row.disputedOn,
        row.disputeClosedOn,
      ]),
      ...payments.flatMap((row) => [row.date, row.appliedOn]),
      ...journal.map((row) => row.at.slice(0, 10)),
      ...instalments.map((row) => row.agreedOn),
    ].filter((day) => day !== '');
    for (const day of past) {
      expect(dayOfText(day)).toBeGreaterThanOrEqual(first);
      expect(day <= asOf).toBe(true);
    }
    expect(rates.every(({ from }) => from <= asOf)).toBe(true);
  });
});

test('invoices and money move on working days only', () => {
  always(({ invoices, payments }) => {
    for (const { issueDate } of invoices) expect(weekday(dayOfText(issueDate))).toBeLessThanOrEqual(5);
    for (const { date } of payments) expect(weekday(dayOfText(date))).toBeLessThanOrEqual(5);
  });
});

test('no payment comes before its invoice, no dispute ends before it began', () => {
  always(({ invoices, payments }) => {
    const issued = new Map(invoices.map(({ number, issueDate }) => [number, issueDate]));
    for (const { invoice, date } of payments) {
      if (invoice !== '') expect(date >= (issued.get(invoice) ?? 'unknown')).toBe(true);
    }
    for (const { issueDate, dueDate, disputedOn, disputeClosedOn } of invoices) {
      if (dueDate !== '') expect(dueDate >= issueDate).toBe(true);
      if (disputedOn !== '') expect(disputedOn > issueDate).toBe(true);
      if (disputeClosedOn !== '') expect(disputeClosedOn > disputedOn).toBe(true);
    }
  });
});

test('what else is drawn changes no invoice: lines and journal may be left out', () => {
  const whole = demoSample('2026-11-20');
  const short = { ...whole, lines: false, journal: false };
  const a = collectTables(generateRegister(whole));
  const b = collectTables(generateRegister(short));
  expect(b).toEqual({ ...a, lines: [], journal: [] });
});
