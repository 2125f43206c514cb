/** The letter: what a reminder says of a decision, in the client's language. Its own words around it are the firm's. */
import type { DayNumber } from '../base/civil-date.ts';
import { type Currency, decimalText } from '../base/money.ts';
import { dayText, moneyText } from '../base/numbers-text.ts';
import type { Language } from '../base/words.ts';
import { isFormalNotice, isNotice, ladderFinder, type Step } from '../dunning/calendar.ts';
import type { AskedItem, ClaimedAmount, DunningDecision } from '../dunning/decision.ts';
import { lateLawOf } from '../law/late-law.ts';
import { lawSettingsOf } from '../law/law-settings.ts';
import { lawText } from '../law/law-words.ts';
import type { Register } from '../register/entries.ts';
import type { ClientKind } from '../register/tables.ts';
import {
  type AskedNumbers,
  daysText,
  deadlineText,
  greetingText,
  indemnityLabel,
  interestLabel,
  invoicesText,
  leftOutText,
  ofInvoicesText,
  paidMeanwhileLabel,
  SUM_LABELS,
  shortDay,
} from './letter-words.ts';
import { pastContactsText } from './past-contacts.ts';

/** One line of its table: an invoice, or one instalment of it. */
export type LetterRow = {
  readonly number: string;
  readonly instalment: number | null; // its rank, from 1
  readonly issued: string;
  readonly due: string;
  readonly late: string; // `12 jours`; empty while it is not late
  readonly total: string; // of the invoice, or of the instalment
  readonly settled: string; // what was paid or credited of it; empty: nothing
  readonly open: string; // what is asked for: what is disputed is left out
  readonly openDecimal: string; // plain decimal text
};

export type LetterSum = { readonly label: string; readonly text: string };

