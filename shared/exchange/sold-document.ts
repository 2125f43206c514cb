/** What was sold on each document, by VAT rate: from its snapshot, else from its row's net and VAT. For whoever accounts or declares it. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Snapshot } from '../invoicing/snapshot.ts';
import type { Register } from '../register/entries.ts';
import type { Evidence } from '../register/reading/evidence.ts';

/** One category and rate of a document, minor units; a credit note's are positive too. */
export type SoldGroup = {
  readonly category: string;
  readonly rate: string; // decimal text; empty where only the row's sums are known
  readonly netMinor: number;
  readonly vatMinor: number;
};

export type SoldDocument = {
  readonly index: number; // in the register's invoices
  readonly number: string;
  readonly isCreditNote: boolean;
  readonly issueDay: DayNumber;
  readonly client: number;
  readonly currency: number;
  readonly totalMinor: number;
  readonly groups: readonly SoldGroup[];
};

/**
 * @param snapshots by index into the register's invoices
 * @returns the documents, and the indexes of those whose VAT nobody knows: without a snapshot, and net and VAT do not make the total
 */
export function soldDocuments(
  register: Register,
  evidence: Evidence,
  snapshots: ReadonlyMap<number, Snapshot>,
): { readonly sold: readonly SoldDocument[]; readonly unknown: readonly number[] } {
  const sold: SoldDocument[] = [];
  const unknown: number[] = [];
  for (let index = 0; index < register.invoices.count; index++) {
    const groups = groupsOf(index, register, evidence, snapshots.get(index));
    if (groups === null) unknown.push(index);
    else sold.push(soldAt(index, register, groups));
  }
  return { sold, unknown };
}

function soldAt(index: number, { invoices }: Register, groups: readonly SoldGroup[]): SoldDocument {
  return {
    index,
    number: invoices.numberAt(index),
    isCreditNote: invoices.creditNote[index] === 1,
    issueDay: invoices.issueDay[index],
    client: invoices.client[index],
    currency: invoices.currency[index],
    totalMinor: invoices.total[index],
    groups,
  };
}

function groupsOf(
  index: number,
  { invoices }: Register,
  { net, vat }: Evidence,
  snapshot: Snapshot | undefined,
): readonly SoldGroup[] | null {
  const total = invoices.total[index];
  if (snapshot && Number(snapshot.totalMinor) === total) {
    return snapshot.vat.map(({ category, netMinor, rate, vatMinor }) => ({
      category,
      rate,
      netMinor: Number(netMinor),
      vatMinor: Number(vatMinor),
    }));
  }
  const [netMinor, vatMinor] = [Math.abs(net[index]), Math.abs(vat[index])];
  if (netMinor + vatMinor !== total) return null;
  return [{ category: vatMinor === 0 ? '' : 'S', rate: '', netMinor, vatMinor }];
}
