/** The settings a new register begins with: what each is for, what stands for it where nothing is written, which the law asks for. */
import type { Words } from '../../base/words.ts';
import { AGED_BY_CHOICES, OPERATION_CHOICES, SEND_MODE_CHOICES, SETTINGS } from '../settings.ts';
import { type Choice, YES_NO_CHOICES } from '../tables.ts';
import { LAW_SETTINGS } from './setting-plan-law.ts';
import { NOTHING, said, type ToldSetting } from './setting-plan-words.ts';

export type SettingPlan = {
  readonly key: string;
  readonly words: Words;
  readonly help: Words;
  readonly first: Words; // what a new register is given; empty: its keeper fills it in
  readonly required: boolean; // an invoice cannot be issued without it
  readonly choices: readonly Choice[];
};

/** @returns every setting, in the order of the tab */
export function settingPlans(): readonly SettingPlan[] {
  return SETTINGS.map(({ key, words }) => {
    const { choices = [], first = NOTHING, help = NOTHING, required } = TOLD.get(key) ?? { help: NOTHING };
    return { key, words, help, first, required: required === true, choices };
  });
}

const REQUIRED = { required: true } as const;

const TOLD: ReadonlyMap<string, ToldSetting> = new Map<string, ToldSetting>([
  ...LAW_SETTINGS,
  [
    'companyName',
    {
      ...REQUIRED,
      help: said('Telle que sur l’extrait Kbis. Imprimée sur les factures.', 'Printed on invoices.'),
    },
  ],
  ['legalForm', { help: said('SARL, SAS, EI… Mention obligatoire d’une société.', 'Ltd, SARL, SAS…') }],
  [
    'shareCapital',
    {
      help: said(
        'En chiffres, par exemple 10 000\u202f€. Obligatoire pour une société.',
        'Such as\u202f€10,000.',
      ),
    },
  ],
  [
    'legalId',
    {
      ...REQUIRED,
      help: said('SIREN (9 chiffres) ou SIRET (14 chiffres).', 'SIREN (9 digits) or SIRET (14 digits).'),
    },
  ],
  [
    'registration',
    { help: said('Par exemple RCS Lyon 732 829 320. Imprimée sur les factures.', 'Printed on invoices.') },
  ],
  [
    'operations',
    {
      choices: OPERATION_CHOICES,
      help: said('Mention de la facture\u202f: biens, services ou les deux.', 'Invoices say what is sold.'),
    },
  ],
  [
    'thankYou',
    {
      choices: YES_NO_CHOICES,
      first: said('non', 'no'),
      help: said(
        '« oui » : un courriel de remerciement part à chaque règlement.',
        'With “yes” each payment is thanked for.',
      ),
    },
  ],
  [
    'vatNumber',
    {
      help: said(
        'FR suivi de 11 chiffres\u202f; vide en franchise de TVA.',
        'FR and 11 digits; empty where exempt.',
      ),
    },
  ],
  [
    'vatOnDebits',
    {
      choices: YES_NO_CHOICES,
      first: said('non', 'no'),
      help: said(
        '«\u202foui\u202f» si vous avez opté\u202f: la mention s’imprime.',
        'With “yes” the mention is printed.',
      ),
    },
  ],
  ['addressLine1', { ...REQUIRED, help: said('Numéro et voie du siège.', 'Number and street.') }],
  ['postalCode', { ...REQUIRED, help: NOTHING }],
  ['city', { ...REQUIRED, help: NOTHING }],
  ['country', { ...REQUIRED, first: said('France', 'France'), help: NOTHING }],
  ['email', { ...REQUIRED, help: said('Imprimé sur les factures.', 'Printed on invoices.') }],
  [
    'iban',
    {
      help: said(
        'Le compte à créditer\u202f: imprimé avec son code QR de virement.',
        'The account to pay to: printed with its transfer QR code.',
      ),
    },
  ],
  ['bic', { help: said('Facultatif dans la zone SEPA.', 'Optional within SEPA.') }],
  [
    'locale',
    {
      first: said('fr_FR', 'en_GB'),
      help: said(
        'Comment lire dates et montants écrits en texte.',
        'How dates and amounts in text are read.',
      ),
    },
  ],
  [
    'currency',
    { first: said('EUR', 'EUR'), help: said('Celle d’une ligne sans devise.', 'Of rows that name none.') },
  ],
  [
    'timeZone',
    {
      first: said('Europe/Paris', 'Europe/Paris'),
      help: said('Du rapport hebdomadaire.', 'Of the weekly report.'),
    },
  ],
  [
    'paymentTerms',
    {
      first: said('30 jours', '30 days'),
      help: said(
        '30 jours, 45 jours fin de mois, comptant… 60 jours au plus entre entreprises.',
        '30 days, 45 days EOM, immediate… at most 60 days between companies.',
      ),
    },
  ],
  [
    'invoiceNumberFormat',
    {
      first: said('F{YYYY}-{00000}', 'F{YYYY}-{00000}'),
      help: said(
        '{YYYY} l’année, {MM} le mois, {00000} le rang sur cinq chiffres. À fixer avant la première facture.',
        '{YYYY} the year, {MM} the month, {00000} the rank on five digits. Settle it before the first invoice.',
      ),
    },
  ],
  [
    'creditNoteNumberFormat',
    {
      first: said('A{YYYY}-{00000}', 'A{YYYY}-{00000}'),
      help: said('La série des avoirs.', 'The series of credit notes.'),
    },
  ],
  [
    'earlyPaymentDiscount',
    {
      first: said('Pas d’escompte pour paiement anticipé', 'No discount for early payment'),
      help: said('Mention obligatoire.', 'A mandatory mention in France.'),
    },
  ],
  ['senderName', { help: said('Vide\u202f: la raison sociale.', 'Empty: the company’s name.') }],
  ['replyTo', { help: said('Où arrivent les réponses des clients.', 'Where clients’ answers go.') }],
  ['bcc', { help: said('Une copie cachée de chaque envoi.', 'A blind copy of every message.') }],
  [
    'sendMode',
    {
      choices: SEND_MODE_CHOICES,
      first: said('aperçu', 'preview'),
      help: said(
        '«\u202faperçu\u202f»\u202f: le traitement quotidien prépare, vous envoyez. «\u202fenvoi\u202f»\u202f: il envoie.',
        'With “preview” the daily run prepares and you send; with “send” it sends.',
      ),
    },
  ],
  [
    'paymentLink',
    { help: said('Une adresse https où payer en ligne.', 'An https address for paying online.') },
  ],
  ['termsOfSaleLink', { help: said('L’adresse https de vos CGV.', 'The https address of your terms.') }],
  [
    'receiptPage',
    {
      help: said(
        'L’adresse de l’application web, si vous l’avez déployée\u202f: vos clients confirment d’un clic.',
        'The address of the web app, if you have deployed it: your clients confirm with one click.',
      ),
    },
  ],
  [
    'reportRecipients',
    { help: said('Adresses séparées par des virgules.', 'Addresses separated by commas.') },
  ],
  [
    'bankFreshnessDays',
    {
      first: said('7', '7'),
      help: said(
        'Sans règlement saisi depuis plus de jours, aucune relance ne part.',
        'Reminders wait where no payment was entered for longer.',
      ),
    },
  ],
  [
    'minimumContactGapDays',
    {
      first: said('5', '5'),
      help: said('Jours entre deux contacts d’un même client.', 'Days between two contacts.'),
    },
  ],
  [
    'maxContactsPer30Days',
    {
      first: said('4', '4'),
      help: said(
        'Messages, appels et lettres à un même client en 30 jours.',
        'Messages, calls and letters to one client in 30 days.',
      ),
    },
  ],
  [
    'reminderTolerance',
    {
      first: said('1', '1'),
      help: said('En dessous, aucune relance.', 'No reminder is sent for less.'),
    },
  ],
  [
    'holidays',
    {
      help: said(
        'Vide\u202f: ceux de l’adresse du client. Sinon FR, Alsace-Moselle, BE…',
        'Empty: those of the client’s address. Else FR, Alsace-Moselle, BE…',
      ),
    },
  ],
  [
    'agedBy',
    {
      choices: AGED_BY_CHOICES,
      first: said('échéance', 'due date'),
      help: said('D’où l’on compte l’âge d’une créance.', 'From where a debt’s age counts.'),
    },
  ],
  [
    'bankTolerance',
    {
      help: said(
        'Montant qu’un virement peut avoir en plus ou en moins pour être proposé\u202f; vide\u202f: aucun.',
        'How much a transfer may differ and still be proposed; empty: not at all.',
      ),
    },
  ],
  [
    'accounts',
    {
      help: said(
        'Pour l’extrait comptable, vos numéros là où ils diffèrent\u202f: 411=411100\u202f; 706=706200\u202f; VE=VEN.',
        'For the accounting extract, your numbers where they differ: 411=411100; 706=706200; VE=VEN.',
      ),
    },
  ],
]);
