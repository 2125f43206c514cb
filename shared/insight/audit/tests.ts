/** Every audit test, in the order in which the report shows them. */

import { BACKDATED_ISSUE } from './backdated-issue.ts';
import { BENFORD } from './benford.ts';
import { CHANGED_AFTER_ISSUE } from './changed-after-issue.ts';
import { CONCENTRATION } from './concentration.ts';
import { CREDIT_OVER_INVOICE } from './credit-over-invoice.ts';
import { DUE_BEFORE_ISSUE } from './due-before-issue.ts';
import { DUPLICATE_NUMBER } from './duplicate-number.ts';
import { EARLY_CREDIT } from './early-credit.ts';
import type { AuditTest } from './finding.ts';
import { HELD_REMINDERS } from './held-reminders.ts';
import { IBAN_CHANGED } from './iban-changed.ts';
import { KEPT_ANCHORS } from './kept-anchors.ts';
import { LAPPING } from './lapping.ts';
import { LATE_CREDIT } from './late-credit.ts';
import { LATE_INVOICING } from './late-invoicing.ts';
import { LAW_IN_USE } from './law-in-use.ts';
import { LIMITATION } from './limitation.ts';
import { LINES_AGAINST_TOTAL } from './lines-against-total.ts';
import { MISSING_DATA } from './missing-data.ts';
import { NUMBER_GAPS } from './number-gaps.ts';
import { NUMBER_ORDER } from './number-order.ts';
import { ODD_HOURS } from './odd-hours.ts';
import { OTHER_CLIENT_PAYMENT } from './other-client-payment.ts';
import { OVER_LIMIT } from './over-limit.ts';
import { OVERPAID } from './overpaid.ts';
import { PAYMENT_BEFORE_ISSUE } from './payment-before-issue.ts';
import { PAYMENT_TERMS } from './payment-terms.ts';
import { PAYMENT_TWICE } from './payment-twice.ts';
import { REPEATED_WRITE_OFFS } from './repeated-write-offs.ts';
import { ROUND_AMOUNTS } from './round-amounts.ts';
import { SEAL_CHAIN } from './seal-chain.ts';
import { SHARED_IDENTITY } from './shared-identity.ts';
import { SIMILAR_INVOICES } from './similar-invoices.ts';
import { SIMILAR_NUMBERS } from './similar-numbers.ts';
import { STOPPED_RUN } from './stopped-run.ts';
import { UNAPPLIED_MONEY } from './unapplied-money.ts';
import { UNKNOWN_SENDS } from './unknown-sends.ts';
import { UNLIMITED_EXPOSURE } from './unlimited-exposure.ts';
import { UNSEALED_DOCUMENTS } from './unsealed-documents.ts';
import { VAT_AGAINST_RATE } from './vat-against-rate.ts';
import { VOIDED_PAYMENTS } from './voided-payments.ts';
import { WEEKEND_ISSUES } from './weekend-issues.ts';
import { WEEKEND_PAYMENTS } from './weekend-payments.ts';
import { WRITE_OFF_OVER_BALANCE } from './write-off-over-balance.ts';
import { WRITE_OFF_REASON } from './write-off-reason.ts';

export const AUDIT_TESTS: readonly AuditTest[] = [
  SEAL_CHAIN,
  CHANGED_AFTER_ISSUE,
  UNSEALED_DOCUMENTS,
  KEPT_ANCHORS,
  NUMBER_GAPS,
  DUPLICATE_NUMBER,
  NUMBER_ORDER,
  BACKDATED_ISSUE,
  SIMILAR_NUMBERS,
  SIMILAR_INVOICES,
  LINES_AGAINST_TOTAL,
  VAT_AGAINST_RATE,
  MISSING_DATA,
  LATE_INVOICING,
  DUE_BEFORE_ISSUE,
  PAYMENT_TERMS,
  LIMITATION,
  LAW_IN_USE,
  CREDIT_OVER_INVOICE,
  EARLY_CREDIT,
  LATE_CREDIT,
  PAYMENT_BEFORE_ISSUE,
  PAYMENT_TWICE,
  OVERPAID,
  OTHER_CLIENT_PAYMENT,
  LAPPING,
  VOIDED_PAYMENTS,
  UNAPPLIED_MONEY,
  WRITE_OFF_OVER_BALANCE,
  WRITE_OFF_REASON,
  REPEATED_WRITE_OFFS,
  IBAN_CHANGED,
  SHARED_IDENTITY,
  OVER_LIMIT,
  UNLIMITED_EXPOSURE,
  CONCENTRATION,
  WEEKEND_ISSUES,
  WEEKEND_PAYMENTS,
  ODD_HOURS,
  ROUND_AMOUNTS,
  BENFORD,
  UNKNOWN_SENDS,
  STOPPED_RUN,
  HELD_REMINDERS,
];
