/**
 * A payment, bounced payment, refund or write-off, checked: whose it is, what it settles or takes back, and never more than there is.
 * Pure: what is to be written comes out as rows.
 */
import { civilDate, type DayNumber, parseCivilDate } from '../../../shared/base/civil-date.ts';
import { isCurrency } from '../../../shared/base/money.ts';
import { moneyText } from '../../../shared/base/numbers-text.ts';
import { type CheckNotice, errorOn } from '../../../shared/invoicing/notice.ts';
import type { Ledger } from '../../../shared/receivables/ledger.ts';
import { readAmount } from '../../../shared/register/cell-amounts.ts';
import { readChoice } from '../../../shared/register/cell-choices.ts';
import { TABLES } from '../../../shared/register/tables.ts';
import type { PaymentFields } from '../../contract.ts';
import { invoiceIndex } from './drafting.ts';
import { cashPaidOn, type Owed, owedBy } from './owed.ts';

/** One row of the payments tab; amounts are minor units, signed. */
export type PaymentRow = { readonly invoice: string; readonly minor: number }; // invoice empty: unapplied

export type CheckedPayment = {
  readonly notices: readonly CheckNotice[];
  readonly day: DayNumber;
  readonly currency: string;
  readonly method: string; // a key of PAYMENT_METHODS
  readonly rows: readonly PaymentRow[];
  readonly unapplied: number; // minor units of the rows without invoice, never negative
};

/** @param today what is dated after it is refused */
export function checkPayment(fields: PaymentFields, ledger: Ledger, today: DayNumber): CheckedPayment {
  const currency = fields.currency || ledger.register.settings.currency;
  const day = parseCivilDate(fields.date);
  const nothing = { day: today, currency, method: 'transfer', rows: [], unapplied: 0 };
  if (!isCurrency(currency)) return { ...nothing, notices: [unknownCurrency()] };
  const owed = owedBy(ledger, fields.client, currency, today);
  const amount = readAmount(fields.amount, currency);
  const first = [
    ...(owed === null ? [unknownClient()] : []),
    ...(amount.ok && amount.value > 0 ? [] : [badAmount()]),
    ...(day.ok && day.value <= today ? [] : [badDay(today)]),
    ...reasonNotices(fields),
  ];
  const method = methodOf(fields, first);
  if (owed === null || !amount.ok || !day.ok || first.length > 0)
    return { ...nothing, method, notices: first };
  const shares = sharesOf(fields, amount.value, currency);
  const notices = [...shares.notices, ...limitNotices(fields, shares, owed, ledger)];
  const sign = fields.kind === 'bounced' || fields.kind === 'refund' ? -1 : 1;
  const rows = shares.rows.map(({ invoice, minor }) => ({ invoice, minor: sign * minor }));
  const rest = shares.left > 0 ? [{ invoice: '', minor: sign * shares.left }] : [];
  return { notices, day: day.value, currency, method, rows: [...rows, ...rest], unapplied: shares.left };
}

function unknownCurrency(): CheckNotice {
  return errorOn(
    'currency',
    'Cette devise est inconnue : écrivez par exemple EUR.',
    'This currency is unknown: write EUR, for instance.',
  );
}

function unknownClient(): CheckNotice {
  return errorOn(
    'client',
    'Ce client n’est pas dans l’onglet Clients.',
    'This client is not in the Clients tab.',
  );
}

function badAmount(): CheckNotice {
  return errorOn(
    'amount',
    'Un montant positif est attendu, sans décimale de trop.',
    'A positive amount is expected, without a decimal too many.',
  );
}

function badDay(today: DayNumber): CheckNotice {
  return errorOn(
    'date',
    `Une date jusqu’à aujourd’hui (${civilDate(today)}) est attendue.`,
    `A date up to today (${civilDate(today)}) is expected.`,
  );
}

function reasonNotices({ kind, reason }: PaymentFields): readonly CheckNotice[] {
  if ((kind !== 'writeOff' && kind !== 'bounced') || reason !== '') return [];
  return kind === 'writeOff'
    ? [errorOn('reason', 'Un abandon de créance dit pourquoi.', 'A write-off says why.')]
    : [
        errorOn(
          'reason',
          'Un rejet dit pourquoi (motif de la banque).',
          'A bounced payment says why (the bank’s reason).',
        ),
      ];
}

/** Credit is moved by a credit note and written off by its own kind: neither is a method of payment here. */
function methodOf({ kind, method }: PaymentFields, notices: CheckNotice[]): string {
  if (kind === 'writeOff') return 'writeOff';
  if (method === '') return 'transfer';
  const read = readChoice(method, TABLES.payments.columns.find(({ key }) => key === 'method')?.choices ?? []);
  if (read.ok && read.value !== 'writeOff' && read.value !== 'creditNote') return read.value;
  notices.push(errorOn('method', 'Ce mode de règlement est inconnu.', 'This method of payment is unknown.'));
  return 'transfer';
}

