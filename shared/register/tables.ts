/**
 * The register, described once: its tables, their columns, what a cell may hold, who writes it, its French and English headers.
 * The add-on builds the tabs from it, the readers read by it. Keys are a contract: they may be added to, never renamed.
 */
import type { Words } from '../base/words.ts';

export type ColumnKind =
  | 'text' // as written
  | 'date' // a civil day
  | 'instant' // a day, with or without the time of day
  | 'amount' // money in the row's currency
  | 'number' // a decimal number that is no money
  | 'integer'
  | 'choice' // one of `choices`
  | 'currency' // ISO 4217 code
  | 'terms' // payment terms
  | 'email' // one address
  | 'emails'; // addresses separated by commas or semicolons

export type Column = {
  readonly key: string;
  readonly header: Words;
  readonly kind: ColumnKind;
  readonly required: boolean;
  readonly writer: 'user' | 'addon';
  readonly choices?: readonly Choice[];
};

/** One word a choice cell may hold: its key, and the words people write for it. */
export type Choice = { readonly key: string; readonly words: Words };

export type Table = { readonly key: TableKey; readonly title: Words; readonly columns: readonly Column[] };

/** The tables in reading order: what a row refers to is read before it. */
export const TABLE_KEYS = [
  'settings',
  'clients',
  'invoices',
  'lines',
  'payments',
  'instalments',
  'journal',
  'calendars',
  'rates',
] as const;
export type TableKey = (typeof TABLE_KEYS)[number];

/** Tables a register cannot do without; any other may be missing and is then empty. */
export const NEEDED_TABLES: readonly TableKey[] = ['clients', 'invoices'];

function choice(key: string, fr: string, en: string): Choice {
  return { key, words: { fr, en } };
}

export const CLIENT_KINDS = ['company', 'individual', 'association', 'administration'] as const;
export type ClientKind = (typeof CLIENT_KINDS)[number];
const CLIENT_KIND_CHOICES = [
  choice('company', 'entreprise', 'company'),
  choice('individual', 'particulier', 'individual'),
  choice('association', 'association', 'association'),
  choice('administration', 'administration', 'administration'),
];

const INVOICE_TYPE_CHOICES = [
  choice('invoice', 'facture', 'invoice'),
  choice('creditNote', 'avoir', 'credit note'),
];

export const PAYMENT_METHODS = [
  'transfer',
  'card',
  'cheque',
  'cash',
  'directDebit',
  'creditNote',
  'writeOff',
] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];
const PAYMENT_METHOD_CHOICES = [
  choice('transfer', 'virement', 'transfer'),
  choice('card', 'carte', 'card'),
  choice('cheque', 'chèque', 'cheque'),
  choice('cash', 'espèces', 'cash'),
  choice('directDebit', 'prélèvement', 'direct debit'),
  choice('creditNote', 'avoir', 'credit note'),
  choice('writeOff', 'abandon', 'write-off'),
];

/** What a payment settles: an invoice, or the interest and indemnity claimed because it was late, which no invoice holds. */
const PAYMENT_PURPOSE_CHOICES = [
  choice('invoice', 'facture', 'invoice'),
  choice('penalties', 'pénalités', 'penalties'),
];

export const JOURNAL_EVENTS = [
  'invoiceSent',
  'receiptAcknowledged',
  'reminder',
  'call',
  'letter',
  'registeredLetter',
  'promise',
  'plan',
  'hold',
  'release',
  'thankYou',
  'statement',
  'acknowledgement',
  'courtAction',
  'note',
] as const;
export type JournalEvent = (typeof JOURNAL_EVENTS)[number];
const JOURNAL_EVENT_CHOICES = [
  choice('invoiceSent', 'facture envoyée', 'invoice sent'),
  choice('receiptAcknowledged', 'réception confirmée', 'receipt acknowledged'),
  choice('reminder', 'relance', 'reminder'),
  choice('call', 'appel', 'call'),
  choice('letter', 'lettre', 'letter'),
  choice('registeredLetter', 'lettre recommandée', 'registered letter'),
  choice('promise', 'promesse', 'promise'),
  choice('plan', 'échéancier', 'plan'),
  choice('hold', 'suspension', 'hold'),
  choice('release', 'reprise', 'release'),
  choice('thankYou', 'remerciement', 'thank you'),
  choice('statement', 'relevé', 'statement'),
  choice('acknowledgement', 'reconnaissance de dette', 'acknowledgement of debt'),
  choice('courtAction', 'action en justice', 'court action'),
  choice('note', 'note', 'note'),
];

