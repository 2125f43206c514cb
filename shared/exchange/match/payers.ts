/** Who paid: by the account or the name of an earlier payment that a person confirmed, by the client's own IBAN, or by its name. */
import type { BankMovement } from '../bank/statement.ts';
import { plainText } from './references.ts';

export type KnownPayer = { readonly payer: string; readonly iban: string; readonly client: number };

export type Payer = { readonly client: number; readonly by: 'iban' | 'learned' | 'name' };

export type PayerSources = {
  readonly names: readonly string[]; // by client
  readonly ibans: readonly string[]; // by client; empty: none
  readonly learned: readonly KnownPayer[]; // of earlier imports, as a person left them
};

/** Names shorter than this stand in labels by chance. */
const SHORTEST_NAME = 5;

/** @returns who paid a movement; null where nobody is known, or two clients would do */
export function payerFinder({
  ibans,
  learned,
  names,
}: PayerSources): (movement: BankMovement) => Payer | null {
  const byIban = new Map<string, number>();
  const byPayer = new Map<string, number>();
  const learn = (map: Map<string, number>, key: string, client: number): void => {
    if (key === '') return;
    map.set(key, map.has(key) && map.get(key) !== client ? SHARED : client);
  };
  for (let client = 0; client < ibans.length; client++) learn(byIban, plainIban(ibans[client]), client);
  for (const { client, iban, payer } of learned) {
    learn(byIban, plainIban(iban), client);
    learn(byPayer, plainName(payer), client);
  }
  const plainNames = names.map(plainName);
  return (movement) => {
    const iban = byIban.get(plainIban(movement.payerIban));
    if (iban !== undefined && iban !== SHARED) return { client: iban, by: 'iban' };
    const payer = byPayer.get(plainName(movement.payer));
    if (payer !== undefined && payer !== SHARED) return { client: payer, by: 'learned' };
    return namedIn(`${movement.payer} ${movement.label}`, plainNames);
  };
}

/** An account or a name of two clients tells neither. */
const SHARED = -1;

/** The client whose name a text holds; of names within names, the longest. */
function namedIn(text: string, names: readonly string[]): Payer | null {
  const plain = ` ${plainName(text)} `;
  let best = '';
  let client: number | null = null;
  names.forEach((name, index) => {
    if (name.length < SHORTEST_NAME || name.length < best.length || !plain.includes(` ${name} `)) return;
    client = name === best ? null : index;
    best = name;
  });
  return client === null ? null : { client, by: 'name' };
}

const LEGAL_FORMS =
  /\b(SARL|EURL|SASU|SAS|SA|SCI|SNC|SCOP|SELARL|EI|GMBH|LTD|INC|LLC|BV|NV|SRL|SPA|STE|SOCIETE|ETS|ETABLISSEMENTS)\b/g;

/** Words apart by one space, without signs, accents and legal forms. */
function plainName(text: string): string {
  return plainText(text)
    .replace(/[^A-Z0-9]+/g, ' ')
    .replace(LEGAL_FORMS, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function plainIban(iban: string): string {
  return iban.replace(/\s/g, '').toUpperCase();
}
