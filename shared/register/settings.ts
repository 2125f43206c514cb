/** The settings a register may hold: key, and the words the settings tab shows. */
import type { Words } from '../base/words.ts';
import type { Choice } from './tables.ts';

export type Setting = { readonly key: string; readonly words: Words };

function setting(key: string, fr: string, en: string): Setting {
  return { key, words: { fr, en } };
}

export const SETTINGS: readonly Setting[] = [
  setting('companyName', 'Raison sociale', 'Company name'),
  setting('legalForm', 'Forme juridique', 'Legal form'),
  setting('shareCapital', 'Capital social', 'Share capital'),
  setting('legalId', 'SIREN / SIRET', 'Legal id'),
  setting('registration', 'Immatriculation (RCS, RNE)', 'Registration'),
  setting('vatNumber', 'N° TVA', 'VAT number'),
  setting('vatOnDebits', 'TVA sur les débits', 'VAT on debits'),
  setting('operations', 'Nature des opérations', 'Kind of operations'),
  setting('addressLine1', 'Adresse', 'Address line 1'),
  setting('addressLine2', 'Complément d’adresse', 'Address line 2'),
  setting('postalCode', 'Code postal', 'Postal code'),
  setting('city', 'Ville', 'City'),
  setting('country', 'Pays', 'Country'),
  setting('email', 'Courriel', 'Email'),
  setting('phone', 'Téléphone', 'Phone'),
  setting('iban', 'IBAN', 'IBAN'),
  setting('bic', 'BIC', 'BIC'),
  setting('locale', 'Langue et pays', 'Locale'),
  setting('currency', 'Devise', 'Currency'),
  setting('timeZone', 'Fuseau horaire', 'Time zone'),
  setting('paymentTerms', 'Conditions de paiement', 'Payment terms'),
  setting('invoiceNumberFormat', 'Format des numéros de facture', 'Invoice number format'),
  setting('creditNoteNumberFormat', 'Format des numéros d’avoir', 'Credit note number format'),
  setting('lateInterest', 'Pénalités de retard', 'Late interest'),
  setting('recoveryIndemnity', 'Indemnité de recouvrement', 'Recovery indemnity'),
  setting('lateInterestCountry', 'Droit applicable aux retards', 'Law of late payment'),
  setting('associationsAre', 'Les associations sont traitées en', 'Associations are treated as'),
  setting('claimAfterPayment', 'Pénalités d’une facture payée depuis', 'Penalties once the invoice is paid'),
  setting(
    'limitationYears',
    'Prescription entre professionnels (années)',
    'Limitation between firms (years)',
  ),
  setting(
    'limitationYearsConsumer',
    'Prescription des particuliers (années)',
    'Limitation of consumers (years)',
  ),
  setting('earlyPaymentDiscount', 'Escompte', 'Early payment discount'),
  setting('senderName', 'Nom de l’expéditeur', 'Sender name'),
  setting('replyTo', 'Répondre à', 'Reply to'),
  setting('bcc', 'Copie cachée', 'Blind copy'),
  setting('sendMode', 'Mode d’envoi', 'Send mode'),
  setting('thankYou', 'Remercier à chaque règlement', 'Thank for each payment'),
  setting('paymentLink', 'Lien de paiement', 'Payment link'),
  setting('termsOfSaleLink', 'Lien vers les CGV', 'Terms of sale link'),
  setting('receiptPage', 'Page d’accusé de réception', 'Receipt page'),
  setting('reportRecipients', 'Destinataires du rapport', 'Report recipients'),
  setting('bankFreshnessDays', 'Fraîcheur de la banque (jours)', 'Bank freshness days'),
  setting('minimumContactGapDays', 'Intervalle minimal entre contacts (jours)', 'Minimum contact gap days'),
  setting('maxContactsPer30Days', 'Contacts en 30 jours (maximum)', 'Most contacts in 30 days'),
  setting('reminderTolerance', 'Montant minimal à relancer', 'Least amount to remind of'),
  setting('holidays', 'Jours fériés', 'Holidays'),
  setting('agedBy', 'Balance âgée selon', 'Aged by'),
  setting('bankTolerance', 'Écart admis au rapprochement', 'Bank tolerance'),
  setting('accounts', 'Comptes et journaux', 'Accounts and journals'),
];

export const AGED_BY_CHOICES: readonly Choice[] = [
  { key: 'dueDate', words: { fr: 'échéance', en: 'due date' } },
  { key: 'issueDate', words: { fr: 'date de facture', en: 'issue date' } },
];

export const SEND_MODE_CHOICES: readonly Choice[] = [
  { key: 'preview', words: { fr: 'aperçu', en: 'preview' } },
  { key: 'send', words: { fr: 'envoi', en: 'send' } },
];

/** How the law of late payment takes an association: its status alone does not say whether it acts in a profession. */
export const ASSOCIATION_CHOICES: readonly Choice[] = [
  { key: 'consumer', words: { fr: 'particuliers', en: 'consumers' } },
  { key: 'business', words: { fr: 'professionnels', en: 'businesses' } },
];

/** Which penalties of an invoice that has been paid meanwhile messages still ask for. */
export const CLAIM_AFTER_PAYMENT_CHOICES: readonly Choice[] = [
  { key: 'claimed', words: { fr: 'celles déjà réclamées', en: 'those claimed before' } },
  { key: 'all', words: { fr: 'toutes', en: 'all' } },
  { key: 'none', words: { fr: 'aucune', en: 'none' } },
];

/** What the firm sells, as its invoices have to say (CGI ann. II art. 242 nonies A, 8 bis). */
export const OPERATION_CHOICES: readonly Choice[] = [
  { key: 'services', words: { fr: 'prestations de services', en: 'services' } },
  { key: 'goods', words: { fr: 'livraisons de biens', en: 'goods' } },
  { key: 'both', words: { fr: 'biens et services', en: 'goods and services' } },
];
