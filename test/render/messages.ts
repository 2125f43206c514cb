/** Who sends in tests, and the texts there are. */
import { messageTexts } from '../../appsscript/render/message-texts.ts';
import type { MessageTexts, TextShelf } from '../../shared/letters/message-texts.ts';
import type { Sender } from '../../shared/letters/sender.ts';

export const SENDER: Sender = {
  company: 'Atelier Mérinos',
  name: 'Claire Martin',
  replyTo: 'claire@merinos.example',
  phone: '04 78 00 00 00',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
  paymentLink: 'https://pay.example.com/{number}?amount={amount}',
  identity: {
    fr: 'Atelier Mérinos · SARL au capital de 10 000 € · 14, quai des Tanneurs, 69005 Lyon · SIREN 732 829 320',
    en: 'Atelier Mérinos · SARL, share capital €10,000 · 14, quai des Tanneurs, 69005 Lyon · SIREN 732 829 320',
  },
};

/** The shipped texts, and those of a firm. */
export function shelf(own: MessageTexts = new Map()): TextShelf {
  return { ...messageTexts([]), own };
}
