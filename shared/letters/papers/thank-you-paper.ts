/** Thanks for a payment, as a letter. */
import { civilDate } from '../../base/civil-date.ts';
import { dayText, moneyText } from '../../base/numbers-text.ts';
import { greetingText } from '../letter-words.ts';
import { type Desk, letterheadOf, paperFileName } from '../letterhead.ts';
import { MESSAGE_WORDS } from '../message-words.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import { paragraphs, signatureBlock, table } from '../paper-blocks.ts';
import { PAPER_WORDS as WORDS } from '../paper-words.ts';
import { senderOf } from '../sender.ts';
import type { Thanks } from '../thanks.ts';
import { writtenText } from './written.ts';

/** @param client whom the payment is from, index */
export function thankYouPaper(desk: Desk, client: number, thanks: Thanks): Paper {
  const { ledger, texts } = desk;
  const { register } = ledger;
  const { code } = register.clients[client];
  const { clientName, currency, invoices, language, received, receivedOn } = thanks;
  const amount = (minor: number): string => moneyText(minor, currency, language);
  const number = invoices.map((one) => one.number).join(', ');
  const day = dayText(receivedOn, language);
  const facts = {
    client: clientName,
    date: day,
    number,
    amount: amount(received),
    total: amount(received),
    greeting: greetingText(thanks.contact, language),
  };
  const names = ['letter.thank-you', 'thank-you'];
  const written = writtenText(texts, names, thanks, register.settings, facts);
  return {
    ...letterheadOf(desk, register.clients[client]),
    kind: 'thankYou',
    mention: '',
    subject: written.subject,
    references: [[WORDS.clientCode[language], code]],
    blocks: [
      ...paragraphs(written.above),
      settledTable(thanks, amount),
      ...paragraphs(written.below),
      signatureBlock(senderOf(register.settings)),
    ],
    fileName: paperFileName(language === 'fr' ? 'remerciement' : 'thank-you', code, civilDate(receivedOn)),
  };
}

/** What of each invoice the payment settled, and what is left of it. */
function settledTable(
  { invoices, language, received }: Thanks,
  amount: (minor: number) => string,
): PaperBlock {
  const words = MESSAGE_WORDS[language];
  return table(
    [words.number, `>${words.remaining}`, `>${words.paid}`],
    invoices.map(({ number, open, paid }) => [number, open > 0 ? amount(open) : words.settled, amount(paid)]),
    [[words.received, amount(received)]],
  );
}
