/** Where goods go (BG-13), read from an address written as one writes it on an envelope. */
import { countryCode } from '../../base/countries.ts';
import type { Snapshot } from '../../invoicing/snapshot.ts';
import { addressOf } from './parties.ts';
import { element, textElement, type XmlElement } from './xml.ts';

/**
 * Where it was delivered if not at the buyer's. The buyer's own address stands there where an intra-Community supply has to say the
 * country (BR-IC-12), and where nothing else would be said of the delivery, which may not be empty (PEPPOL-EN16931-R008).
 */
export function shipToElement({ client, deliveryAddress, serviceDate, vat }: Snapshot): XmlElement | null {
  const lines = deliveryAddress
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) {
    return serviceDate === '' || vat.some(({ category }) => category === 'K')
      ? element('ram:ShipToTradeParty', [addressOf(client)])
      : null;
  }
  return element('ram:ShipToTradeParty', [deliveryElement(lines, client.country)]);
}

const POSTAL_LINE = /^(?:[A-Z]{1,2}-)?(\d{4,5})\s+(\S.*)$/;

/** The last line may name a country, which is the buyer's where it does not; the last before it a postal code and a city. */
function deliveryElement(lines: readonly string[], buyerCountry: string): XmlElement {
  const named = lines.length > 1 ? countryCode(lines[lines.length - 1]) : null;
  const local = named === null ? lines : lines.slice(0, -1);
  const postal = POSTAL_LINE.exec(local[local.length - 1]);
  const street = postal ? local.slice(0, -1) : local;
  return element('ram:PostalTradeAddress', [
    textElement('ram:PostcodeCode', postal?.[1] ?? ''),
    textElement('ram:LineOne', street[0] ?? ''),
    textElement('ram:LineTwo', street[1] ?? ''),
    textElement('ram:LineThree', street.slice(2).join(', ')),
    textElement('ram:CityName', postal?.[2] ?? ''),
    textElement('ram:CountryID', named ?? countryCode(buyerCountry) ?? ''),
  ]);
}