type Shares = {
  readonly rows: readonly PaymentRow[]; // positive
  readonly left: number;
  readonly notices: readonly CheckNotice[];
};

function sharesOf({ allocations }: PaymentFields, amount: number, currency: string): Shares {
  const notices: CheckNotice[] = [];
  const rows: PaymentRow[] = [];
  let left = amount;
  allocations.forEach(({ invoice, amount: text }, index) => {
    const read = readAmount(text, currency);
    if (!read.ok || read.value < 0)
      notices.push(
        errorOn(`allocations.${index}.amount`, 'Un montant est attendu.', 'An amount is expected.'),
      );
    else if (rows.some((row) => row.invoice === invoice)) {
      notices.push(
        errorOn(
          `allocations.${index}.invoice`,
          'Cette facture est nommée deux fois.',
          'This invoice is named twice.',
        ),
      );
    } else if (read.value > 0) {
      rows.push({ invoice, minor: read.value });
      left -= read.value;
    }
  });
  if (left < 0) {
    notices.push(
      errorOn(
        'amount',
        `Les parts dépassent le montant de ${moneyText(-left, currency, 'fr')}.`,
        `The parts exceed the amount by ${moneyText(-left, currency, 'en')}.`,
      ),
    );
  }
  return { rows, left: Math.max(0, left), notices };
}

/** Never above what is open, or above what was paid. */
function limitNotices(
  fields: PaymentFields,
  { rows, left }: Shares,
  owed: Owed,
  ledger: Ledger,
): readonly CheckNotice[] {
  const takesBack = fields.kind === 'bounced' || fields.kind === 'refund';
  const notices = rows.flatMap(({ invoice, minor }) => {
    const index = fields.allocations.findIndex((one) => one.invoice === invoice);
    const field = `allocations.${index}`;
    const place = invoiceIndex(ledger.register, invoice);
    const wrong = invoiceNotice(ledger, place, owed, invoice, `${field}.invoice`);
    if (wrong !== null) return [wrong];
    const limit = takesBack
      ? cashPaidOn(ledger, place)
      : (owed.invoices.find((one) => one.index === place)?.open ?? 0);
    return minor > limit
      ? [overLimit(takesBack, invoice, Math.max(0, limit), owed.currency, `${field}.amount`)]
      : [];
  });
  if (left > 0 && fields.kind === 'writeOff') {
    notices.push(
      errorOn(
        'allocations',
        'Un abandon nomme les factures qu’il solde, pour tout son montant.',
        'A write-off names the invoices it closes, for all of its amount.',
      ),
    );
  }
  if (left > 0 && takesBack && left > Math.max(0, owed.unapplied))
    notices.push(overUnapplied(fields.kind === 'bounced', owed));
  return notices;
}

function invoiceNotice(
  { register }: Ledger,
  place: number,
  owed: Owed,
  number: string,
  field: string,
): CheckNotice | null {
  const { invoices, currencies } = register;
  if (place < 0 || invoices.creditNote[place] === 1) {
    return errorOn(
      field,
      `La facture ${number} n’est pas dans le registre.`,
      `Invoice ${number} is not in the register.`,
    );
  }
  if (invoices.client[place] !== owed.client) {
    return errorOn(
      field,
      `La facture ${number} est d’un autre client.`,
      `Invoice ${number} is another client’s.`,
    );
  }
  const currency = currencies[invoices.currency[place]];
  return currency === owed.currency
    ? null
    : errorOn(field, `La facture ${number} est en ${currency}.`, `Invoice ${number} is in ${currency}.`);
}

function overLimit(
  takesBack: boolean,
  number: string,
  limit: number,
  currency: string,
  field: string,
): CheckNotice {
  const [fr, en] = [moneyText(limit, currency, 'fr'), moneyText(limit, currency, 'en')];
  return takesBack
    ? errorOn(field, `Seuls ${fr} ont été réglés sur ${number}.`, `Only ${en} was paid on ${number}.`)
    : errorOn(
        field,
        `Il reste ${fr} à régler sur ${number} : laissez le surplus non imputé.`,
        `${en} is left to pay on ${number}: leave the rest unapplied.`,
      );
}

function overUnapplied(isBounced: boolean, { unapplied, currency }: Owed): CheckNotice {
  const [fr, en] = [
    moneyText(Math.max(0, unapplied), currency, 'fr'),
    moneyText(Math.max(0, unapplied), currency, 'en'),
  ];
  return isBounced
    ? errorOn(
        'allocations',
        `Nommez les factures dont le règlement est rejeté : seuls ${fr} sont non imputés.`,
        `Name the invoices whose payment bounced: only ${en} is unapplied.`,
      )
    : errorOn(
        'amount',
        `Le client n’a que ${fr} non imputés : nommez la facture remboursée pour le reste.`,
        `The client has only ${en} unapplied: name the invoice paid back for the rest.`,
      );
}
