/** What one audit test finds in a register of plain records. */
import { type CivilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import { type Audit, runAudit } from '../../../shared/insight/audit/audit.ts';
import type { AuditFinding, AuditSummary } from '../../../shared/insight/audit/finding.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import { type InvoiceRecord, type RegisterRecords, registerOf } from '../../receivables/register-of.ts';

export const AS_OF: CivilDate = '2026-06-30';

export function auditOf(records: RegisterRecords, asOf: CivilDate = AS_OF): Audit {
  return runAudit(buildLedger(registerOf(records)), dayNumber(asOf));
}

export function findingsOf(
  test: string,
  records: RegisterRecords,
  asOf?: CivilDate,
): readonly AuditFinding[] {
  return auditOf(records, asOf).findings.filter((finding) => finding.test === test);
}

/** Each finding in short: severity, subject, amount in minor units. */
export function shortOf(test: string, records: RegisterRecords, asOf?: CivilDate): readonly string[] {
  return findingsOf(test, records, asOf).map(({ amount, severity, subject }) =>
    [severity, subject, ...(amount === null ? [] : [amount])].join(' '),
  );
}

/** The French sentences. */
export function frenchOf(test: string, records: RegisterRecords, asOf?: CivilDate): readonly string[] {
  return findingsOf(test, records, asOf).map(({ message }) => message.fr.replace(/\u202f/g, ' '));
}

export function summaryOf(test: string, records: RegisterRecords, asOf?: CivilDate): AuditSummary {
  const found = auditOf(records, asOf).tests.find((summary) => summary.test === test);
  if (!found) throw new Error(`no test ${test}`);
  return found;
}

/** Invoices of 100.00, one day after the other from the first of March 2026, of one client. */
export function numbered(...numbers: readonly string[]): { readonly invoices: readonly InvoiceRecord[] } {
  return {
    invoices: numbers.map((number, k) => ({
      number,
      issued: dayOfMarch(k + 1),
      total: 100_00 + k,
    })),
  };
}

export function dayOfMarch(day: number): CivilDate {
  return `2026-03-${day < 10 ? '0' : ''}${day}` as CivilDate;
}
