/** Documents as printed pages get them: one of each kind, by hand. */
import type { DocumentLine, InvoiceDocument } from '../../shared/invoicing/document.ts';

const SELLER = {
  name: 'Atelier Mérinos',
  address: ['14, quai des Tanneurs', '69005 Lyon', 'France'],
  identity: ['SARL au capital de 10 000 €', 'SIREN 732 829 320 – RCS Lyon', 'TVA FR83732829320'],
  contact: ['compta@merinos.example', '04 78 00 00 00'],
};

const CLIENT = {
  name: 'Hôtel du Parc & Fils',
  address: ['Service comptabilité', '3, place Bellecour', '69002 Lyon', 'France'],
  identity: ['SIREN 552 100 554', 'TVA FR02552100554'],
  contact: [],
};

const CHAIR: DocumentLine = {
  description: ['Réfection d’un fauteuil Voltaire'],
  quantity: '2',
  unit: 'pièce',
  unitPrice: '480,00 €',
  discount: '',
  vatRate: '20 %',
  net: '960,00 €',
  carried: '960,00 €',
};

const LINES: readonly DocumentLine[] = [
  CHAIR,
  {
    ...CHAIR,
    description: ['Laine cardée', 'Lot 2026-118, teinte grège'],
    quantity: '12,5',
    unit: 'kg',
    unitPrice: '31,20 €',
    discount: '5 %',
    net: '370,50 €',
  },
  {
    ...CHAIR,
    description: ['Livraison'],
    quantity: '1',
    unit: 'forfait',
    unitPrice: '65,00 €',
    net: '65,00 €',
  },
  {
    ...CHAIR,
    description: ['Guide d’entretien (livre)'],
    quantity: '3',
    unit: 'ex.',
    unitPrice: '12,00 €',
    vatRate: '5,5 %',
    net: '36,00 €',
  },
];

const PENALTIES = [
  'En cas de retard de paiement, des pénalités sont exigibles dès le lendemain de l’échéance, sans rappel, au taux de refinancement de la BCE majoré de 10 points.',
  'Indemnité forfaitaire pour frais de recouvrement due en cas de retard : 40,00 € (art. L441-10 et D441-5 du Code de commerce).',
  'Pas d’escompte pour paiement anticipé.',
];

export const INVOICE: InvoiceDocument = {
  language: 'fr',
  type: 'invoice',
  title: 'Facture',
  number: 'F2026-00012',
  dates: [
    { label: 'Date de facture', text: '25 novembre 2026' },
    { label: 'Prestation achevée le', text: '20 novembre 2026' },
    { label: 'Échéance', text: '25 décembre 2026' },
  ],
  seller: SELLER,
  client: CLIENT,
  clientCode: 'HOTPARC',
  deliveryAddress: ['Annexe des Brotteaux', '40, rue Vauban', '69006 Lyon'],
  references: [{ label: 'Votre commande', text: 'BC-4471' }],
  lines: LINES,
  hasDiscount: true,
  vatTable: [
    { rate: '20 %', category: 'S', net: '1 395,50 €', vat: '279,10 €', mention: '' },
    { rate: '5,5 %', category: 'S', net: '36,00 €', vat: '1,98 €', mention: '' },
  ],
  net: '1 431,50 €',
  vat: '281,08 €',
  total: '1 712,58 €',
  totalLabel: 'Net à payer',
  payment: {
    dueDate: '25 décembre 2026',
    terms: '30 jours',
    iban: 'FR76 3000 6000 0112 3456 7890 189',
    bic: 'AGRIFRPP',
    reference: 'F2026-00012',
    link: 'https://pay.example.com/F2026-00012?amount=1712.58',
    transfer: {
      name: 'Atelier Mérinos',
      iban: 'FR7630006000011234567890189',
      bic: 'AGRIFRPP',
      amount: '1712.58',
      currency: 'EUR',
      reference: 'F2026-00012',
    },
  },
  conditions: PENALTIES,
  mentions: ['Option pour le paiement de la taxe d’après les débits', 'Opération mixte : biens et services'],
  notes: ['Merci de votre confiance.'],
  termsOfSaleLink: 'https://merinos.example/cgv',
  footer: [
    'Atelier Mérinos – SARL au capital de 10 000 € – 14, quai des Tanneurs, 69005 Lyon',
    'SIREN 732 829 320 – RCS Lyon – TVA FR83732829320',
  ],
  witness: '4f1c09ab77de',
};

