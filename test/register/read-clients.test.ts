import { expect, test } from 'vitest';
import type { Cell } from '../../shared/base/problem.ts';
import { problemLines, readTables, tableOf } from './read-fixture.ts';

function clientsRead(...rows: readonly Partial<Record<string, Cell>>[]) {
  return readTables({ clients: tableOf(['code', 'name'], { name: 'Anne' }, rows) });
}

test('what a client’s row does not say', () =>
  expect(clientsRead({ code: 'C1' }).register.clients).toEqual([
    {
      row: 2,
      code: 'C1',
      name: 'Anne',
      kind: 'company',
      legalId: '',
      vatNumber: '',
      addressLine1: '',
      addressLine2: '',
      postalCode: '',
      city: '',
      country: '',
      language: 'fr',
      contact: '',
      email: '',
      cc: [],
      phone: '',
      paymentTerms: null,
      creditLimit: null,
      calendar: '',
      holdUntil: null,
      holdReason: '',
      owner: '',
      since: null,
      insolvencyOn: null,
      maximumTermDays: null,
      notes: '',
    },
  ]));

test('a client’s language is the register’s where it names none', () => {
  const clients = [
    ['code', 'name', 'language'],
    ['C1', 'Anne', ''],
    ['C2', 'Bo', 'français'],
    ['C3', 'Cy', 'English'],
  ];
  const { register } = readTables({
    settings: [
      ['key', 'value'],
      ['locale', 'en_GB'],
    ],
    clients,
  });
  expect(register.clients.map(({ language }) => language)).toEqual(['en', 'fr', 'en']);
});

for (const [column, found, value] of [
  ['kind', 'Particulier', 'individual'],
  ['kind', 'administration', 'administration'],
  ['email', ' anne@exemple.fr ', 'anne@exemple.fr'],
  ['cc', 'a@b.fr; c@d.fr', ['a@b.fr', 'c@d.fr']],
  ['paymentTerms', '45 jours, fin de mois', [{ step: 'days', count: 45 }, { step: 'endOfMonth' }]],
  ['paymentTerms', 30, [{ step: 'days', count: 30 }]],
  ['creditLimit', '1 234,50 €', 123_450],
  ['creditLimit', 0, 0],
  ['holdUntil', '1970-01-31', 30],
  ['since', 25_569, 0],
  ['insolvencyOn', '1970-01-31', 30],
  ['maximumTermDays', 30, 30],
  ['maximumTermDays', '0', 0],
  ['phone', '+33 1 23', '+33 1 23'],
  ['postalCode', '01000', '01000'],
  ['postalCode', 75011, '75011'],
] as const) {
  test(`${column} ${found} is ${JSON.stringify(value)}`, () => {
    const read = clientsRead({ code: 'C1', [column]: found });
    expect(problemLines(read)).toEqual([]);
    expect(read.register.clients[0]).toMatchObject({ [column]: value });
  });
}

for (const [column, found, code, kept] of [
  ['kind', 'SARL', 'choice/unknown', 'company'],
  ['language', 'de', 'choice/unknown', 'fr'],
  ['email', 'Anne <anne@exemple.fr>', 'email/invalid', ''],
  ['cc', 'a@b.fr, nobody', 'email/invalid', []],
  ['paymentTerms', 'bientôt', 'terms/invalid', null],
  ['creditLimit', 'beaucoup', 'amount/invalid', null],
  ['creditLimit', 1e308, 'amount/too-large', null],
  ['creditLimit', -1, 'amount/negative', null],
  ['creditLimit', true, 'amount/invalid', null],
  ['holdUntil', '2026-02-30', 'date/invalid', null],
  ['insolvencyOn', 'bientôt', 'date/invalid', null],
  ['maximumTermDays', -1, 'number/invalid', null],
  ['maximumTermDays', 30.5, 'number/invalid', null],
  ['since', '03/04/2026', 'date/ambiguous', null],
  ['city', '#REF!', 'cell/formula-error', ''],
] as const) {
  test(`${column} ${found} leaves out its cell: ${code}`, () => {
    const read = clientsRead({ code: 'C1', [column]: found });
    expect(problemLines(read)).toEqual([`clients 2 ${column} ${code}`]);
    expect(read.register.clients[0]).toMatchObject({ code: 'C1', [column]: kept });
  });
}

for (const [row, problem] of [
  [{ code: '' }, 'clients 2 code required/missing'],
  [{ code: 'C1', name: ' ' }, 'clients 2 name required/missing'],
  [{ code: '#N/A' }, 'clients 2 code cell/formula-error'],
  [{ code: 'C1', name: '#NOM?' }, 'clients 2 name cell/formula-error'],
] as const) {
  test(`${JSON.stringify(row)} leaves out the row`, () => {
    const read = clientsRead(row);
    expect([problemLines(read), read.register.clients]).toEqual([[problem], []]);
  });
}

test('of two rows with a code the first stands, even if it was left out itself', () => {
  const read = clientsRead({ code: 'C1', name: '' }, { code: 'C1' }, { code: 'c1' });
  expect(problemLines(read)).toEqual(['clients 2 name required/missing', 'clients 3 code client/duplicate']);
  expect(read.problems[1].detail).toBe('2');
  expect(read.register.clients.map(({ code }) => code)).toEqual(['c1']);
});

test('an unknown choice lists the words, French and English', () =>
  expect(clientsRead({ code: 'C1', kind: 'SARL' }).problems[0].detail).toBe(
    'entreprise, particulier, association, administration | company, individual, association, administration',
  ));
