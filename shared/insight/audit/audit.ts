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
import { type Sentence, type Teller, tellerOf } from './teller.ts';
import { AUDIT_TESTS } from './tests.ts';
import { viewOn } from './view.ts';

export type Audit = {
  readonly findings: readonly AuditFinding[]; // worst first, then test by test, the largest amount first
  readonly tests: readonly AuditSummary[]; // every test, in order
};

/** Beyond these a list is not read: what a test says so often is one thing to settle. The summary counts all. */
export const MOST_LISTED = 1000;

const NOTHING_TO_EXAMINE: Words = {
  fr: 'Rien à examiner au registre.',
  en: 'Nothing to examine in the register.',
};

/** Runs every test on what is dated up to the day and on it. The order of the rows changes no finding. */
export function runAudit(ledger: Ledger, asOf: DayNumber): Audit {
  const { register } = ledger;
  const view = viewOn(ledger, asOf);
  const tellers: Tellers = { fr: tellerOf(register, 'fr'), en: tellerOf(register, 'en') };
  const findings: AuditFinding[] = [];
  const tests = AUDIT_TESTS.map((test): AuditSummary => {
    const outcome = test.run(view);
    const { key, title } = test;
    if (!outcome.ran) return { test: key, title, ran: false, why: outcome.why };
    if (outcome.population === 0) return { test: key, title, ran: false, why: NOTHING_TO_EXAMINE };
    const { hits, population } = outcome;
    const listed = [...hits]
      .sort((a, b) => weigh(a, b) || compare(a.say.fr(tellers.fr), b.say.fr(tellers.fr)))
      .slice(0, MOST_LISTED);
    for (const hit of listed) findings.push(findingOf(test, hit, register, tellers));
    const amounts = sumsOf(hits, register);
    return { test: key, title, ran: true, population, hits: hits.length, listed: listed.length, amounts };
  });
  const rank = (finding: AuditFinding): number => AUDIT_SEVERITIES.indexOf(finding.severity);
  return { findings: findings.sort((a, b) => rank(a) - rank(b)), tests };
}

type Tellers = { readonly fr: Teller; readonly en: Teller };

/** Worst first, then by currency, the largest amount first, then by subject. */
function weigh(a: Hit, b: Hit): number {
  return (
    AUDIT_SEVERITIES.indexOf(a.severity) - AUDIT_SEVERITIES.indexOf(b.severity) ||
    (a.currency ?? 0) - (b.currency ?? 0) ||
    (b.amount ?? 0) - (a.amount ?? 0) ||
    compare(a.subject, b.subject)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function findingOf(test: AuditTest, hit: Hit, { currencies }: Register, tellers: Tellers): AuditFinding {
  const { amount, currency, row, say, severity, subject, table } = hit;
  return {
    test: test.key,
    severity,
    table,
    row,
    subject,
    currency: currency === null ? null : currencies[currency],
    amount,
    message: sentenceOf(say, tellers),
  };
}

/** The words are made when they are read: of thousands of findings, mostly in one language. */
function sentenceOf(say: Sentence, tellers: Tellers): Words {
  return {
    get fr() {
      return say.fr(tellers.fr);
    },
    get en() {
      return say.en(tellers.en);
    },
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