/** Ten lines, which one page has to hold. */
export const TEN_LINES: InvoiceDocument = {
  ...INVOICE,
  lines: Array.from({ length: 10 }, (_, index) => LINES[index % 2 === 0 ? 0 : index % 4] ?? CHAIR),
};

/** Lines over several pages. */
export const FORTY_LINES: InvoiceDocument = {
  ...INVOICE,
  lines: Array.from({ length: 40 }, (_, index) => ({
    ...CHAIR,
    description: [`Séance n° ${index + 1} : garnissage, sanglage et pose de la toile forte`],
  })),
  hasDiscount: false,
  deliveryAddress: [],
};

/** A private person: neither interest by law nor the 40 €. */
export const CONSUMER: InvoiceDocument = {
  ...INVOICE,
  client: {
    name: 'Mme Jeanne Ferrand',
    address: ['8, rue Mercière', '69002 Lyon'],
    identity: [],
    contact: [],
  },
  clientCode: '',
  references: [],
  deliveryAddress: [],
  conditions: ['Pas d’escompte pour paiement anticipé.'],
};

/** Without VAT, by reverse charge. */
export const REVERSE_CHARGE: InvoiceDocument = {
  ...INVOICE,
  client: { ...CLIENT, name: 'Polsterei Kühn GmbH', identity: ['USt-IdNr. DE136695976'] },
  lines: LINES.slice(0, 1).map((line) => ({ ...line, vatRate: '—' })),
  hasDiscount: false,
  vatTable: [{ rate: '0 %', category: 'AE', net: '960,00 €', vat: '0,00 €', mention: 'Autoliquidation' }],
  net: '960,00 €',
  vat: '0,00 €',
  total: '960,00 €',
  mentions: ['Autoliquidation'],
  deliveryAddress: [],
};

export const CREDIT_NOTE: InvoiceDocument = {
  ...INVOICE,
  type: 'creditNote',
  title: 'Avoir',
  number: 'A2026-00003',
  dates: [{ label: 'Date de l’avoir', text: '2 décembre 2026' }],
  references: [{ label: 'Facture corrigée', text: 'F2026-00012 du 25 novembre 2026' }],
  lines: [CHAIR],
  hasDiscount: false,
  vatTable: [{ rate: '20 %', category: 'S', net: '960,00 €', vat: '192,00 €', mention: '' }],
  net: '960,00 €',
  vat: '192,00 €',
  total: '1 152,00 €',
  totalLabel: 'Total de l’avoir',
  payment: null,
  conditions: [],
  deliveryAddress: [],
};

export const ENGLISH: InvoiceDocument = {
  ...INVOICE,
  language: 'en',
  title: 'Invoice',
  dates: [
    { label: 'Invoice date', text: '25 November 2026' },
    { label: 'Services completed', text: '20 November 2026' },
    { label: 'Due date', text: '25 December 2026' },
  ],
  client: {
    name: 'Park Hotel Ltd',
    address: ['3 Castle Street', 'London SW1A 1AA', 'United Kingdom'],
    identity: ['VAT GB123456789'],
    contact: [],
  },
  references: [{ label: 'Your order', text: 'PO-4471' }],
  deliveryAddress: [],
  lines: [
    {
      ...CHAIR,
      description: ['Reupholstery of an armchair'],
      unit: 'piece',
      unitPrice: '€480.00',
      vatRate: '—',
      net: '€960.00',
    },
  ],
  hasDiscount: false,
  vatTable: [
    {
      rate: '0%',
      category: 'O',
      net: '€960.00',
      vat: '€0.00',
      mention: 'Outside the scope of French VAT',
    },
  ],
  net: '€960.00',
  vat: '€0.00',
  total: '€960.00',
  totalLabel: 'Amount due',
  payment: {
    dueDate: '25 December 2026',
    terms: '30 days',
    iban: 'FR76 3000 6000 0112 3456 7890 189',
    bic: 'AGRIFRPP',
    reference: 'F2026-00012',
    link: '',
    transfer: {
      name: 'Atelier Mérinos',
      iban: 'FR7630006000011234567890189',
      bic: 'AGRIFRPP',
      amount: '960.00',
      currency: 'EUR',
      reference: 'F2026-00012',
    },
  },
  conditions: [
    'Late payment: interest is due from the day after the due date, without reminder, at the ECB refinancing rate plus 10 points.',
    'A fixed recovery charge of €40.00 is due for late payment (articles L441-10 and D441-5 of the French commercial code).',
    'No discount for early payment.',
  ],
  mentions: ['Outside the scope of French VAT'],
  notes: ['Thank you for your trust.'],
};
