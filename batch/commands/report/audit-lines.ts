/** What the audit found, in one line; and the head of the seals, which a mail or a terminal's log then keeps outside the register. */
import { countText, numberText } from '../../../shared/base/numbers-text.ts';
import type { AuditSeverity } from '../../../shared/insight/audit/finding.ts';
import type { Report } from '../../answers/report.ts';

/** For the mail that brings the workbook; empty where nothing waits to be looked into. */
export function attachedAudit(report: Report): string {
  const found = foundText(report);
  if (found === '') return '';
  return report.language === 'fr'
    ? `Audit\u202f: ${found}, dans la feuille Audit du classeur joint.`
    : `Audit: ${found}, on the Audit sheet of the attached workbook.`;
}

/** For the terminal; empty where nothing waits to be looked into. */
export function auditLine(report: Report): string {
  const found = foundText(report);
  if (found === '') return '';
  return report.language === 'fr' ? `Audit\u202f: ${found}.` : `Audit: ${found}.`;
}

/** Where the chain stands; empty where the register has none. */
export function sealLine({ language, sealed }: Report): string {
  if (sealed === null) return '';
  const rank = numberText(sealed.seq, 0, language);
  return language === 'fr'
    ? `Dernier sceau\u202f: n° ${rank}, ${sealed.hash}`
    : `Last seal: no. ${rank}, ${sealed.hash}`;
}

/** `2 erreurs et 5 points à justifier`: what nobody has reviewed; notes are not counted. */
function foundText({ audit, language }: Report): string {
  const waiting = audit.findings.filter(({ reviewed }) => reviewed === null);
  const count = (severity: AuditSeverity): number =>
    waiting.filter((one) => one.severity === severity).length;
  const isFrench = language === 'fr';
  const errors = isFrench ? (['erreur', 'erreurs'] as const) : (['error', 'errors'] as const);
  const warnings = isFrench
    ? (['point à justifier', 'points à justifier'] as const)
    : (['point to explain', 'points to explain'] as const);
  return (
    [
      [count('error'), errors],
      [count('warning'), warnings],
    ] as const
  )
    .filter(([found]) => found > 0)
    .map(([found, [one, many]]) => countText(found, one, many, language))
    .join(isFrench ? ' et ' : ' and ');
}
