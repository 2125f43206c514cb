/** Entries of doubt and loss: a client in insolvency becomes doubtful, what is written off is lost, an impairment is on the net (without VAT). */
import type { DayNumber } from '../../base/civil-date.ts';
import { roundHalfAway } from '../../base/money.ts';
import { type Ledger, openBalanceOn } from '../../receivables/ledger.ts';
import type { Register } from '../../register/entries.ts';
import type { SoldDocument } from '../sold-document.ts';
import { balancedEntry, type Entry, type EntryLine } from './entry.ts';
import { paymentNode, type ReceivableAccount } from './receipts.ts';
import { documentNode } from './sales.ts';

/** 416 from the day a court opened insolvency proceedings, for what was issued before; 411 otherwise. */
export function receivableAccounts({ clients, invoices }: Register): ReceivableAccount {
  return (invoice, day) => {
    const { insolvencyOn } = clients[invoices.client[invoice]];
    const isDoubtful =
      insolvencyOn !== null && invoices.issueDay[invoice] < insolvencyOn && day > insolvencyOn;
    return isDoubtful ? '416' : '411';
  };
}

/** What each invoice of a client owes on the day its proceedings opened goes to the doubtful clients; null where nothing is open. */
export function doubtfulEntry(ledger: Ledger, client: number, day: DayNumber): Entry | null {
  const { clients, invoices } = ledger.register;
  const lines: EntryLine[] = [];
  for (let invoice = 0; invoice < invoices.count; invoice++) {
    const isConcerned = invoices.client[invoice] === client && invoices.creditNote[invoice] === 0;
    if (!isConcerned || invoices.currency[invoice] !== 0 || invoices.issueDay[invoice] >= day) continue;
    const open = openBalanceOn(ledger, invoice, day);
    const label = `Créance douteuse ${invoices.numberAt(invoice)} ${clients[client].name}`;
    const node = documentNode(invoice);
    lines.push({ account: '416', client, label, minor: open, node });
    lines.push({ account: '411', client, label, minor: -open, node });
  }
  const entry = balancedEntry({
    journal: 'OD',
    day,
    piece: `DOUTEUX-${clients[client].code}`,
    pieceDay: day,
    lines,
  });
  return entry.lines.length === 0 ? null : entry;
}

export type LossRules = {
  readonly smallMinor: number; // up to this it is a difference (658), above it a bad debt (654)
  readonly vatBack: '44571' | '44574' | null; // where a bad debt's VAT goes back; null: it is lost with the rest
};

/**
 * A write-off: small differences to 658; a bad debt to 654. Its VAT goes back to 44571 where it is claimed (CGI art. 272, once its
 * conditions are met), and to 44574 where it waited for a receipt that never came.
 */
export function writeOffEntry(
  register: Register,
  payment: number,
  sold: SoldDocument | undefined,
  accountOf: ReceivableAccount,
  { smallMinor, vatBack }: LossRules,
): Entry {
  const { clients, invoices, payments } = register;
  const minor = payments.amount[payment];
  const client = payments.client[payment];
  const invoice = payments.invoice[payment];
  const day = payments.day[payment];
  const isSmall = Math.abs(minor) <= smallMinor;
  const number = invoice < 0 ? '' : ` ${invoices.numberAt(invoice)}`;
  const label = `${isSmall ? 'Écart de règlement' : 'Créance irrécouvrable'}${number} ${clients[client].name}`;
  const vat = isSmall || vatBack === null || sold === undefined ? 0 : vatIn(minor, sold);
  return balancedEntry({
    journal: 'OD',
    day,
    piece: number.trim() || `ABANDON-${clients[client].code}`,
    pieceDay: day,
    lines: [
      { account: isSmall ? '658' : '654', client: null, label, minor: minor - vat, node: '' },
      { account: vatBack ?? '44571', client: null, label, minor: vat, node: '' },
      {
        account: invoice < 0 ? '411' : accountOf(invoice, day),
        client,
        label,
        minor: -minor,
        node: paymentNode(payment),
      },
    ],
  });
}

function vatIn(minor: number, { groups, totalMinor }: SoldDocument): number {
  const vat = groups.reduce((all, { vatMinor }) => all + vatMinor, 0);
  return totalMinor === 0 ? 0 : roundHalfAway((minor * vat) / totalMinor);
}

/**
 * The impairment of what doubtful clients owe, on the net. @param percent of the net, 0 to 100; the evidence for it is the firm's
 * @returns null where nothing is doubtful
 */
export function impairmentEntry(
  ledger: Ledger,
  sold: ReadonlyMap<number, SoldDocument>,
  percent: number,
  day: DayNumber,
): Entry | null {
  const { clients, invoices } = ledger.register;
  const accountOf = receivableAccounts(ledger.register);
  const lines: EntryLine[] = [];
  for (const { index } of sold.values()) {
    const document = sold.get(index);
    if (!document || document.isCreditNote || accountOf(index, day) !== '416') continue;
    const open = openBalanceOn(ledger, index, day);
    const minor = roundHalfAway(((open - vatIn(open, document)) * percent) / 100);
    const label = `Dépréciation ${invoices.numberAt(index)} ${clients[document.client].name}`;
    lines.push({ account: '6817', client: null, label, minor, node: '' });
    lines.push({ account: '491', client: null, label, minor: -minor, node: '' });
  }
  const entry = balancedEntry({ journal: 'OD', day, piece: 'DEPRECIATION', pieceDay: day, lines });
  return entry.lines.length === 0 ? null : entry;
}
