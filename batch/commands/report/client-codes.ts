/** Clients named on the command line by their codes. */
import type { Register } from '../../../shared/register/entries.ts';
import { UsageError } from '../../options/usage-error.ts';

/** Each once, in the order named. @throws UsageError where the register has no such client */
export function clientsByCode(codes: readonly string[], { clients }: Register): readonly number[] {
  const found = codes.map((code) => {
    const at = clients.findIndex((client) => client.code === code);
    if (at >= 0) return at;
    throw new UsageError({
      fr: `--client\u202f: le registre n’a pas de client «\u202f${code}\u202f»\u202f; donnez un code de la table Clients, majuscules comprises.`,
      en: `--client: the register has no client "${code}"; give a code of the Clients table, capitals included.`,
    });
  });
  return Array.from(new Set(found));
}
