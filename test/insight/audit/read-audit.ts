/** An audit of tables written by hand, read as a register is: what the cells hold, what only an audit looks at, and the seals. */

import { heldReminders } from '../../../batch/answers/held-reminders.ts';
import { type CivilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import type { Cell } from '../../../shared/base/problem.ts';
import { decideDunning } from '../../../shared/dunning/decide.ts';
import { type Audit, runAudit } from '../../../shared/insight/audit/audit.ts';
import type { AuditFinding, AuditSummary } from '../../../shared/insight/audit/finding.ts';
import type { Anchor } from '../../../shared/insight/audit/seals/anchors.ts';
import { type Chain, newChainReader } from '../../../shared/insight/audit/seals/chain.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import { type ReadRegister, startReading } from '../../../shared/register/read.ts';
import { SOURCE_TABLE_KEYS, type SourceTableKey } from '../../../shared/register/source-tables.ts';
import { sheetBlock } from '../../register/read-fixture.ts';

export type Cells = Readonly<Partial<Record<string, Cell>>>;
export type Records = { readonly [Key in SourceTableKey]?: readonly Cells[] | undefined };

export type AuditOptions = {
  readonly asOf?: CivilDate;
  readonly anchors?: readonly Anchor[];
  readonly brokenAnchor?: number;
};

export const DAY: CivilDate = '2026-06-30';

export type ReadRecords = ReadRegister & { readonly chain: Chain };

export function readRecords(records: Records, anchors: readonly Anchor[] = []): ReadRecords {
  const seals = newChainReader(anchors);
  const reader = startReading(seals.take);
  for (const key of SOURCE_TABLE_KEYS) {
    const rows = records[key];
    if (rows === undefined) continue;
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    reader.header(key, columns);
    reader.rows(
      sheetBlock(
        rows.map((row) => columns.map((column) => row[column] ?? null)),
        2,
        columns.length,
      ),
    );
  }
  return { ...reader.finish(), chain: seals.chain() };
}

export function auditRecords(records: Records, options: AuditOptions = {}): Audit {
  const { anchors = null, asOf = DAY, brokenAnchor = null } = options;
  const { chain, evidence, register } = readRecords(records, anchors ?? []);
  const ledger = buildLedger(register);
  const held = heldReminders(decideDunning(ledger, dayNumber(asOf)));
  return runAudit(ledger, dayNumber(asOf), { evidence, chain, anchors, brokenAnchor, held });
}

/** The findings of one test in short: severity, table and row, column, subject, amount in minor units. */
export function foundBy(test: string, records: Records, options?: AuditOptions): readonly string[] {
  return auditRecords(records, options)
    .findings.filter((finding) => finding.test === test)
    .map(shortOf);
}

export function shortOf({ amount, column, row, severity, subject, table }: AuditFinding): string {
  const at = `${table}:${row}${column === null ? '' : `:${column}`}`;
  return [severity, at, subject, ...(amount === null ? [] : [amount])].join(' ');
}

export function summaryBy(test: string, records: Records, options?: AuditOptions): AuditSummary {
  const found = auditRecords(records, options).tests.find((summary) => summary.test === test);
  if (!found) throw new Error(`no test ${test}`);
  return found;
}
