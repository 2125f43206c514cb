/** The samples as the weekly job reads them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benchSample, demoSample } from '../../batch/sample/options.ts';
import { dayNumber } from '../../shared/base/civil-date.ts';
import { measureDso } from '../../shared/receivables/dso.ts';
import { buildLedger, clientBalancesOn, openItemsOn, sumBalances } from '../../shared/receivables/ledger.ts';
import { proveOn } from '../../shared/receivables/proof.ts';
import { TABLE_KEYS } from '../../shared/register/tables.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';
import { readSample } from './read-sample.ts';

const AS_OF = '2026-11-20';
const EUROS = 0; // the register's own currency

test('the demonstration reads without a problem', async () => {
  const { register, problems } = await readSample(demoSample(AS_OF), temporaryFolder());
  expect(problems).toEqual([]);
  expect(TABLE_KEYS.filter((table) => register.rowCounts[table] === 0)).toEqual([]);
  expect(register.currencies).toEqual(['EUR', 'USD']);
});

test('its mistakes are six, each found where it is, and nothing falls with them', async () => {
  const { problems } = await readSample({ ...demoSample(AS_OF), withMistakes: true }, temporaryFolder());
  expect(problems.map(({ code, table, found }) => [code, table, found])).toEqual([
    ['terms/invalid', 'clients', 'fin de mois prochain'],
    ['invoice/duplicate', 'invoices', expect.stringMatching(/^F2026-\d{5}$/)],
    ['date/invalid', 'payments', '2026-02-30'],
    ['amount/too-many-decimals', 'payments', expect.stringMatching(/^\d+\.\d{3}$/)],
    ['invoice/unknown', 'payments', expect.stringMatching(/^F2026-\d{4}$/)],
    ['client/unknown', 'payments', expect.stringMatching(/^CO\d\d$/)],
  ]);
});

test('the demonstration on any other day, from any other seed, reads without a problem', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 0xffffffff }),
      fc.constantFrom('2024-06-30', '2025-08-15', '2026-12-31', '2027-05-01'),
      async (seed, asOf) => {
        const { problems } = await readSample({ ...demoSample(asOf), seed }, temporaryFolder());
        expect(problems).toEqual([]);
      },
    ),
    { numRuns: 6 },
  );
});

test('a benchmark of 20,000 reads without a problem: 1.2 payments an invoice, about 7 % of them open', async () => {
  const { register, problems } = await readSample(benchSample(20_000, AS_OF), temporaryFolder());
  expect(problems).toEqual([]);
  expect(register.clients).toHaveLength(200);
  expect(register.payments.count / 20_000).toBeGreaterThan(1.15);
  expect(register.payments.count / 20_000).toBeLessThan(1.25);
  const open = openItemsOn(buildLedger(register), EUROS, dayNumber(AS_OF)).length / 20_000;
  expect(open).toBeGreaterThan(0.055);
  expect(open).toBeLessThan(0.085);
});

test('the demonstration tells its story: one dominant client, one going bad, one insolvent, and money that comes later and later', async () => {
  const { register } = await readSample(demoSample(AS_OF), temporaryFolder());
  const ledger = buildLedger(register);
  const asOf = dayNumber(AS_OF);
  expect(proveOn(ledger, EUROS, asOf).holds).toBe(true);
  const balances = clientBalancesOn(ledger, EUROS, asOf);
  const { open: openOfAll } = sumBalances(balances);
  const owed = (name: string) => {
    const found = balances.find(({ client }) => register.clients[client].name === name);
    if (!found) throw new Error(`${name} owes nothing`);
    return { share: found.open / openOfAll, late: found.overdue / found.open };
  };
  expect(owed('Groupe Arvane Immobilier SAS').share).toBeGreaterThan(0.15);
  expect(owed('Hôtels Bellerive SAS').share).toBeGreaterThan(0.1);
  expect(owed('Hôtels Bellerive SAS').late).toBeGreaterThan(0.6);
  expect(owed('Menuiserie Perrachon et Fils SARL').late).toBe(1);
  const dso = measureDso(ledger, EUROS, asOf).monthly.map(({ simple }) => simple.value ?? Number.NaN);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  expect(mean(dso.slice(-3)) - mean(dso.slice(0, 12))).toBeGreaterThan(10);
});
