/** Interest as a person checks it on a terminal: each line with its days, principal and rate, then the sums. */
import { currencyDigits } from '../../../shared/base/money.ts';
import { dayText, moneyText, numberText, percentText } from '../../../shared/base/numbers-text.ts';
import { type Language, typesetFrench, type Words } from '../../../shared/base/words.ts';
import type { MissingRate } from '../../../shared/law/half-year-rates.ts';
import type {
  InterestStatement,
  StatementInvoice,
  StatementSums,
} from '../../../shared/law/interest-statement.ts';
import { lawText } from '../../../shared/law/law-words.ts';
import type { LimitationReader } from '../../../shared/law/limitation.ts';
import type { Ledger } from '../../../shared/receivables/ledger.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { oneLine } from '../ground/one-line.ts';
import { columnsText } from '../ground/text-columns.ts';

/** @param invoice its index; null: all of the client's */
export function interestText(
  { register }: Ledger,
  statements: readonly InterestStatement[],
  invoice: number | null,
  limitation: LimitationReader,
): string {
  const { language } = register.settings;
  const told = statements.filter((one) => one.invoices.length > 0 || invoice !== null);
  const parts = told.flatMap((statement) => {
    const lines = linesAsked(statement, invoice);
    return [
      headText(register, statement),
      ...lines.map((line) => invoiceText(register, statement, line, limitation)),
      ...(lines.length === 0 ? [NOTHING[language]] : []),
      ...(lines.length > 1 ? [totalText(register, statement)] : []),
      lawText(statement.law, language),
    ];
  });
  if (parts.length === 0) parts.push(NOTHING[language]);
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** @param invoice its index; null: all of the client's */
export function linesAsked(
  { invoices }: InterestStatement,
  invoice: number | null,
): readonly StatementInvoice[] {
  return invoices.filter((one) => invoice === null || one.invoice === invoice);
}

const NOTHING: Words = {
  fr: 'Ni intérêts ni indemnité à cette date.',
  en: 'Neither interest nor a fixed sum on that day.',
};

function headText(
  { clients, currencies, settings: { language } }: Register,
  { asOf, client, currency }: InterestStatement,
): string {
  const { code, name } = clients[client];
  const on = dayText(asOf, language);
  const title = language === 'fr' ? `intérêts de retard au ${on}` : `interest on late payment to ${on}`;
  return oneLine(`${code} ${name} – ${title}, ${currencies[currency]}`);
}

function invoiceText(
  register: Register,
  statement: InterestStatement,
  line: StatementInvoice,
  limitation: LimitationReader,
): string {
  const { language } = register.settings;
  const number = oneLine(register.invoices.numberAt(line.invoice));
  const due = dayText(line.dueDay, language);
  const paid = line.isSettled ? PAID[language] : '';
  const title =
    language === 'fr'
      ? `Facture ${number}, échue le ${due}${paid}`
      : `Invoice ${number}, due on ${due}${paid}`;
  return [
    title,
    ...segmentLines(register, statement, line),
    ...sumLines(register, statement, line).map((text) => `  ${text}`),
    ...limitationLines(line.invoice, limitation, language),
  ].join('\n');
}

const PAID: Words = { fr: ', réglée depuis', en: ', paid since' };

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['du', 'au', 'jours', 'principal', 'taux', 'intérêts'],
  en: ['from', 'to', 'days', 'principal', 'rate', 'interest'],
};

function segmentLines(
  { currencies, settings: { language } }: Register,
  { currency }: InterestStatement,
  { segments }: StatementInvoice,
): readonly string[] {
  if (segments.length === 0) return [];
  const code = currencies[currency];
  const scale = 10 ** currencyDigits(code);
  const rows = segments.map(({ amount, days, from, percent, principal, through }) => [
    dayText(from, language),
    dayText(through, language),
    numberText(days, 0, language),
    moneyText(principal, code, language),
    percentText(percent / 100, 2, language),
    numberText(amount / scale, 4, language),
  ]);
  return columnsText([HEADS[language], ...rows], [2, 3, 4, 5]).map((text) => `  ${text}`);
}

