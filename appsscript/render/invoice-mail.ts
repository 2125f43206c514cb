/** The mail with an invoice or a credit note. */
import type { InvoiceDocument } from '../../shared/invoicing/document.ts';
import { INVOICE_WORDS } from '../../shared/invoicing/invoice-words.ts';
import { greetingText } from '../../shared/letters/letter-words.ts';
import { type TextShelf, textsFor } from '../../shared/letters/message-texts.ts';
import { MESSAGE_WORDS } from '../../shared/letters/message-words.ts';
import { accountLines } from '../../shared/letters/payment-means.ts';
import type { Sender } from '../../shared/letters/sender.ts';
import type { ClientKind } from '../../shared/register/tables.ts';
import { safeLink } from './invoice-page.ts';
import { composeMail, type Details, type Message, type PaymentBox } from './mail.ts';
import { boxWith } from './payment-box.ts';

export type InvoiceMail = {
  readonly document: InvoiceDocument;
  readonly kind: ClientKind;
  readonly texts: TextShelf;
  readonly sender: Sender;
  readonly contact?: string; // a person; empty: not known
  readonly receiptLink?: string; // where the client confirms having received it; empty: nowhere
};

/** What it says of amounts and accounts is what the document says: sealed, whatever the settings have become. */
export function invoiceMail({
  contact = '',
  document,
  kind,
  receiptLink = '',
  sender,
  texts,
}: InvoiceMail): Message {
  const { client, dates, language, number, payment, references, total } = document;
  const name = document.type === 'invoice' ? 'invoice' : 'credit-note';
  return composeMail({
    language,
    texts: textsFor(texts, name, kind, language),
    facts: {
      client: client.name,
      date: dates[0]?.text ?? '',
      number,
      amount: total,
      total,
      due: payment?.dueDate ?? '',
      greeting: greetingText(contact, language),
      reference: references.map(({ text }) => text).join(', '),
    },
    token: number,
    details: detailsOf(document),
    payment: payment && boxOf(document, payment),
    asksForMoney: false,
    receiptLink: safeLink(receiptLink),
    sender,
  });
}

function detailsOf({
  dates,
  language,
  number,
  payment,
  references,
  title,
  total,
  totalLabel,
}: InvoiceDocument): Details {
  const words = MESSAGE_WORDS[language];
  const { numberSign } = INVOICE_WORDS[language];
  return {
    totalLabel,
    total,
    untilLabel: words.dueBy,
    until: payment?.dueDate ?? '',
    numberHead: '',
    issuedHead: '',
    dueHead: '',
    lateHead: '',
    openHead: '',
    rows: [],
    sums: [],
    facts: [{ label: title, text: `${numberSign}${number}` }, ...dates, ...references],
    leftOut: '',
    law: '',
  };
}

function boxOf(
  { language, seller }: InvoiceDocument,
  { bic, iban, link, reference, transfer }: NonNullable<InvoiceDocument['payment']>,
): PaymentBox {
  const lines = iban === '' ? [] : accountLines(iban, bic, seller.name, reference, language);
  return boxWith({ lines, link: safeLink(link), transfer });
}
