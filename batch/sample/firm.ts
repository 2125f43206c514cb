/** The firm whose register the sample is: it does not exist. */
import { fictionalSiren, frenchIban, siretOf, vatNumberOf } from './identifiers.ts';
import type { SampleRow } from './rows.ts';

const SIREN = fictionalSiren(48_271);

/** Bank 99999 is allotted to nobody. */
const IBAN = frenchIban('99999', '00042', '00012345678');

const SETTINGS: Readonly<Record<string, string>> = {
  companyName: 'Atelier Clairvoie',
  legalForm: 'SARL',
  shareCapital: '40000',
  legalId: siretOf(SIREN),
  vatNumber: vatNumberOf(SIREN),
  vatOnDebits: 'yes',
  addressLine1: '18, rue des Tanneurs',
  addressLine2: 'Cour des Ateliers',
  postalCode: '69007',
  city: 'Lyon',
  country: 'FR',
  email: 'facturation@exemple.fr',
  phone: '04 65 71 18 00',
  iban: IBAN,
  bic: 'XXXXFRPPXXX',
  locale: 'fr_FR',
  currency: 'EUR',
  timeZone: 'Europe/Paris',
  paymentTerms: '30 jours',
  invoiceNumberFormat: 'F{YYYY}-{00000}',
  creditNoteNumberFormat: 'AV{YYYY}-{0000}',
  lateInterest: 'ECB+10',
  recoveryIndemnity: '40',
  earlyPaymentDiscount: 'Pas d’escompte pour paiement anticipé',
  senderName: 'Atelier Clairvoie, comptabilité',
  replyTo: 'comptabilite@exemple.fr',
  bcc: 'archives@exemple.fr',
  sendMode: 'preview',
  paymentLink: 'https://paiement.exemple.fr/{number}/{amount}',
  termsOfSaleLink: 'https://www.exemple.fr/cgv.pdf',
  reportRecipients: 'gerance@exemple.fr, expert-comptable@exemple.fr',
  bankFreshnessDays: '7',
  minimumContactGapDays: '5',
  holidays: 'FR',
  agedBy: 'dueDate',
};

export function settingRows(): readonly SampleRow<'settings'>[] {
  return Object.entries(SETTINGS).map(([key, value]) => ({ key, value }));
}
