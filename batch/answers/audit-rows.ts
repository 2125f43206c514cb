/** The audit as JSON: the findings row by row, and what became of each test. */
import { civilDate } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import type { Language } from '../../shared/base/words.ts';
import type { AuditFinding, AuditSummary } from '../../shared/insight/audit/finding.ts';
import type { Review } from '../../shared/register/reading/evidence.ts';
import type { JsonRow } from './json-text.ts';
import type { Report } from './report.ts';

export function* findingRows({ audit, language }: Report): Generator<JsonRow> {
  for (const finding of audit.findings) yield findingRow(finding, language);
}

function findingRow(finding: AuditFinding, language: Language): JsonRow {
  const {
    amount,
    column,
    currency,
    facts,
    id,
    message,
    outdated,
    reviewed,
    row,
    severity,
    subject,
    table,
    test,
  } = finding;
  const money = amount === null || currency === null ? null : decimalText(amount, currency);
  return {
    test,
    severity,
    table,
    row,
    column,
    subject,
    currency,
    amount: money,
    message: message[language],
    id,
    facts,
    reviewed: reviewRow(reviewed),
    reviewedBefore: reviewRow(outdated),
  };
}

function reviewRow(review: Review | null): JsonRow {
  if (review === null) return null;
  const { by, on, reason } = review;
  return { reason, by, on: on === null ? null : civilDate(on) };
}

export function auditTestRows({ audit, language }: Report): readonly JsonRow[] {
  return audit.tests.map((summary) => testRow(summary, language));
}

function testRow(summary: AuditSummary, language: Language): JsonRow {
  const { ran, test } = summary;
  const title = summary.title[language];
  if (!ran) return { test, title, ran, why: summary.why[language] };
  const { hits, listed, population, reviewed } = summary;
  const amounts = summary.amounts.map(({ currency, minor }) => ({
    currency,
    amount: decimalText(minor, currency),
  }));
  return { test, title, ran, population, hits, listed, reviewed, amounts };
}
