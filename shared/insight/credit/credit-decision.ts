/**
 * May this client be invoiced this much more? One rule that anyone can apply, from top to bottom; the first line that fits decides:
 *
 *    1 it reduces what is owed (a credit note, nothing)                    grant
 *    2 a court has opened insolvency proceedings                           refuse
 *    3 grade D, or more than 60 days overdue                               refuse
 *    4 another currency than the limit's                                   ask the manager
 *    5 no limit set, none to propose, or the grade is unknown without a
 *      limit set: up to what the median client owes, or nobody owes        grant with a deposit of 30 %; above: ask the manager
 *    6 above the limit by more than half the invoice, or grade C           ask the manager
 *    7 above the limit                                                     grant with a deposit of what is above
 *    8 grade C, or more than 30 days overdue                               grant with a deposit of 30 %
 *    9 within the limit                                                    grant
 *
 * The limit is the one set for the client, else the one proposed from its purchases and payments. A natural person is never refused by a rule: where
 * it says refuse, it asks the manager (GDPR, article 22). Only the register is looked at: neither accounts nor credit reports.
 */
import type { DayNumber } from '../../base/civil-date.ts';
import { currencyDigits, roundHalfAway } from '../../base/money.ts';
import type { Words } from '../../base/words.ts';
import type { Ledger } from '../../receivables/ledger.ts';
import { knownOn } from '../known.ts';
import { proposedLimit } from '../risk/credit-limit.ts';
import { type ClientRisk, rateFigures } from '../risk/risk.ts';
import { type RiskFigures, riskFigures } from '../risk/risk-figures.ts';
import { type Credit, type CreditQuestion, creditCheck } from './credit.ts';
import { decisionWords } from './credit-decision-words.ts';

const CREDIT_DECISIONS = ['grant', 'grantWithDeposit', 'askManager', 'refuse'] as const;
export type CreditVerdict = (typeof CREDIT_DECISIONS)[number];

/** Why: the line of the rule that decided. */
const CREDIT_GROUNDS = [
  'reduces',
  'insolvency',
  'grade-d',
  'long-overdue',
  'other-currency',
  'little-known',
  'above-limit',
  'grade-c',
  'overdue',
  'within-limit',
] as const;
export type CreditGround = (typeof CREDIT_GROUNDS)[number];

/** Minor units of the register's own currency, unless said otherwise. */
export type CreditDecision = {
  readonly decision: CreditVerdict;
  readonly ground: CreditGround;
  readonly deposit: number; // to be paid before, minor units of the currency asked about; 0: none
  readonly limit: number | null; // that was compared with
  readonly limitIs: 'set' | 'proposed' | 'none';
  readonly available: number | null; // limit - exposure - drafts that wait, without what is asked
  readonly figures: Credit; // exposure now and after
  readonly risk: ClientRisk | null; // null: nothing was ever invoiced to the client
  readonly words: Words; // decision and reason, in one or two sentences
};

export type CreditDesk = (question: CreditQuestion) => CreditDecision;

/** Answers questions about many clients of one day; the register is rated at the first one. */
export function creditDesk(ledger: Ledger, asOf: DayNumber): CreditDesk {
  let rated: ReadonlyMap<number, RiskFigures> | null = null;
  return (question) => {
    rated ??= new Map(
      riskFigures(ledger, 0, asOf, knownOn(ledger, 0, asOf)).map((figures) => [figures.client, figures]),
    );
    return decide(ledger, asOf, question, rated);
  };
}

/** One question about one client. */
export function creditDecision(ledger: Ledger, asOf: DayNumber, question: CreditQuestion): CreditDecision {
  return creditDesk(ledger, asOf)(question);
}

const LONG_OVERDUE_DAYS = 60;
const OVERDUE_DAYS = 30;
const DEPOSIT_SHARE = 0.3;
/** Above the limit by up to this share of the invoice, a deposit does. */
const MOST_ABOVE = 0.5;

