/**
 * The add-on's own tables: drafts being written, recurring invoices, message texts, bank statements and the columns of unknown ones, the chain of seals, and the findings somebody has looked into. Like those of
 * `tables.ts`, their keys are a contract. The weekly job reads the chain and the reviews, and none of the others.
 */
import { column, type Table, YES_NO_CHOICES } from './tables.ts';

export const ADDON_TABLE_KEYS = [
  'drafts',
  'recurring',
  'templates',
  'bank',
  'bankProfiles',
  'seals',
  'reviews',
] as const;
export type AddonTableKey = (typeof ADDON_TABLE_KEYS)[number];

export type AddonTable = Omit<Table, 'key'> & { readonly key: AddonTableKey };

const REQUIRED = { required: true };
const ADDON = { addon: true };
const REQUIRED_ADDON = { required: true, addon: true };

export const EVERY_CHOICES = [
  { key: 'week', words: { fr: 'semaine', en: 'week' } },
  { key: 'month', words: { fr: 'mois', en: 'month' } },
  { key: 'quarter', words: { fr: 'trimestre', en: 'quarter' } },
  { key: 'year', words: { fr: 'année', en: 'year' } },
];

const DRAFT_TYPE_CHOICES = [
  { key: 'invoice', words: { fr: 'facture', en: 'invoice' } },
  { key: 'creditNote', words: { fr: 'avoir', en: 'credit note' } },
];

/** What became of a movement: `applied` onto invoices, `unapplied` money of a client, `open` to be decided, `ignored`, `undone` with its import. */
export const BANK_STATES = ['applied', 'unapplied', 'open', 'ignored', 'undone'] as const;
export type BankState = (typeof BANK_STATES)[number];
const BANK_STATE_CHOICES = [
  { key: 'applied', words: { fr: 'imputé', en: 'applied' } },
  { key: 'unapplied', words: { fr: 'à imputer', en: 'unapplied' } },
  { key: 'open', words: { fr: 'à décider', en: 'to decide' } },
  { key: 'ignored', words: { fr: 'hors clients', en: 'ignored' } },
  { key: 'undone', words: { fr: 'annulé', en: 'undone' } },
];

/** Which figure of `03/04/2026` is the day. */
export const DAY_ORDERS = ['dmy', 'mdy'] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];
const DAY_ORDER_CHOICES = [
  { key: 'dmy', words: { fr: 'jour/mois', en: 'day/month' } },
  { key: 'mdy', words: { fr: 'mois/jour', en: 'month/day' } },
];

export const SEAL_TYPES = ['ISSUE', 'CREDIT', 'DOC', 'PAY', 'PAYVOID', 'SETTING', 'RESOLVE'] as const;
export type SealType = (typeof SEAL_TYPES)[number];

