/** Documents with one thing wrong, and the rules that say so. */
import { eInvoiceFaults } from '../../../shared/exchange/cii/check.ts';
import { type EInvoiceFacts, PLAIN_FACTS } from '../../../shared/exchange/cii/facts.ts';
import type {
  Snapshot,
  SnapshotClient,
  SnapshotLine,
  SnapshotSeller,
  SnapshotVat,
} from '../../../shared/invoicing/snapshot.ts';

type Change = Partial<Omit<Snapshot, 'seller' | 'client'>> & {
  readonly seller?: Partial<SnapshotSeller>;
  readonly client?: Partial<SnapshotClient>;
  readonly line?: Partial<SnapshotLine>;
  readonly group?: Partial<SnapshotVat>;
};

export function changed(base: Snapshot, { client, group, line, seller, ...rest }: Change): Snapshot {
  return {
    ...base,
    ...rest,
    seller: { ...base.seller, ...seller },
    client: { ...base.client, ...client },
    lines: line
      ? base.lines.map((one, index) => (index === 0 ? { ...one, ...line } : one))
      : (rest.lines ?? base.lines),
    vat: group
      ? base.vat.map((one, index) => (index === 0 ? { ...one, ...group } : one))
      : (rest.vat ?? base.vat),
  };
}

export function rules(snapshot: Snapshot, facts: EInvoiceFacts = PLAIN_FACTS): readonly string[] {
  return eInvoiceFaults(snapshot, facts).map(({ field, rule }) => `${rule} ${field}`);
}
