/**
 * What Chorus Pro asks beyond the other platforms where the buyer is a public body (XP Z12-012, annex A, rules BR-FR-CPRO). No published
 * Schematron has these rules: the portal applies them, and refuses. Whether a body wants a service code or a commitment number, only its
 * directory knows.
 */
import type { Snapshot } from '../../invoicing/snapshot.ts';
import { partySiret } from './codes.ts';
import { breaks, type EInvoiceFault, unless } from './fault.ts';
import { flowOf } from './notes.ts';

export function publicBuyerFaults(snapshot: Snapshot): readonly EInvoiceFault[] {
  const { client, seller } = snapshot;
  if (client.kind !== 'administration' || flowOf(snapshot) !== 'B2B') return [];
  return [
    ...unless(partySiret(seller) !== '', noSiret('BR-FR-CPRO-09', 'seller', 'Vendeur', 'Seller')),
    ...unless(partySiret(client) !== '', noSiret('BR-FR-CPRO-10', 'client', 'Client', 'Client')),
    ...tooLong(snapshot),
  ];
}

function noSiret(rule: string, side: string, fr: string, en: string): EInvoiceFault {
  return breaks(
    rule,
    `${side}.legalId`,
    `${fr} : Chorus Pro demande un SIRET (14 chiffres), non un SIREN.`,
    `${en}: Chorus Pro asks for a SIRET (14 digits), not a SIREN.`,
  );
}

type Limited = readonly [
  rule: string,
  field: string,
  text: string,
  most: number,
  name: readonly [fr: string, en: string],
];

function tooLong({ client, lines, mentions, notes, ...rest }: Snapshot): readonly EInvoiceFault[] {
  const limits: readonly Limited[] = [
    ['BR-FR-CPRO-02', 'number', rest.number, 20, ['le numéro', 'the number']],
    ['BR-FR-CPRO-02', 'corrects', rest.corrects, 20, ['le numéro corrigé', 'the corrected number']],
    ['BR-FR-CPRO-15', 'reference', rest.reference, 50, ['la référence de commande', 'the order reference']],
    ['BR-FR-CPRO-35', 'paymentTerms', rest.paymentTerms, 1024, ['les conditions', 'the payment terms']],
    ['BR-FR-CPRO-43', 'seller.name', rest.seller.name, 99, ['votre nom', 'your name']],
    ['BR-FR-CPRO-44', 'client.name', client.name, 99, ['le nom du client', 'the client’s name']],
    ...[...mentions, notes].map(
      (text): Limited => ['BR-FR-CPRO-42', 'notes', text, 1024, ['une note', 'a note']],
    ),
    ...lines.map(
      ({ description }, index): Limited => [
        'BR-FR-CPRO-31',
        `lines[${index}].description`,
        description,
        1024,
        [`la désignation de la ligne ${index + 1}`, `the description of line ${index + 1}`],
      ],
    ),
  ];
  return limits.flatMap(([rule, field, text, most, [fr, en]]) =>
    unless(
      text.length <= most,
      breaks(
        rule,
        field,
        `Chorus Pro : ${fr} compte plus de ${most} caractères.`,
        `Chorus Pro: ${en} has more than ${most} characters.`,
      ),
    ),
  );
}
