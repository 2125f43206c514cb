/** Notes of the document (BG-1): the seller's words, and the conditions the French rules want under their own codes. */

import type { Language } from '../../base/words.ts';
import { indemnitySentence, interestSentence } from '../../invoicing/document-words.ts';
import type { Snapshot, SnapshotClient } from '../../invoicing/snapshot.ts';
import { isDomestic, partySiren } from './codes.ts';
import { element, textElement, type XmlElement } from './xml.ts';

/** Whom it is for, as the French platforms sort documents. */
export type Flow = 'B2B' | 'B2BINT' | 'B2C';

/** A business where French VAT applies has a SIREN; elsewhere a client that is not a private person is a business. */
export function flowOf({ client }: Snapshot): Flow {
  return flowOfParty(client);
}

/** @param client its legal id in digits only */
export function flowOfParty(client: Pick<SnapshotClient, 'country' | 'kind' | 'legalId'>): Flow {
  if (client.kind === 'individual') return 'B2C';
  if (!isDomestic(client.country)) return 'B2BINT';
  return client.kind === 'association' && partySiren(client) === '' ? 'B2C' : 'B2B';
}

type Note = readonly [code: string, text: string];

/** Each of PMT, PMD and AAB once (BR-FR-05); mentions and notes without a code. */
export function notesOf(snapshot: Snapshot): readonly Note[] {
  return [
    ...conditions(snapshot),
    ['BAR', flowOf(snapshot)] as const,
    ...[...snapshot.mentions, snapshot.notes].map((text): Note => ['', text]),
  ].filter(([, text]) => text.trim() !== '');
}

function conditions(snapshot: Snapshot): readonly Note[] {
  const { lateInterest, recoveryIndemnity, earlyPaymentDiscount } = snapshot;
  const language: Language = snapshot.client.language === 'en' ? 'en' : 'fr';
  const none = NOT_DUE[snapshot.type === 'creditNote' ? 'credit' : 'consumer'][language];
  return [
    ['PMT', recoveryIndemnity === '' ? none.PMT : indemnitySentence(recoveryIndemnity, language)],
    ['PMD', lateInterest === '' ? none.PMD : interestSentence(lateInterest, language)],
    ['AAB', earlyPaymentDiscount === '' ? none.AAB : earlyPaymentDiscount],
  ];
}

/** What the codes say where nothing is claimed: of a credit note, and of a private person. */
const NOT_DUE = {
  credit: {
    fr: {
      PMT: 'Avoir\u202f: aucune indemnité de recouvrement n’est due.',
      PMD: 'Avoir\u202f: aucune pénalité de retard n’est due.',
      AAB: 'Avoir\u202f: sans escompte.',
    },
    en: {
      PMT: 'Credit note: no recovery indemnity is due.',
      PMD: 'Credit note: no late payment interest is due.',
      AAB: 'Credit note: no discount.',
    },
  },
  consumer: {
    fr: {
      PMT: 'Aucune indemnité de recouvrement n’est due par un particulier.',
      PMD: 'Aucune pénalité contractuelle n’est prévue.',
      AAB: 'Pas d’escompte pour paiement anticipé.',
    },
    en: {
      PMT: 'A private person owes no recovery indemnity.',
      PMD: 'No contractual penalty applies.',
      AAB: 'No discount for early payment.',
    },
  },
} as const;

export function noteElement([code, text]: Note): XmlElement {
  return element('ram:IncludedNote', [
    textElement('ram:Content', text),
    textElement('ram:SubjectCode', code),
  ]);
}
