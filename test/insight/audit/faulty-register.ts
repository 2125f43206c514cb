/** A register with every fault the audit looks for, but Benford's, which needs thousands of invoices. As of 30 June 2026. */
import { type CivilDate, civilDate, dayNumber, weekday } from '../../../shared/base/civil-date.ts';
import { knownRates } from '../../../shared/law/known-rates.ts';
import type { InvoiceRecord, PaymentRecord, RegisterRecords } from '../../receivables/register-of.ts';
import { journalOf } from '../journal-of.ts';

export const FAULTY_AS_OF: CivilDate = '2026-06-30';

const LAST = dayNumber(FAULTY_AS_OF);
const DEBTORS = Array.from({ length: 10 }, (_, k) => `D${k}`);

/** A year of business without a fault, on working days, then three months of weekends. */
const BUSINESS = Array.from({ length: 160 }, (_, k) => {
  let on = LAST - 450 + Math.floor(k * 2.8);
  const isRecent = on > LAST - 91;
  while (weekday(on) > 5 !== isRecent) on++;
  return civilDate(Math.min(on, LAST));
}).sort();

const business = BUSINESS.map(
  (issued, k): InvoiceRecord => ({
    number: `B${String(k + 1).padStart(4, '0')}`,
    client: 'BON',
    issued,
    total: 300_00 + k * 7_11,
  }),
);

const paid = business.map(
  ({ issued, number: invoice, total }): PaymentRecord => ({ day: issued, invoice, amount: total }),
);

const invoices: readonly InvoiceRecord[] = [
  ...business,
  { number: 'F2025-0001', client: 'ALFA', issued: '2025-12-30', total: 900_00 },
  { number: 'F2026-0002', client: 'ALFA', issued: '2026-01-05', due: '2026-04-30', total: 1_200_00 },
  { number: 'F2026-0003', client: 'ALFA', issued: '2026-01-07', total: 640_00 },
  { number: 'F2026-0005', client: 'BETA', issued: '2026-01-12', total: 640_00 },
  { number: 'F2026-0006', client: 'BETA', issued: '2026-01-09', total: 810_00 },
  { number: 'F2026-0009', client: 'BETA', issued: '2026-01-14', due: '2026-01-02', total: 820_00 },
  { number: 'F2026-009', client: 'BETA', issued: '2026-01-14', total: 820_00 },
  { number: 'F2026-0010', client: 'GAMA', issued: '2026-01-31', total: 500_00 },
  { number: 'F2026-0011', client: 'GAMA', issued: '2026-02-03', total: 500_00 },
  { number: 'F2026-0012', client: 'GAMA', issued: '2026-02-10', total: 730_00 },
  { number: 'F2026-0013', client: 'GAMA', issued: '2026-02-12', total: 455_00 },
  { number: 'F2026-0014', client: 'GAMA', issued: '2026-04-14', total: 455_50 },
  { number: 'F2026-0015', client: 'GAMA', issued: '2026-02-16', total: 456_00 },
  { number: 'F2026-0021', client: 'GAMA', issued: '2026-02-18', total: 730_00 },
  {
    number: 'AV1',
    type: 'creditNote',
    client: 'ALFA',
    issued: '2026-01-03',
    total: 950_00,
    corrects: 'F2025-0001',
  },
  {
    number: 'AV2',
    type: 'creditNote',
    client: 'BETA',
    issued: '2026-02-02',
    total: 640_00,
    corrects: 'F2026-0005',
  },
  ...['01', '05', '09', '13', '17'].map(
    (day, k): InvoiceRecord => ({
      number: `L${k + 1}`,
      client: 'LAIT',
      issued: `2026-04-${day}` as CivilDate,
      total: 88_00,
    }),
  ),
  ...DEBTORS.map(
    (client, k): InvoiceRecord => ({ number: `D${k + 1}`, client, issued: '2026-05-04', total: 400_00 + k }),
  ),
  { number: 'U1', client: 'USDO', currency: 'USD', issued: '2026-05-04', due: '2026-05-01', total: 70_00 },
  { number: 'V1', client: 'VIDA', issued: '2024-06-03', due: '2024-07-03', total: 77_00 },
];

const payments: readonly PaymentRecord[] = [
  ...paid,
  { day: '2026-01-02', invoice: 'F2026-0003', amount: 640_00 },
  { day: '2026-02-20', invoice: 'F2026-0010', amount: 500_00 },
  { day: '2026-02-22', invoice: 'F2026-0010', amount: 500_00 },
  { day: '2026-03-02', invoice: 'F2026-0011', amount: 250_00 },
  { day: '2026-03-04', invoice: 'F2026-0011', amount: 250_00 },
  { day: '2026-03-05', invoice: 'F2026-0013', amount: 455_00 },
  { day: '2026-03-05', invoice: 'F2026-0013', amount: 455_00 },
  { day: '2026-03-12', invoice: 'F2026-0013', amount: -455_00 },
  { day: '2026-04-01', client: 'BETA', amount: 310_00 },
  { day: '2026-03-20', invoice: 'F2026-0012', amount: 735_00, method: 'writeOff' },
  { day: '2026-03-21', invoice: 'F2026-0014', amount: 5_00, method: 'writeOff' },
  { day: '2026-03-22', invoice: 'F2026-0015', amount: 5_00, method: 'writeOff' },
  { day: '2026-05-22', client: 'GAMA', amount: 12_00, method: 'writeOff' },
];

export const FAULTY: RegisterRecords = {
  currencies: ['EUR', 'USD'],
  clients: [
    { code: 'BON', name: 'Boulangerie Aubin' },
    { code: 'ALFA', name: 'Alfa Immobilier', paymentTerms: [{ step: 'days', count: 30 }] },
    { code: 'BETA', name: 'Bêta Conseil', creditLimit: 1_000_00 },
    { code: 'GAMA', name: 'Gamache et Fils' },
    { code: 'LAIT', name: 'Laiterie du Pré' },
    { code: 'USDO', name: 'Dollar Inc.', country: 'US' },
    ...DEBTORS,
    { code: 'VIDA', name: 'Mme Vidal', kind: 'individual' },
  ],
  invoices,
  payments,
  rates: knownRates('fr').map((rate, k) => ({ ...rate, row: k + 2, toCheck: rate.series === 'FR-LEGAL-B' })),
  journal: journalOf([
    {
      at: '2026-06-29',
      event: 'reminder',
      client: 2,
      invoice: 165,
      status: 'unknown',
      amount: 820_00,
      recipient: 'compta@beta.example',
    },
    { at: '2026-06-29', event: 'statement', client: 3, status: 'sending' },
  ]),
};
