/** Entries of money: received, refunded or bounced; and the VAT on receipts that falls due with it where the firm keeps it apart. */
import { splitMoney } from '../../base/money.ts';
import type { PenaltyPayment, Register } from '../../register/entries.ts';
import { PAYMENT_METHODS, type PaymentMethod } from '../../register/tables.ts';
import type { SoldDocument } from '../sold-document.ts';
import type { AccountRole } from './accounts.ts';
import { balancedEntry, type Entry } from './entry.ts';
import { vatLabel } from './sales.ts';

/** Where a client's debt stands on a day: 411, or 416 once it is doubtful. */
export type ReceivableAccount = (invoice: number, day: number) => '411' | '416';

const MONEY_ACCOUNT: Readonly<Record<PaymentMethod, AccountRole>> = {
  transfer: '512',
  card: '512',
  directDebit: '512',
  cheque: '5112',
  cash: '53',
  creditNote: '411',
  writeOff: '411',
};

/** @param payment index into the register's payments, money  @param piece what the entry is known by */
export function receiptEntry(
  register: Register,
  payment: number,
  piece: string,
  accountOf: ReceivableAccount,
): Entry {
  const { clients, invoices, payments } = register;
  const minor = payments.amount[payment];
  const client = payments.client[payment];
  const invoice = payments.invoice[payment];
  const what = minor < 0 ? 'Remboursement ou rejet' : 'Règlement';
  const of = invoice < 0 ? '' : ` ${invoices.numberAt(invoice)}`;
  const label = `${what}${of} ${clients[client].name}`;
  const day = payments.day[payment];
  const account = invoice < 0 ? '411' : accountOf(invoice, day);
  return balancedEntry({
    journal: 'BQ',
    day,
    piece,
    pieceDay: day,
    lines: [
      {
        account: MONEY_ACCOUNT[PAYMENT_METHODS[payments.method[payment]]],
        client: null,
        label,
        minor,
        node: '',
      },
      { account, client, label, minor: -minor, node: paymentNode(payment) },
    ],
  });
}

export function paymentNode(payment: number): string {
  return `p${payment}`;
}

/**
 * The VAT that a receipt makes due: its share of each rate's VAT, to the cent of what is left, from the account that waits to the one
 * that is owed. @param paidBefore what earlier receipts of the invoice came to, minor units
 */
export function vatDueEntry(
  sold: SoldDocument,
  { day, minor, paidBefore, piece }: { day: number; minor: number; paidBefore: number; piece: string },
): Entry | null {
  const shares = vatShares(sold, paidBefore, minor);
  const lines = sold.groups.flatMap((group, index) => {
    const label = `${vatLabel(group)} exigible ${sold.number}`;
    return [
      { account: '44574' as const, client: null, label, minor: shares[index], node: '' },
      { account: '44571' as const, client: null, label, minor: -shares[index], node: '' },
    ];
  });
  const entry = balancedEntry({ journal: 'OD', day, piece, pieceDay: day, lines });
  return entry.lines.length === 0 ? null : entry;
}

/** Of each rate the VAT that is due once so much more is paid: cumulated, so that the last receipt makes it whole. */
export function vatShares(
  { groups, totalMinor }: SoldDocument,
  paidBefore: number,
  minor: number,
): readonly number[] {
  const due = (paid: number): readonly number[] => {
    const within = Math.max(0, Math.min(paid, totalMinor));
    return groups.map(({ vatMinor }) => (totalMinor === 0 ? 0 : shareOf(vatMinor, within, totalMinor)));
  };
  const before = due(paidBefore);
  return due(paidBefore + minor).map((after, index) => after - before[index]);
}

function shareOf(vatMinor: number, paid: number, total: number): number {
  const [share] = splitMoney({ minor: vatMinor, currency: 'EUR' }, [paid, total - paid]);
  return share.minor;
}

/** Interest and indemnities received: they bear no VAT, and are income when they are paid. */
export function penaltyEntry({ clients }: Register, paid: PenaltyPayment, piece: string): Entry {
  const label = `Pénalités de retard ${clients[paid.client].name}`;
  return balancedEntry({
    journal: 'BQ',
    day: paid.day,
    piece,
    pieceDay: paid.day,
    lines: [
      { account: '512', client: null, label, minor: paid.amount, node: '' },
      { account: '763', client: null, label, minor: -paid.amount, node: '' },
    ],
  });
}
