/**
 * The duplicate of an invoice that will never be paid, sent to its client so that the VAT of it can be recovered (CGI 272): the law
 * gives the words that have to stand on it.
 */
import { civilDate } from '../../base/civil-date.ts';
import { dayText, moneyText } from '../../base/numbers-text.ts';
import type { Register } from '../../register/entries.ts';
import { type Desk, letterheadOf, paperFileName } from '../letterhead.ts';
import type { Paper } from '../paper.ts';
import { paragraph, paragraphs, signatureBlock, table } from '../paper-blocks.ts';
import { PAPER_WORDS as WORDS } from '../paper-words.ts';
import { senderOf } from '../sender.ts';
import { writtenText } from './written.ts';

/** What is lost of one invoice, minor units of its currency. */
export type Irrecoverable = {
  readonly invoice: number; // index
  readonly net: number;
  readonly vat: number;
};

/** @param lost of one client and currency */
export function irrecoverablePaper(desk: Desk, client: number, lost: readonly Irrecoverable[]): Paper {
  const { asOf, ledger, texts } = desk;
  const { register } = ledger;
  const { invoices } = register;
  const { code, kind, language, name } = register.clients[client];
  const on = dayText(asOf, language);
  const numbers = lost.map(({ invoice }) => invoices.numberAt(invoice)).join(', ');
  const amount = ({ invoice }: Irrecoverable, minor: number): string =>
    moneyText(minor, register.currencies[invoices.currency[invoice]], language);
  const facts = { client: name, date: on, number: numbers };
  const written = writtenText(texts, ['letter.irrecoverable'], { kind, language }, register.settings, facts);
  const heads = [WORDS.invoice, WORDS.issued, WORDS.netLost, WORDS.vatLost];
  return {
    ...letterheadOf(desk, register.clients[client]),
    kind: 'irrecoverable',
    mention: '',
    subject: written.subject,
    references: [[WORDS.clientCode[language], code]],
    blocks: [
      ...paragraphs(written.above),
      table(
        heads.map((head, column) => (column > 1 ? `>${head[language]}` : head[language])),
        lost.map((one) => [
          invoices.numberAt(one.invoice),
          dayText(invoices.issueDay[one.invoice], language),
          amount(one, one.net),
          amount(one, one.vat),
        ]),
      ),
      ...lost.map((one) => paragraph(lostMention(register, one))),
      ...paragraphs(written.below),
      signatureBlock(senderOf(register.settings)),
    ],
    fileName: paperFileName(language === 'fr' ? 'facture-impayee' : 'unpaid-invoice', code, civilDate(asOf)),
  };
}

/** The words of the law, in its own language whatever the client's: they stand on the duplicate itself too. */
export function lostMention(
  { currencies, invoices }: Register,
  { invoice, net, vat }: Irrecoverable,
): string {
  const amount = (minor: number): string => moneyText(minor, currencies[invoices.currency[invoice]], 'fr');
  return `${invoices.numberAt(invoice)}${WORDS.colon.fr}facture demeurée impayée pour la somme de ${amount(net)} (prix net) et pour la somme de ${amount(vat)} (TVA correspondante) qui ne peut faire l’objet d’une déduction (article 272 du CGI).`;
}
