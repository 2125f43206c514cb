/** The audit: every test on a register as of a day, the findings worst first, and what became of each test. */
import type { DayNumber } from '../../base/civil-date.ts';
import type { Money } from '../../base/money.ts';
import type { Words } from '../../base/words.ts';
import type { Ledger } from '../../receivables/ledger.ts';
import type { Register } from '../../register/entries.ts';
import {
  AUDIT_SEVERITIES,
  type AuditFinding,
  type AuditSummary,
  type AuditTest,
  type Hit,
} from './finding.ts';
import { findingFacts, findingId, sameSubject } from './fingerprint.ts';
import { type AuditInputs, NO_INPUTS } from './inputs.ts';
import { type ReviewOf, reviewsById } from './reviews.ts';
import { type Teller, tellerOf } from './teller.ts';
import { AUDIT_TESTS } from './tests.ts';
import { viewOn } from './view.ts';

export type Audit = {
  readonly findings: readonly AuditFinding[]; // worst first, then test by test, the largest amount first; reviewed ones too
  readonly tests: readonly AuditSummary[]; // every test, in order
};

/** Beyond these a list is not read: what a test says so often is one thing to settle. The summary counts all. */
export const MOST_LISTED = 1000;

const NOTHING_TO_EXAMINE: Words = {
  fr: 'Rien à examiner au registre.',
  en: 'Nothing to examine in the register.',
};

/** Runs every test on what is dated up to the day and on it. The order of the rows changes no finding. */
export function runAudit(ledger: Ledger, asOf: DayNumber, inputs: AuditInputs = NO_INPUTS): Audit {
  const view = viewOn(ledger, asOf, inputs);
  const telling: Telling = {
    register: ledger.register,
    fr: tellerOf(ledger.register, 'fr'),
    en: tellerOf(ledger.register, 'en'),
    reviewOf: reviewsById(inputs.evidence?.reviews ?? []),
  };
  const findings: AuditFinding[] = [];
  const tests = AUDIT_TESTS.map((test) => runTest(test, test.run(view), telling, findings));
  const rank = (finding: AuditFinding): number => AUDIT_SEVERITIES.indexOf(finding.severity);
  return { findings: findings.sort((a, b) => rank(a) - rank(b)), tests };
}

/** What all findings are told with. */
type Telling = {
  readonly register: Register;
  readonly fr: Teller;
  readonly en: Teller;
  readonly reviewOf: ReviewOf;
};

function runTest(
  test: AuditTest,
  outcome: ReturnType<AuditTest['run']>,
  telling: Telling,
  into: AuditFinding[],
): AuditSummary {
  const { key, title } = test;
  if (!outcome.ran) return { test: key, title, ran: false, why: outcome.why };
  if (outcome.population === 0) return { test: key, title, ran: false, why: NOTHING_TO_EXAMINE };
  const { hits, population } = outcome;
  const findings = listedOf(hits, telling).map(({ hit, rank }) => findingOf(test, hit, rank, telling));
  for (const finding of findings) into.push(finding);
  return {
    test: key,
    title,
    ran: true,
    population,
    hits: hits.length,
    listed: findings.length,
    reviewed: findings.filter(({ reviewed }) => reviewed !== null).length,
    amounts: sumsOf(hits, telling.register),
  };
}

/** The hits to be told, weightiest first, each with its rank among those of its subject. */
function listedOf(
  hits: readonly Hit[],
  { fr }: Telling,
): readonly { readonly hit: Hit; readonly rank: number }[] {
  const ranks = new Map<string, number>();
  return [...hits]
    .sort((a, b) => weigh(a, b) || compare(a.say.fr(fr), b.say.fr(fr)))
    .slice(0, MOST_LISTED)
    .map((hit) => {
      const subject = sameSubject(hit);
      const rank = (ranks.get(subject) ?? 0) + 1;
      ranks.set(subject, rank);
      return { hit, rank };
    });
}

/** Worst first, then by currency, the largest amount first, then by subject. */
function weigh(a: Hit, b: Hit): number {
  return (
    AUDIT_SEVERITIES.indexOf(a.severity) - AUDIT_SEVERITIES.indexOf(b.severity) ||
    (a.currency ?? 0) - (b.currency ?? 0) ||
    (b.amount ?? 0) - (a.amount ?? 0) ||
    compare(a.subject, b.subject) ||
    compare(a.mark ?? '', b.mark ?? '')
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The words are made at once: a sentence kept for later would keep all that the audit looked at. */
function findingOf(test: AuditTest, hit: Hit, rank: number, telling: Telling): AuditFinding {
  const { amount, column = null, row, say, severity, subject, table } = hit;
  const currency = hit.currency === null ? null : telling.register.currencies[hit.currency];
  const id = findingId(test.key, hit, rank);
  const facts = findingFacts(hit, currency);
  return {
    id,
    facts,
    test: test.key,
    severity,
    table,
    row,
    column,
    subject,
    currency,
    amount,
    message: { fr: say.fr(telling.fr), en: say.en(telling.en) },
    ...telling.reviewOf(id, facts),
  };
}

/** The hits' amounts, a sum a currency, in the register's order of currencies. */
function sumsOf(hits: readonly Hit[], { currencies }: Register): readonly Money[] {
  const sums = new Map<number, number>();
  for (const { amount, currency } of hits) {
    if (amount !== null && currency !== null) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  return currencies.flatMap((currency, index) => {
    const minor = sums.get(index);
    return minor === undefined ? [] : [{ minor, currency }];
  });
}
