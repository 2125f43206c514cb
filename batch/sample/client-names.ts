/** Names, addresses and numbers of ordinary clients: put together from lists, never twice the same name. */
import type { ClientKind } from '../../shared/register/tables.ts';
import {
  ADMINISTRATIONS,
  ASSOCIATIONS,
  CITIES,
  FAMILY_NAMES,
  FIRST_NAMES,
  LEGAL_FORMS,
  STREETS,
  TOWN_BEGINNINGS,
  TOWN_ENDINGS,
  TRADES,
} from './names.ts';
import type { Random } from './random.ts';

/** More would repeat names. */
export const MOST_CLIENTS = 5000;

/** Kinds take turns: of 25 clients 15 companies, 4 private persons, 3 associations, 3 administrations. */
const KIND_TURNS = 'CCICACCMCICCACCMCICCAICMC';

const KIND_OF_LETTER: Readonly<Record<string, ClientKind>> = {
  C: 'company',
  I: 'individual',
  A: 'association',
  M: 'administration',
};

export function kindOf(index: number): ClientKind {
  return KIND_OF_LETTER[KIND_TURNS[index % KIND_TURNS.length]];
}

/** The name of an ordinary client. No two of the first MOST_CLIENTS share one. */
export function clientName(index: number): string {
  const letter = KIND_TURNS[index % KIND_TURNS.length];
  const nth = rankAmongKind(index, letter);
  switch (kindOf(index)) {
    case 'individual':
      return mixed(nth, FIRST_NAMES, FAMILY_NAMES).join(' ');
    case 'association':
      return mixed(nth, ASSOCIATIONS, FAMILY_NAMES).join(' ');
    case 'administration':
      return administrationName(nth);
    default:
      return companyName(nth);
  }
}

function rankAmongKind(index: number, letter: string): number {
  const turns = KIND_TURNS.length;
  const inOneRound = KIND_TURNS.split(letter).length - 1;
  const before = KIND_TURNS.slice(0, index % turns).split(letter).length - 1;
  return Math.floor(index / turns) * inOneRound + before;
}

/** The n-th pair: the first list turns with every step, the second moves on, so that neighbours share nothing. */
function mixed(nth: number, first: readonly string[], second: readonly string[]): readonly [string, string] {
  const i = nth % first.length;
  const round = Math.floor(nth / first.length);
  return [first[i], second[(round + i * 7) % second.length]];
}

function companyName(nth: number): string {
  const [trade, family] = mixed(nth, TRADES, FAMILY_NAMES);
  const round = Math.floor(nth / (TRADES.length * FAMILY_NAMES.length));
  return `${trade} ${family} ${LEGAL_FORMS[(round + nth) % LEGAL_FORMS.length]}`;
}

function administrationName(nth: number): string {
  const i = nth % ADMINISTRATIONS.length;
  const town = Math.floor(nth / ADMINISTRATIONS.length) + i * 13;
  const beginning = TOWN_BEGINNINGS[town % TOWN_BEGINNINGS.length];
  const ending = TOWN_ENDINGS[Math.floor(town / TOWN_BEGINNINGS.length) % TOWN_ENDINGS.length];
  return `${ADMINISTRATIONS[i]} ${beginning}-${ending}`;
}

export type FrenchAddress = {
  readonly addressLine1: string;
  readonly postalCode: string;
  readonly city: string;
};

/** An address in a town that exists; an administration's town is the invented one it is named after. */
export function frenchAddress(kind: ClientKind, name: string, random: Random): FrenchAddress {
  const [city, postalCode] = random.pick(CITIES);
  const addressLine1 = `${random.int(1, 140)}, ${random.pick(STREETS)}`;
  if (kind !== 'administration') return { addressLine1, postalCode, city };
  const town = name.slice(name.lastIndexOf(' de ') + 4);
  return { addressLine1, postalCode: `${postalCode.slice(0, 2)}990`, city: town };
}

/** A number of the ranges Arcep keeps for fiction: 04 65 71, and 06 39 98 for mobiles. */
export function phoneOf(kind: ClientKind, random: Random): string {
  const last = String(random.int(0, 9999)).padStart(4, '0');
  return `${kind === 'individual' ? '06 39 98' : '04 65 71'} ${last.slice(0, 2)} ${last.slice(2)}`;
}

/** An address at an example domain, the client's name before the `@`. */
export function emailOf(name: string, english: boolean): string {
  const plain = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return english ? `accounts.${words}@example.com` : `${words}@exemple.fr`;
}
