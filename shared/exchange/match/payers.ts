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
  const named = nameFinder(names.map(plainName));
  return (movement) => {
    const iban = byIban.get(plainIban(movement.payerIban));
    if (iban !== undefined && iban !== SHARED) return { client: iban, by: 'iban' };
    const payer = byPayer.get(plainName(movement.payer));
    if (payer !== undefined && payer !== SHARED) return { client: payer, by: 'learned' };
    return named(`${movement.payer} ${movement.label}`);
  };
}

/** An account or a name of two clients tells neither. */
const SHARED = -1;

/** @returns the client whose name a text holds; of names within names, the longest; null where two are as long */
function nameFinder(names: readonly string[]): (text: string) => Payer | null {
  const byWord = new Map<string, number[]>();
  names.forEach((name, client) => {
    if (name.length < SHORTEST_NAME) return;
    const word = longestWord(name);
    byWord.set(word, [...(byWord.get(word) ?? []), client]);
  });
  return (text) => {
    const plain = ` ${plainName(text)} `;
    const clients = Array.from(new Set(plain.split(' '))).flatMap((word) => byWord.get(word) ?? []);
    const held = clients.filter((client) => plain.includes(` ${names[client]} `));
    const longest = Math.max(0, ...held.map((client) => names[client].length));
    const best = held.filter((client) => names[client].length === longest);
    return best.length === 1 ? { client: best[0], by: 'name' } : null;
  };
}

function longestWord(name: string): string {
  return name.split(' ').reduce((longest, word) => (word.length > longest.length ? word : longest), '');
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
