/** Seller and buyer: names, addresses, and the keys of their numbers, which the published rules do not check. */
import { countryCode, isCountryCode } from '../../base/countries.ts';
import { readBic, readIban, readLegalId, readVatNumber } from '../../base/identifiers.ts';
import type { Snapshot, SnapshotParty } from '../../invoicing/snapshot.ts';
import { hasSiren, partySiren } from './codes.ts';
import { breaks, type EInvoiceFault, unless } from './fault.ts';
import { flowOf } from './notes.ts';
import { isOutsideScope } from './parties.ts';
import { cleanText } from './xml.ts';

type Side = 'seller' | 'client';

const SIDES = {
  seller: { fr: 'Vendeur', en: 'Seller', name: 'BR-06', address: 'BR-08', country: 'BR-09' },
  client: { fr: 'Client', en: 'Client', name: 'BR-07', address: 'BR-10', country: 'BR-11' },
} as const;

export function partyFaults(snapshot: Snapshot): readonly EInvoiceFault[] {
  const { client, seller } = snapshot;
  return [
    ...postalFaults('seller', seller),
    ...postalFaults('client', client),
    ...numberFaults('seller', seller),
    ...numberFaults('client', client),
    ...(isOutsideScope(snapshot)
      ? []
      : [...prefixFaults('seller', seller), ...prefixFaults('client', client)]),
    ...sellerFaults(snapshot),
    ...clientFaults(snapshot),
    ...bankFaults(snapshot),
  ];
}

/** A fault of one side, said of it. */
function on(side: Side, field: keyof SnapshotParty, rule: string, fr: string, en: string): EInvoiceFault {
  return breaks(rule, `${side}.${field}`, `${SIDES[side].fr} : ${fr}`, `${SIDES[side].en}: ${en}`);
}

function postalFaults(side: Side, party: SnapshotParty): readonly EInvoiceFault[] {
  const { address, country: countryRule, name } = SIDES[side];
  const country = countryCode(party.country);
  const isPostal = country !== 'FR' || /^\d{5}$/.test(party.postalCode);
  const [fr, en] = [
    `« ${party.country} » n’est pas un pays ; écrivez ses deux lettres, comme FR.`,
    `“${party.country}” is no country; write its two letters, such as FR.`,
  ];
  return [
    ...unless(cleanText(party.name) !== '', on(side, 'name', name, 'le nom manque.', 'the name is missing.')),
    ...unless(
      cleanText(party.addressLine1) !== '' && cleanText(party.city) !== '' && isPostal,
      on(
        side,
        'addressLine1',
        address,
        'l’adresse est incomplète (rue, code postal, ville).',
        'the address is incomplete (street, postal code, city).',
      ),
    ),
    ...unless(country !== null, on(side, 'country', countryRule, fr, en)),
    ...unless(
      country !== 'SS',
      on(
        side,
        'country',
        'BR-CL-14',
        'le Soudan du Sud manque à la liste des pays de la norme : cette facture ne part qu’en PDF.',
        'South Sudan is not in the standard’s list of countries: this invoice leaves as a PDF only.',
      ),
    ),
  ];
}

function numberFaults(side: Side, party: SnapshotParty): readonly EInvoiceFault[] {
  const { country, legalId, vatNumber } = party;
  const isFrench = hasSiren(country);
  const vat = vatNumber === '' ? null : readVatNumber(vatNumber);
  const isFrenchVat = isFrench && vat?.ok === true && vat.value.startsWith('FR');
  return [
    ...unless(
      !isFrench || legalId === '' || readLegalId(legalId).ok,
      on(
        side,
        'legalId',
        'ENC-SIREN-KEY',
        `la clé du SIREN ou SIRET ${legalId} est fausse.`,
        `the key of SIREN or SIRET ${legalId} is wrong.`,
      ),
    ),
    ...unless(
      vat === null || vat.ok || vat.error === 'vatNumber/country',
      on(
        side,
        'vatNumber',
        'ENC-VAT-KEY',
        `le n° de TVA ${vatNumber} est faux.`,
        `VAT number ${vatNumber} is wrong.`,
      ),
    ),
    ...unless(
      !isFrenchVat || legalId === '' || vatNumber.endsWith(partySiren(party)),
      on(
        side,
        'vatNumber',
        'ENC-VAT-SIREN',
        'le n° de TVA et le SIREN ne sont pas de la même entreprise.',
        'the VAT number and the SIREN are not of the same company.',
      ),
    ),
  ];
}

/** `EL` is Greece’s, `XI` Northern Ireland’s. */
function prefixFaults(side: Side, { vatNumber }: SnapshotParty): readonly EInvoiceFault[] {
  const letters = vatNumber.slice(0, 2);
  return unless(
    vatNumber === '' || isCountryCode(letters) || letters === 'EL' || letters === 'XI',
    on(
      side,
      'vatNumber',
      'BR-CO-09',
      `le n° de TVA ${vatNumber} ne commence pas par les deux lettres d’un pays.`,
      `VAT number ${vatNumber} does not begin with the two letters of a country.`,
    ),
  );
}

function sellerFaults({ seller }: Snapshot): readonly EInvoiceFault[] {
  return [
    ...unless(
      seller.legalId !== '' || seller.vatNumber !== '',
      on(
        'seller',
        'legalId',
        'BR-CO-26',
        'un SIREN ou un n° de TVA est nécessaire.',
        'a SIREN or a VAT number is needed.',
      ),
    ),
    ...unless(
      !hasSiren(seller.country) || partySiren(seller) !== '',
      on('seller', 'legalId', 'BR-FR-10', 'le SIREN manque.', 'the SIREN is missing.'),
    ),
  ];
}

function clientFaults(snapshot: Snapshot): readonly EInvoiceFault[] {
  return unless(
    flowOf(snapshot) !== 'B2B' || partySiren(snapshot.client) !== '',
    on(
      'client',
      'legalId',
      'BR-FR-11',
      'le SIREN manque, il est obligatoire entre entreprises françaises.',
      'the SIREN is missing; between French businesses it is mandatory.',
    ),
  );
}

function bankFaults({ seller: { bic, iban } }: Snapshot): readonly EInvoiceFault[] {
  return [
    ...unless(
      iban === '' || readIban(iban).ok,
      breaks('ENC-IBAN-KEY', 'seller.iban', `L’IBAN ${iban} est faux.`, `IBAN ${iban} is wrong.`),
    ),
    ...unless(
      bic === '' || readBic(bic).ok,
      breaks(
        'ENC-BIC',
        'seller.bic',
        `Le BIC ${bic} n’a pas la forme d’un BIC.`,
        `BIC ${bic} does not have the form of a BIC.`,
      ),
    ),
  ];
}
