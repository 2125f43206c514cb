/** Seller and buyer as EN 16931 names them (BG-4, BG-7), and where goods go (BG-13). */
import { countryCode } from '../../base/countries.ts';
import { capitalText } from '../../invoicing/document-words.ts';
import type { Snapshot, SnapshotParty } from '../../invoicing/snapshot.ts';
import { SCHEMES, sirenOf } from './codes.ts';
import { element, group, textElement, type XmlElement } from './xml.ts';

/** Whether a category outside the scope of VAT is invoiced: then no party may show a VAT number (BR-O-02). */
export function isOutsideScope({ vat }: Snapshot): boolean {
  return vat.some(({ category }) => category === 'O');
}

export function sellerElement(snapshot: Snapshot): XmlElement {
  const { seller } = snapshot;
  const siren = sirenOf(seller.legalId);
  return element('ram:SellerTradeParty', [
    ...identityOf(seller, capitalText(seller.legalForm, seller.shareCapital, 'fr')),
    group('ram:DefinedTradeContact', [
      group('ram:TelephoneUniversalCommunication', [textElement('ram:CompleteNumber', seller.phone)]),
      group('ram:EmailURIUniversalCommunication', [textElement('ram:URIID', seller.email)]),
    ]),
    addressOf(seller),
    electronicAddress(seller),
    isOutsideScope(snapshot) ? null : registration(seller.vatNumber, 'VA'),
    seller.vatNumber === '' && !isOutsideScope(snapshot) ? registration(siren || seller.legalId, 'FC') : null,
  ]);
}

export function buyerElement(snapshot: Snapshot): XmlElement {
  const { client } = snapshot;
  return element('ram:BuyerTradeParty', [
    textElement('ram:ID', client.code),
    ...identityOf(client, ''),
    addressOf(client),
    electronicAddress(client),
    isOutsideScope(snapshot) ? null : registration(client.vatNumber, 'VA'),
  ]);
}

/** SIRET, name, legal form with capital (BT-33), SIREN; another country's register number stands without a scheme. */
function identityOf({ legalId, name }: SnapshotParty, moreLegal: string): readonly (XmlElement | null)[] {
  const siren = sirenOf(legalId);
  const scheme: XmlElement['attributes'] = siren === '' ? [] : [['schemeID', SCHEMES.siren]];
  return [
    legalId.length === 14 && siren !== ''
      ? element('ram:GlobalID', legalId, [['schemeID', SCHEMES.siret]])
      : null,
    textElement('ram:Name', name),
    textElement('ram:Description', moreLegal),
    group('ram:SpecifiedLegalOrganization', [textElement('ram:ID', siren || legalId, scheme)]),
  ];
}

function addressOf(party: SnapshotParty): XmlElement {
  return element('ram:PostalTradeAddress', [
    textElement('ram:PostcodeCode', party.postalCode),
    textElement('ram:LineOne', party.addressLine1),
    textElement('ram:LineTwo', party.addressLine2),
    textElement('ram:CityName', party.city),
    textElement('ram:CountryID', countryCode(party.country) ?? ''),
  ]);
}

/** BT-34, BT-49: in France the SIREN, elsewhere the mail address. */
function electronicAddress({ email, legalId }: SnapshotParty): XmlElement | null {
  const siren = sirenOf(legalId);
  const [scheme, address] = siren === '' ? [SCHEMES.email, email] : [SCHEMES.frenchAddress, siren];
  return group('ram:URIUniversalCommunication', [textElement('ram:URIID', address, [['schemeID', scheme]])]);
}

function registration(number: string, scheme: 'VA' | 'FC'): XmlElement | null {
  return group('ram:SpecifiedTaxRegistration', [textElement('ram:ID', number, [['schemeID', scheme]])]);
}

const POSTAL_LINE = /^(?:[A-Z]{1,2}-)?(\d{4,5})\s+(\S.*)$/;

/** Where it was delivered if not at the buyer's; an intra-Community supply always says the country (BR-IC-12). */
export function shipToElement({ client, deliveryAddress, vat }: Snapshot): XmlElement | null {
  const lines = deliveryAddress
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) {
    return vat.some(({ category }) => category === 'K')
      ? element('ram:ShipToTradeParty', [addressOf(client)])
      : null;
  }
  const postal = POSTAL_LINE.exec(lines[lines.length - 1]);
  const street = postal ? lines.slice(0, -1) : lines;
  return element('ram:ShipToTradeParty', [
    element('ram:PostalTradeAddress', [
      textElement('ram:PostcodeCode', postal?.[1] ?? ''),
      textElement('ram:LineOne', street[0] ?? ''),
      textElement('ram:LineTwo', street[1] ?? ''),
      textElement('ram:LineThree', street.slice(2).join(', ')),
      textElement('ram:CityName', postal?.[2] ?? ''),
      textElement('ram:CountryID', countryCode(client.country) ?? ''),
    ]),
  ]);
}
