import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import { eReporting, flowOfClient } from '../../../shared/exchange/e-reporting/extract.ts';
import { vatShares } from '../../../shared/exchange/fec/receipts.ts';
import { type SoldDocument, soldDocuments } from '../../../shared/exchange/sold-document.ts';
import { clientOf } from '../../invoicing/drafts-of.ts';
import { readFiles } from '../fec/books.ts';

const FILES = {
  settings: 'key,value\ncompanyName,Maison Ollier\nlocale,fr_FR\n',
  clients:
    'code,name,kind,country,legalId\nC1,Mme Roux,individual,FR,\nC2,Ravel SAS,company,FR,552100554\nC3,Green Ltd,company,IE,\n',
  invoices:
    'number,type,client,issueDate,net,vat,total,corrects\nF1,,C1,2026-10-01,100,20,120,\nF2,,C1,2026-10-01,50,10,60,\n' +
    'F3,,C2,2026-10-02,200,40,240,\nF4,,C3,2026-10-02,300,0,300,\nA1,creditNote,C1,2026-10-03,10,2,12,F1\nF5,,C1,2026-11-01,10,2,12,\n',
  payments:
    'date,invoice,amount\n2026-10-05,F1,60\n2026-10-05,F2,60\n2026-10-06,F3,120\n2026-10-07,F3,121\n2026-09-01,F4,300\n2026-10-09,F4,-300\n',
};

const OCTOBER = { from: dayNumber('2026-10-01'), to: dayNumber('2026-10-31') };

async function reported(vatWhenPaid = true) {
  const { evidence, problems, register } = await readFiles(FILES);
  expect(problems).toEqual([]);
  return eReporting(register, soldDocuments(register, evidence, new Map()).sold, OCTOBER, vatWhenPaid);
}

test('sales to private persons by day, those abroad one by one, those between French businesses not at all', async () => {
  const { sales } = await reported();
  expect(
    sales.map(({ day, flow, netMinor, number, vatMinor }) => [
      flow,
      civilDate(day),
      number,
      netMinor,
      vatMinor,
    ]),
  ).toEqual([
    ['B2C', '2026-10-01', '', 15_000, 3_000],
    ['B2BINT', '2026-10-02', 'F4', 30_000, 0],
    ['B2C', '2026-10-03', '', -1_000, -200],
  ]);
});

test('money by day from private persons, else by invoice; more than the invoice is on account, and has no rate', async () => {
  const { receipts } = await reported();
  expect(
    receipts.map(({ day, flow, minor, number, vatMinor }) => [flow, civilDate(day), number, minor, vatMinor]),
  ).toEqual([
    ['B2C', '2026-10-05', '', 12_000, 2_000],
    ['B2B', '2026-10-06', 'F3', 12_000, 2_000],
    ['B2B', '2026-10-07', 'F3', 12_000, 2_000],
    ['B2BINT', '2026-10-09', 'F4', -30_000, 0],
  ]);
});

test('goods, or the option for debits: no receipt is reported', async () => {
  expect((await reported(false)).receipts).toEqual([]);
});

describe('who buys', () => {
  test.each([
    ['a private person', { kind: 'individual', country: 'US' }, 'B2C'],
    ['a French business', {}, 'B2B'],
    ['a business abroad', { country: 'Irlande' }, 'B2BINT'],
    ['an association with a SIREN', { kind: 'association' }, 'B2B'],
    ['an association without', { kind: 'association', legalId: '' }, 'B2C'],
    ['an administration', { kind: 'administration' }, 'B2B'],
  ] as const)('%s', (_, changes, flow) => expect(flowOfClient(clientOf(changes))).toBe(flow));
});

/** A document of several rates, one of them negative as a discount is. */
const anySold: fc.Arbitrary<SoldDocument> = fc
  .array(
    fc.record({ net: fc.integer({ min: -2_000, max: 100_000 }), rate: fc.constantFrom(20, 10, 5.5, 0) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((lines) => {
    const groups = lines.map(({ net, rate }) => ({
      category: 'S',
      rate: String(rate),
      netMinor: net,
      vatMinor: Math.round((net * rate) / 100) || 0, // never -0
    }));
    const totalMinor = groups.reduce((sum, { netMinor, vatMinor }) => sum + netMinor + vatMinor, 0);
    return {
      index: 0,
      number: 'F1',
      isCreditNote: false,
      issueDay: 0,
      client: 0,
      currency: 0,
      totalMinor,
      groups,
    };
  })
  .filter(({ totalMinor }) => totalMinor > 0);

test('however an invoice is paid, its VAT falls due once, to the cent', () => {
  fc.assert(
    fc.property(
      anySold,
      fc.array(fc.integer({ min: -500, max: 90_000 }), { maxLength: 6 }),
      (sold, parts) => {
        const payments = [...parts, sold.totalMinor - parts.reduce((sum, part) => sum + part, 0)];
        const due = sold.groups.map(() => 0);
        let before = 0;
        for (const minor of payments) {
          vatShares(sold, before, minor).forEach((share, index) => {
            due[index] = (due[index] ?? 0) + share;
          });
          before += minor;
        }
        expect(due).toEqual(sold.groups.map(({ vatMinor }) => vatMinor));
      },
    ),
  );
});