function decide(
  ledger: Ledger,
  asOf: DayNumber,
  question: CreditQuestion,
  rated: ReadonlyMap<number, RiskFigures>,
): CreditDecision {
  const { clients, settings } = ledger.register;
  const client = clients[question.client];
  const figures = rated.get(question.client) ?? null;
  const risk = figures && rateFigures(ledger, 0, figures);
  const check = creditCheck(ledger, asOf, question);
  const unit = 10 ** currencyDigits(settings.currency);
  const proposed = figures && risk ? proposedLimit(figures, risk.grade, unit) : null;
  const limit = client.creditLimit ?? proposed;
  const limitIs = client.creditLimit !== null ? 'set' : proposed === null ? 'none' : 'proposed';
  const insolvent = client.insolvencyOn !== null && client.insolvencyOn <= asOf;
  const ruled = rule({
    question,
    check,
    figures,
    risk,
    limit,
    limitIs,
    insolvent,
    own: settings.currency,
    rated,
  });
  const isPerson = client.kind === 'individual';
  const decision = ruled.decision === 'refuse' && isPerson ? 'askManager' : ruled.decision;
  const available = limit === null ? null : limit - check.exposure - check.waiting;
  const answer = { ...ruled, decision, limit, limitIs, available, figures: check, risk } as const;
  return { ...answer, words: decisionWords(answer, figures, question, client, settings.currency) };
}

type Case = {
  readonly question: CreditQuestion;
  readonly check: Credit;
  readonly figures: RiskFigures | null;
  readonly risk: ClientRisk | null;
  readonly limit: number | null;
  readonly limitIs: CreditDecision['limitIs'];
  readonly insolvent: boolean;
  readonly own: string;
  readonly rated: ReadonlyMap<number, RiskFigures>;
};

type Ruled = Pick<CreditDecision, 'decision' | 'ground' | 'deposit'>;

function rule(one: Case): Ruled {
  const { figures, insolvent, own, question, risk } = one;
  const overdue = figures?.debt.oldestDays ?? 0;
  if (question.amount <= 0) return ruled('grant', 'reduces');
  if (insolvent) return ruled('refuse', 'insolvency');
  if (risk?.grade === 'D') return ruled('refuse', 'grade-d');
  if (overdue > LONG_OVERDUE_DAYS) return ruled('refuse', 'long-overdue');
  if (question.currency !== own) return ruled('askManager', 'other-currency');
  return ruleByLimit(one, overdue);
}

function ruleByLimit({ check, limit, limitIs, question, rated, risk }: Case, overdue: number): Ruled {
  const { amount } = question;
  const deposit = roundHalfAway(amount * DEPOSIT_SHARE);
  if (limit === null || (limitIs !== 'set' && (risk === null || risk.grade === 'unknown'))) {
    const usual = medianExposure(rated);
    const isSmall = usual === 0 || check.after <= usual;
    return isSmall ? ruled('grantWithDeposit', 'little-known', deposit) : ruled('askManager', 'little-known');
  }
  const above = check.after - limit;
  if (above > 0) {
    const isFar = above > amount * MOST_ABOVE || risk?.grade === 'C';
    return isFar ? ruled('askManager', 'above-limit') : ruled('grantWithDeposit', 'above-limit', above);
  }
  if (risk?.grade === 'C') return ruled('grantWithDeposit', 'grade-c', deposit);
  if (overdue > OVERDUE_DAYS) return ruled('grantWithDeposit', 'overdue', deposit);
  return ruled('grant', 'within-limit');
}

function ruled(decision: CreditVerdict, ground: CreditGround, deposit = 0): Ruled {
  return { decision, ground, deposit };
}

/** The same for every client. @returns 0 where nobody owes anything */
function medianExposure(rated: ReadonlyMap<number, RiskFigures>): number {
  for (const { growth } of rated.values()) return growth.usualExposure;
  return 0;
}