export const CHANNELS = ['email', 'call', 'letter', 'registeredLetter'] as const;
export type Channel = (typeof CHANNELS)[number];
const CHANNEL_CHOICES = [
  choice('email', 'courriel', 'email'),
  choice('call', 'appel', 'call'),
  choice('letter', 'lettre', 'letter'),
  choice('registeredLetter', 'lettre recommandée', 'registered letter'),
];

export const JOURNAL_STATUSES = ['pending', 'sending', 'sent', 'failed', 'unknown'] as const;
export type JournalStatus = (typeof JOURNAL_STATUSES)[number];
const JOURNAL_STATUS_CHOICES = [
  choice('pending', 'en attente', 'pending'),
  choice('sending', 'en cours', 'sending'),
  choice('sent', 'envoyé', 'sent'),
  choice('failed', 'échec', 'failed'),
  choice('unknown', 'inconnu', 'unknown'),
];

export const YES_NO_CHOICES = [choice('yes', 'oui', 'yes'), choice('no', 'non', 'no')];

export const LANGUAGE_CHOICES = [choice('fr', 'français', 'French'), choice('en', 'anglais', 'English')];

type ColumnOptions = {
  readonly required?: boolean;
  readonly addon?: boolean;
  readonly choices?: readonly Choice[];
};

/** One column as the descriptions write it; `addon` marks what the add-on writes itself. */
export function column(
  key: string,
  kind: ColumnKind,
  fr: string,
  en: string,
  options: ColumnOptions = {},
): Column {
  return {
    key,
    kind,
    header: { fr, en },
    required: options.required === true,
    writer: options.addon === true ? 'addon' : 'user',
    ...(options.choices ? { choices: options.choices } : {}),
  };
}

const REQUIRED = { required: true };
const ADDON = { addon: true };
const REQUIRED_ADDON = { required: true, addon: true };

