/** Three invoices and a credit note with their lines, issued and sealed. */
import type { Records } from './read-audit.ts';
import { type Sealing, sealsOf } from './seal-records.ts';

export const INVOICE = {
  client: 'C1',
  issueDate: '2026-05-04',
  dueDate: '2026-06-03',
  serviceDate: '2026-05-02',
  currency: 'EUR',
  net: '100.00',
  vat: '20.00',
  total: '120.00',
};

export const BOOKS: Records = {
  settings: [
    { key: 'companyName', value: 'Atelier' },
    { key: 'iban', value: 'FR76 3000 6000 0112 3456 7890 189' },
  ],
  clients: [
    { code: 'C1', name: 'Anne' },
    { code: 'C2', name: 'Bo' },
  ],
  invoices: [
    { ...INVOICE, number: 'F1' },
    { ...INVOICE, number: 'F2', client: 'C2', issueDate: '2026-05-05', dueDate: '2026-06-04' },
    { ...INVOICE, number: 'F3', issueDate: '2026-05-06', dueDate: '2026-06-05' },
    { ...INVOICE, number: 'A1', type: 'creditNote', issueDate: '2026-05-20', dueDate: null, corrects: 'F1' },
  ],
  lines: ['F1', 'F2', 'F3', 'A1'].flatMap((invoice) => [
    {
      invoice,
      position: 1,
      description: 'Pose',
      quantity: '2',
      unit: 'h',
      unitPrice: '40',
      vatRate: '20',
      net: '80.00',
    },
    {
      invoice,
      position: 2,
      description: 'Été — vis',
      quantity: '1',
      unit: '',
      unitPrice: '20',
      vatRate: '20',
      net: '20.00',
    },
  ]),
};

/** The books with the seals that issuing them left behind. */
export const sealed = (records: Records = BOOKS, sealing?: Sealing): Records => ({
  ...records,
  seals: sealsOf(records, sealing).map((row) => ({ ...row })),
});
export const SEALED = sealed();
