/** What the script answers about clients and what they owe. */

import type { LegalStanding } from '../../appsscript/contract/reminders.ts';
import type {
  Allocation,
  ClientCard,
  ClientChoice,
  ClientFields,
  OpenInvoice,
} from '../../appsscript/contract.ts';
import type { Language } from '../../shared/base/words.ts';

/** A text of the language answered in. */
export type Say = (fr: string, en: string) => string;
export const euros = (t: Say, fr: string, en: string): string => t(`${fr}\u202f€`, `€${en}`);

export function clientChoices(name: string): readonly ClientChoice[] {
  const brunel = { code: 'BRUNEL', name: 'Imprimerie Brunel et Fils', email: 'factures@brunel.example' };
  const long = 'Cabinet d’expertise Marchand-Lefebvre & Associés';
  return [
    { code: 'DELMAS', name, email: 'compta@delmas.example', city: 'Lyon' },
    { ...brunel, city: 'Villeurbanne' },
    { code: 'CABINET', name: long, email: '', city: 'Saint-Étienne' },
  ];
}

function clientFields(name: string, language: Language): ClientFields {
  return {
    ...{ code: 'DELMAS', name, kind: 'company', legalId: '732 829 320 00074', vatNumber: 'FR44732829320' },
    ...{ addressLine1: '12 rue des Tanneurs', addressLine2: '', postalCode: '69002', city: 'Lyon' },
    ...{ country: 'France', language, contact: 'Mme Roche', email: 'compta@delmas.example', cc: '' },
    ...{ phone: '04 72 00 00 00', iban: 'FR76 3000 6000 0112 3456 7890 189', paymentTerms: '30 jours' },
    ...{ creditLimit: '10000', maximumTermDays: '', calendar: '', holdUntil: '', holdReason: '' },
    ...{ insolvencyOn: '', owner: 'Claire', notes: '' },
  };
}

export function openInvoices(t: Say, clientName: string): readonly OpenInvoice[] {
  const whose = { client: 'DELMAS', clientName, issueDate: '2026-09-01', currency: 'EUR' };
  return [
    {
      ...{ ...whose, number: 'F2026-00012', dueDate: '2026-10-01', daysOverdue: 55 },
      ...{
        total: '1200.00',
        open: '1200.00',
        nextStep: t('Relance 2 le 27/11/2026', 'Reminder 2 on 27 Nov 2026'),
      },
    },
    {
      ...{ ...whose, number: 'F2026-00019', dueDate: '2026-11-20', daysOverdue: 5 },
      ...{
        total: '4500.00',
        open: '3000.00',
        nextStep: t('Relance 1 le 28/11/2026', 'Reminder 1 on 28 Nov 2026'),
      },
    },
    {
      ...{ ...whose, number: 'F2026-00023', dueDate: '2026-12-20', daysOverdue: -25 },
      ...{ total: '2160.00', open: '2160.00', nextStep: '' },
    },
  ];
}

function legalStanding(t: Say): LegalStanding {
  const figures = [
    {
      label: t('Intérêts de retard', 'Late interest'),
      text: euros(t, '24,82', '24.82'),
      tone: 'plain',
    },
    { label: t('Indemnités forfaitaires', 'Fixed sums'), text: euros(t, '80,00', '80.00'), tone: 'plain' },
  ] as const;
  const note = t(
    'Pénalités de retard\u202f: taux de la BCE majoré de 10 points, dues dès le lendemain de l’échéance (article L441-10 du Code de commerce).',
    'Interest: the ECB’s rate plus 10 points, due from the day after the due date (article L441-10 of the Code de commerce).',
  );
  const near = t(
    'Obtenez une reconnaissance de dette écrite, ou agissez en justice avant ce jour\u202f: une relance n’y suffit pas.',
    'Have the debt acknowledged in writing, or go to court before that day: a reminder is not enough.',
  );
  return {
    penalties: [{ currency: 'EUR', figures, note }],
    limitations: [
      { invoice: 'F2021-00087', day: '2027-03-02', isNear: true, text: near },
      { invoice: 'F2026-00012', day: '2031-10-01', isNear: false, text: '' },
      { invoice: 'F2026-00019', day: '2031-11-20', isNear: false, text: '' },
    ],
  };
}

export function clientCard(t: Say, name: string, language: Language): ClientCard {
  const wrongKey = t('La clé du n° de TVA est fausse.', 'The VAT number’s key is wrong.');
  const figures = [
    { label: t('Solde', 'Balance'), text: euros(t, '6 360,00', '6,360.00'), tone: 'plain' },
    { label: t('Échu', 'Overdue'), text: euros(t, '4 200,00', '4,200.00'), tone: 'bad' },
  ] as const;
  const promised = t('Virement promis pour fin novembre.', 'Transfer promised for the end of November.');
  return {
    fields: clientFields(name, language),
    notices: [{ field: 'vatNumber', text: wrongKey, severity: 'warning' }],
    balances: [{ currency: 'EUR', figures }],
    credit: t(
      'Encours de 6\u202f360\u202f€ sur un plafond de 10\u202f000\u202f€\u202f: il reste 3\u202f640\u202f€.',
      'Exposure of €6,360 against a limit of €10,000: €3,640 left.',
    ),
    proposedLimit: t(
      'Plafond proposé, d’après ses achats et ses paiements\u202f: 12\u202f000,00\u202f€.',
      'Limit proposed from its purchases and payments: €12,000.00.',
    ),
    legal: legalStanding(t),
    habit: t('Paie en moyenne 12 jours après l’échéance.', 'Pays 12 days after the due date on average.'),
    invoices: openInvoices(t, name),
    history: [
      { at: '2026-11-18', text: t('Appel', 'Call'), detail: promised },
      { at: '2026-11-10', text: t('Relance de niveau 1 envoyée', 'Level 1 reminder sent'), detail: '' },
    ],
  };
}

export function allocation(t: Say, name: string): Allocation {
  return {
    invoices: openInvoices(t, name),
    proposed: [
      { invoice: 'F2026-00012', amount: '1200.00' },
      { invoice: 'F2026-00019', amount: '300.00' },
    ],
    unapplied: '0.00',
  };
}
