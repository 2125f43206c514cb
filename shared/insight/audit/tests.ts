/** Every audit test, in the order in which the report shows them. */
import { BENFORD } from './benford.ts';
import { CREDIT_OVER_INVOICE } from './credit-over-invoice.ts';
import { DUE_BEFORE_ISSUE } from './due-before-issue.ts';
import { EARLY_CREDIT } from './early-credit.ts';
import type { AuditTest } from './finding.ts';
import { LATE_CREDIT } from './late-credit.ts';
import { NUMBER_GAPS } from './number-gaps.ts';
import { NUMBER_ORDER } from './number-order.ts';
import { OVER_LIMIT } from './over-limit.ts';
import { OVERPAID } from './overpaid.ts';
import { PAYMENT_BEFORE_ISSUE } from './payment-before-issue.ts';
import { PAYMENT_TERMS } from './payment-terms.ts';
import { PAYMENT_TWICE } from './payment-twice.ts';
import { REPEATED_WRITE_OFFS } from './repeated-write-offs.ts';
import { SIMILAR_INVOICES } from './similar-invoices.ts';
import { SIMILAR_NUMBERS } from './similar-numbers.ts';
import { UNAPPLIED_MONEY } from './unapplied-money.ts';
import { UNKNOWN_SENDS } from './unknown-sends.ts';
import { UNLIMITED_EXPOSURE } from './unlimited-exposure.ts';
import { WEEKEND_ISSUES } from './weekend-issues.ts';
import { WEEKEND_PAYMENTS } from './weekend-payments.ts';
import { WRITE_OFF_OVER_BALANCE } from './write-off-over-balance.ts';

export const AUDIT_TESTS: readonly AuditTest[] = [
  NUMBER_GAPS,
  NUMBER_ORDER,
  SIMILAR_NUMBERS,
  SIMILAR_INVOICES,
  DUE_BEFORE_ISSUE,
  PAYMENT_TERMS,
  CREDIT_OVER_INVOICE,
  EARLY_CREDIT,
  LATE_CREDIT,
  PAYMENT_BEFORE_ISSUE,
  PAYMENT_TWICE,
  OVERPAID,
  UNAPPLIED_MONEY,
  WRITE_OFF_OVER_BALANCE,
  REPEATED_WRITE_OFFS,
  OVER_LIMIT,
  UNLIMITED_EXPOSURE,
  WEEKEND_ISSUES,
  WEEKEND_PAYMENTS,
  BENFORD,
  UNKNOWN_SENDS,
];
