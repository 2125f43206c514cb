/** Finding clients. */
import { describe, expect, test } from 'vitest';
import { searchClients } from '../../appsscript/sidebar/forms/client-search.ts';

const CLIENTS = [
  { code: 'DUPONT', name: 'Société Dupont', email: 'compta@dupont.fr', city: 'Orléans' },
  { code: 'ORLY', name: 'Orly Fret', email: '', city: 'Paris' },
  { code: 'ELEC', name: 'Électricité Générale', email: 'x@elec.fr', city: 'Paris' },
];

describe('searching for clients', () => {
  for (const [query, codes] of [
    ['', ['DUPONT', 'ORLY', 'ELEC']],
    ['or', ['ORLY', 'DUPONT']], // a name that begins with it first
    ['ELECTRICITE', ['ELEC']],
    ['paris elec', ['ELEC']],
    ['compta@', ['DUPONT']],
    ['paris lyon', []],
  ] as const) {
    test(`'${query}'`, () => expect(searchClients(CLIENTS, query).map(({ code }) => code)).toEqual(codes));
  }
});
