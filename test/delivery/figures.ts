/** One report's figures in both languages, as the golden mails show them. */
import type { CurrencyFigures, MessageInput, Picture } from '../../batch/delivery/message.ts';

const URL_OF_ROW = 'https://docs.google.com/spreadsheets/d/1AbC/edit#gid=7&range=12:12';

/** Not a picture: a mail carries whatever bytes it is given. */
const PNG = Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1');

const PICTURES_FR: readonly Picture[] = [
  {
    name: 'ageing',
    title: 'Balance âgée (EUR)',
    says: 'Balance âgée au 20 novembre 2026 : non échu 95 820,45 €, plus de 90 jours 52 410,00 €.',
    png: PNG,
  },
  {
    name: 'dso',
    title: 'DSO en jours (EUR)',
    says: 'DSO sur 24 mois, en jours. DSO par épuisement : 80,2 fin octobre 2026.',
    png: Buffer.concat([PNG, PNG]),
  },
];

const EUROS_FR: CurrencyFigures = {
  currency: 'EUR',
  open: '148 230,45 €',
  openChange: { text: '+3 480,00 €', tone: 'even' },
  overdue: '52 410,00 €',
  overdueShare: '35,4 %',
  overdueChange: { text: '+6 120,50 €', tone: 'worse' },
  dso: '82,4 jours',
  dsoReason: null,
  dsoChange: { text: '−1,3 jour', tone: 'better' },
  sentences: [
    'Un client est passé en retard depuis le 13 novembre 2026, pour 6 120,50 € : Maçonnerie « Le Goff & Fils ».',
    'Il est rentré 3 000,00 € depuis le 13 novembre 2026.',
  ],
  priorities: [
    {
      text: 'Relancez Maçonnerie « Le Goff & Fils » : 18 400,00 € en retard, dont 12 000,00 € depuis plus de 90 jours.',
      url: null,
    },
    {
      text: 'Rapprochez le virement de 4 860,00 € de Boulangerie Ferrand : il n’est affecté à aucune facture.',
      url: URL_OF_ROW,
    },
    {
      text: 'Tranchez le litige de la facture F2026-00412 (Atelier Nord) : 7 250,00 € sont bloqués depuis 48 jours.',
      url: null,
    },
  ],
  pictures: PICTURES_FR,
};

const DOLLARS_FR: CurrencyFigures = {
  currency: 'USD',
  open: '9 600,00 $US',
  openChange: null,
  overdue: '0,00 $US',
  overdueShare: null,
  overdueChange: null,
  dso: 'n. d.',
  dsoReason: 'aucune vente sur 91 jours',
  dsoChange: null,
  sentences: [],
  priorities: [],
  pictures: [],
};

export const FRENCH: MessageInput = {
  language: 'fr',
  company: 'Cabinet Durand & Associés',
  asOf: '2026-11-20',
  currencies: [EUROS_FR, DOLLARS_FR],
  problems: 7,
  moving: false,
  attachment: 'encaisse-2026-11-20.xlsx',
  audit: 'Audit\u202f: 1 erreur et 3 points à justifier, dans la feuille Audit du classeur joint.',
  sealed: `Dernier sceau\u202f: n° 1\u202f204, h1:${'0c9f'.repeat(16)}`,
};

export const ENGLISH: MessageInput = {
  ...FRENCH,
  language: 'en',
  company: 'Durand & Partners',
  audit: 'Audit: 1 point to explain, on the Audit sheet of the attached workbook.',
  sealed: `Last seal: no. 1,204, h1:${'0c9f'.repeat(16)}`,
  problems: 1,
  moving: true,
  currencies: [
    {
      currency: 'EUR',
      open: '€148,230.45',
      openChange: { text: '+€3,480.00', tone: 'even' },
      overdue: '€52,410.00',
      overdueShare: '35.4%',
      overdueChange: { text: '+€6,120.50', tone: 'worse' },
      dso: '82.4 days',
      dsoReason: null,
      dsoChange: { text: '−1.3 days', tone: 'better' },
      sentences: ['€3,000.00 was received since 13 November 2026.'],
      priorities: [
        {
          text: 'Chase Le Goff & Sons <masonry>: €18,400.00 overdue, of which €12,000.00 for more than 90 days.',
          url: null,
        },
        {
          text: 'Match the transfer of €4,860.00 from Ferrand Bakery: it is applied to no invoice.',
          url: null,
        },
      ],
      pictures: [
        {
          name: 'ageing',
          title: 'Ageing (EUR)',
          says: 'Ageing as of 20 November 2026: not due €95,820.45, over 90 days €52,410.00.',
          png: PNG,
        },
      ],
    },
  ],
};
