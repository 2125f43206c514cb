/** Where an invoice is sent, and where its statuses come back (BT-34, BT-49). */
import type { SnapshotParty } from '../../invoicing/snapshot.ts';
import { partySiren, partySiret, SCHEMES } from './codes.ts';

export type AddressedParty = SnapshotParty & { readonly kind?: string };

/**
 * In the French directory a business is found by its SIREN, a public body by its SIRET beside it; whoever has neither, by mail.
 * @param otherEmail for whom the document names none   @returns the scheme, and the address: empty where there is none
 */
export function electronicAddressOf(
  party: AddressedParty,
  otherEmail: string,
): readonly [scheme: string, address: string] {
  const siren = partySiren(party);
  if (siren === '') return [SCHEMES.email, party.email || otherEmail];
  const siret = party.kind === 'administration' ? partySiret(party) : '';
  return [SCHEMES.frenchAddress, siret === '' ? siren : `${siren}_${siret}`];
}
