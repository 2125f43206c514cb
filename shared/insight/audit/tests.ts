/** Every audit test, in the order in which the report shows them. */

import { BENFORD } from './benford.ts';
import { CONCENTRATION } from './clients/concentration.ts';
import { IBAN_CHANGED } from './clients/iban-changed.ts';
import { OVER_LIMIT } from './clients/over-limit.ts';
import { SHARED_IDENTITY } from './clients/shared-identity.ts';
import { UNLIMITED_EXPOSURE } from './clients/unlimited-exposure.ts';
import { CREDIT_OVER_INVOICE } from './documents/credit-over-invoice.ts';
import { DUE_BEFORE_ISSUE } from './documents/due-before-issue.ts';
import { EARLY_CREDIT } from './documents/early-credit.ts';
import { LATE_CREDIT } from './documents/late-credit.ts';
import { LATE_INVOICING } from './documents/late-invoicing.ts';
import { LAW_IN_USE } from './documents/law-in-use.ts';
import { LIMITATION } from './documents/limitation.ts';
import { LINES_AGAINST_TOTAL } from './documents/lines-against-total.ts';
import { MISSING_DATA } from './documents/missing-data.ts';
import { PAYMENT_TERMS } from './documents/payment-terms.ts';
import { SIMILAR_INVOICES } from './documents/similar-invoices.ts';
import { VAT_AGAINST_RATE } from './documents/vat-against-rate.ts';
import { WEEKEND_ISSUES } from './documents/weekend-issues.ts';
import type { AuditTest } from './finding.ts';
import { BACKDATED_ISSUE } from './issued/backdated-issue.ts';
import { CHANGED_AFTER_ISSUE } from './issued/changed-after-issue.ts';
import { DUPLICATE_NUMBER } from './issued/duplicate-number.ts';
import { KEPT_ANCHORS } from './issued/kept-anchors.ts';
import { NUMBER_GAPS } from './issued/number-gaps.ts';
import { NUMBER_ORDER } from './issued/number-order.ts';
import { SEAL_CHAIN } from './issued/seal-chain.ts';
import { SIMILAR_NUMBERS } from './issued/similar-numbers.ts';
import { UNSEALED_DOCUMENTS } from './issued/unsealed-documents.ts';
import { LAPPING } from './payments/lapping.ts';
import { OTHER_CLIENT_PAYMENT } from './payments/other-client-payment.ts';
import { OVERPAID } from './payments/overpaid.ts';
import { PAYMENT_BEFORE_ISSUE } from './payments/payment-before-issue.ts';
import { PAYMENT_TWICE } from './payments/payment-twice.ts';
import { REPEATED_WRITE_OFFS } from './payments/repeated-write-offs.ts';
import { ROUND_AMOUNTS } from './payments/round-amounts.ts';
import { UNAPPLIED_MONEY } from './payments/unapplied-money.ts';
import { VOIDED_PAYMENTS } from './payments/voided-payments.ts';
import { WEEKEND_PAYMENTS } from './payments/weekend-payments.ts';
import { WRITE_OFF_OVER_BALANCE } from './payments/write-off-over-balance.ts';
import { WRITE_OFF_REASON } from './payments/write-off-reason.ts';
import { HELD_REMINDERS } from './reminders/held-reminders.ts';
import { ODD_HOURS } from './reminders/odd-hours.ts';
import { STOPPED_RUN } from './reminders/stopped-run.ts';
import { UNKNOWN_SENDS } from './reminders/unknown-sends.ts';

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
