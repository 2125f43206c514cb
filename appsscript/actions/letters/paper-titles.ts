/** What papers are called where one chooses among them. */
import type { Language, Words } from '../../../shared/base/words.ts';
import type { PaperKind } from '../../../shared/letters/paper.ts';

const TITLES: Readonly<Record<PaperKind, Words>> = {
  reminder: { fr: 'Lettre de relance', en: 'Reminder letter' },
  formalNotice: { fr: 'Mise en demeure', en: 'Formal notice' },
  statement: { fr: 'Relevé de compte', en: 'Statement of account' },
  planAgreement: { fr: 'Accord d’échéancier', en: 'Payment plan agreement' },
  thankYou: { fr: 'Remerciement', en: 'Thank-you letter' },
  interestStatement: { fr: 'Décompte d’intérêts', en: 'Interest statement' },
  history: { fr: 'Historique du client', en: 'Client history' },
  proofSheet: { fr: 'État des envois', en: 'Proof of sending' },
  callSheet: { fr: 'Fiche d’appel', en: 'Call sheet' },
  irrecoverable: { fr: 'Duplicata art. 272', en: 'Duplicate, art. 272' },
};

export function paperTitle(kind: string, language: Language): string {
  const known = PAPERS.get(kind);
  return known ? known[language] : kind;
}

const PAPERS: ReadonlyMap<string, Words> = new Map(Object.entries(TITLES));