/** Every table of the register, by its key. */
export const TABLES: Readonly<Record<TableKey, Table>> = {
  settings: {
    key: 'settings',
    title: { fr: 'Réglages', en: 'Settings' },
    columns: [
      column('key', 'text', 'Réglage', 'Setting', REQUIRED),
      column('value', 'text', 'Valeur', 'Value'),
    ],
  },
  clients: {
    key: 'clients',
    title: { fr: 'Clients', en: 'Clients' },
    columns: [
      column('code', 'text', 'Code client', 'Client code', REQUIRED),
      column('name', 'text', 'Nom', 'Name', REQUIRED),
      column('kind', 'choice', 'Type de client', 'Client kind', { choices: CLIENT_KIND_CHOICES }),
      column('legalId', 'text', 'SIREN / SIRET', 'Legal id'),
      column('vatNumber', 'text', 'N° TVA', 'VAT number'),
      column('addressLine1', 'text', 'Adresse', 'Address line 1'),
      column('addressLine2', 'text', 'Complément d’adresse', 'Address line 2'),
      column('postalCode', 'text', 'Code postal', 'Postal code'),
      column('city', 'text', 'Ville', 'City'),
      column('country', 'text', 'Pays', 'Country'),
      column('language', 'choice', 'Langue', 'Language', { choices: LANGUAGE_CHOICES }),
      column('contact', 'text', 'Interlocuteur', 'Contact'),
      column('email', 'email', 'Courriel', 'Email'),
      column('cc', 'emails', 'Copie à', 'Copy to'),
      column('phone', 'text', 'Téléphone', 'Phone'),
      column('iban', 'text', 'IBAN', 'IBAN'),
      column('paymentTerms', 'terms', 'Conditions de paiement', 'Payment terms'),
      column('creditLimit', 'amount', 'Plafond de crédit', 'Credit limit'),
      column('calendar', 'text', 'Calendrier de relance', 'Reminder calendar'),
      column('holdUntil', 'date', 'Relances suspendues jusqu’au', 'Hold until'),
      column('holdReason', 'text', 'Motif de suspension', 'Hold reason'),
      column('owner', 'text', 'Responsable', 'Owner'),
      column('since', 'date', 'Client depuis', 'Client since'),
      column('maximumTermDays', 'integer', 'Délai maximal (jours)', 'Maximum term (days)'),
      column('insolvencyOn', 'date', 'Procédure collective ouverte le', 'Insolvency opened on'),
      column('notes', 'text', 'Notes', 'Notes'),
    ],
  },
  invoices: {
    key: 'invoices',
    title: { fr: 'Factures', en: 'Invoices' },
    columns: [
      column('number', 'text', 'Numéro', 'Number', REQUIRED),
      column('type', 'choice', 'Type', 'Type', { choices: INVOICE_TYPE_CHOICES }),
      column('client', 'text', 'Client', 'Client', REQUIRED),
      column('issueDate', 'date', 'Date de facture', 'Issue date', REQUIRED),
      column('dueDate', 'date', 'Échéance', 'Due date'),
      column('currency', 'currency', 'Devise', 'Currency'),
      column('net', 'amount', 'Montant HT', 'Net'),
      column('vat', 'amount', 'TVA', 'VAT'),
      column('total', 'amount', 'Montant TTC', 'Total', REQUIRED),
      column('corrects', 'text', 'Facture corrigée', 'Corrects'),
      column('reference', 'text', 'Référence client', 'Reference'),
      column('serviceDate', 'date', 'Date de prestation', 'Service date'),
      column('disputedOn', 'date', 'Litige ouvert le', 'Disputed on'),
      column('disputeClosedOn', 'date', 'Litige clos le', 'Dispute closed on'),
      column('disputedAmount', 'amount', 'Montant en litige', 'Disputed amount'),
      column('disputeReason', 'text', 'Motif du litige', 'Dispute reason'),
      column('sentOn', 'date', 'Envoyée le', 'Sent on', ADDON),
      column('document', 'text', 'Document', 'Document', ADDON),
      column('seal', 'text', 'Sceau', 'Seal', ADDON),
      column('paid', 'amount', 'Réglé', 'Paid', ADDON),
      column('openBalance', 'amount', 'Reste dû', 'Open balance', ADDON),
      column('daysOverdue', 'integer', 'Jours de retard', 'Days overdue', ADDON),
      column('dunningLevel', 'integer', 'Niveau de relance', 'Reminder level', ADDON),
      column('nextStep', 'text', 'Prochaine étape', 'Next step', ADDON),
    ],
  },
  lines: {
    key: 'lines',
    title: { fr: 'Lignes', en: 'Lines' },
    columns: [
      column('invoice', 'text', 'Facture', 'Invoice', REQUIRED),
      column('position', 'integer', 'Position', 'Position'),
      column('description', 'text', 'Désignation', 'Description', REQUIRED),
      column('quantity', 'number', 'Quantité', 'Quantity', REQUIRED),
      column('unit', 'text', 'Unité', 'Unit'),
      column('unitPrice', 'number', 'Prix unitaire HT', 'Unit price', REQUIRED),
      column('discountPercent', 'number', 'Remise %', 'Discount %'),
      column('vatRate', 'number', 'Taux de TVA', 'VAT rate', REQUIRED),
      column('vatCategory', 'text', 'Catégorie de TVA', 'VAT category'),
      column('net', 'amount', 'Montant HT', 'Net'),
    ],
  },
  payments: {
    key: 'payments',
    title: { fr: 'Règlements', en: 'Payments' },
    columns: [
      column('id', 'text', 'Identifiant', 'Id'),
      column('date', 'date', 'Date', 'Date', REQUIRED),
      column('client', 'text', 'Client', 'Client'),
      column('invoice', 'text', 'Facture', 'Invoice'),
      column('amount', 'amount', 'Montant', 'Amount', REQUIRED),
      column('currency', 'currency', 'Devise', 'Currency'),
      column('method', 'choice', 'Mode de règlement', 'Method', { choices: PAYMENT_METHOD_CHOICES }),
      column('reference', 'text', 'Référence', 'Reference'),
      column('appliedOn', 'date', 'Imputé le', 'Applied on'),
      column('notes', 'text', 'Notes', 'Notes'),
      column('purpose', 'choice', 'Objet', 'Purpose', { choices: PAYMENT_PURPOSE_CHOICES }),
    ],
  },
  instalments: {
    key: 'instalments',
    title: { fr: 'Échéanciers', en: 'Instalments' },
    columns: [
      column('invoice', 'text', 'Facture', 'Invoice', REQUIRED),
      column('dueDate', 'date', 'Échéance', 'Due date', REQUIRED),
      column('amount', 'amount', 'Montant', 'Amount', REQUIRED),
      column('agreedOn', 'date', 'Convenu le', 'Agreed on'),
    ],
  },
  journal: {
    key: 'journal',
    title: { fr: 'Journal', en: 'Journal' },
    columns: [
      column('at', 'instant', 'Quand', 'At', REQUIRED_ADDON),
      column('client', 'text', 'Client', 'Client', REQUIRED_ADDON),
      column('invoice', 'text', 'Facture', 'Invoice', ADDON),
      column('event', 'choice', 'Événement', 'Event', { ...REQUIRED_ADDON, choices: JOURNAL_EVENT_CHOICES }),
      column('level', 'integer', 'Niveau', 'Level', ADDON),
      column('channel', 'choice', 'Canal', 'Channel', { ...ADDON, choices: CHANNEL_CHOICES }),
      column('recipient', 'text', 'Destinataire', 'Recipient', ADDON),
      column('status', 'choice', 'Statut', 'Status', { ...ADDON, choices: JOURNAL_STATUS_CHOICES }),
      column('statusOf', 'text', 'Statut de', 'Status of', ADDON),
      column('amount', 'amount', 'Montant', 'Amount', ADDON),
      column('promisedOn', 'date', 'Promis pour le', 'Promised on', ADDON),
      column('newDeadline', 'date', 'Nouveau délai', 'New deadline', ADDON),
      column('interest', 'amount', 'Intérêts réclamés', 'Interest claimed', ADDON),
      column('indemnity', 'amount', 'Indemnité réclamée', 'Indemnity claimed', ADDON),
      column('tracking', 'text', 'N° de recommandé', 'Tracking number', ADDON),
      column('key', 'text', 'Clé', 'Key', ADDON),
      column('claim', 'text', 'Prise en charge', 'Claim', ADDON),
      column('user', 'text', 'Utilisateur', 'User', ADDON),
      column('detail', 'text', 'Détail', 'Detail', ADDON),
    ],
  },
  calendars: {
    key: 'calendars',
    title: { fr: 'Calendriers', en: 'Calendars' },
    columns: [
      column('calendar', 'text', 'Calendrier', 'Calendar', REQUIRED),
      column('level', 'integer', 'Niveau', 'Level', REQUIRED),
      column('offsetDays', 'integer', 'Jours après échéance', 'Offset days', REQUIRED),
      column('channel', 'choice', 'Canal', 'Channel', { required: true, choices: CHANNEL_CHOICES }),
      column('template', 'text', 'Modèle', 'Template'),
      column('minimumGapDays', 'integer', 'Intervalle minimal (jours)', 'Minimum gap days'),
      column('newDeadlineDays', 'integer', 'Nouveau délai (jours)', 'New deadline days'),
      column('penalties', 'choice', 'Pénalités', 'Penalties', { choices: YES_NO_CHOICES }),
    ],
  },
  rates: {
    key: 'rates',
    title: { fr: 'Taux', en: 'Rates' },
    columns: [
      column('series', 'text', 'Série', 'Series', REQUIRED),
      column('from', 'date', 'À partir du', 'From', REQUIRED),
      column('percent', 'number', 'Taux %', 'Percent', REQUIRED),
      column('source', 'text', 'Source', 'Source'),
      column('toCheck', 'choice', 'À vérifier', 'To check', { choices: YES_NO_CHOICES }),
    ],
  },
};
