/** Papers by hand, one of each make-up. */
import type { Paper, PaperColumn } from '../../shared/letters/paper.ts';

const COLUMNS: readonly PaperColumn[] = [
  { head: 'Facture', align: 'left' },
  { head: 'Émise le', align: 'left' },
  { head: 'Échéance', align: 'right' },
  { head: 'Retard', align: 'right' },
  { head: 'Montant', align: 'right' },
  { head: 'Reste dû', align: 'right' },
];

/** A reminder to a firm: two invoices, what more is owed, how to pay. */
export const PAPER: Paper = {
  kind: 'reminder',
  language: 'fr',
  sender: [
    'Atelier Mérinos',
    '14, quai des Tanneurs',
    '69005 Lyon',
    '04 78 00 00 00',
    'compta@merinos.example',
  ],
  recipient: ['Hôtel du Parc & Fils', 'Service comptabilité', '3, place Bellecour', '69002 Lyon'],
  placeAndDate: 'Lyon, le 25 novembre 2026',
  mention: 'Lettre recommandée avec avis de réception n°\u00a01A 234 567 8901 2',
  subject: 'Deuxième rappel\u202f: 2 factures impayées, 2 112,58\u202f€',
  references: [['Compte client', 'HOTPARC']],
  blocks: [
    { block: 'paragraph', text: 'Madame, Monsieur,' },
    {
      block: 'paragraph',
      text: 'Malgré notre lettre du 3 novembre, nous n’avons pas reçu votre règlement des 2 factures ci-dessous. Nous vous prions de nous faire parvenir leur montant au plus tard le 3 décembre 2026.',
    },
    {
      block: 'table',
      columns: COLUMNS,
      rows: [
        ['F2026-00012', '25/09/2026', '25/10/2026', '31 jours', '1 712,58\u202f€', '1 712,58\u202f€'],
        ['F2026-00019', '02/10/2026', '01/11/2026', '24 jours', '400,00\u202f€', '305,00\u202f€'],
      ],
      sums: [
        ['Total des factures', '2 017,58\u202f€'],
        ['Intérêts de retard au 25 novembre 2026', '15,00\u202f€'],
        ['Indemnité forfaitaire de recouvrement (2 × 40\u202f€)', '80,00\u202f€'],
        ['Total à régler', '2 112,58\u202f€'],
      ],
    },
    {
      block: 'paragraph',
      text: 'Les intérêts de retard et l’indemnité forfaitaire sont dus de plein droit (articles L441-10 et D441-5 du Code de commerce).',
    },
    {
      block: 'payment',
      title: 'Pour régler',
      lines: [
        ['IBAN', 'FR76 3000 6000 0112 3456 7890 189'],
        ['BIC', 'AGRIFRPP'],
        ['Titulaire', 'Atelier Mérinos'],
        ['Référence', 'F2026-00012, F2026-00019'],
      ],
      link: '',
      transfer: {
        name: 'Atelier Mérinos',
        iban: 'FR7630006000011234567890189',
        bic: 'AGRIFRPP',
        amount: '2112.58',
        currency: 'EUR',
        reference: 'F2026-00012, F2026-00019',
      },
    },
    {
      block: 'paragraph',
      text: 'Si vous avez réglé entre-temps, merci de ne pas tenir compte de cette lettre.',
    },
    { block: 'paragraph', text: 'Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.' },
    { block: 'signature', lines: ['Claire Perrin', 'Atelier Mérinos'], places: [] },
    { block: 'paragraph', text: 'Pièces jointes\u202f:' },
    { block: 'list', items: ['Copie des factures', 'État des envois'] },
  ],
  footer: ['Atelier Mérinos · SARL au capital de 10 000\u202f€ · SIREN 732 829 320 · N° TVA FR83732829320'],
  fileName: 'relance-2_HOTPARC_2026-11-25',
};

/** A statement over pages. */
export const STATEMENT: Paper = {
  ...PAPER,
  kind: 'statement',
  mention: '',
  subject: 'Relevé de compte au 25 novembre 2026',
  blocks: [
    { block: 'paragraph', text: 'Voici l’état de votre compte dans nos livres.' },
    { block: 'heading', text: 'Mouvements en euros' },
    {
      block: 'table',
      columns: [
        { head: 'Date', align: 'left' },
        { head: 'Opération', align: 'left' },
        { head: 'Débit', align: 'right' },
        { head: 'Crédit', align: 'right' },
        { head: 'Solde', align: 'right' },
      ],
      rows: Array.from({ length: 70 }, (_, index) => [
        `${String((index % 28) + 1).padStart(2, '0')}/10/2026`,
        index % 2 === 0 ? `Facture F2026-${String(index).padStart(5, '0')}` : 'Virement reçu',
        index % 2 === 0 ? '1 200,00\u202f€' : '',
        index % 2 === 0 ? '' : '1 200,00\u202f€',
        index % 2 === 0 ? '1 200,00\u202f€' : '0,00\u202f€',
      ]),
      sums: [['Solde en votre faveur', '0,00\u202f€']],
    },
    { block: 'paragraph', text: 'Ce relevé ne comprend pas les intérêts de retard.' },
    { block: 'signature', lines: ['Claire Perrin', 'Atelier Mérinos'], places: [] },
  ],
  fileName: 'releve_HOTPARC_2026-11-25',
};

/** An agreement both sign. */
export const PLAN: Paper = {
  ...PAPER,
  kind: 'planAgreement',
  mention: '',
  subject: 'Accord d’échelonnement',
  blocks: [
    { block: 'heading', text: '1. La dette' },
    {
      block: 'paragraph',
      text: 'Hôtel du Parc & Fils reconnaît devoir à Atelier Mérinos la somme de 1 712,58\u202f€.',
    },
    { block: 'heading', text: '2. Les échéances' },
    {
      block: 'table',
      columns: [
        { head: 'N°', align: 'left' },
        { head: 'Échéance', align: 'left' },
        { head: 'Montant', align: 'right' },
      ],
      rows: [
        ['1', '15/12/2026', '570,86\u202f€'],
        ['2', '15/01/2027', '570,86\u202f€'],
        ['3', '15/02/2027', '570,86\u202f€'],
      ],
      sums: [['Total', '1 712,58\u202f€']],
    },
    {
      block: 'signature',
      lines: ['Fait en deux exemplaires'],
      places: ['Atelier Mérinos', 'Hôtel du Parc & Fils (bon pour accord)'],
    },
  ],
  fileName: 'accord_HOTPARC_2026-11-25',
};
