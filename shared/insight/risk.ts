/**
 * Risk: a score per client that says where its points come from.
 *
 * The score is a sum of points, 0 (safe) to 100. Only what is dated up to the day asked for counts. What is unpaid counts as much
 * as what is paid: an average of paid invoices alone looks best when the worst are still open.
 *
 *   late-rate          0–45  share of invoices paid late or overdue, half by number and half by value; due in the last 24 months, one due a year
 *                            ago weighing half of one due today; drawn towards the register's own share as if two more invoices had been paid
 *                            on average, so that one invoice decides little (no-history: no invoice due, the register's share stands)
 *   days-late          0–15  mean days late over 12 months, weighted by amount; open ones count to the day. 5 days cost 3, 15: 7, 30: 11, 60: 15
 *   worsening          0–15  what the last 3 months would cost above that year; needs 3 invoices in them and 3 in the 9 months before
 *   oldest-overdue     0–20  days of the oldest invoice overdue. 7 days cost 2, 30: 8, 90: 15, 180: 20
 *   overdue-share      0–10  overdue / exposure
 *   credit-limit       0–10  exposure / limit: from 80 % on, at the limit 4, at 150 % 10; the limit is in the register's own currency
 *   broken-promise     0–10  promises of the last 12 months not kept 3 days after their day: one costs 5, two 8, three 10
 *   missed-instalment  0, 8  an instalment of a plan unpaid 3 days after its day
 *   late-plan          0, 3  a plan agreed after the due date within 12 months
 *   bounced-payment    0–10  payments that came back within 12 months: one costs 6, two 10
 *   write-off          0–10  written off in 24 months, as a share of the sales: from 0.5 % on, 1 % costs 3, 5 %: 8, 10 %: 10
 *   dispute            0–6   invoices in dispute: one costs 3, two 5, three 6
 *
 * Between two figures points grow in a straight line; each is rounded, then added. A sum above 100 stops there, and
 * its smallest reasons are told without points. History does most of the work because it predicts best who pays late next; ageing alone hardly ranks clients.
 * Grades: A below 25, B below 50, C below 75, D from 75. A client with fewer than three invoices settled or overdue, or known for
 * less than six months, is `unknown`: that is no good grade. A score ranks; granting or refusing credit stays a person's decision.
 */
import { addMonths, type DayNumber } from '../base/civil-date.ts';
import type { Words } from '../base/words.ts';
import { type ClientBalance, clientBalancesOn, type Ledger } from '../receivables/ledger.ts';
import { type RiskFigures, riskFigures } from './risk-figures.ts';
import { type RiskCode, riskPoints } from './risk-points.ts';
import { type Naming, reasonText } from './risk-reasons.ts';

export const RISK_GRADES = ['A', 'B', 'C', 'D', 'unknown'] as const;
export type RiskGrade = (typeof RISK_GRADES)[number];

export type RiskReason = { readonly code: RiskCode; readonly points: number; readonly text: Words };

/** Of one client in one currency as of one day. Minor units. */
export type ClientRisk = {
  readonly client: number; // index into the register's clients
  readonly score: number; // 0 safe … 100, a whole number; the reasons' points add up to it
  readonly grade: RiskGrade; // unknown: too little history, which is no good grade
  readonly exposure: number; // open - unapplied, at least 0
  readonly creditLimit: number | null;
  readonly availableCredit: number | null; // limit - exposure, may be negative
  readonly reasons: readonly RiskReason[]; // most points first
};

const HISTORY_INVOICES = 3;
const HISTORY_MONTHS = 6;

/**
 * Every client with a balance, or with an invoice of the last 24 months, riskiest first; then the larger exposure, then by code.
 * @param balances of all clients in the currency on the day, for who has them already
 */
export function rateClients(
  ledger: Ledger,
  currencyIndex: number,
  asOf: DayNumber,
  balances: readonly ClientBalance[] = clientBalancesOn(ledger, currencyIndex, asOf),
): readonly ClientRisk[] {
  const { clients, currencies, invoices } = ledger.register;
  const knownBy = addMonths(asOf, -HISTORY_MONTHS);
  const naming: Naming = {
    currency: currencies[currencyIndex],
    invoiceNumber: invoices.numberAt,
  };
  return riskFigures(ledger, currencyIndex, asOf, balances)
    .map((figures) => rateClient(figures, knownBy, naming))
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.exposure - a.exposure ||
        (clients[a.client].code < clients[b.client].code ? -1 : 1),
    );
}

/** @param knownBy who is not known by this day is new */
function rateClient(figures: RiskFigures, knownBy: DayNumber, naming: Naming): ClientRisk {
  const { client, debt, history } = figures;
  const { exposure, limit } = debt;
  const points = riskPoints(figures);
  const score = points.reduce((sum, reason) => sum + reason.points, 0);
  const isNew = history.settledOrOverdue < HISTORY_INVOICES || figures.knownSince > knownBy;
  const hasLimit = Number.isFinite(limit);
  return {
    client,
    score,
    grade: isNew ? 'unknown' : gradeOf(score),
    exposure,
    creditLimit: hasLimit ? limit : null,
    availableCredit: hasLimit ? limit - exposure : null,
    reasons: points.map((reason) => ({ ...reason, text: reasonText(reason.code, figures, naming) })),
  };
}

/** @param score from 0 to 100 */
export function gradeOf(score: number): RiskGrade {
  if (score < 25) return 'A';
  if (score < 50) return 'B';
  return score < 75 ? 'C' : 'D';
}
