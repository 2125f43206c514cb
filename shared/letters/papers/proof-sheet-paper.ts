/** The proof sheet: every message about invoices that are still open, as the journal has it. */
import { civilDate } from '../../base/civil-date.ts';
import { dayText, moneyText } from '../../base/numbers-text.ts';
import type { Language, Words } from '../../base/words.ts';
import { openItemsOf } from '../../receivables/ledger.ts';
import { type Contact, contactsOf, isMessage, journalWord } from '../contacts.ts';
import { shortDay } from '../letter-words.ts';
import { type Desk, letterheadOf, paperFileName } from '../letterhead.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import { heading, paragraph, signatureBlock, tableWithoutEmpty } from '../paper-blocks.ts';
import { PAPER_WORDS as WORDS } from '../paper-words.ts';
import { senderOf } from '../sender.ts';

/** @param client index @param invoices that it is about, indexes; without them all that are open */
export function proofSheetPaper(desk: Desk, client: number, invoices = openInvoicesOf(desk, client)): Paper {
  const { asOf, ledger } = desk;
  const { register } = ledger;
  const { code, language, name } = register.clients[client];
  const about = new Set(invoices);
  const contacts = contactsOf(register, client, asOf, 'sent').filter(
    (contact) => contact.invoices.length === 0 || contact.invoices.some((invoice) => about.has(invoice)),
  );
  const on = dayText(asOf, language);
  return {
    ...letterheadOf(desk, register.clients[client]),
    kind: 'proofSheet',
    mention: '',
    subject: language === 'fr' ? `État des envois au ${on} – ${name}` : `What was sent, to ${on} – ${name}`,
    references: [[WORDS.clientCode[language], code]],
    blocks: [
      paragraph(WORDS.proofIntro[language]),
      heading(WORDS.invoices[language]),
      invoiceTable(desk, Array.from(about), language),
      heading(WORDS.sentHead[language]),
      contacts.length === 0 ? paragraph(WORDS.nothingSent[language]) : contactTable(desk, contacts, language),
      paragraph(WORDS.proofEnd[language]),
      signatureBlock(senderOf(register.settings)),
    ],
    fileName: paperFileName(
      language === 'fr' ? 'etat-des-envois' : 'proof-of-sending',
      code,
      civilDate(asOf),
    ),
  };
}

/** The client's invoices with something open on the day, indexes. */
export function openInvoicesOf(
  { asOf, ledger }: Pick<Desk, 'asOf' | 'ledger'>,
  client: number,
): readonly number[] {
  const { invoices } = ledger.register;
  const open: number[] = [];
  for (let i = 0; i < invoices.count; i++) {
    if (invoices.client[i] === client && openItemsOf(ledger, i, asOf).length > 0) open.push(i);
  }
  return open.sort((a, b) => invoices.dueDay[a] - invoices.dueDay[b] || a - b);
}

function invoiceTable({ asOf, ledger }: Desk, invoices: readonly number[], language: Language): PaperBlock {
  const { register } = ledger;
  const all = register.invoices;
  return tableWithoutEmpty(
    [WORDS.invoice, WORDS.issued, WORDS.due, WORDS.total, WORDS.open].map((word, column) =>
      column > 2 ? `>${word[language]}` : word[language],
    ),
    invoices.map((i) => {
      const currency = register.currencies[all.currency[i]];
      const open = openItemsOf(ledger, i, asOf).reduce((sum, item) => sum + item.open, 0);
      return [
        all.numberAt(i),
        shortDay(all.issueDay[i], language),
        shortDay(all.dueDay[i], language),
        moneyText(all.total[i], currency, language),
        moneyText(open, currency, language),
      ];
    }),
  );
}

type LastColumn = { readonly head: Words; readonly text: (contact: Contact) => string };

const TRACKING: LastColumn = { head: WORDS.tracking, text: ({ tracking }) => tracking };

/** Date, what it was, how it went, to whom, about which invoices, what became of it; and one column more. */
export function contactTable(
  { ledger }: Pick<Desk, 'ledger'>,
  contacts: readonly Contact[],
  language: Language,
  last = TRACKING,
): PaperBlock {
  const { invoices } = ledger.register;
  const heads = [WORDS.date, WORDS.what, WORDS.by, WORDS.to, WORDS.about, WORDS.state, last.head];
  return tableWithoutEmpty(
    heads.map((head) => head[language]),
    contacts.map((contact) => [
      shortDay(contact.at, language),
      eventText(contact, language),
      journalWord('channel', contact.channel, language),
      contact.recipient,
      contact.invoices.map((invoice) => invoices.numberAt(invoice)).join(', '),
      journalWord('status', contact.status ?? (isMessage(contact) ? 'sent' : null), language),
      last.text(contact),
    ]),
  );
}

/** `relance, niveau 2`; what comes before the first reminder has a name of its own. */
export function eventText({ event, level }: Contact, language: Language): string {
  const word = journalWord('event', event, language);
  if (level === null) return word;
  if (event === 'reminder' && level < 1)
    return (level < 0 ? WORDS.earlyNotice : WORDS.firstMessage)[language];
  return language === 'fr' ? `${word}, niveau ${level}` : `${word}, level ${level}`;
}
