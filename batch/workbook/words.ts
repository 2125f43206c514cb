/** Words that several sheets share. Those of one sheet stand in its own file. */
import { type Language, NARROW_NO_BREAK_SPACE, type Words } from '../../shared/base/words.ts';
import type { AgeingBucket } from '../../shared/receivables/ageing.ts';
import type { NoFigure } from '../../shared/receivables/dso.ts';

export const SHEET_NAMES = {
  summary: { fr: 'Synthèse', en: 'Summary' },
  ageing: { fr: 'Balance âgée', en: 'Ageing' },
  items: { fr: 'Postes ouverts', en: 'Open items' },
  dso: { fr: 'DSO et tendances', en: 'DSO and trends' },
  risk: { fr: 'Clients à risque', en: 'Clients at risk' },
  forecast: { fr: 'Prévision', en: 'Forecast' },
  forecastItems: { fr: 'Dates attendues', en: 'Expected dates' },
  credit: { fr: 'Crédit', en: 'Credit' },
  agreements: { fr: 'Promesses et échéanciers', en: 'Promises and plans' },
  reminders: { fr: 'Relances du jour', en: 'Today’s reminders' },
  coming: { fr: 'Relances à venir', en: 'Coming reminders' },
  trends: { fr: 'Tendances clients', en: 'Client trends' },
  audit: { fr: 'Audit', en: 'Audit' },
  auditTests: { fr: 'Contrôles', en: 'Audit tests' },
  reviewed: { fr: 'Constats revus', en: 'Reviewed' },
  problems: { fr: 'À corriger', en: 'To mend' },
  method: { fr: 'Méthode et preuve', en: 'Method and proof' },
} as const satisfies Readonly<Record<string, Words>>;

export const BUCKET_WORDS: Readonly<Record<AgeingBucket, Words>> = {
  notDue: { fr: 'Non échu', en: 'Not due' },
  d1to30: { fr: '1 à 30 jours', en: '1–30 days' },
  d31to60: { fr: '31 à 60 jours', en: '31–60 days' },
  d61to90: { fr: '61 à 90 jours', en: '61–90 days' },
  d90plus: { fr: 'Plus de 90 jours', en: 'Over 90 days' },
};

/** French accountants say « n. d. » (non disponible). */
export const NO_FIGURE: Words = { fr: 'n.\u00a0d.', en: 'n/a' };

export const WHY_NO_FIGURE: Readonly<Record<NoFigure, Words>> = {
  'no-sales': { fr: 'aucune vente sur la période', en: 'no sales in the period' },
  'history-exhausted': {
    fr: 'l’encours dépasse toutes les ventes connues',
    en: 'more is open than all known sales',
  },
  'no-cash': { fr: 'aucun encaissement sur 365 jours', en: 'no cash received in 365 days' },
  'nothing-collectable': { fr: 'rien n’était à encaisser', en: 'nothing was collectable' },
};

/** Of a natural person no rule decides (GDPR, article 22). */
export const PERSON: Words = {
  fr: 'Particulier : des indications pour une personne qui décide, jamais un refus automatique.',
  en: 'A natural person: indications for somebody who decides, never an automatic refusal.',
};

export const YES: Words = { fr: 'oui', en: 'yes' };

export const LABELS = {
  client: { fr: 'Client', en: 'Client' },
  code: { fr: 'Code', en: 'Code' },
  open: { fr: 'Encours', en: 'Open' },
  notDue: { fr: 'Non échu', en: 'Not due' },
  overdue: { fr: 'Échu', en: 'Overdue' },
  overdueShare: { fr: 'Part échue', en: '% overdue' },
  unapplied: { fr: 'Non imputé', en: 'Unapplied' },
  balance: { fr: 'Solde', en: 'Balance' },
  disputed: { fr: 'En litige', en: 'Disputed' },
  shownTotal: { fr: 'Total affiché', en: 'Total shown' },
} as const satisfies Readonly<Record<string, Words>>;

export type Label = keyof typeof LABELS;

/** The text in the language, French with its typography, the holes filled: `{name}` by `holes.name`, as it is. */
export function say(words: Words, language: Language, holes: Readonly<Record<string, string>> = {}): string {
  const text = language === 'fr' ? typeset(words.fr) : words.en;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => holes[name] ?? '');
}

/** French puts a narrow no-break space before `; : ! ? %` and inside « ». */
function typeset(french: string): string {
  return french
    .replace(/ ([;:!?%»])/g, `${NARROW_NO_BREAK_SPACE}$1`)
    .replace(/« /g, `«${NARROW_NO_BREAK_SPACE}`);
}
