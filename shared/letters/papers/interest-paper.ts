/** The interest on late payment, calculated line by line: days, principal and rate of each half-year, and the sums. */
import { civilDate, type DayNumber } from '../../base/civil-date.ts';
import { dayText, moneyText, numberText, percentText } from '../../base/numbers-text.ts';
import type { Language } from '../../base/words.ts';
import type { InterestSegment } from '../../law/late-interest.ts';
import { lateLawOf } from '../../law/late-law.ts';
import { lawSettingsOf } from '../../law/law-settings.ts';
import { lawText } from '../../law/law-words.ts';
import { indemnityLabel, shortDay } from '../letter-words.ts';
import { type Desk, letterheadOf, paperFileName } from '../letterhead.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import { heading, paragraph, signatureBlock, table, tableWithoutEmpty } from '../paper-blocks.ts';
import { PAPER_WORDS as WORDS } from '../paper-words.ts';
import { senderOf } from '../sender.ts';

/** What one invoice owes because it is late, in minor units of one currency. */
export type InvoiceInterest = {
  readonly invoice: number; // index
  readonly dueDay: DayNumber;
  readonly segments: readonly InterestSegment[];
  readonly interest: number; // rounded once
  readonly indemnity: number;
  readonly settled: number; // of both: received before, or given up
};

export type InterestAccount = {
  readonly client: number;
  readonly currency: number;
  readonly invoices: readonly InvoiceInterest[]; // oldest due date first
};

const HUNDRED = 100;
const DAYS_PER_YEAR = 365;

export function interestPaper(desk: Desk, account: InterestAccount): Paper {
  const { asOf, ledger } = desk;
  const { register } = ledger;
  const client = register.clients[account.client];
  const { code, language } = client;
  const on = dayText(asOf, language);
  const title = language === 'fr' ? 'Décompte des intérêts de retard au' : 'Interest on late payment, to';
  return {
    ...letterheadOf(desk, client),
    kind: 'interestStatement',
    mention: '',
    subject: `${title} ${on}`,
    references: [[WORDS.clientCode[language], code]],
    blocks: [
      paragraph(WORDS.interestIntro[language]),
      ...account.invoices.flatMap((one) => invoiceBlocks(desk, account, one)),
      heading(WORDS.inAll[language]),
      sumTable(desk, account),
      paragraph(lawText(lateLawOf(lawSettingsOf(register.settings), client), language)),
      signatureBlock(senderOf(register.settings)),
    ],
    fileName: paperFileName(language === 'fr' ? 'decompte-interets' : 'interest', code, civilDate(asOf)),
  };
}

function invoiceBlocks(
  { ledger }: Desk,
  { client, currency }: InterestAccount,
  one: InvoiceInterest,
): readonly PaperBlock[] {
  const { clients, currencies, invoices } = ledger.register;
  const { language } = clients[client];
  const amount = (minor: number): string => moneyText(minor, currencies[currency], language);
  const due = dayText(one.dueDay, language);
  const number = invoices.numberAt(one.invoice);
  const title = language === 'fr' ? `Facture ${number}, échue le ${due}` : `Invoice ${number}, due on ${due}`;
  return [
    heading(title),
    table(
      [
        WORDS.fromDay[language],
        WORDS.toDay[language],
        `>${WORDS.days[language]}`,
        `>${WORDS.principal[language]}`,
        `>${WORDS.rate[language]}`,
        `>${WORDS.interest[language]}`,
      ],
      one.segments.map((segment) => segmentRow(segment, amount, language)),
      [[WORDS.interestRounded[language], amount(one.interest)]],
    ),
  ];
}

/** Interest to the ten-thousandth: the sum of the lines is rounded, not the lines. */
function segmentRow(
  { days, from, percent, principal, through }: InterestSegment,
  amount: (minor: number) => string,
  language: Language,
): readonly string[] {
  const interest = (principal * days * percent) / (HUNDRED * DAYS_PER_YEAR);
  return [
    shortDay(from, language),
    shortDay(through, language),
    numberText(days, 0, language),
    amount(principal),
    percentText(percent / HUNDRED, 2, language),
    numberText(interest / HUNDRED, 4, language),
  ];
}

function sumTable({ ledger }: Desk, { client, currency, invoices }: InterestAccount): PaperBlock {
  const { clients, currencies, invoices: all } = ledger.register;
  const { language } = clients[client];
  const amount = (minor: number): string => moneyText(minor, currencies[currency], language);
  const sum = (value: (one: InvoiceInterest) => number): number =>
    invoices.reduce((total, one) => total + value(one), 0);
  const charged = invoices.filter(({ indemnity }) => indemnity > 0).length;
  const settled = sum((one) => one.settled);
  const heads = [WORDS.interest, WORDS.indemnity, WORDS.settledPenalties];
  return tableWithoutEmpty(
    [WORDS.invoice[language], ...heads.map((head) => `>${head[language]}`)],
    invoices.map((one) => [
      all.numberAt(one.invoice),
      ...[one.interest, one.indemnity, one.settled].map((minor) => (minor === 0 ? '' : amount(minor))),
    ]),
    [
      [WORDS.interest[language], amount(sum(({ interest }) => interest))],
      ...(charged === 0
        ? []
        : [[indemnityLabel(charged, language), amount(sum(({ indemnity }) => indemnity))] as const]),
      ...(settled === 0 ? [] : [[WORDS.settledPenalties[language], amount(-settled)] as const]),
      [WORDS.totalOwed[language], amount(sum(({ indemnity, interest }) => indemnity + interest) - settled)],
    ],
  );
}