export type Letter = {
  readonly clientCode: string;
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
  readonly isFrenchLaw: boolean; // texts may cite its articles
  readonly law: string; // by which interest and indemnity are owed; empty where none is claimed
  readonly leftOut: string; // what is disputed and not asked for, as a sentence; empty where nothing is
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
  readonly greeting: string; // `Bonjour Mme Roux`, without its comma
  readonly reminders: string; // what was sent before: `notre courriel du 3 novembre 2026`
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
  const claims = interest + indemnity + earlierOf(decision);
  const total = decision.total + claims;
  const soon = step !== null && isNotice(step);
  const settings = lawSettingsOf(register.settings);
  const rows = decision.asked.map((item) => rowOf(register, item, currency, language, asOf));
  const disputed = decision.asked.reduce((sum, item) => sum + disputedOf(register, item, asOf), 0);
  return {
    clientCode: client.code,
    language,
    kind,
    level: decision.level ?? 0,
    template: step?.template ?? '',
    isNotice: soon,
    isFormalNotice: step !== null && isFormalNotice(step),
    rows,
    sums: sumsOf(register, decision, kind, asOf, language, amount),
    totalLabel: (claims > 0 ? SUM_LABELS.claimed : soon ? SUM_LABELS.soon : SUM_LABELS.asked)[language],
    total: amount(total),
    totalDecimal: decimalText(total, currency),
    currency,
    isFrenchLaw: settings.country === null || settings.country === 'FR',
    law: claims > 0 ? lawText(lateLawOf(settings, client), language) : '',
    leftOut: leftOutText(disputed, currency, language),
    facts: factsOf(register, decision, rows, asOf, amount),
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

/** What remains of penalties on invoices paid meanwhile, minor units. */
function earlierOf({ earlier }: DunningDecision): number {
  return claimed(earlier.interest) + claimed(earlier.indemnity);
}

function rowOf(
  register: Register,
  item: AskedItem,
  currency: Currency,
  language: Language,
  asOf: DayNumber,
): LetterRow {
  const { invoices } = register;
  const { amount, dueDay, instalment, invoice } = item;
  const whole = wholeOf(register, item, asOf);
  const settled = whole - amount - disputedOf(register, item, asOf);
  return {
    number: invoices.numberAt(invoice),
    instalment,
    issued: shortDay(invoices.issueDay[invoice], language),
    due: shortDay(dueDay, language),
    late: dueDay < asOf ? daysText(asOf - dueDay, language) : '',
    total: moneyText(whole, currency, language),
    settled: settled > 0 ? moneyText(settled, currency, language) : '',
    open: moneyText(amount, currency, language),
    openDecimal: decimalText(amount, currency),
  };
}

/** What the item was before anything was paid: an instalment's part of the plan that rules. */
function wholeOf({ invoices, plans }: Register, { instalment, invoice }: AskedItem, asOf: DayNumber): number {
  if (instalment === null) return invoices.total[invoice];
  const ruling = plans.filter((plan) => plan.invoice === invoice && plan.agreedOn <= asOf);
  const plan = ruling[ruling.length - 1];
  return plan?.instalments[instalment - 1]?.amount ?? invoices.total[invoice];
}

/** What is disputed of an invoice on the day, left out of what is asked. An instalment's share of it is not told apart. */
function disputedOf({ invoices }: Register, { instalment, invoice }: AskedItem, asOf: DayNumber): number {
  const dispute = instalment === null ? invoices.disputes.get(invoice) : undefined;
  if (!dispute || asOf < dispute.from || (dispute.closedOn !== null && asOf >= dispute.closedOn)) return 0;
  return dispute.amount ?? 0;
}

/** On how many invoices the sum stands in full; null where some of it was paid before. */
function chargedOf({ asked, claims, indemnity }: DunningDecision): number | null {
  const invoices = new Set(asked.map(({ invoice }) => invoice));
  const charged = claims.filter((claim) => invoices.has(claim.invoice) && claim.indemnity > 0);
  const due = charged.reduce((sum, claim) => sum + claim.indemnity, 0);
  return due === claimed(indemnity) ? charged.length : null;
}

function earlierLabel({ invoices }: Register, { earlier }: DunningDecision, language: Language): string {
  return paidMeanwhileLabel(
    earlier.invoices.map((invoice) => invoices.numberAt(invoice)),
    language,
  );
}

function sumsOf(
  register: Register,
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
  const sums: LetterSum[] = [];
  const earlier = earlierOf(decision);
  const isSummed = open !== total || interest + indemnity + earlier > 0;
  if (isSummed && asked.length > 1) sums.push({ label: SUM_LABELS.open[language], text: amount(open) });
  if (open > total) sums.push({ label: SUM_LABELS.unapplied[language], text: amount(total - open) });
  if (interest > 0) sums.push({ label: interestLabel(kind, asOf, language), text: amount(interest) });
  if (indemnity > 0)
    sums.push({ label: indemnityLabel(chargedOf(decision), language), text: amount(indemnity) });
  if (earlier > 0) sums.push({ label: earlierLabel(register, decision, language), text: amount(earlier) });
  return sums;
}

function factsOf(
  register: Register,
  decision: DunningDecision,
  rows: readonly LetterRow[],
  asOf: DayNumber,
  amount: (minor: number) => string,
): LetterFacts {
  const { contact, language, name } = register.clients[decision.client];
  const numbers = Array.from(new Set(rows.map(({ number }) => number)));
  const asked = askedOf(rows, numbers);
  const oldest = decision.asked.reduce((day, { dueDay }) => Math.min(day, dueDay), Number.MAX_SAFE_INTEGER);
  const interest = claimed(decision.interest);
  const indemnity = claimed(decision.indemnity);
  return {
    client: name,
    date: dayText(asOf, language),
    number: numbers.join(', '),
    invoices: invoicesText(asked, language),
    ofInvoices: ofInvoicesText(asked, language),
    amount: amount(decision.total),
    total: amount(decision.total + interest + indemnity + earlierOf(decision)),
    due: decision.asked.length > 0 ? dayText(oldest, language) : '',
    late: decision.asked.length > 0 && oldest < asOf ? daysText(asOf - oldest, language) : '',
    deadline: deadlineText(decision.newDeadline, language),
    newDeadline: decision.newDeadline === null ? '' : dayText(decision.newDeadline, language),
    interest: interest > 0 ? amount(interest) : '',
    indemnity: indemnity > 0 ? amount(indemnity) : '',
    greeting: greetingText(contact, language),
    reminders: pastContactsText(register, decision, asOf, language),
  };
}

/** What a sentence calls all that is asked: invoices, what is left of them, or one instalment. */
function askedOf(rows: readonly LetterRow[], numbers: readonly string[]): AskedNumbers {
  const isPartPaid = rows.some(({ settled }) => settled !== '');
  return { numbers, isPartPaid, instalment: rows.length === 1 ? rows[0].instalment : null };
}
