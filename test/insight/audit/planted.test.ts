/** Precision: what is planted in the sample register is found, each piece by its test, and nothing else is. */
import { beforeAll, describe, expect, test } from 'vitest';
import { generateRegister } from '../../../batch/sample/generate.ts';
import { benchSample } from '../../../batch/sample/options.ts';
import { collectTables } from '../../../batch/sample/rows.ts';
import { dayNumber } from '../../../shared/base/civil-date.ts';
import type { Audit } from '../../../shared/insight/audit/audit.ts';
import type { AuditFinding } from '../../../shared/insight/audit/finding.ts';
import { anchorOf } from '../../../shared/insight/audit/seals/anchors.ts';
import { honestSample, type Planted, plantAll, SAMPLE_DAY, sealedSample } from './planted.ts';
import { auditRecords, readRecords } from './read-audit.ts';

const named = ({ subject, test: key }: AuditFinding): string => `${key} ${subject}`;
const asOf = SAMPLE_DAY;

describe('the sample register', () => {
  let before: Audit;
  let after: Audit;
  let planted: Planted;
  beforeAll(() => {
    const tables = honestSample();
    const honest = sealedSample(tables);
    before = auditRecords(honest, { asOf });
    const { chain, register } = readRecords(honest);
    const anchors = [anchorOf(register, chain, dayNumber('2026-11-18'), '2026-11-18T06:00:00.000Z')];
    planted = plantAll(tables);
    after = auditRecords(planted.records, {
      asOf,
      anchors: anchors.map((anchor) => ({ ...anchor, seq: 0 })),
    });
  });

  test('has no error as it comes', () => {
    expect(before.findings.filter(({ severity }) => severity === 'error').map(named)).toEqual([]);
  });

  test('shows each planted irregularity, and nothing else', () => {
    const known = new Set(before.findings.map(({ id }) => id));
    const fresh = after.findings.filter(({ id }) => !known.has(id)).map(named);
    expect(fresh.sort()).toEqual([...planted.expected, 'history-changed 2026-11-18'].sort());
  });

  test('is the same finding, with the same facts, however the rows lie', () => {
    const marks = ({ findings }: Audit) =>
      findings.map(({ facts, id, test: key }) => `${key} ${id} ${facts}`).sort();
    const { clients, lines, payments } = planted.records;
    const reversed = [clients, lines, payments].map((rows) => [...(rows ?? [])].reverse());
    const moved = { ...planted.records, clients: reversed[0], lines: reversed[1], payments: reversed[2] };
    expect(marks(auditRecords(moved, { asOf }))).toEqual(marks(auditRecords(planted.records, { asOf })));
  });
});

test('a clean register of 5,000 invoices: no error, and few warnings', () => {
  const tables = collectTables(
    generateRegister({ ...benchSample(5000, SAMPLE_DAY), partialShare: 0, lines: true, journal: false }),
  );
  const { findings, tests } = auditRecords(tables, { asOf });
  const counts = (severity: AuditFinding['severity']) => findings.filter((one) => one.severity === severity);
  expect(counts('error').map(named)).toEqual([]);
  expect(counts('warning').length).toBeLessThan(25);
  expect(tests.filter(({ ran }) => ran).length).toBeGreaterThan(25);
});
