/** What the note of a header says: what to write below it, by table and column. */
import type { Words } from '../../base/words.ts';

function note(column: string, fr: string, en: string): readonly [string, Words] {
  return [column, { fr, en }];
}

const BY_ADDON_FR = 'Écrit par Encaisse. Ne pas modifier.';
const BY_ADDON_EN = 'Written by Encaisse. Do not edit.';

function byAddon(column: string, fr: string, en: string): readonly [string, Words] {
  return note(column, `${fr} ${BY_ADDON_FR}`, `${en} ${BY_ADDON_EN}`);
}

export const COLUMN_NOTES: ReadonlyMap<string, Words> = new Map([
  note(
    'clients.code',
    'Un code court et unique, par exemple DUPONT.',
    'A short code of its own, such as DUPONT.',
  ),
  note('clients.kind', 'Décide des mentions et du calendrier de relance.', 'Decides mentions and reminders.'),
  note('clients.legalId', 'SIREN (9 chiffres) ou SIRET (14 chiffres).', 'SIREN (9 digits) or SIRET (14).'),
  note(
    'clients.email',
    'Une seule adresse\u202f: celle du contact de facturation.',
    'One address: the billing contact.',
  ),
  note('clients.cc', 'Adresses séparées par des virgules.', 'Addresses separated by commas.'),
  note(
    'clients.paymentTerms',
    '30 jours, 45 jours fin de mois, comptant… Vide\u202f: celles des réglages.',
    '30 days, 45 days EOM, immediate… Empty: the setting’s.',
  ),
  note(
    'clients.creditLimit',
    'Encours accepté, dans la devise du registre. Vide\u202f: sans plafond.',
    'The most they may owe, in the register’s currency. Empty: no limit.',
  ),
  note('clients.calendar', 'Vide\u202f: celui de son type de client.', 'Empty: that of its kind.'),
  note('clients.holdUntil', 'Dernier jour sans relance.', 'The last day without reminders.'),
  note(
    'clients.iban',
    'Le compte du client, pour un remboursement ou pour reconnaître ses virements.',
    'The client’s account, for refunds or to know its transfers by.',
  ),
  note('clients.owner', 'Qui suit ce client chez vous.', 'Who looks after this client.'),
  note(
    'drafts.id',
    'Un identifiant au choix\u202f; les lignes du brouillon portent le même, dans l’onglet Lignes.',
    'Any identifier; the draft’s lines bear the same in the Lines tab.',
  ),
  note('drafts.client', 'Le code du client.', 'The client’s code.'),
  note('drafts.issueDate', 'Vide\u202f: le jour de l’émission.', 'Empty: the day it is issued.'),
  note('drafts.dueDate', 'Vide\u202f: calculée des conditions de paiement.', 'Empty: by the payment terms.'),
  note(
    'drafts.corrects',
    'D’un avoir\u202f: le numéro de la facture corrigée.',
    'Of a credit note: the invoice’s number.',
  ),
  note('drafts.reference', 'Numéro de bon de commande ou d’engagement.', 'Purchase order number.'),
  note('drafts.serviceDate', 'Jour de la livraison ou de la prestation.', 'Day of delivery or service.'),
  note(
    'drafts.ready',
    '«\u202foui\u202f»\u202f: Encaisse > Émettre la prendra.',
    'With “yes” Encaisse > Issue takes it.',
  ),
  byAddon('drafts.check', 'Ce qui manque avant d’émettre.', 'What is missing before issuing.'),
  byAddon('drafts.net', 'Total des lignes.', 'Sum of the lines.'),
  byAddon('drafts.vat', 'TVA, taux par taux.', 'VAT, rate by rate.'),
  byAddon('drafts.total', 'À payer.', 'To be paid.'),
  byAddon('drafts.number', 'Le numéro reçu à l’émission.', 'The number it was issued under.'),
  note('lines.invoice', 'Le brouillon, ou la facture émise.', 'The draft, or the issued invoice.'),
  note('lines.vatRate', 'En pour cent\u202f: 20, 10, 5,5, 2,1 ou 0.', 'In percent: 20, 10, 5.5, 2.1 or 0.'),
  note(
    'lines.vatCategory',
    'S taxée, E exonérée, AE autoliquidation, K intracommunautaire, G exportation, O hors champ, Z taux zéro.',
    'S standard, E exempt, AE reverse charge, K intra-Community, G export, O outside scope, Z zero-rated.',
  ),
  note('lines.discountPercent', 'En pour cent\u202f: 10 pour 10\u202f%.', 'In percent: 10 for 10%.'),
  note(
    'invoices.number',
    'Donné à l’émission, sans trou. Ne se réutilise jamais.',
    'Given at issue, never reused.',
  ),
  note('invoices.disputedOn', 'Suspend les relances de cette facture.', 'Holds the invoice’s reminders.'),
  note('invoices.disputedAmount', 'Vide\u202f: toute la facture.', 'Empty: all of the invoice.'),
  byAddon('invoices.sentOn', 'Jour de l’envoi au client.', 'Day it was sent.'),
  byAddon('invoices.document', 'Le PDF.', 'The PDF.'),
  byAddon('invoices.seal', 'Empreinte de la facture émise.', 'The issued invoice’s seal.'),
  byAddon('invoices.paid', 'Règlements et avoirs imputés.', 'Payments and credit applied.'),
  byAddon('invoices.openBalance', 'Ce qui reste à payer.', 'What is left to pay.'),
  byAddon(
    'invoices.daysOverdue',
    'Depuis la plus ancienne échéance impayée.',
    'Since the oldest unpaid due date.',
  ),
  byAddon('invoices.dunningLevel', 'Dernier niveau vraiment envoyé.', 'The last level really sent.'),
  byAddon('invoices.nextStep', 'Ce qui vient, et quand.', 'What comes next, and when.'),
  note('payments.id', 'Vide si vous saisissez ici.', 'Empty where you type here.'),
  note(
    'payments.invoice',
    'Le numéro réglé. Vide\u202f: à imputer.',
    'The number paid. Empty: to be applied.',
  ),
  note(
    'payments.amount',
    'Négatif\u202f: un remboursement ou un impayé.',
    'Negative: a refund or a bounced payment.',
  ),
  note(
    'payments.method',
    '«\u202fabandon\u202f» solde sans encaissement\u202f; «\u202favoir\u202f» déplace le crédit nommé en référence.',
    'A “write-off” closes without cash; “credit note” moves the credit named in the reference.',
  ),
  note('payments.appliedOn', 'Vide\u202f: le jour du règlement.', 'Empty: the day of the payment.'),
  note(
    'recurring.id',
    'Ses lignes portent le même dans l’onglet Lignes.',
    'Its lines bear the same in the Lines tab.',
  ),
  note('recurring.next', 'Le jour de la prochaine facture.', 'The day of the next invoice.'),
  note(
    'reviews.finding',
    'Recopiez Constat et Faits de la page Audit du rapport.',
    'Copy Finding and Facts from the report’s Audit page.',
  ),
  note(
    'reviews.facts',
    'Si les faits changent, le constat reparaît.',
    'Where the facts change, the finding shows again.',
  ),
  note('reviews.reason', 'Pourquoi c’est en ordre.', 'Why it is in order.'),
  note('instalments.agreedOn', 'Vide\u202f: dès l’émission.', 'Empty: from the start.'),
  note(
    'calendars.level',
    '0\u202f: avant l’échéance\u202f; puis 1, 2, 3…',
    '0: before the due date; then 1, 2, 3…',
  ),
  note('calendars.offsetDays', 'Négatif\u202f: avant l’échéance.', 'Negative: before the due date.'),
  note(
    'calendars.template',
    'Un modèle de l’onglet Modèles, ou d’Encaisse.',
    'One of the Templates tab, or our own.',
  ),
  note(
    'templates.template',
    'Remplace le texte d’Encaisse du même nom\u202f: reminder-1, reminder-2…',
    'Stands in for our text of that name: reminder-1, reminder-2…',
  ),
  note(
    'templates.body',
    'Remplacés à l’envoi\u202f: {{client}}, {{société}}, {{signature}}, {{date}}, {{numéro}}, {{factures}}, {{des factures}}, {{montant}}, {{total}}, {{échéance}}, {{retard}}, {{délai}}. Sur une ligne seule, {{détails}} place le tableau des montants.',
    'Replaced when sent: {{client}}, {{company}}, {{signature}}, {{date}}, {{number}}, {{invoices}}, {{amount}}, {{total}}, {{due date}}, {{days late}}, {{deadline}}. On a line of its own, {{details}} places the table of amounts.',
  ),
  note('rates.series', 'ECB-MRO, FR-LEGAL-A ou FR-LEGAL-B.', 'ECB-MRO, FR-LEGAL-A or FR-LEGAL-B.'),
  note(
    'rates.percent',
    'Vérifiez les derniers taux à leur source\u202f: ecb.europa.eu, legifrance.gouv.fr.',
    'Check the latest rates at their source: ecb.europa.eu, legifrance.gouv.fr.',
  ),
]);
