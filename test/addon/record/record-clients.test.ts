/** A client saved from its form: what is written, what is refused, and what the card gives back. */
import { expect, test } from 'vitest';
import { readRegisterOf } from '../../../appsscript/actions/frame.ts';
import { saveClient } from '../../../appsscript/actions/record/save-client.ts';
import { saveClientAction } from '../../../appsscript/actions/saved-client.ts';
import type { ClientFields } from '../../../appsscript/contract.ts';
import type { World } from '../../../appsscript/world.ts';
import { fakeRegister } from '../fake-register.ts';
import { done, putRows, rowsOf, run, TODAY_SERIAL } from '../fake-world.ts';
import { everyMishap, ranWell, refusedFields } from './record-runs.ts';

function client(changes: Partial<ClientFields> = {}): ClientFields {
  return {
    code: '',
    name: 'Nouveau',
    kind: 'company',
    legalId: '',
    vatNumber: '',
    addressLine1: '2 rue Basse',
    addressLine2: '',
    postalCode: '69002',
    city: 'Lyon',
    country: 'France',
    language: 'fr',
    contact: 'Mme Roche',
    email: 'a@b.example',
    cc: '',
    phone: '04 00 00 00 00',
    iban: '',
    paymentTerms: '45 jours fin de mois',
    creditLimit: '1 500,50',
    maximumTermDays: '',
    calendar: '',
    holdUntil: '',
    holdReason: '',
    insolvencyOn: '',
    owner: '',
    notes: '',
    ...changes,
  };
}

const save =
  (changes: Partial<ClientFields> = {}) =>
  (world: World) =>
    saveClient(world, client(changes));

test('a new client has the next code, its day and its words', () => {
  const state = fakeRegister();
  putRows(state, 'clients', [
    { code: 'C0041', name: 'x' },
    { code: 'C7', name: 'y' },
    { code: 'CX99', name: 'z' },
  ]);
  expect(ranWell(state, save())).toBe('C0042');
  expect(rowsOf(state, 'clients')[6]).toMatchObject({
    code: 'C0042',
    name: 'Nouveau',
    kind: 'entreprise',
    language: 'français',
    phone: '04 00 00 00 00',
    creditLimit: 1500.5,
    since: TODAY_SERIAL,
    holdUntil: null,
  });
});

test('a new client saved twice, without a code both times, is one', () => {
  const state = fakeRegister();
  expect(ranWell(state, save())).toBe('C0001');
  expect(ranWell(state, save({ phone: '05' }))).toBe('C0001');
  expect(ranWell(state, save({ email: 'other@b.example' }))).toBe('C0002');
  expect(
    rowsOf(state, 'clients')
      .map(({ phone }) => phone)
      .slice(3),
  ).toEqual(['05', '04 00 00 00 00']);
});

test('a known client is changed where it stands, and keeps what the form does not show', () => {
  const state = fakeRegister();
  putRows(state, 'clients', [{ code: 'DUR', name: 'x', since: 40000 }]);
  expect(ranWell(state, save({ code: 'DUR', creditLimit: '' }))).toBe('DUR');
  expect(rowsOf(state, 'clients')).toHaveLength(4);
  expect(rowsOf(state, 'clients')[3]).toMatchObject({
    code: 'DUR',
    name: 'Nouveau',
    creditLimit: null,
    since: 40000,
  });
});

for (const [why, changes, expected] of [
  ['no name', { name: '' }, ['name']],
  ['no address of a mail', { email: 'nobody' }, ['email']],
  ['two addresses where one goes', { email: 'a@b.example, c@d.example' }, ['email']],
  ['a copy that goes nowhere', { cc: 'a@b.example; nobody' }, ['cc']],
  ['terms nobody reads', { paymentTerms: 'bientôt' }, ['paymentTerms']],
  ['a limit that is none', { creditLimit: '-1' }, ['creditLimit']],
  ['a SIREN with a wrong key', { legalId: '732829321' }, ['legalId']],
  ['a VAT number with a wrong key', { vatNumber: 'FR45732829320' }, ['vatNumber']],
  ['an IBAN with a wrong key', { iban: 'FR7630006000011234567890188' }, ['iban']],
  ['an IBAN too short', { iban: 'FR76 3000 6000 0112 3456 7890 18' }, ['iban']],
  ['an IBAN of no country', { iban: 'ZZ7630006000011234567890189' }, ['iban']],
  ['an account number that is no IBAN', { iban: '30006 00001 12345678901 89' }, ['iban']],
  ['a term of half days', { maximumTermDays: '30.5' }, ['maximumTermDays']],
  ['a term of more than a year', { maximumTermDays: '366' }, ['maximumTermDays']],
  ['a term below nothing', { maximumTermDays: '-1' }, ['maximumTermDays']],
  ['a hold without a reason', { holdUntil: '2026-12-05' }, ['holdReason']],
  ['a reason that holds nothing', { holdReason: 'Congés' }, ['holdUntil']],
  ['a court’s decision to come', { insolvencyOn: '2026-11-26' }, ['insolvencyOn']],
] as const) {
  test(`refused, nothing written: ${why}`, () =>
    expect(refusedFields(fakeRegister(), save(changes))).toEqual(expected));
}

test('who looks after payments, the account it pays from, its term, its hold, the court’s day', () => {
  const state = fakeRegister();
  const changes = {
    iban: 'fr76 30006000011234567890189',
    maximumTermDays: '365',
    holdUntil: '2026-12-05',
    holdReason: 'Congés',
    insolvencyOn: '2026-11-25',
  };
  ranWell(state, save(changes));
  expect(rowsOf(state, 'clients')[3]).toMatchObject({
    contact: 'Mme Roche',
    iban: 'FR76 3000 6000 0112 3456 7890 189',
    maximumTermDays: 365,
    holdUntil: TODAY_SERIAL + 10,
    holdReason: 'Congés',
    insolvencyOn: TODAY_SERIAL,
  });
  const { problems, register } = done(run(state, (world) => readRegisterOf(world)));
  expect(problems).toEqual([]);
  expect(register.clients[3]).toMatchObject({ contact: 'Mme Roche', maximumTermDays: 365 });
});

test('the card gives the form back what it saved', () => {
  const state = fakeRegister();
  const given = {
    ...{ maximumTermDays: '30', holdUntil: '2026-12-05', holdReason: 'Congés', insolvencyOn: '2026-11-01' },
    ...{ iban: 'FR76 3000 6000 0112 3456 7890 189', creditLimit: '1500.50' },
  };
  const card = ranWell(state, (world) => saveClientAction(world, client(given)));
  expect(card.fields).toEqual(client({ ...given, code: 'C0001' }));
});

test('a legal id of another country is not judged', () => {
  expect(ranWell(fakeRegister(), save({ legalId: 'HRB 1234', country: 'Allemagne' }))).toBe('C0001');
});

test('a code that stands twice is nobody’s', () => {
  const state = fakeRegister();
  putRows(state, 'clients', [{ code: 'ACME', name: 'again' }]);
  expect(refusedFields(state, save({ code: 'ACME' }))).toEqual([]);
});

test('stopped anywhere, a client with a code is saved once by asking again; the card is shown after', () => {
  everyMishap(
    fakeRegister(),
    save({ code: 'NEW' }),
    () => undefined,
    (state) => expect(rowsOf(state, 'clients').filter(({ code }) => code === 'NEW')).toHaveLength(1),
  );
  expect(refusedFields(fakeRegister(), (world) => saveClientAction(world, client({ name: '' })))).toEqual([
    'name',
  ]);
});
