/** What the French platforms ask of every invoice of a French seller: an address to send it to, and its VAT in euros. */
import { isCurrency } from '../../base/money.ts';
import type { Snapshot } from '../../invoicing/snapshot.ts';
import { hasSiren } from './codes.ts';
import { electronicAddressOf } from './electronic-address.ts';
import { type EInvoiceFacts, vatInEuros } from './facts.ts';
import { breaks, type EInvoiceFault, unless } from './fault.ts';
import { flowOf } from './notes.ts';

const LONGEST_ADDRESS = 125;

export function networkFaults(snapshot: Snapshot, facts: EInvoiceFacts): readonly EInvoiceFault[] {
  const { client, seller } = snapshot;
  if (!hasSiren(seller.country)) return [];
  const [, address] = electronicAddressOf(client, facts.clientEmail);
  return [
    ...unless(flowOf(snapshot) === 'B2B' || address !== '', noAddress()),
    ...unless(
      address.length <= LONGEST_ADDRESS,
      breaks(
        'BR-FR-25',
        'client.email',
        'Client : son adresse électronique compte plus de 125 caractères.',
        'Client: the electronic address has more than 125 characters.',
      ),
    ),
    ...currencyFaults(snapshot, facts),
  ];
}

/** Between French businesses the SIREN is the address, and BR-FR-11 asks for it. */
function noAddress(): EInvoiceFault {
  return breaks(
    NO_ADDRESS,
    'client.email',
    'Client : il n’a ni SIREN français ni adresse mail : écrivez celle-ci sur sa fiche. Sans elle, remettez-lui le PDF : cette vente va dans l’e-reporting, non sur une plateforme.',
    'Client: there is neither a French SIREN nor a mail address: write the latter on the client’s card. Without it, hand over the PDF: this sale is e-reported, not sent through a platform.',
  );
}

const NO_ADDRESS = 'BR-FR-12';

/**
 * Whether a document has no need of a platform: sold to a private person or abroad, it is e-reported, and nothing stands against it but
 * that there is nowhere to send it.
 */
export function needsNoPlatform(snapshot: Snapshot, faults: readonly EInvoiceFault[]): boolean {
  return flowOf(snapshot) !== 'B2B' && faults.length === 1 && faults[0]?.rule === NO_ADDRESS;
}

/** CGI art. 289, V: the amounts may stand in any currency, the VAT has to be determined in euros. */
function currencyFaults(snapshot: Snapshot, facts: EInvoiceFacts): readonly EInvoiceFault[] {
  const { currency } = snapshot;
  return unless(
    currency === 'EUR' || !isCurrency(currency) || vatInEuros(snapshot, facts) !== null,
    breaks(
      'BR-FR-CO-12',
      'currency',
      `Facture en ${currency} : la TVA doit aussi être dite en euros. Facturez en euros, ou donnez ce montant par « encaisse e-invoice --vat-euros ».`,
      `Invoice in ${currency}: the VAT has to be said in euros too. Invoice in euros, or give that amount with “encaisse e-invoice --vat-euros”.`,
    ),
  );
}
