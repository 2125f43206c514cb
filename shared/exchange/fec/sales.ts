/** Entries of sales: the client owes the total, the sale is its net, the VAT what each rate makes. A credit note is the mirror of it. */
import type { Register } from '../../register/entries.ts';
import type { SoldDocument, SoldGroup } from '../sold-document.ts';
import type { AccountRole } from './accounts.ts';
import { balancedEntry, type Entry, type EntryLine } from './entry.ts';

export type SalesBooks = {
  readonly sale: '706' | '707'; // what the firm sells; of both, services
  readonly vat: AccountRole; // 44574 where VAT on receipts is kept apart until it is paid
};

export function saleEntry(sold: SoldDocument, { clients }: Register, { sale, vat }: SalesBooks): Entry {
  const sign = sold.isCreditNote ? -1 : 1;
  const client = clients[sold.client];
  const label = `${sold.isCreditNote ? 'Avoir' : 'Facture'} ${sold.number} ${client.name}`;
  const of = (account: AccountRole, minor: number, text: string): EntryLine => ({
    account,
    client: null,
    label: text,
    minor: -sign * minor,
    node: '',
  });
  return balancedEntry({
    journal: 'VE',
    day: sold.issueDay,
    piece: sold.number,
    pieceDay: sold.issueDay,
    lines: [
      {
        account: '411',
        client: sold.client,
        label,
        minor: sign * sold.totalMinor,
        node: documentNode(sold.index),
      },
      ...sold.groups.map(({ netMinor }) => of(sale, netMinor, label)),
      ...sold.groups.map((group) => of(vat, group.vatMinor, `${vatLabel(group)} ${sold.number}`)),
    ],
  });
}

export function documentNode(index: number): string {
  return `d${index}`;
}

export function vatLabel({ rate }: Pick<SoldGroup, 'rate'>): string {
  return rate === '' ? 'TVA' : `TVA ${rate.replace('.', ',')} %`;
}
