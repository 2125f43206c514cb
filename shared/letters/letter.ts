/** The letter: what a reminder says of a decision, in the client's language. Its own words around it are the firm's. */
import type { DayNumber } from '../base/civil-date.ts';
import { type Currency, decimalText } from '../base/money.ts';
import { dayText, moneyText } from '../base/numbers-text.ts';
import type { Language } from '../base/words.ts';
import { isFormalNotice, isNotice, ladderFinder, type Step } from '../dunning/calendar.ts';
import type { AskedItem, ClaimedAmount, DunningDecision } from '../dunning/decision.ts';
import { policyOf } from '../dunning/policy.ts';
import type { Register } from '../register/entries.ts';
import type { ClientKind } from '../register/tables.ts';
import {
  daysText,
  deadlineText,
  indemnityLabel,
  interestLabel,
  invoicesText,
  lawText,
  ofInvoicesText,
  SUM_LABELS,
  shortDay,
} from './letter-words.ts';

/** One line of its table: an invoice, or one instalment of it. */
export type LetterRow = {
  readonly number: string;
  readonly instalment: number | null; // its rank, from 1
  readonly issued: string;
  readonly due: string;
  readonly late: string; // `12 jours`; empty while it is not late
  readonly open: string;
  readonly openDecimal: string; // plain decimal text
};

export type LetterSum = { readonly label: string; readonly text: string };

export type Letter = {
  readonly language: Language;
  readonly kind: ClientKind;
  readonly level: number;
  readonly template: string; // the calendar's name of its text; may be empty
  readonly isNotice: boolean; // nothing is late yet
  readonly isFormalNotice: boolean;
  readonly rows: readonly LetterRow[]; // oldest due date first
  readonly sums: readonly LetterSum[]; // between the rows and the total; empty where the rows say it all
  readonly totalLabel: string;
  readonly total: string; // with interest and indemnity where they are claimed
  readonly totalDecimal: string;
  readonly currency: Currency;
  readonly law: string; // by which interest and indemnity are owed; empty where none is claimed
  readonly facts: LetterFacts;
};

/** What the firm's own words may name. */
export type LetterFacts = {
  readonly client: string;
  readonly date: string;
  readonly number: string; // all of them
  readonly invoices: string; // `la facture F2026-00012`, `les 3 factures ci-dessous`
  readonly ofInvoices: string; // `de la facture F2026-00012`, `des 3 factures ci-dessous`
  readonly amount: string; // without interest and indemnity
  readonly total: string;
  readonly due: string; // of the oldest
  readonly late: string; // of the oldest
  readonly deadline: string; // `au plus tard le 3 décembre 2026`
  readonly newDeadline: string; // its day alone; empty where the calendar gives none
  readonly interest: string; // empty where none is claimed
  readonly indemnity: string; // empty where none is claimed
};

/** @param decision one with a level: to be sent, or shown before it is */
export function letterOf(register: Register, decision: DunningDecision, asOf: DayNumber): Letter {
  const client = register.clients[decision.client];
  const currency = register.currencies[decision.currency];
  const { kind, language } = client;
  const step = stepOf(register, decision);
  const amount = (minor: number): string => moneyText(minor, currency, language);
  const interest = claimed(decision.interest);
  const indemnity = claimed(decision.indemnity);
  const total = decision.total + interest + indemnity;
  const soon = step !== null && isNotice(step);
  return {
    language,
    kind,
    level: decision.level ?? 0,
    template: step?.template ?? '',
    isNotice: soon,
    isFormalNotice: step !== null && isFormalNotice(step),
    rows: decision.asked.map((item) => rowOf(register, item, currency, language, asOf)),
    sums: sumsOf(decision, kind, asOf, language, amount),
    totalLabel: (interest + indemnity > 0 ? SUM_LABELS.claimed : soon ? SUM_LABELS.soon : SUM_LABELS.asked)[
      language
    ],
    total: amount(total),
    totalDecimal: decimalText(total, currency),
    currency,
    law: interest + indemnity > 0 ? lawText(kind, policyOf(register).interest, language) : '',
    facts: factsOf(register, decision, asOf, amount),
  };
}

function stepOf(register: Register, { client, level }: DunningDecision): Step | null {
  const { steps } = ladderFinder(register)(register.clients[client]);
  return steps.find((step) => step.level === level) ?? null;
}

/** What is not known is not asked for. */
function claimed({ minor }: ClaimedAmount): number {
  return minor ?? 0;
}

function rowOf(
  { invoices }: Register,
  { amount, dueDay, instalment, invoice }: AskedItem,
  currency: Currency,
  language: Language,
  asOf: DayNumber,
): LetterRow {
  return {
    number: invoices.numberAt(invoice),
    instalment,
    issued: shortDay(invoices.issueDay[invoice], language),
    due: shortDay(dueDay, language),
    late: dueDay < asOf ? daysText(asOf - dueDay, language) : '',
    open: moneyText(amount, currency, language),
    openDecimal: decimalText(amount, currency),
  };
}

function sumsOf(
  decision: DunningDecision,
  kind: ClientKind,
  asOf: DayNumber,
  language: Language,
  amount: (minor: number) => string,
): readonly LetterSum[] {
  const { asked, total } = decision;
  const open = asked.reduce((sum, item) => sum + item.amount, 0);
  const interest = claimed(decision.interest);
  const indemnity = claimed(decision.indemnity);
  const late = new Set(asked.filter(({ dueDay }) => dueDay < asOf).map(({ invoice }) => invoice)).size;
  const sums: LetterSum[] = [];
  const isSummed = open !== total || interest + indemnity > 0;
  if (isSummed && asked.length > 1) sums.push({ label: SUM_LABELS.open[language], text: amount(open) });
  if (open > total) sums.push({ label: SUM_LABELS.unapplied[language], text: amount(total - open) });
  if (interest > 0) sums.push({ label: interestLabel(kind, asOf, language), text: amount(interest) });
  if (indemnity > 0) sums.push({ label: indemnityLabel(late, language), text: amount(indemnity) });
  return sums;
}

function factsOf(
  { clients, invoices }: Register,
  decision: DunningDecision,
  asOf: DayNumber,
  amount: (minor: number) => string,
): LetterFacts {
  const { language, name } = clients[decision.client];
  const numbers = Array.from(new Set(decision.asked.map(({ invoice }) => invoices.numberAt(invoice))));
  const oldest = decision.asked.reduce((day, { dueDay }) => Math.min(day, dueDay), Number.MAX_SAFE_INTEGER);
  const interest = claimed(decision.interest);
  const indemnity = claimed(decision.indemnity);
  return {
    client: name,
    date: dayText(asOf, language),
    number: numbers.join(', '),
    invoices: invoicesText(numbers, language),
    ofInvoices: ofInvoicesText(numbers, language),
    amount: amount(decision.total),
    total: amount(decision.total + interest + indemnity),
    due: decision.asked.length > 0 ? dayText(oldest, language) : '',
    late: decision.asked.length > 0 && oldest < asOf ? daysText(asOf - oldest, language) : '',
    deadline: deadlineText(decision.newDeadline, language),
    newDeadline: decision.newDeadline === null ? '' : dayText(decision.newDeadline, language),
    interest: interest > 0 ? amount(interest) : '',
    indemnity: indemnity > 0 ? amount(indemnity) : '',
  };
}
