/** One irregularity for each test, planted in the sample register. */

import { generateRegister } from '../../../batch/sample/generate.ts';
import { demoSample } from '../../../batch/sample/options.ts';
import { collectTables, type SampleTables } from '../../../batch/sample/rows.ts';
import type { CivilDate } from '../../../shared/base/civil-date.ts';
import { type Books, openInvoices, sealedReceipts, take, textOf } from './planting.ts';
import { CHANGED_LATER, WRONG_WHEN_ISSUED } from './plants.ts';
import type { Cells, Records } from './read-audit.ts';
import { type Sealing, sealsOf } from './seal-records.ts';

export const SAMPLE_DAY: CivilDate = '2026-11-20';

export function honestSample(): SampleTables {
  return collectTables(generateRegister(demoSample(SAMPLE_DAY)));
}

/** The sample as issued by Encaisse: each document sealed on its day. */
export function sealedSample(tables: Records, sealing: Sealing = {}): Records {
  return { ...tables, seals: sealsOf(tables, sealing).map((row) => ({ ...row })) };
}

export type Planted = { readonly records: Records; readonly expected: readonly string[] };

/** Plants before the documents are sealed, where it is the document itself that is wrong; after it, where it was changed. */
export function plantAll(tables: SampleTables): Planted {
  const books: Books = {
    settings: [...tables.settings],
    clients: [...tables.clients],
    invoices: [...tables.invoices],
    lines: [...tables.lines],
    payments: [...tables.payments],
    journal: [...tables.journal],
  };
  const issued = WRONG_WHEN_ISSUED.flatMap((plant) => plant(books));
  const late = openInvoices(books, 1)[0];
  take(books, late);
  const sealing: Sealing = {
    late: new Map([[textOf(late, 'number'), 10]]),
    without: ['F2026-00901', 'F2026-0901', 'F2026-00902'],
    after: sealedReceipts(tables).map(paymentSealed),
  };
  const seals = sealsOf({ ...tables, ...books }, sealing).map((row) => ({ ...row }));
  const changed = CHANGED_LATER.flatMap((plant) => plant(books));
  const cut = seals.findIndex(({ number }) => number === 'F2026-00100');
  seals[cut] = { ...seals[cut], at: seals[cut].at.replace('09:00:00', '09:00:01') };
  return {
    records: { ...tables, ...books, seals },
    expected: [
      ...issued,
      ...changed,
      `issue-backdated ${textOf(late, 'number')}`,
      'seal-chain F2026-00100',
      'unsealed-document F2026-00901',
      'unsealed-document F2026-0901',
      'unsealed-document F2026-00902',
    ],
  };
}

function paymentSealed(row: Cells) {
  const [id, date, client, invoice, amount, currency] = [
    'id',
    'date',
    'client',
    'invoice',
    'amount',
    'currency',
  ].map((key) => textOf(row, key));
  const told = { id, date, client, invoice, amount, currency };
  return { type: 'PAY', number: id, at: `${date}T17:00:00Z`, text: JSON.stringify(told) } as const;
}
