/**
 * Risk: a score per client that says where its points come from.
 *
 * The score is a sum of points, 0 (safe) to 100. Only what is dated up to the day asked for counts. What is unpaid counts as much
 * as what is paid: an average of paid invoices alone looks best when the worst are still open.
 *
 *   insolvency         75    a court has opened insolvency proceedings
 *   late-rate          0–55  how late it pays, of the invoices due in the last 24 months and of older ones still open (`late-rate.ts`); no-history: no
 *                            invoice due, the register's average stands
 *   worsening          0–10  what the mean days late of the last 3 months would cost above those of 12 months, weighted by amount, open ones
 *                            counted to the day: 5 days 2, 15: 5, 30: 7, 60: 10; needs 3 invoices in them and 3 in the 9 months before
 *   late-by-30         0–8   chance that what is open is paid more than 30 days late, or never: the client's payment delays, each item at its age
 *   oldest-overdue     0–6   days of the oldest invoice overdue: from 30 on, 90 cost 3, 180: 6
 *   credit-limit       0–10  exposure / limit: from 80 % on, at the limit 4, at 150 % 10; the limit is in the register's own currency
 *   concentration      0–5   share of all that is owed to the register: from 10 % on, 25 % cost 2, 50 %: 5
 *   fast-growing       0–5   invoiced in 3 months / a quarter of the 9 months before: from 1.5 on, 3 costs 5; 3 invoices in both
 *   new-client         0–4   a client with too little history owes more than the median client: five times as much costs 4
 *   broken-promise     0–10  promises of the last 12 months not kept 3 days after their day: one costs 5, two 8, three 10
 *   missed-instalment  0, 8  an instalment of a plan unpaid 3 days after its day
 *   late-plan          0, 3  a plan agreed after the due date within 12 months
 *   longer-terms       0–5   days from issue to due date, 3 months against the 9 before: from 5 more on, 15 cost 2, 45: 5
 *   bounced-payment    0–10  payments that came back within 12 months: one costs 6, two 10
 *   write-off          0–10  written off in 24 months, as a share of the sales: from 0.5 % on, 1 % costs 3, 5 %: 8, 10 %: 10
 *   dispute            0–6   invoices in dispute: one costs 3, two 5, three 6
 *
 * Between two figures points grow in a straight line; each is rounded, then added. A sum above 100 stops there, and
 * its smallest reasons are told without points. History does most of the work because it predicts best who pays late next; ageing alone hardly ranks clients.
 * Grades: A below 25, B below 45, C below 65, D from 65. A client with fewer than three invoices settled or overdue, or known for
 * less than six months, is `unknown`: that is no good grade. A score ranks; granting or refusing credit stays a person's decision, and about a
 * natural person (kind individual) it is never more than an indication.
 *
 * The score ranks clients; money at risk ranks debts: chance of more than 30 days late × exposure.
 */
import { type DayNumber, NO_DAY } from '../../base/civil-date.ts';
import { currencyDigits, roundHalfAway } from '../../base/money.ts';
import type { Words } from '../../base/words.ts';
import type { Ledger } from '../../receivables/ledger.ts';
import { type Known, knownOn } from '../known.ts';
import { proposedLimit } from './credit-limit.ts';
import { type RiskFigures, riskFigures } from './risk-figures.ts';
import { type RiskCode, type RiskPoints, riskPoints } from './risk-points.ts';
import { type Naming, reasonText } from './risk-reasons.ts';

export const RISK_GRADES = ['A', 'B', 'C', 'D', 'unknown'] as const;
export type RiskGrade = (typeof RISK_GRADES)[number];

export type RiskReason = { readonly code: RiskCode; readonly points: number; readonly text: Words };

/** Of one client in one currency as of one day. Minor units. */
export type ClientRisk = {
  readonly client: number; // index into the register's clients
  readonly score: number; // 0 safe … 100, a whole number; the reasons' points add up to it
  readonly grade: RiskGrade; // unknown: too little history, which is no good grade
  readonly late: number; // chance that its next invoice is paid late
  readonly lateBy30: number; // chance that what it owes is paid more than 30 days late, or never; by amount
  readonly moneyAtRisk: number; // lateBy30 × exposure
  readonly isPerson: boolean; // a natural person: indications, no decision
  readonly exposure: number; // open - unapplied, at least 0
  readonly creditLimit: number | null;
  readonly availableCredit: number | null; // limit - exposure, may be negative
  readonly proposedLimit: number | null; // by purchases and payments; null: nothing bought in 12 months, or not the register's own currency
  readonly reasons: readonly RiskReason[]; // most points first
};

/**
 * Every client with a balance, or with an invoice of the last 24 months, riskiest first; then the larger exposure, then by code.
 * @param given of the currency on the day, for who has it already
 */
export function rateClients(
  ledger: Ledger,
  currencyIndex: number,
  asOf: DayNumber,
  given: Partial<Known> = {},
): readonly ClientRisk[] {
  const { clients } = ledger.register;
  return riskFigures(ledger, currencyIndex, asOf, knownOn(ledger, currencyIndex, asOf, given))
    .map((figures) => rateFigures(ledger, currencyIndex, figures))
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.exposure - a.exposure ||
        (clients[a.client].code < clients[b.client].code ? -1 : 1),
    );
}

export type Score = Pick<ClientRisk, 'client' | 'score' | 'grade'>;

/** The score of every client that `rateClients` rates, in the register's order: without the reasons, which cost most of its time. */
export function scoreClients(
  ledger: Ledger,
  currencyIndex: number,
  asOf: DayNumber,
  given: Partial<Known> = {},
): readonly Score[] {
  const figures = riskFigures(ledger, currencyIndex, asOf, knownOn(ledger, currencyIndex, asOf, given));
  return figures.map((one) => scoreOf(one, riskPoints(one)));
}

function scoreOf({ client, isNew, marks }: RiskFigures, points: readonly RiskPoints[]): Score {
  const score = points.reduce((sum, reason) => sum + reason.points, 0);
  const grade = isNew && marks.insolvencyOn === NO_DAY ? 'unknown' : gradeOf(score);
  return { client, score, grade };
}

/** One client, from its figures of the currency. */
export function rateFigures({ register }: Ledger, currencyIndex: number, figures: RiskFigures): ClientRisk {
  const { clients, currencies, invoices } = register;
  const naming: Naming = { currency: currencies[currencyIndex], invoiceNumber: invoices.numberAt };
  const { chances, client, debt } = figures;
  const { exposure, limit } = debt;
  const points = riskPoints(figures);
  const { grade, score } = scoreOf(figures, points);
  const hasLimit = Number.isFinite(limit);
  const unit = 10 ** currencyDigits(naming.currency);
  return {
    client,
    score,
    grade,
    ...chances,
    moneyAtRisk: roundHalfAway(chances.lateBy30 * exposure),
    isPerson: clients[client].kind === 'individual',
    exposure,
    creditLimit: hasLimit ? limit : null,
    availableCredit: hasLimit ? limit - exposure : null,
    proposedLimit: currencyIndex === 0 ? proposedLimit(figures, grade, unit) : null,
    reasons: points.map((reason) => ({ ...reason, text: reasonText(reason.code, figures, naming) })),
  };
}

/** @param score from 0 to 100 */
export function gradeOf(score: number): RiskGrade {
  if (score < 25) return 'A';
  if (score < 45) return 'B';
  return score < 65 ? 'C' : 'D';
}
