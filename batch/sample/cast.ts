/** The demonstration's first clients: they carry its story, and each oddity a register meets happens to one of them. */
import type { ClientKind } from '../../shared/register/tables.ts';
import type { FateName } from './fates.ts';
import type { Payer } from './payers.ts';

/** Something that happens to the first fitting invoice issued in the last `before` days. */
export type Story = {
  readonly before: number;
  readonly fate: FateName;
  readonly atLeast?: number; // minor units
};

export type Role = {
  readonly name: string;
  readonly kind: ClientKind;
  readonly payer: Payer;
  readonly terms: string;
  readonly sharePercent: number; // of all invoices
  readonly size: number; // multiplies quantities
  readonly stories: readonly Story[];
  readonly limitMonths?: number; // credit limit in months of sales
  readonly abroad?: Abroad;
  readonly withoutEmail?: true;
  readonly hold?: { readonly before: number; readonly days: number; readonly reason: string };
  readonly notes?: string;
};

export type Abroad = {
  readonly country: string;
  readonly city: string;
  readonly postalCode: string;
  readonly addressLine1: string;
  readonly vatNumber: string;
  readonly phone: string;
  readonly currency: string;
};

const LARGE = 150_000;

export const CAST: readonly Role[] = [
  {
    name: 'Groupe Arvane Immobilier SAS',
    kind: 'company',
    payer: 'slow',
    terms: '45 jours fin de mois',
    sharePercent: 10,
    size: 2.2,
    stories: [{ before: 420, fate: 'disputed' }],
    limitMonths: 5,
    notes: 'Premier client de l’atelier. Factures à déposer sur son portail,\nbon de commande obligatoire.',
  },
  {
    name: 'Hôtels Bellerive SAS',
    kind: 'company',
    payer: 'deteriorating',
    terms: '30 jours fin de mois',
    sharePercent: 7.5,
    size: 1.8,
    stories: [{ before: 120, fate: 'disputeOpen', atLeast: LARGE }],
    limitMonths: 2.5,
    notes: 'Retards depuis le changement de direction financière',
  },
  {
    name: 'Menuiserie Perrachon et Fils SARL',
    kind: 'company',
    payer: 'stopped',
    terms: '30 jours',
    sharePercent: 3,
    size: 0.9,
    stories: [],
    limitMonths: 2,
    hold: { before: 100, days: 240, reason: 'Redressement judiciaire, créance déclarée au mandataire' },
    notes: 'Ne plus livrer sans paiement d’avance',
  },
  {
    name: 'Larkfield Hospitality Inc.',
    kind: 'company',
    payer: 'punctual',
    terms: '30 days',
    sharePercent: 2.5,
    size: 1.2,
    stories: [],
    abroad: {
      country: 'US',
      city: 'Portland, OR',
      postalCode: '97205',
      addressLine1: '1200 Example Avenue, Suite 40',
      vatNumber: '',
      phone: '+1 503 555 0142',
      currency: 'USD',
    },
  },
  {
    name: 'Ballinore Interiors Ltd',
    kind: 'company',
    payer: 'slow',
    terms: '30 days, EOM',
    sharePercent: 2.2,
    size: 1.1,
    stories: [],
    abroad: {
      country: 'IE',
      city: 'Galway',
      postalCode: 'H91 0000',
      addressLine1: '7 Example Quay',
      vatNumber: 'IE0000273L',
      phone: '+353 20 915 0142',
      currency: 'EUR',
    },
  },
  {
    name: 'Les Tréteaux d’Ardive',
    kind: 'association',
    payer: 'slow',
    terms: '30 jours',
    sharePercent: 2.2,
    size: 1.1,
    stories: [{ before: 320, fate: 'planKept', atLeast: LARGE }],
  },
  {
    name: 'Brasserie de la Marelle SARL',
    kind: 'company',
    payer: 'bad',
    terms: '30 jours',
    sharePercent: 2.2,
    size: 1,
    stories: [{ before: 240, fate: 'planBroken', atLeast: LARGE }],
    limitMonths: 2,
  },
  {
    name: 'Archipel Architectes SAS',
    kind: 'company',
    payer: 'excellent',
    terms: '30 jours',
    sharePercent: 3,
    size: 1.2,
    stories: [
      { before: 330, fate: 'rebateMoved', atLeast: LARGE },
      { before: 100, fate: 'rebateKept' },
    ],
  },
  {
    name: 'Agencement Rives-d’Or SARL',
    kind: 'company',
    payer: 'punctual',
    terms: '45 jours, fin de mois',
    sharePercent: 3,
    size: 1,
    stories: [
      { before: 330, fate: 'paidTwice' },
      { before: 240, fate: 'overpaid' },
    ],
  },
  {
    name: 'Centre hospitalier de Montbrisac-les-Bains',
    kind: 'administration',
    payer: 'run25',
    terms: '50 jours',
    sharePercent: 3.2,
    size: 1.5,
    stories: [],
  },
  {
    name: 'Transports Galoubet SA',
    kind: 'company',
    payer: 'bad',
    terms: '30 jours fin de mois le 10',
    sharePercent: 2.2,
    size: 0.9,
    stories: [{ before: 200, fate: 'bounced' }],
  },
  {
    name: 'Mairie de Valferrand-le-Haut',
    kind: 'administration',
    payer: 'run10',
    terms: '30 jours',
    sharePercent: 3,
    size: 1.1,
    stories: [{ before: 150, fate: 'creditedPartly' }],
  },
  {
    name: 'Papeterie du Confluent SAS',
    kind: 'company',
    payer: 'punctual',
    terms: '30 jours',
    sharePercent: 3,
    size: 0.9,
    stories: [
      { before: 300, fate: 'residue' },
      { before: 180, fate: 'appliedLater' },
      { before: 100, fate: 'unnamed' },
    ],
  },
  {
    name: 'Galerie des Trois-Ponts',
    kind: 'company',
    payer: 'slow',
    terms: '60 jours',
    sharePercent: 2.5,
    size: 1,
    stories: [
      { before: 400, fate: 'badDebt' },
      { before: 250, fate: 'disputed' },
      { before: 140, fate: 'disputeOpen' },
    ],
  },
  {
    name: 'Librairie L’Encre bleue',
    kind: 'company',
    payer: 'slow',
    terms: '30 jours',
    sharePercent: 2,
    size: 0.5,
    stories: [{ before: 200, fate: 'cancelled' }],
    withoutEmail: true,
    hold: { before: 12, days: 30, reason: 'Accord commercial en cours' },
  },
];
