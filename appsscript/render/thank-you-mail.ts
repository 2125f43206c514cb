/** The mail that thanks for a payment, and says what it settled. */
import type { Currency } from '../../shared/base/money.ts';
import { dayText, moneyText } from '../../shared/base/numbers-text.ts';
import type { Language } from '../../shared/base/words.ts';
import { greetingText } from '../../shared/letters/letter-words.ts';
import { type TextShelf, textsFor } from '../../shared/letters/message-texts.ts';
import { MESSAGE_WORDS } from '../../shared/letters/message-words.ts';
import type { Sender } from '../../shared/letters/sender.ts';
import type { Thanks } from '../../shared/letters/thanks.ts';
import { composeMail, type DetailRow, type Details, type Message } from './mail.ts';

export type ThankYouMail = {
  readonly thanks: Thanks;
  readonly texts: TextShelf;
  readonly sender: Sender;
};

export function thankYouMail({ sender, texts, thanks }: ThankYouMail): Message {
  const { clientName, contact, currency, invoices, kind, language, received, receivedOn } = thanks;
  const amount = moneyText(received, currency, language);
  return composeMail({
    language,
    texts: textsFor(texts, 'thank-you', kind, language),
    facts: {
      client: clientName,
      date: dayText(receivedOn, language),
      number: invoices.map(({ number }) => number).join(', '),
      amount,
      total: amount,
      greeting: greetingText(contact, language),
    },
    token: invoices[0]?.number ?? '',
    details: detailsOf(thanks, amount),
    payment: null,
    asksForMoney: false,
    sender,
  });
}

function detailsOf({ currency, invoices, language, receivedOn }: Thanks, total: string): Details {
  const words = MESSAGE_WORDS[language];
  return {
    totalLabel: words.received,
    total,
    untilLabel: words.receivedOn,
    until: dayText(receivedOn, language),
    numberHead: words.number,
    issuedHead: '',
    dueHead: '',
    lateHead: words.remaining,
    openHead: words.paid,
    rows: invoices.map((invoice) => rowOf(invoice, currency, language)),
    sums: [],
    facts: [],
    leftOut: '',
    law: '',
  };
}

function rowOf(
  { number, open, paid }: Thanks['invoices'][number],
  currency: Currency,
  language: Language,
): DetailRow {
  const words = MESSAGE_WORDS[language];
  const left = open > 0 ? moneyText(open, currency, language) : words.settled;
  const amount = moneyText(paid, currency, language);
  const text = `${number}${words.colon}${amount} (${words.remaining.toLowerCase()}${words.colon}${left})`;
  return {
    number,
    note: '',
    issued: '',
    due: '',
    late: left,
    open: amount,
    link: '',
    pay: '',
    text: open > 0 ? text : `${number}${words.colon}${amount} (${left.toLowerCase()})`,
  };
}
