/** What a lint says of a text: a stable code, how grave it is, where, and a sentence. */
import { type Language, typesetFrench, type Words } from '../../base/words.ts';

export const LINT_CODES = [
  'threat/too-early',
  'threat/public-body',
  'last-step/too-early',
  'penalties/private-person',
  'insult',
  'placeholder/unknown',
  'deadline/missing',
  'amount/missing',
  'payment/missing',
  'contacts/too-many',
  'language/other',
  'shouting',
  'subject/empty',
  'body/empty',
] as const;
export type LintCode = (typeof LINT_CODES)[number];

/** An error keeps a text from being sent, a warning is shown. */
export type LintFinding = {
  readonly code: LintCode;
  readonly severity: 'error' | 'warning';
  readonly place: 'subject' | 'body' | 'message';
  readonly found: string; // the words it is about; may be empty
};

const ERRORS: ReadonlySet<LintCode> = new Set([
  'threat/too-early',
  'threat/public-body',
  'penalties/private-person',
  'insult',
  'placeholder/unknown',
  'deadline/missing',
  'amount/missing',
  'contacts/too-many',
  'body/empty',
]);

/** @param severity the code's own where none is said */
export function finding(
  code: LintCode,
  place: LintFinding['place'],
  found = '',
  severity: LintFinding['severity'] = ERRORS.has(code) ? 'error' : 'warning',
): LintFinding {
  return { code, severity, place, found };
}

export function isRefused(findings: readonly LintFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** The finding as a sentence that says what to do about it. */
export function findingText({ code, found, place }: LintFinding, language: Language): string {
  const { en, fr } = WORDS[code];
  const where = PLACES[place];
  const fill = (text: string, word: string): string =>
    text
      .replace('{{hole}}', () => `{{${found}}}`)
      .replace('{found}', () => found)
      .replace('{place}', word);
  return language === 'fr' ? typesetFrench(fill(fr, where.fr)) : fill(en, where.en);
}

const PLACES: Readonly<Record<LintFinding['place'], Words>> = {
  subject: { fr: 'l’objet', en: 'the subject' },
  body: { fr: 'le texte', en: 'the text' },
  message: { fr: 'le message', en: 'the message' },
};

const WORDS: Readonly<Record<LintCode, Words>> = {
  'threat/too-early': {
    fr: 'Dans {place}, « {found} » menace trop tôt : ces mots attendent la mise en demeure. Retirez-les.',
    en: 'In {place}, “{found}” threatens too early: such words wait for the formal notice. Take them out.',
  },
  'threat/public-body': {
    fr: 'Dans {place}, « {found} » menace une administration : demandez plutôt où en est le mandatement.',
    en: 'In {place}, “{found}” threatens a public body: ask how its payment order stands instead.',
  },
  'last-step/too-early': {
    fr: 'Dans {place}, « {found} » vient avant la troisième relance : gardez ces mots pour elle.',
    en: 'In {place}, “{found}” comes before the third reminder: keep such words for it.',
  },
  'penalties/private-person': {
    fr: 'Dans {place}, « {found} » ne vaut qu’entre professionnels : retirez-le de ce qui va à un particulier ou à une association.',
    en: 'In {place}, “{found}” holds between firms only: take it out of what goes to a private person or an association.',
  },
  insult: {
    fr: 'Dans {place}, « {found} » blesse sans faire payer : dites les faits.',
    en: 'In {place}, “{found}” offends and brings no payment: state the facts.',
  },
  'placeholder/unknown': {
    fr: 'Dans {place}, {{hole}} ne correspond à rien : vérifiez l’orthographe ou retirez-le.',
    en: 'In {place}, {{hole}} stands for nothing: check its spelling or take it out.',
  },
  'deadline/missing': {
    fr: 'Il manque un délai dans {place} : écrivez {{délai}}, ou donnez-en un à ce niveau dans l’onglet Calendriers.',
    en: 'There is no deadline in {place}: write {{deadline}}, or give this level one in the Calendars tab.',
  },
  'amount/missing': {
    fr: 'Il manque la somme due dans {place} : écrivez {{montant}}, {{total}} ou {{détails}}.',
    en: 'The sum owed is missing from {place}: write {{amount}}, {{total}} or {{details}}.',
  },
  'payment/missing': {
    fr: 'Le message ne dit pas comment payer : saisissez votre IBAN ou un lien de paiement dans l’onglet Réglages.',
    en: 'The message does not say how to pay: enter your IBAN or a payment link in the Settings tab.',
  },
  'contacts/too-many': {
    fr: 'Ce client a déjà reçu {found} messages en 30 jours : laissez-lui le temps de répondre.',
    en: 'This client has already had {found} messages in 30 days: give it time to answer.',
  },
  'language/other': {
    fr: 'Dans {place}, les mots ne sont pas dans la langue du modèle : vérifiez la colonne Langue.',
    en: 'In {place}, the words are not in the template’s language: check the Language column.',
  },
  shouting: {
    fr: 'Dans {place}, « {found} » crie : écrivez en minuscules, avec un seul point d’exclamation au plus.',
    en: 'In {place}, “{found}” shouts: write it in small letters, with one exclamation mark at most.',
  },
  'subject/empty': {
    fr: 'L’objet est vide : celui d’Encaisse est pris à sa place.',
    en: 'The subject is empty: ours is taken in its place.',
  },
  'body/empty': { fr: 'Le texte est vide.', en: 'The text is empty.' },
};
