import { describe, expect, test } from 'vitest';
import { attachedAudit, auditLine, sealLine } from '../../../batch/commands/report/audit-lines.ts';
import type { AuditFinding, AuditSeverity } from '../../../shared/insight/audit/finding.ts';
import { typeset } from '../../french.ts';
import { reportOf } from '../../workbook/report-of.ts';

function findings(...severities: readonly (AuditSeverity | 'reviewed')[]): readonly AuditFinding[] {
  return severities.map((severity) => {
    const review = { row: 2, finding: '0', facts: '0', reason: 'vu', by: '', on: null };
    return {
      id: '0',
      facts: '0',
      test: 'number-gap',
      severity: severity === 'reviewed' ? 'error' : severity,
      table: 'invoices',
      row: 2,
      column: null,
      subject: 'F1',
      currency: null,
      amount: null,
      message: { fr: '', en: '' },
      reviewed: severity === 'reviewed' ? review : null,
      outdated: null,
    };
  });
}

const told = (language: 'fr' | 'en', ...severities: readonly (AuditSeverity | 'reviewed')[]) => ({
  ...reportOf({ language }),
  audit: { findings: findings(...severities), tests: [] },
});

describe('what the audit found, in one line', () => {
  for (const [severities, fr, en] of [
    [[], '', ''],
    [['note', 'reviewed'], '', ''],
    [['error'], 'Audit : 1 erreur.', 'Audit: 1 error.'],
    [['warning', 'note'], 'Audit : 1 point à justifier.', 'Audit: 1 point to explain.'],
    [
      ['error', 'error', 'warning', 'warning', 'reviewed'],
      'Audit : 2 erreurs et 2 points à justifier.',
      'Audit: 2 errors and 2 points to explain.',
    ],
  ] as const) {
    test(severities.join(', ') || 'nothing', () => {
      expect(auditLine(told('fr', ...severities))).toBe(typeset(fr));
      expect(auditLine(told('en', ...severities))).toBe(en);
    });
  }
  test('the mail says where it stands', () => {
    expect(attachedAudit(told('fr', 'error'))).toBe(
      typeset('Audit : 1 erreur, dans la feuille Audit du classeur joint.'),
    );
    expect(attachedAudit(told('en', 'error'))).toBe(
      'Audit: 1 error, on the Audit sheet of the attached workbook.',
    );
    expect(attachedAudit(told('en'))).toBe('');
  });
});

test('the last seal', () => {
  const sealed = { documents: 3, seq: 1204, hash: 'h1:0c9f' };
  expect(sealLine({ ...reportOf(), sealed })).toBe(
    typeset('Dernier sceau : n° 1 204, h1:0c9f').replace('1 204', '1\u202f204'),
  );
  expect(sealLine({ ...reportOf({ language: 'en' }), sealed })).toBe('Last seal: no. 1,204, h1:0c9f');
  expect(sealLine(reportOf())).toBe('');
});
