/** A statement of account: what was invoiced, paid and credited, the balance after each, and what is to be paid. */
import { civilDate, type DayNumber } from '../../base/civil-date.ts';
import { decimalText } from '../../base/money.ts';
import { dayText, moneyText } from '../../base/numbers-text.ts';
import type { Language, Words } from '../../base/words.ts';
import { type OpenItem, openItemsOn } from '../../receivables/ledger.ts';
import type { Register } from '../../register/entries.ts';
import { PAYMENT_METHODS, TABLES } from '../../register/tables.ts';
import { daysText, greetingText, shortDay } from '../letter-words.ts';
import { type Desk, letterheadOf, paperFileName } from '../letterhead.ts';
import { instalmentText } from '../message-words.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import {
  heading,
  paragraphs,
  paymentBlock,
  signatureBlock,
  table,
  tableWithoutEmpty,
} from '../paper-blocks.ts';
import { PAPER_WORDS as WORDS } from '../paper-words.ts';
import { paymentMeansOf } from '../payment-means.ts';
import { senderOf } from '../sender.ts';
import { type AccountStatement, accountStatement, type StatementRow } from './account-statement.ts';
import { writtenText } from './written.ts';

const FILE_NAMES: Words = { fr: 'releve', en: 'statement' };

/** @param client @param currency indexes @param from the first day it lists; null: from the beginning */
export function statementPaper(
  desk: Desk,
  client: number,
  currency: number,
  from: number | null = null,
): Paper {
  const { asOf, ledger, texts } = desk;
  const { register } = ledger;
  const { code, contact, kind, language, name } = register.clients[client];
  const statement = accountStatement(ledger, client, currency, asOf, from);
  const amount = (minor: number): string => moneyText(minor, register.currencies[currency], language);
  const items = openItemsOn(ledger, currency, asOf).filter(
    ({ invoice }) => register.invoices.client[invoice] === client,
  );
  const facts = {
    client: name,
    date: dayText(asOf, language),
    amount: amount(statement.balance),
    greeting: greetingText(contact, language),
  };
  const written = writtenText(texts, ['letter.statement'], { kind, language }, register.settings, facts);
  return {
    ...letterheadOf(desk, register.clients[client]),
    kind: 'statement',
    mention: '',
    subject: written.subject,
    references: [[WORDS.clientCode[language], code]],
    blocks: [
      ...paragraphs(written.above),
      movementTable(register, statement, language, amount),
      ...openBlocks(desk, statement, items),
      ...paragraphs(written.below),
      signatureBlock(senderOf(register.settings)),
    ],
    fileName: paperFileName(FILE_NAMES[language], code, register.currencies[currency], civilDate(asOf)),
  };
}

export function movementTable(
  register: Register,
  { balance, credits, debits, from, opening, rows }: AccountStatement,
  language: Language,
  amount: (minor: number) => string,
): PaperBlock {
  const first =
    from === null
      ? []
      : [[shortDay(from, language), WORDS.broughtForward[language], '', '', amount(opening)]];
  return table(
    [
      WORDS.date[language],
      WORDS.label[language],
      `>${WORDS.debit[language]}`,
      `>${WORDS.credit[language]}`,
      `>${WORDS.balance[language]}`,
    ],
    [
      ...first,
      ...rows.map((row) => [
        shortDay(row.day, language),
        labelOf(register, row, language),
        row.debit === 0 ? '' : amount(row.debit),
        row.credit === 0 ? '' : amount(row.credit),
        amount(row.balance),
      ]),
    ],
    [
      [WORDS.debits[language], amount(debits)],
      [WORDS.credits[language], amount(credits)],
      [(balance < 0 ? WORDS.inCredit : WORDS.balanceDue)[language], amount(Math.abs(balance))],
    ],
  );
}

/** `Facture F2026-00012`, `Virement sur F2026-00012` */
function labelOf(
  { invoices }: Register,
  { document, method, what }: StatementRow,
  language: Language,
): string {
  const number = document < 0 ? '' : invoices.numberAt(document);
  if (method === null)
    return `${(what === 'creditNote' ? WORDS.creditNote : WORDS.invoice)[language]} ${number}`;
  const name =
    what === 'refund'
      ? WORDS.refund[language]
      : what === 'writeOff'
        ? WORDS.writeOff[language]
        : methodWord(method, language);
  if (number === '') return name;
  return language === 'fr' ? `${name} sur ${number}` : `${name} for ${number}`;
}

function methodWord(method: string, language: Language): string {
  const { choices = [] } = TABLES.payments.columns.find(({ key }) => key === 'method') ?? {};
  const known = PAYMENT_METHODS.find((one) => one === method);
  const word = choices.find(({ key }) => key === known)?.words[language] ?? method;
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What is open, the oldest due date first, and how to pay the balance. */
function openBlocks(
  { asOf, ledger }: Desk,
  { balance, client, currency }: AccountStatement,
  items: readonly OpenItem[],
): readonly PaperBlock[] {
  const { register } = ledger;
  const { language } = register.clients[client];
  if (items.length === 0) return [];
  const code = register.currencies[currency];
  const amount = (minor: number): string => moneyText(minor, code, language);
  const open = items.reduce((sum, item) => sum + item.open, 0);
  const difference = balance - open;
  const heads = [WORDS.invoice, WORDS.issued, WORDS.due, WORDS.late, WORDS.open];
  return [
    heading(WORDS.toPay[language]),
    tableWithoutEmpty(
      heads.map((head, column) => (column > 2 ? `>${head[language]}` : head[language])),
      items.map((item) => openRow(register, item, asOf, language)),
      [
        ...(difference === 0 ? [] : [[WORDS.unapplied[language], amount(difference)] as const]),
        [WORDS.balanceDue[language], amount(Math.max(0, balance))],
      ],
    ),
    ...(balance > 0 ? meansFor(register, items, decimalText(balance, code), language) : []),
  ];
}

function openRow(
  { currencies, invoices }: Register,
  { dueDay, instalment, invoice, open }: OpenItem,
  asOf: DayNumber,
  language: Language,
): readonly string[] {
  const part = instalment === null ? '' : `, ${instalmentText(instalment, language)}`;
  return [
    invoices.numberAt(invoice) + part,
    shortDay(invoices.issueDay[invoice], language),
    shortDay(dueDay, language),
    dueDay < asOf ? daysText(asOf - dueDay, language) : '',
    moneyText(open, currencies[invoices.currency[invoice]], language),
  ];
}

function meansFor(
  { clients, currencies, invoices, settings }: Register,
  items: readonly OpenItem[],
  amount: string,
  language: Language,
): readonly PaperBlock[] {
  const currency = currencies[invoices.currency[items[0].invoice]];
  const numbers = Array.from(new Set(items.map(({ invoice }) => invoices.numberAt(invoice))));
  const clientCode = clients[invoices.client[items[0].invoice]].code;
  const asked = { amount, currency, numbers, clientCode };
  return paymentBlock(paymentMeansOf(senderOf(settings), asked, language), language);
}
