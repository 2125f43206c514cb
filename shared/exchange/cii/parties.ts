/** Seller and buyer as EN 16931 names them (BG-4, BG-7). */
import { countryCode } from '../../base/countries.ts';
import { capitalText } from '../../invoicing/document-words.ts';
import type { Snapshot, SnapshotParty } from '../../invoicing/snapshot.ts';
import { partySiren, partySiret, SCHEMES } from './codes.ts';
import { type AddressedParty, electronicAddressOf } from './electronic-address.ts';
import type { EInvoiceFacts } from './facts.ts';
import { element, group, textElement, type XmlElement } from './xml.ts';

/** Whether a category outside the scope of VAT is invoiced: then no party may show a VAT number (BR-O-02). */
export function isOutsideScope({ vat }: Snapshot): boolean {
  return vat.some(({ category }) => category === 'O');
}

export function sellerElement(snapshot: Snapshot): XmlElement {
  const { seller } = snapshot;
  const siren = partySiren(seller);
  return element('ram:SellerTradeParty', [
    ...identityOf(seller, capitalText(seller.legalForm, seller.shareCapital, 'fr')),
    group('ram:DefinedTradeContact', [
      group('ram:TelephoneUniversalCommunication', [textElement('ram:CompleteNumber', seller.phone)]),
      group('ram:EmailURIUniversalCommunication', [textElement('ram:URIID', seller.email)]),
    ]),
    addressOf(seller),
    electronicAddress(seller, ''),
    isOutsideScope(snapshot) ? null : registration(seller.vatNumber, 'VA'),
    seller.vatNumber === '' && !isOutsideScope(snapshot) ? registration(siren || seller.legalId, 'FC') : null,
  ]);
}

/** One number of ours or the SIRET, not both (CII-SR-450). */
export function buyerElement(snapshot: Snapshot, { clientEmail }: EInvoiceFacts): XmlElement {
  const { client } = snapshot;
  return element('ram:BuyerTradeParty', [
    partySiret(client) === '' ? textElement('ram:ID', client.code) : null,
    ...identityOf(client, ''),
    addressOf(client),
    electronicAddress(client, clientEmail),
    isOutsideScope(snapshot) ? null : registration(client.vatNumber, 'VA'),
  ]);
}

/** SIRET, name, legal form with capital (BT-33), SIREN; another country's register number stands without a scheme. */
function identityOf(party: SnapshotParty, moreLegal: string): readonly (XmlElement | null)[] {
  const siren = partySiren(party);
  const scheme: XmlElement['attributes'] = siren === '' ? [] : [['schemeID', SCHEMES.siren]];
  return [
    textElement('ram:GlobalID', partySiret(party), [['schemeID', SCHEMES.siret]]),
    textElement('ram:Name', party.name),
    textElement('ram:Description', moreLegal),
    group('ram:SpecifiedLegalOrganization', [textElement('ram:ID', siren || party.legalId, scheme)]),
  ];
}

export function addressOf(party: SnapshotParty): XmlElement {
  return element('ram:PostalTradeAddress', [
    textElement('ram:PostcodeCode', party.postalCode),
    textElement('ram:LineOne', party.addressLine1),
    textElement('ram:LineTwo', party.addressLine2),
    textElement('ram:CityName', party.city),
    textElement('ram:CountryID', countryCode(party.country) ?? ''),
  ]);
}

function electronicAddress(party: AddressedParty, otherEmail: string): XmlElement | null {
  const [scheme, address] = electronicAddressOf(party, otherEmail);
  return group('ram:URIUniversalCommunication', [textElement('ram:URIID', address, [['schemeID', scheme]])]);
}

function registration(number: string, scheme: 'VA' | 'FC'): XmlElement | null {
  return group('ram:SpecifiedTaxRegistration', [textElement('ram:ID', number, [['schemeID', scheme]])]);
}
