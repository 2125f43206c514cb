/** A client's whole history, as evidence: who it is, what it was invoiced, what it paid, every contact. In the firm's own language. */
import { civilDate } from '../../base/civil-date.ts';
import { dayText, moneyText } from '../../base/numbers-text.ts';
import type { Language } from '../../base/words.ts';
import { openBalanceOn } from '../../receivables/ledger.ts';
import type { Register } from '../../register/entries.ts';
import { type Contact, contactsOf } from '../contacts.ts';
import { shortDay } from '../letter-words.ts';
import { type Desk, innerLetterhead, paperFileName } from '../letterhead.ts';
import { numberedText } from '../message-words.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import { heading, paragraph, signatureBlock, tableWithoutEmpty } from '../paper-blocks.ts';
import { PAPER_WORDS as WORDS } from '../paper-words.ts';
import { senderOf } from '../sender.ts';
import { accountStatement } from './account-statement.ts';
import { contactTable } from './proof-sheet-paper.ts';
import { movementTable } from './statement-paper.ts';

/** @param client index */
export function historyPaper(desk: Desk, client: number): Paper {
  const { asOf, ledger } = desk;
  const { register } = ledger;
  const { language } = register.settings;
  const { code, name } = register.clients[client];
  const on = dayText(asOf, language);
  const contacts = contactsOf(register, client, asOf);
  return {
    ...innerLetterhead(desk, register.clients[client]),
    kind: 'history',
    mention: '',
    subject:
      language === 'fr' ? `Historique complet au ${on} – ${name}` : `Complete history to ${on} – ${name}`,
    references: identityOf(desk, client, language),
    blocks: [
      paragraph(WORDS.historyIntro[language]),
      heading(WORDS.invoices[language]),
      invoiceTable(desk, client, language),
      ...register.currencies.flatMap((_, currency) => accountBlocks(desk, client, currency, language)),
      heading(WORDS.contacts[language]),
      contacts.length === 0 ? paragraph(WORDS.noContact[language]) : journalTable(desk, contacts, language),
      signatureBlock(senderOf(register.settings)),
    ],
    fileName: paperFileName(language === 'fr' ? 'historique' : 'history', code, civilDate(asOf)),
  };
}

function identityOf({ ledger }: Desk, client: number, language: Language): Paper['references'] {
  const { code, email, legalId, phone, since, vatNumber } = ledger.register.clients[client];
  const references: readonly (readonly [string, string])[] = [
    [WORDS.clientCode[language], code],
    [WORDS.legalId[language], legalId],
    [WORDS.vatNumber[language], vatNumber],
    [WORDS.email[language], email],
    [WORDS.phone[language], phone],
    [WORDS.clientSince[language], since === null ? '' : dayText(since, language)],
  ];
  return references.filter(([, text]) => text !== '');
}

function invoiceTable({ asOf, ledger }: Desk, client: number, language: Language): PaperBlock {
  const { currencies, invoices } = ledger.register;
  const rows: (readonly string[])[] = [];
  for (let i = 0; i < invoices.count; i++) {
    if (invoices.client[i] !== client || invoices.issueDay[i] > asOf) continue;
    const amount = (minor: number): string => moneyText(minor, currencies[invoices.currency[i]], language);
    const isCredit = invoices.creditNote[i] === 1;
    rows.push([
      invoices.numberAt(i),
      (isCredit ? WORDS.creditNote : WORDS.invoice)[language],
      shortDay(invoices.issueDay[i], language),
      isCredit ? '' : shortDay(invoices.dueDay[i], language),
      amount(isCredit ? -invoices.total[i] : invoices.total[i]),
      isCredit ? '' : amount(openBalanceOn(ledger, i, asOf)),
    ]);
  }
  const heads = [WORDS.number, WORDS.what, WORDS.issued, WORDS.due, WORDS.total, WORDS.open];
  return tableWithoutEmpty(
    heads.map((head, column) => (column > 3 ? `>${head[language]}` : head[language])),
    rows,
  );
}

/** The account in one currency; nothing where it has no line. */
function accountBlocks(
  { asOf, ledger }: Desk,
  client: number,
  currency: number,
  language: Language,
): readonly PaperBlock[] {
  const { register } = ledger;
  const statement = accountStatement(ledger, client, currency, asOf);
  if (statement.rows.length === 0) return [];
  const code = register.currencies[currency];
  const amount = (minor: number): string => moneyText(minor, code, language);
  return [
    heading(`${WORDS.account[language]} (${code})`),
    movementTable(register, statement, language, amount),
  ];
}

function journalTable(desk: Desk, contacts: readonly Contact[], language: Language): PaperBlock {
  return contactTable(desk, contacts, language, {
    head: WORDS.detail,
    text: (contact) => detailOf(desk.ledger.register, contact, language),
  });
}

/** What was promised, the deadline given, the tracking number, and the keeper's own words where they are more than numbers. */
function detailOf(
  { currencies, invoices }: Register,
  { amounts, detail, invoices: about, newDeadline, promisedOn, tracking }: Contact,
  language: Language,
): string {
  const day = (label: string, on: number | null): string =>
    on === null ? '' : `${label} ${shortDay(on, language)}`;
  const currency = currencies[about.length > 0 ? invoices.currency[about[0]] : 0];
  const sum = promisedOn === null ? null : amounts[0];
  const numbers = about.map((invoice) => invoices.numberAt(invoice)).join(', ');
  const parts = [
    sum === null ? '' : moneyText(sum, currency, language),
    day(WORDS.promisedFor[language], promisedOn),
    day(WORDS.deadlineOn[language], newDeadline),
    tracking === '' ? '' : numberedText(tracking, language),
    detail === numbers ? '' : detail,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