/** Every table of the add-on's own, by its key. A draft's lines stand in `lines`, under the draft's id. */
export const ADDON_TABLES: Readonly<Record<AddonTableKey, AddonTable>> = {
  drafts: {
    key: 'drafts',
    title: { fr: 'Brouillons', en: 'Drafts' },
    columns: [
      column('id', 'text', 'Brouillon', 'Draft', REQUIRED),
      column('client', 'text', 'Client', 'Client', REQUIRED),
      column('type', 'choice', 'Type', 'Type', { choices: DRAFT_TYPE_CHOICES }),
      column('issueDate', 'date', 'Date de facture', 'Issue date'),
      column('dueDate', 'date', 'Échéance', 'Due date'),
      column('currency', 'currency', 'Devise', 'Currency'),
      column('corrects', 'text', 'Facture corrigée', 'Corrects'),
      column('reference', 'text', 'Référence client', 'Reference'),
      column('serviceDate', 'date', 'Date de prestation', 'Service date'),
      column('deliveryAddress', 'text', 'Adresse de livraison', 'Delivery address'),
      column('notes', 'text', 'Mention libre', 'Notes'),
      column('ready', 'choice', 'Prêt à émettre', 'Ready', { choices: YES_NO_CHOICES }),
      column('recurring', 'text', 'Abonnement', 'Recurring', ADDON),
      column('net', 'amount', 'Montant HT', 'Net', ADDON),
      column('vat', 'amount', 'TVA', 'VAT', ADDON),
      column('total', 'amount', 'Montant TTC', 'Total', ADDON),
      column('check', 'text', 'Contrôle', 'Check', ADDON),
      column('number', 'text', 'Émise sous le n°', 'Issued as', ADDON),
    ],
  },
  recurring: {
    key: 'recurring',
    title: { fr: 'Abonnements', en: 'Recurring' },
    columns: [
      column('id', 'text', 'Abonnement', 'Recurring', REQUIRED),
      column('client', 'text', 'Client', 'Client', REQUIRED),
      column('every', 'choice', 'Tous les', 'Every', { required: true, choices: EVERY_CHOICES }),
      column('next', 'date', 'Prochaine émission', 'Next issue', REQUIRED),
      column('until', 'date', 'Jusqu’au', 'Until'),
      column('active', 'choice', 'Actif', 'Active', { choices: YES_NO_CHOICES }),
      column('reference', 'text', 'Référence client', 'Reference'),
      column('notes', 'text', 'Mention libre', 'Notes'),
      column('dayOfMonth', 'integer', 'Jour du mois', 'Day of month', ADDON),
      column('lastDraft', 'text', 'Dernier brouillon', 'Last draft', ADDON),
    ],
  },
  templates: {
    key: 'templates',
    title: { fr: 'Modèles', en: 'Templates' },
    columns: [
      column('template', 'text', 'Modèle', 'Template', REQUIRED),
      column('language', 'text', 'Langue', 'Language', REQUIRED),
      column('subject', 'text', 'Objet', 'Subject'),
      column('body', 'text', 'Texte', 'Body', REQUIRED),
    ],
  },
  bank: {
    key: 'bank',
    title: { fr: 'Relevés bancaires', en: 'Bank statements' },
    columns: [
      column('key', 'text', 'Mouvement', 'Movement', REQUIRED_ADDON),
      column('import', 'text', 'Import', 'Import', REQUIRED_ADDON),
      column('account', 'text', 'Compte', 'Account', ADDON),
      column('date', 'date', 'Date', 'Date', REQUIRED_ADDON),
      column('amount', 'amount', 'Montant', 'Amount', REQUIRED_ADDON),
      column('currency', 'currency', 'Devise', 'Currency', ADDON),
      column('label', 'text', 'Libellé', 'Label', ADDON),
      column('payer', 'text', 'Payeur', 'Payer', ADDON),
      column('payerIban', 'text', 'IBAN du payeur', 'Payer IBAN', ADDON),
      column('state', 'choice', 'État', 'State', { ...REQUIRED_ADDON, choices: BANK_STATE_CHOICES }),
      column('client', 'text', 'Client', 'Client', ADDON),
      column('payments', 'text', 'Règlements', 'Payments', ADDON),
      column('reason', 'text', 'Pourquoi', 'Why', ADDON),
    ],
  },
  bankProfiles: {
    key: 'bankProfiles',
    title: { fr: 'Profils bancaires', en: 'Bank profiles' },
    columns: [
      column('name', 'text', 'Banque', 'Bank', REQUIRED),
      column('headers', 'text', 'En-têtes du fichier', 'File headers', REQUIRED),
      column('date', 'text', 'Date', 'Date', REQUIRED),
      column('label', 'text', 'Libellé', 'Label', REQUIRED),
      column('amount', 'text', 'Montant', 'Amount'),
      column('direction', 'text', 'Sens', 'Direction'),
      column('debit', 'text', 'Débit', 'Debit'),
      column('credit', 'text', 'Crédit', 'Credit'),
      column('balance', 'text', 'Solde', 'Balance'),
      column('value', 'text', 'Date de valeur', 'Value date'),
      column('reference', 'text', 'Référence', 'Reference'),
      column('dayOrder', 'choice', 'Ordre des dates', 'Day order', { choices: DAY_ORDER_CHOICES }),
    ],
  },
  seals: {
    key: 'seals',
    title: { fr: 'Sceaux', en: 'Seals' },
    columns: [
      column('seq', 'integer', 'Rang', 'Seq', REQUIRED_ADDON),
      column('type', 'text', 'Nature', 'Type', REQUIRED_ADDON),
      column('number', 'text', 'Numéro', 'Number', REQUIRED_ADDON),
      column('at', 'text', 'Instant (UTC)', 'At (UTC)', REQUIRED_ADDON),
      column('snapshot', 'text', 'Contenu scellé', 'Snapshot', REQUIRED_ADDON),
      column('prev', 'text', 'Sceau précédent', 'Previous', REQUIRED_ADDON),
      column('hash', 'text', 'Sceau', 'Seal', REQUIRED_ADDON),
    ],
  },
  reviews: {
    key: 'reviews',
    title: { fr: 'Constats revus', en: 'Reviews' },
    columns: [
      column('finding', 'text', 'Constat', 'Finding', REQUIRED),
      column('facts', 'text', 'Faits', 'Facts', REQUIRED),
      column('reason', 'text', 'Explication', 'Reason', REQUIRED),
      column('by', 'text', 'Revu par', 'Reviewed by'),
      column('on', 'date', 'Revu le', 'Reviewed on'),
    ],
  },
};
