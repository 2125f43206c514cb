/** The words around a message: heads of its table, labels, what it says at its foot. */
import { type Language, typesetFrench } from '../base/words.ts';
import type { Sender } from './sender.ts';

const FRENCH = {
  colon: '\u202f: ',
  number: 'Facture',
  issued: 'Émise le',
  due: 'Échéance',
  late: 'Retard',
  remaining: 'Reste dû',
  settled: 'Soldée',
  dueBy: 'À régler au plus tard le',
  deadline: 'Nouvelle date limite',
  received: 'Règlement reçu',
  receivedOn: 'Daté du',
  paid: 'Réglé',
  pay: 'Payer en ligne',
  howToPay: 'Pour régler par virement',
  holder: 'Titulaire',
  iban: 'IBAN',
  bic: 'BIC',
  reference: 'Référence à indiquer',
  scan: 'À scanner avec votre application bancaire',
  qrAlt: 'Code QR du virement',
  receipt: 'Confirmer la réception de cette facture',
  meanwhile: 'Si vous avez réglé entre-temps, merci de ne pas tenir compte de ce message.',
  meanwhileLetter: 'Si vous avez réglé entre-temps, merci de ne pas tenir compte de cette lettre.',
};

type MessageWords = Readonly<Record<keyof typeof FRENCH, string>>;

const ENGLISH: MessageWords = {
  colon: ': ',
  number: 'Invoice',
  issued: 'Issued',
  due: 'Due',
  late: 'Late',
  remaining: 'Balance',
  settled: 'Settled',
  dueBy: 'Payable by',
  deadline: 'New deadline',
  received: 'Payment received',
  receivedOn: 'Dated',
  paid: 'Paid',
  pay: 'Pay online',
  howToPay: 'To pay by transfer',
  holder: 'Account holder',
  iban: 'IBAN',
  bic: 'BIC',
  reference: 'Reference to quote',
  scan: 'Scan with your banking app',
  qrAlt: 'QR code of the transfer',
  receipt: 'Confirm that you have received this invoice',
  meanwhile: 'If you have paid in the meantime, please disregard this message.',
  meanwhileLetter: 'If you have paid in the meantime, please disregard this letter.',
};

export const MESSAGE_WORDS: Readonly<Record<Language, MessageWords>> = { fr: FRENCH, en: ENGLISH };

/** Whom to turn to: a person, by mail or by telephone. Empty where the settings name neither. */
export function contactText({ name, phone, replyTo }: Sender, language: Language): string {
  const ways = [replyTo, phone].filter((way) => way !== '').join(language === 'fr' ? ' ou ' : ' or ');
  if (ways === '') return '';
  return language === 'fr'
    ? typesetFrench(`Une question ? ${name} : ${ways}`)
    : `Any question? ${name}: ${ways}`;
}

/** Which instalment of a plan. @param rank from 1 */
export function instalmentText(rank: number, language: Language): string {
  return language === 'fr' ? `échéance n°\u00a0${rank}` : `instalment ${rank}`;
}

/** `500,00 € réglés sur 1 712,58 €` */
export function settledText(settled: string, total: string, language: Language): string {
  return language === 'fr' ? `${settled} réglés sur ${total}` : `${settled} paid of ${total}`;
}

/** `n° 12`, `no. 12` */
export function numberedText(number: string, language: Language): string {
  return `${language === 'fr' ? 'n°' : 'no.'}\u00a0${number}`;
}
