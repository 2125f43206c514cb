/** A snapshot as tests use it, and a chain of them. */
import { checkDraft, snapshotOf } from '../../shared/invoicing/draft.ts';
import { genesisHead, type SealRow, sealNext } from '../../shared/invoicing/seal.ts';
import type { Snapshot } from '../../shared/invoicing/snapshot.ts';
import { snapshotText } from '../../shared/invoicing/snapshot-text.ts';
import { contextOf, draftOf } from './drafts-of.ts';

export function snapshotOfNumber(number: string, changes: Partial<Snapshot> = {}): Snapshot {
  const context = contextOf();
  return { ...snapshotOf(checkDraft(draftOf(), context), context, number), ...changes };
}

/** A chain of that many invoices. */
export function chainOf(count: number): readonly SealRow[] {
  const rows: SealRow[] = [];
  let head = genesisHead('1SheetId', 'k3y');
  for (let i = 1; i <= count; i++) {
    const number = `F2026-${String(i).padStart(5, '0')}`;
    const row = sealNext(head, {
      type: 'ISSUE',
      number,
      at: '2026-11-25T08:30:00Z',
      snapshotText: snapshotText(snapshotOfNumber(number)),
    });
    rows.push(row);
    head = row;
  }
  return rows;
}
