/**
 * Legal mentions of an invoice. They are words, dated and editable: a row below stands from its day on until a later one, and a text of
 * the same name in the templates tab (`mention.franchise`) stands in for it.
 */
import { type CivilDate, type DayNumber, dayNumber } from '../base/civil-date.ts';
import type { Language, Words } from '../base/words.ts';

export const MENTION_KEYS = [
  'franchise',
  'exempt',
  'reverseCharge',
  'intraCommunity',
  'export',
  'outOfScope',
  'vatOnDebits',
  'noEarlyPaymentDiscount',
] as const;
export type MentionKey = (typeof MENTION_KEYS)[number];

type DatedWords = { readonly from: CivilDate | null; readonly words: Words };

/** Of each key the rows in order of time. */
const MENTIONS: Readonly<Record<MentionKey, readonly DatedWords[]>> = {
  // From 2027 on the CIBS takes the place of the CGI; the old reference is accepted until 2028-06-30.
  franchise: [
    always(
      'TVA non applicable, art. 293 B du CGI',
      'VAT not applicable, article 293 B of the French tax code',
    ),
  ],
  exempt: [
    always('Exonération de TVA, article 261 du CGI', 'Exempt from VAT, article 261 of the French tax code'),
  ],
  reverseCharge: [always('Autoliquidation', 'Reverse charge')],
  intraCommunity: [
    always(
      'Exonération de TVA, article 262 ter, I du CGI (livraison intracommunautaire)',
      'Intra-Community supply exempt from VAT, article 138 of Directive 2006/112/EC',
    ),
  ],
  export: [
    always(
      'Exonération de TVA, article 262, I du CGI (exportation)',
      'Export exempt from VAT, article 146 of Directive 2006/112/EC',
    ),
  ],
  outOfScope: [
    always('Opération hors du champ d’application de la TVA française', 'Outside the scope of French VAT'),
  ],
  vatOnDebits: [
    always(
      'Option pour le paiement de la taxe d’après les débits',
      'VAT is due when invoiced (option for debits)',
    ),
  ],
  noEarlyPaymentDiscount: [
    always('Pas d’escompte pour paiement anticipé.', 'No discount for early payment.'),
  ],
};

function always(fr: string, en: string): DatedWords {
  return { from: null, words: { fr, en } };
}

/** Texts of the templates tab by `template/language`, such as `mention.franchise/fr`. */
export type OwnTexts = ReadonlyMap<string, string>;

/** The words of a mention as they are written on a day. */
export function mentionText(key: MentionKey, day: DayNumber, language: Language, own: OwnTexts): string {
  const written = own.get(`mention.${key}/${language}`);
  if (written !== undefined && written.trim() !== '') return written.trim();
  const rows = MENTIONS[key].filter(({ from }) => from === null || dayNumber(from) <= day);
  return rows[rows.length - 1].words[language];
}
