/** What a journal entry needs: a client, an invoice where it is about one, a day and an amount that make sense. */
import { type DayNumber, parseCivilDate } from '../../../shared/base/civil-date.ts';
import { type CheckNotice, errorOn } from '../../../shared/invoicing/notice.ts';
import { readAmount } from '../../../shared/register/cell-amounts.ts';
import type { Register } from '../../../shared/register/entries.ts';
import type { JournalFields } from '../../contract.ts';
import { invoiceIndex } from './drafting.ts';

export type CheckedEntry = {
  readonly notices: readonly CheckNotice[];
  readonly minor: number | null;
  readonly currency: string;
  readonly day: DayNumber | null;
};

/** Looks at every field; the notices say which are wrong. */
export function checkEntry(fields: JournalFields, register: Register, today: DayNumber): CheckedEntry {
  const { clients, invoices, currencies, settings } = register;
  const client = clients.findIndex(({ code }) => code === fields.client);
  const invoice = fields.invoice === '' ? -1 : invoiceIndex(register, fields.invoice);
  const currency = invoice < 0 ? settings.currency : currencies[invoices.currency[invoice]];
  const amount = fields.amount === '' ? null : readAmount(fields.amount, currency);
  const day = fields.day === '' ? null : parseCivilDate(fields.day);
  const given = day?.ok ? day.value : null;
  const minor = amount?.ok ? amount.value : null;
  const notices = [
    ...(client < 0 ? [NO_CLIENT] : []),
    ...invoiceNotices(fields, register, invoice, client),
    ...(amount !== null && (minor === null || minor <= 0) ? [NO_AMOUNT] : []),
    ...dayNotices(fields, given, today),
    ...(fields.detail === '' && NEEDS_DETAIL.has(fields.event) ? [NO_DETAIL] : []),
    ...(invoice >= 0 && fields.event === 'dispute' && (minor ?? 0) > invoices.total[invoice]
      ? [TOO_MUCH]
      : []),
  ];
  return { notices, minor, currency, day: given };
}

const NO_CALL_DAY = errorOn(
  'day',
  'Un jour à partir d’aujourd’hui est attendu : celui du prochain appel.',
  'A day from today on is expected: that of the next call.',
);
const NO_ACT_DAY = errorOn(
  'day',
  'Le jour de l’acte est attendu, au plus tard aujourd’hui : la prescription en repart.',
  'The day of the act is expected, today at the latest: the limitation period begins anew on it.',
);
const NO_CLIENT = errorOn(
  'client',
  'Ce client n’est pas dans l’onglet Clients.',
  'This client is not in the Clients tab.',
);
const NO_AMOUNT = errorOn('amount', 'Un montant positif est attendu.', 'A positive amount is expected.');
const NO_DETAIL = errorOn('detail', 'Dites-en un mot.', 'Say a word about it.');
const TOO_MUCH = errorOn(
  'amount',
  'Le litige dépasse le total de la facture.',
  'The dispute exceeds the invoice’s total.',
);

const NEEDS_DETAIL: ReadonlySet<JournalFields['event']> = new Set([
  'dispute',
  'hold',
  'acknowledgement',
  'courtAction',
  'note',
]);
const NEEDS_INVOICE: ReadonlySet<JournalFields['event']> = new Set([
  'dispute',
  'disputeClosed',
  'receiptAcknowledged',
]);

function invoiceNotices(
  { invoice: number, event }: JournalFields,
  { invoices }: Register,
  invoice: number,
  client: number,
): readonly CheckNotice[] {
  if (number === '') {
    return NEEDS_INVOICE.has(event)
      ? [errorOn('invoice', 'De quelle facture s’agit-il ?', 'Which invoice is it about?')]
      : [];
  }
  if (invoice < 0)
    return [
      errorOn(
        'invoice',
        `La facture ${number} n’est pas dans le registre.`,
        `Invoice ${number} is not in the register.`,
      ),
    ];
  return client >= 0 && invoices.client[invoice] !== client
    ? [
        errorOn(
          'invoice',
          `La facture ${number} est d’un autre client.`,
          `Invoice ${number} is another client’s.`,
        ),
      ]
    : [];
}

function dayNotices(
  { event }: JournalFields,
  day: DayNumber | null,
  today: DayNumber,
): readonly CheckNotice[] {
  if (event === 'acknowledgement' || event === 'courtAction') {
    return day !== null && day <= today ? [] : [NO_ACT_DAY];
  }
  if (event !== 'promise' && event !== 'hold' && event !== 'callBack') return [];
  if (day !== null && day >= today) return [];
  if (event === 'callBack') return [NO_CALL_DAY];
  return event === 'promise'
    ? [
        errorOn(
          'day',
          'Un jour à partir d’aujourd’hui est attendu : celui qui est promis.',
          'A day from today on is expected: the one promised.',
        ),
      ]
    : [
        errorOn(
          'day',
          'Un jour à partir d’aujourd’hui est attendu : le dernier de la suspension.',
          'A day from today on is expected: the last of the hold.',
        ),
      ];
}
