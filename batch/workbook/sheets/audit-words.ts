/** Words of the audit's sheets. */
import type { Words } from '../../../shared/base/words.ts';
import type { AuditSeverity } from '../../../shared/insight/audit/finding.ts';

export const SEVERITY_WORDS: Readonly<Record<AuditSeverity, Words>> = {
  error: { fr: 'Erreur', en: 'Error' },
  warning: { fr: 'À justifier', en: 'To explain' },
  note: { fr: 'À savoir', en: 'To know' },
};

export const AUDIT_WORDS = {
  findings: { fr: 'Audit : ce qui a été trouvé', en: 'Audit: what was found' },
  tests: { fr: 'Audit : les contrôles passés', en: 'Audit: the tests made' },
  reviewed: { fr: 'Audit : constats déjà revus', en: 'Audit: findings already reviewed' },
  none: { fr: 'aucun constat', en: 'no finding' },
  nothing: {
    fr: 'Rien trouvé qui ne soit déjà revu. La feuille des contrôles dit lesquels ont pu être passés.',
    en: 'Nothing found that is not reviewed already. The sheet of tests says which could be made.',
  },
  howToReview: {
    fr: 'constat expliqué ? Recopiez Constat et Faits dans l’onglet « Constats revus » du registre',
    en: 'explained? Copy Finding and Facts into the register’s “Reviews” tab',
  },
  sealed: { fr: 'dernier sceau : n° {seq}, {hash}', en: 'last seal: no. {seq}, {hash}' },
  unsealed: { fr: 'registre sans sceaux', en: 'register without seals' },
  severity: { fr: 'Gravité', en: 'Severity' },
  message: { fr: 'Ce qui a été trouvé, et que vérifier', en: 'What was found, and what to check' },
  amount: { fr: 'Montant en jeu', en: 'Amount at stake' },
  currency: { fr: 'Devise', en: 'Currency' },
  test: { fr: 'Contrôle', en: 'Test' },
  table: { fr: 'Table', en: 'Table' },
  row: { fr: 'Ligne', en: 'Row' },
  subject: { fr: 'Sujet', en: 'Subject' },
  place: { fr: 'Où', en: 'Where' },
  open: { fr: 'ouvrir', en: 'open' },
  id: { fr: 'Constat', en: 'Finding' },
  facts: { fr: 'Faits', en: 'Facts' },
  before: {
    fr: ' Revu{by}{on} (« {reason} »), mais les faits ont changé depuis.',
    en: ' Reviewed{by}{on} (“{reason}”), but the facts have changed since.',
  },
  by: { fr: ' par {name}', en: ' by {name}' },
  on: { fr: ' le {day}', en: ' on {day}' },
  reason: { fr: 'Explication', en: 'Reason' },
  reviewedBy: { fr: 'Revu par', en: 'Reviewed by' },
  reviewedOn: { fr: 'Revu le', en: 'Reviewed on' },
  population: { fr: 'Examinés', en: 'Examined' },
  hits: { fr: 'Constats', en: 'Findings' },
  reviewedCount: { fr: 'dont revus', en: 'of which reviewed' },
  outcome: { fr: 'Résultat', en: 'Outcome' },
  clean: { fr: 'Rien à signaler.', en: 'Nothing to report.' },
  some: { fr: 'Voir la feuille Audit.', en: 'See the Audit sheet.' },
  mostListed: {
    fr: 'Voir la feuille Audit, qui en montre {listed}.',
    en: 'See the Audit sheet, which shows {listed} of them.',
  },
  allReviewed: { fr: 'Tout est revu.', en: 'All are reviewed.' },
  notRun: { fr: 'Non passé : {why}', en: 'Not made: {why}' },
} as const satisfies Readonly<Record<string, Words>>;