const LABELS = {
  interest: { fr: 'Intérêts, arrondis une fois', en: 'Interest, rounded once' },
  allInterest: { fr: 'Intérêts', en: 'Interest' },
  indemnity: { fr: 'Indemnité forfaitaire', en: 'Fixed sum' },
  received: { fr: 'Déjà reçu', en: 'Received' },
  waived: { fr: 'Abandonné', en: 'Given up' },
  left: { fr: 'Reste dû', en: 'Left to pay' },
  claimedOn: { fr: 'Dernière réclamation', en: 'Last claimed' },
  limitation: { fr: 'Prescription, si rien ne l’interrompt', en: 'Limitation, unless interrupted' },
} as const satisfies Readonly<Record<string, Words>>;

function labelled(label: Words, text: string, language: Language): string {
  return language === 'fr' ? typesetFrench(`${label.fr} : ${text}`) : `${label.en}: ${text}`;
}

function sumLines(
  register: Register,
  statement: InterestStatement,
  line: StatementInvoice,
): readonly string[] {
  const { language } = register.settings;
  const claimed =
    line.claimedOn === null ? [] : [labelled(LABELS.claimedOn, dayText(line.claimedOn, language), language)];
  return [...sums(register, statement, line, LABELS.interest), ...claimed];
}

function sums(
  { currencies, settings: { language } }: Register,
  { currency }: InterestStatement,
  { indemnity, interest, left, missing, received, waived }: StatementSums,
  interestLabel: Words,
): readonly string[] {
  const money = (minor: number): string => moneyText(minor, currencies[currency], language);
  const known = (minor: number | null, why: string): string => (minor === null ? why : money(minor));
  const why = missing === null ? OTHER_CURRENCY[language] : missingText(missing, language);
  const some = (label: Words, minor: number): readonly string[] =>
    minor === 0 ? [] : [labelled(label, money(minor), language)];
  return [
    labelled(interestLabel, known(interest, why), language),
    labelled(LABELS.indemnity, known(indemnity, OTHER_CURRENCY[language]), language),
    ...some(LABELS.received, received),
    ...some(LABELS.waived, waived),
    ...(left === null ? [] : [labelled(LABELS.left, money(left), language)]),
  ];
}

const OTHER_CURRENCY: Words = {
  fr: 'inconnue, elle est fixée dans une autre devise',
  en: 'not known, it is set in another currency',
};

function missingText({ from, series }: MissingRate, language: Language): string {
  const day = dayText(from, language);
  return language === 'fr'
    ? `inconnus, le taux ${series} au ${day} manque dans la table des taux`
    : `not known, the rates table lacks ${series} of ${day}`;
}

/** What may have begun it anew is for the keeper to judge: only a written acknowledgement counts. */
function limitationLines(
  invoice: number,
  { of, possible }: LimitationReader,
  language: Language,
): readonly string[] {
  const found = of(invoice);
  if (found === null) return [];
  const last = possible(invoice).reduce<number | null>((day, { at }) => Math.max(day ?? at, at), null);
  const expiry = `  ${labelled(LABELS.limitation, dayText(found.expiresOn, language), language)}`;
  return last === null ? [expiry] : [expiry, `  ${perhapsText(dayText(last, language), language)}`];
}

function perhapsText(day: string, language: Language): string {
  return language === 'fr'
    ? typesetFrench(
        `La promesse ou l’échéancier du ${day} l’a peut-être interrompue : si la dette y est reconnue par écrit, notez une « reconnaissance de dette » au journal.`,
      )
    : `The promise or plan of ${day} may have interrupted it: if the debt is acknowledged in writing there, enter an “acknowledgement of debt” in the journal.`;
}

function totalText(register: Register, statement: InterestStatement): string {
  const lines = sums(register, statement, statement.totals, LABELS.allInterest);
  return ['Total', ...lines.map((text) => `  ${text}`)].join('\n');
}
