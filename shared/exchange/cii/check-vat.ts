/** Categories of VAT: which rate each allows, and which numbers it asks of seller and buyer. */
import type { Snapshot, SnapshotLine } from '../../invoicing/snapshot.ts';
import { rateFault } from '../../invoicing/vat-categories.ts';
import { exemptionCode, hasSiren, partySiren, rateText } from './codes.ts';
import { breaks, type EInvoiceFault, unless } from './fault.ts';
import { exemptionReason } from './settlement.ts';

const CATEGORIES = ['S', 'E', 'AE', 'K', 'G', 'O', 'Z'];

/** Rates of former years, for what is corrected today (BR-FR-16). */
const FORMER_RATES = ['19.6', '20.6', '7', '9.2', '9.6'];

/** What the published rules call a category's family. */
const FAMILIES: Readonly<Record<string, string>> = {
  S: 'S',
  E: 'E',
  AE: 'AE',
  K: 'IC',
  G: 'G',
  O: 'O',
  Z: 'Z',
};

export function vatCategoryFaults(snapshot: Snapshot): readonly EInvoiceFault[] {
  const categories = Array.from(new Set(snapshot.vat.map(({ category }) => category)));
  return [
    ...snapshot.lines.flatMap((line, index) => lineFaults(line, index, snapshot)),
    ...unless(
      !categories.includes('O') || categories.length === 1,
      breaks(
        'BR-O-11',
        'vat',
        'Le hors champ de la TVA ne se mêle à aucune autre catégorie sur une même facture : faites-en deux.',
        'What is outside the scope of VAT stands on an invoice of its own: make two.',
      ),
    ),
    ...categories.flatMap((category) => categoryFaults(category, snapshot)),
  ];
}

function lineFaults(line: SnapshotLine, index: number, { seller }: Snapshot): readonly EInvoiceFault[] {
  const { vatCategory, vatRate } = line;
  const field = `lines[${index}].vatCategory`;
  if (!CATEGORIES.includes(vatCategory)) {
    return [
      breaks(
        'BR-CO-04',
        field,
        `Ligne ${index + 1} : la catégorie de TVA « ${vatCategory} » n’existe pas.`,
        `Line ${index + 1}: VAT category “${vatCategory}” does not exist.`,
      ),
    ];
  }
  const fault = rateFault(vatCategory, vatRate, hasSiren(seller.country));
  const family = FAMILIES[vatCategory];
  if (fault === 'rate/unusual' && !FORMER_RATES.includes(rateText(vatRate))) {
    return [
      breaks(
        'BR-FR-16',
        field,
        `Ligne ${index + 1} : ${vatRate} % n’est pas un taux français.`,
        `Line ${index + 1}: ${vatRate}% is not a French rate.`,
      ),
    ];
  }
  return unless(
    fault === null || fault === 'rate/unusual',
    breaks(
      `BR-${family}-05`,
      field,
      `Ligne ${index + 1} : le taux ${vatRate} % ne va pas avec la catégorie ${vatCategory}.`,
      `Line ${index + 1}: a rate of ${vatRate}% does not go with category ${vatCategory}.`,
    ),
  );
}

function categoryFaults(category: string, snapshot: Snapshot): readonly EInvoiceFault[] {
  const { seller } = snapshot;
  const family = FAMILIES[category] ?? category;
  const isRegistered = seller.vatNumber !== '';
  const needsSellerVat = ['AE', 'K', 'G'].includes(category);
  const bearsReason = !['S', 'Z', 'O'].includes(category);
  return [
    ...unless(
      category === 'O' || isRegistered || (!needsSellerVat && partySiren(seller) !== ''),
      breaks(
        `BR-${family}-02`,
        'seller.vatNumber',
        `Catégorie ${category} : le n° de TVA du vendeur manque.`,
        `Category ${category}: the seller’s VAT number is missing.`,
      ),
    ),
    ...(category === 'K' ? intraCommunityFaults(snapshot) : []),
    ...(category === 'AE' ? reverseChargeFaults(snapshot) : []),
    ...unless(
      !bearsReason ||
        exemptionReason(category, snapshot) !== '' ||
        exemptionCode(category, isRegistered) !== '',
      breaks(
        `BR-${family}-10`,
        'mentions',
        `Catégorie ${category} : le motif de l’absence de TVA manque.`,
        `Category ${category}: the reason for no VAT is missing.`,
      ),
    ),
  ];
}

function intraCommunityFaults({ client, serviceDate }: Snapshot): readonly EInvoiceFault[] {
  return [
    ...unless(
      client.vatNumber !== '',
      breaks(
        'BR-IC-02',
        'client.vatNumber',
        'Livraison intracommunautaire : le n° de TVA du client manque.',
        'Intra-Community supply: the client’s VAT number is missing.',
      ),
    ),
    ...unless(
      serviceDate !== '',
      breaks(
        'BR-IC-11',
        'serviceDate',
        'Livraison intracommunautaire : la date de livraison manque.',
        'Intra-Community supply: the delivery date is missing.',
      ),
    ),
  ];
}

function reverseChargeFaults({ client }: Snapshot): readonly EInvoiceFault[] {
  return unless(
    client.vatNumber !== '' || client.legalId !== '',
    breaks(
      'BR-AE-02',
      'client.vatNumber',
      'Autoliquidation : le n° de TVA ou le SIREN du client manque.',
      'Reverse charge: the client’s VAT number or legal id is missing.',
    ),
  );
}
