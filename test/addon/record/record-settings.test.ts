import { expect, test } from 'vitest';
import { saveSettingsAction, settingsAction } from '../../../appsscript/actions/record/settings.ts';
import type { World } from '../../../appsscript/world.ts';
import { SETTINGS } from '../../../shared/register/settings.ts';
import { fakeRegister } from '../fake-register.ts';
import { fakeState, putRows, rowsOf } from '../fake-world.ts';
import { cellsOf, ranWell, refusedFields } from './record-runs.ts';

test('settings as the form shows them: keys of choices, help, what is required', () => {
  const fields = ranWell(fakeRegister({ vatOnDebits: 'non' }), settingsAction);
  const of = (key: string) => fields.find((field) => field.key === key);
  expect(fields.map(({ key }) => key)).toEqual(SETTINGS.map(({ key }) => key));
  expect(of('companyName')).toMatchObject({
    label: 'Raison sociale',
    value: 'Atelier Lumen',
    required: true,
    choices: [],
  });
  expect(of('sendMode')).toMatchObject({
    value: 'send',
    choices: [{ key: 'preview' }, { key: 'send', label: 'envoi' }],
  });
  expect(of('vatOnDebits')?.value).toBe('no');
  expect(of('bic')?.value).toBe('');
});

const saveSettings = (values: Readonly<Record<string, string>>) => (world: World) =>
  saveSettingsAction(world, { values });

test('saved by key, in the words of the tab, whatever the language of the row', () => {
  const state = fakeRegister();
  putRows(state, 'settings', [
    { key: 'BIC', value: 'OLD' },
    { key: 'Blind copy', value: '' },
    { key: 'mine', value: 'kept' },
  ]);
  const notices = ranWell(
    state,
    saveSettings({
      bic: 'AGRIFRPP',
      bcc: 'copie@lumen.example',
      sendMode: 'preview',
      phone: '01',
      iban: '',
      city: 'Lyon',
    }),
  );
  const value = (key: string) => rowsOf(state, 'settings').find((row) => row.key === key)?.value;
  expect(['BIC', 'Blind copy', 'sendMode', 'Téléphone', 'iban', 'city', 'mine'].map(value)).toEqual([
    'AGRIFRPP',
    'copie@lumen.example',
    'aperçu',
    '01',
    null,
    'Lyon',
    'kept',
  ]);
  expect(notices.map(({ field, severity }) => [field, severity])).toEqual([['iban', 'warning']]);
});

test('an empty register is filled in, and says what is still missing', () => {
  const state = fakeState();
  const notices = ranWell(state, saveSettings({ companyName: 'Lumen', country: 'France' }));
  expect(rowsOf(state, 'settings')).toEqual([
    { key: 'Raison sociale', value: 'Lumen' },
    { key: 'Pays', value: 'France' },
  ]);
  expect(notices.filter(({ severity }) => severity === 'error').map(({ field }) => field)).toEqual([
    'addressLine1',
    'city',
    'postalCode',
    'legalForm',
    'legalId',
  ]);
});

for (const [key, value] of [
  ['nothing', 'x'],
  ['currency', 'euros'],
  ['paymentTerms', 'bientôt'],
  ['sendMode', 'perhaps'],
  ['thankYou', 'perhaps'],
  ['operations', 'perhaps'],
  ['lateInterest', 'beaucoup'],
  ['replyTo', 'nobody'],
  ['iban', 'FR7630006000011234567890188'],
  ['bic', 'AGRI'],
  ['legalId', '732829321'],
  ['vatNumber', 'FR45732829320'],
  ['invoiceNumberFormat', 'F{YYYY}'],
  ['creditNoteNumberFormat', 'A {0}'],
  ['paymentLink', 'http://pay.example'],
  ['termsOfSaleLink', 'javascript:alert(1)'],
] as const) {
  test(`${key} ${value} is refused, and nothing else is written`, () =>
    expect(refusedFields(fakeRegister(), saveSettings({ companyName: 'Other', [key]: value }))).toEqual([
      key,
    ]));
}

test('a changed number format is saved, and its new series said', () => {
  const state = fakeRegister({ invoiceNumberFormat: 'F{YYYY}-{00000}' });
  const notices = ranWell(state, saveSettings({ invoiceNumberFormat: 'FA{YYYY}/{000}' }));
  expect(notices.map(({ field, severity }) => [field, severity])).toEqual([
    ['invoiceNumberFormat', 'warning'],
  ]);
});

for (const [values, expected] of [
  [{ lateInterest: '8' }, ['lateInterest']], // the floor is 8.25 in the second half of 2026
  [{ lateInterest: '8,25 %' }, []],
  [{ lateInterest: 'BCE+10' }, []],
  [{ recoveryIndemnity: '30' }, ['recoveryIndemnity']],
  [{ country: 'Espagne', legalId: 'B1' }, ['lateInterestCountry']],
  [{ lateInterestCountry: 'Suisse' }, ['lateInterestCountry']],
  [{ phone: '01' }, []],
] as const) {
  test(`${JSON.stringify(values)} is saved; the law has to say: ${expected.join() || 'nothing'}`, () => {
    const notices = ranWell(fakeRegister(), saveSettings(values));
    const warned = notices.filter(({ severity }) => severity === 'warning').map(({ field }) => field);
    expect(warned.filter((field) => field !== 'iban')).toEqual(expected);
  });
}

test('a legal id is judged by the country of the form, else of the tab', () => {
  expect(refusedFields(fakeRegister(), saveSettings({ legalId: 'HRB 1' }))).toEqual(['legalId']);
  ranWell(fakeRegister({ country: 'Allemagne' }), saveSettings({ legalId: 'HRB 1' }));
  ranWell(fakeRegister(), saveSettings({ legalId: 'HRB 1', country: 'Allemagne' }));
});

test('saved twice, nothing changes', () => {
  const state = fakeRegister();
  ranWell(state, saveSettings({ phone: '01', city: 'Lyon' }));
  const cells = cellsOf(state);
  ranWell(state, saveSettings({ phone: '01', city: 'Lyon' }));
  expect(cellsOf(state)).toEqual(cells);
});
