/** What to tell who writes the firm's own texts. */
import type { Language } from '../../shared/base/words.ts';
import { typesetFrench } from '../../shared/base/words.ts';
import { findingText, type LintFinding } from '../../shared/letters/lint/lint-codes.ts';

/** A notice for names that stand for nothing; none where all do. @param unknown of a `Message` */
export function textNotices(
  unknown: readonly string[],
  language: Language,
): readonly { readonly field: string; readonly text: string; readonly severity: 'warning' }[] {
  if (unknown.length === 0) return [];
  const names = unknown.map((name) => `{{${name}}}`).join(', ');
  const text =
    language === 'fr'
      ? typesetFrench(
          `Votre texte de l’onglet Modèles contient ${names}, qui ne correspond à rien : celui d’Encaisse est pris à sa place.`,
        )
      : `Your text in the Templates tab has ${names}, which stands for nothing: ours is taken in its place.`;
  return [{ field: '', text, severity: 'warning' }];
}

/** What the lint finds, for whoever looks at the message before it leaves. */
export function findingNotices(
  findings: readonly LintFinding[],
  language: Language,
): readonly { readonly field: string; readonly text: string; readonly severity: 'error' | 'warning' }[] {
  return findings.map((one) => ({ field: '', text: findingText(one, language), severity: one.severity }));
}
