import { expect, test } from 'vitest';
import { ahead, daysBefore, forecast, history, invoiceDue, itemDue } from './forecast-of.ts';
import { type JournalRecord, journalOf } from './journal-of.ts';

const TEN_LATE = history(new Array(20).fill(10));

/** About the open invoice unless said otherwise, made two days before. */
const promise = (inDays: number, given: Partial<JournalRecord> = {}): JournalRecord => ({
  at: daysBefore(2),
  event: 'promise',
  invoice: TEN_LATE.invoices.length,
  promisedOn: daysBefore(-inDays),
  ...given,
});
const promised = (...journal: readonly ReturnType<typeof promise>[]) =>
  itemDue(-20, { ...TEN_LATE, journal: journalOf(journal) });
const without = itemDue(-20, TEN_LATE);

for (const [what, journal, expected] of [
  ['pending: its day', [promise(50)], 50],
  ['for a Saturday: the Monday after', [promise(46)], 48],
  ['for the very day: the next', [promise(0)], 1],
  ['for yesterday: none any more', [promise(-1)], ahead(without.expectedOn)],
  ['made tomorrow: none yet', [promise(50, { at: daysBefore(-1) })], ahead(without.expectedOn)],
  ['about another invoice', [promise(50, { invoice: 3 })], ahead(without.expectedOn)],
  ['about all that is owed', [promise(50, { invoice: -1 })], 50],
  ['the last made rules', [promise(50, { at: daysBefore(1) }), promise(80)], 50],
] as const) {
  test(what, () => expect(ahead(promised(...journal).expectedOn)).toBe(expected));
}

test('about all that is owed: what is due by its day, not what falls due after', () => {
  const journal = journalOf([promise(20, { invoice: -1 })]);
  expect(itemDue(21, { ...TEN_LATE, journal })).toEqual(itemDue(21, TEN_LATE));
  expect(ahead(itemDue(20, { ...TEN_LATE, journal }).expectedOn)).toBe(20);
});

test('of a tenth of it: a little later than without', () => {
  const { expectedOn } = promised(promise(50, { amount: 10_00 }));
  expect(expectedOn).toBeGreaterThan(without.expectedOn);
  expect(ahead(expectedOn)).toBeLessThan(50);
});

test('an amount goes to the oldest first', () => {
  const journal = journalOf([promise(50, { invoice: -1, amount: 100_00 })]);
  const invoices = [...TEN_LATE.invoices, invoiceDue('A', -20), invoiceDue('B', -19)];
  const { items } = forecast({ ...TEN_LATE, invoices, journal });
  expect(items.map(({ expectedOn }) => ahead(expectedOn) === 50)).toEqual([true, false]);
});

test('who broke every promise is not believed', () => {
  const broken = [40, 35, 30, 25].map((ago) => promise(-ago, { at: daysBefore(ago + 5) }));
  const item = promised(...broken, promise(50));
  expect(ahead(item.expectedOn)).toBeGreaterThan(53);
  expect(ahead(promised(promise(50)).p90)).toBeGreaterThan(53);
});

test('a plan agreed after the promise replaces it', () => {
  const plan = (agreed: number) => ({
    invoice: 'OPEN',
    agreedOn: daysBefore(agreed),
    instalments: [[daysBefore(-20), 100_00] as const],
  });
  const expected = (agreed: number) =>
    ahead(itemDue(-20, { ...TEN_LATE, journal: journalOf([promise(50)]), plans: [plan(agreed)] }).expectedOn);
  expect(expected(3)).toBe(50);
  expect(expected(1)).toBe(30);
});
