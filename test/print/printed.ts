/** Documents as they are printed: from sealed snapshots, so that every figure is the register's own. */
import { documentOf, type InvoiceDocument } from '../../shared/invoicing/document.ts';
import type { Snapshot, SnapshotLine } from '../../shared/invoicing/snapshot.ts';
import { snapshotOfNumber } from '../invoicing/snapshots.ts';

const HASH = `h1:${'4f1c09ab77de'.padEnd(64, '0')}`;

function line(index: number, changes: Partial<SnapshotLine>): SnapshotLine {
  return {
    description: `Séance n° ${index + 1} : garnissage et pose de la toile forte`,
    quantity: '2',
    unit: 'pièce',
    unitPrice: '480',
    discountPercent: '',
    vatRate: '20',
    vatCategory: 'S',
    netMinor: '96000',
    ...changes,
  };
}

/** A snapshot of so many lines at 960.00 each. */
export function snapshotOfLines(
  count: number,
  changes: Partial<Snapshot> = {},
  ofLine: Partial<SnapshotLine> = {},
): Snapshot {
  const lines = Array.from({ length: count }, (_, index) => line(index, ofLine));
  const net = lines.reduce((sum, { netMinor }) => sum + Number(netMinor), 0);
  return {
    ...snapshotOfNumber('F2026-00012'),
    lines,
    vat: [{ category: 'S', rate: '20', netMinor: String(net), vatMinor: String(net / 5) }],
    netMinor: String(net),
    vatMinor: String(net / 5),
    totalMinor: String(net + net / 5),
    ...changes,
  };
}

export function documentOfLines(
  count: number,
  changes: Partial<Snapshot> = {},
  ofLine: Partial<SnapshotLine> = {},
): InvoiceDocument {
  return documentOf(snapshotOfLines(count, changes, ofLine), HASH);
}
