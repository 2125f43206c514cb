import { expect, test } from 'vitest';
import type { Cell } from '../../shared/base/problem.ts';
import type { Settings } from '../../shared/register/entries.ts';
import { SETTINGS } from '../../shared/register/settings.ts';
import { CLIENTS, invoiceLines, invoices, problemLines, type Row, readTables } from './read-fixture.ts';

function settingsRead(...rows: Row[]) {
  return readTables({ settings: [['key', 'value'], ...rows] });
}

for (const [row, expected] of [
  [['currency', 'USD'], { currency: 'USD' }],
  [['Devise', 'usd'], { currency: 'USD' }],
  [['Currency', '€'], { currency: 'EUR' }],
  [['timeZone', 'Indian/Reunion'], { timeZone: 'Indian/Reunion' }],
  [['locale', 'en_GB'], { locale: 'en_GB', language: 'en' }],
  [['Langue et pays', 'fr_FR'], { locale: 'fr_FR', language: 'fr' }],
  [['locale', 'de-DE'], { locale: 'de-DE', language: 'fr' }],
  [['paymentTerms', 'comptant'], { paymentTerms: [] }],
  [['Conditions de paiement', 45], { paymentTerms: [{ step: 'days', count: 45 }] }],
  [['reportRecipients', 'a@b.fr; c@d.fr'], { reportRecipients: ['a@b.fr', 'c@d.fr'] }],
  [['agedBy', 'issueDate'], { agedBy: 'issueDate' }],
  [['Balance âgée selon', 'date de facture'], { agedBy: 'issueDate' }],
  [['agedBy', 'échéance'], { agedBy: 'dueDate' }],
  [['companyName', '  Dupont & Fils '], { companyName: 'Dupont & Fils' }],
] as const satisfies readonly (readonly [Row, Partial<Settings>])[]) {
  test(`${row.join(' ')}`, () => {
    const read = settingsRead(row);
    expect(problemLines(read)).toEqual([]);
    expect(read.register.settings).toMatchObject(expected);
  });
}

for (const { key, words } of SETTINGS) {
  test(`${key} is known by its key, “${words.fr}” and “${words.en}”`, () => {
    for (const label of [key, words.fr, words.en]) {
      const read = settingsRead([label, '']);
      expect(problemLines(read)).toEqual([]);
      expect(problemLines(settingsRead([label, ''], [key, '']))).toEqual(['settings 3 key row/duplicate']);
    }
  });
}

for (const [key, value, code, kept] of [
  ['currency', '$', 'currency/unknown', { currency: 'EUR' }],
  ['currency', 'euros', 'currency/unknown', { currency: 'EUR' }],
  ['paymentTerms', 'bientôt', 'terms/invalid', { paymentTerms: [{ step: 'days', count: 30 }] }],
  ['reportRecipients', 'a@b.fr, nobody', 'email/invalid', { reportRecipients: [] }],
  ['replyTo', 'nobody', 'email/invalid', {}],
  ['bcc', 'nobody', 'email/invalid', {}],
  ['agedBy', 'age', 'choice/unknown', { agedBy: 'dueDate' }],
  ['sendMode', 'now', 'choice/unknown', {}],
  ['vatOnDebits', 'perhaps', 'choice/unknown', {}],
  ['bankFreshnessDays', 'a week', 'number/invalid', {}],
  ['bankFreshnessDays', -1, 'number/invalid', {}],
  ['minimumContactGapDays', 1.5, 'number/invalid', {}],
  ['maxContactsPer30Days', 0, 'number/invalid', {}],
  ['maxContactsPer30Days', 2.5, 'number/invalid', {}],
  ['reminderTolerance', '-1', 'setting/invalid', {}],
  ['reminderTolerance', 'peu', 'setting/invalid', {}],
  ['locale', 'français de France', 'setting/invalid', { locale: '', language: 'fr' }],
  ['lateInterest', 'ECB+9', 'setting/invalid', {}],
  ['recoveryIndemnity', 'forty', 'setting/invalid', {}],
  ['country', 'Syldavie', 'setting/invalid', {}],
  ['holidays', '2026-12-24', 'setting/invalid', {}],
  ['holidays', 'FR, Syldavie', 'setting/invalid', {}],
  ['timeZone', 'heure de Paris', 'setting/invalid', { timeZone: 'Europe/Paris' }],
  ['email', 'nobody', 'email/invalid', {}],
  ['iban', 'FR76 3000 6000 0112 3456 7890 188', 'setting/invalid', {}],
  ['bic', 'AGRI', 'setting/invalid', {}],
  ['paymentLink', 'javascript:alert(1)', 'setting/invalid', {}],
  ['termsOfSaleLink', 'http://exemple.fr/cgv', 'setting/invalid', {}],
  ['receiptPage', 'exemple.fr', 'setting/invalid', {}],
  ['bankTolerance', 'peu', 'setting/invalid', {}],
  ['bankTolerance', '-1', 'setting/invalid', {}],
  ['companyName', '#REF!', 'cell/formula-error', { companyName: '' }],
] as const) {
  test(`${key} ${value} is ${code}, and the default stands`, () => {
    const read = settingsRead([key, value]);
    expect(problemLines(read)).toEqual([`settings 2 value ${code}`]);
    expect(read.register.settings).toMatchObject(kept);
    expect(read.register.settings.texts.has(key)).toBe(false);
  });
}

for (const [key, value] of [
  ['country', 'France'],
  ['country', 'be'],
  ['holidays', 'FR, Alsace-Moselle; BE'],
  ['holidays', 'Aucun'],
  ['timeZone', 'America/Argentina/Buenos_Aires'],
  ['timeZone', 'UTC'],
  ['timeZone', 'Etc/GMT+2'],
  ['iban', 'FR76 3000 6000 0112 3456 7890 189'],
  ['bic', 'agrifrpp'],
  ['paymentLink', 'https://exemple.fr/{number}?m={amount}'],
  ['bankTolerance', '0,5'],
] as const) {
  test(`${key} ${value} is kept as written`, () => {
    const read = settingsRead([key, value]);
    expect(problemLines(read)).toEqual([]);
    expect(read.register.settings.texts.get(key)).toBe(value);
  });
}

for (const [text, isRead] of [
  ['ECB+10', true],
  ['ECB + 8', true],
  ['BCE+10', true],
  ['bce +8', true],
  ['12', true],
  ['12,5 %', true],
  ['0', true],
  [12, true],
  ['ECB+9', false],
  ['BCE', false],
  ['100', false],
  ['-3', false],
  [0.12, false], // a sheet's cell of 12 %
] as const satisfies readonly (readonly [Cell, boolean])[]) {
  test(`late interest ${text} is ${isRead ? 'read' : 'refused'}`, () =>
    expect(settingsRead(['lateInterest', text]).problems.map(({ code }) => code)).toEqual(
      isRead ? [] : ['setting/invalid'],
    ));
}

test('the remedy lists the words in both languages', () => {
  const details = settingsRead(
    ['agedBy', 'x'],
    ['sendMode', 'x'],
    ['vatOnDebits', 'x'],
    ['lateInterest', 'x'],
  );
  expect(details.problems.map(({ detail }) => detail)).toEqual([
    'échéance, date de facture | due date, issue date',
    'aperçu, envoi | preview, send',
    'oui, non | yes, no',
    'BCE+10, BCE+8, 12 | ECB+10, ECB+8, 12',
  ]);
});

test('a key that the product does not know is left alone, whatever its value', () =>
  expect(problemLines(settingsRead(['My own', '#REF!'], ['Another', 1e308]))).toEqual([]));

test('a value without a key is a problem', () =>
  expect(problemLines(settingsRead(['', 'USD']))).toEqual(['settings 2 key required/missing']));

test('of a setting that stands twice the first is read, even where its value cannot be', () => {
  const read = settingsRead(['currency', '?'], ['Devise', 'USD']);
  expect(problemLines(read)).toEqual(['settings 2 value currency/unknown', 'settings 3 key row/duplicate']);
  expect(read.register.settings.currency).toBe('EUR');
  expect(read.problems[1].detail).toBe('2');
});

for (const [locale, text, day] of [
  ['fr_FR', '03/04/2026', '2026-04-03'],
  ['en_GB', '03/04/2026', '2026-04-03'],
  ['en_US', '03/04/2026', '2026-03-04'],
  ['fr_FR', '1er mai 2026', '2026-05-01'],
  ['', '31/12/2026', '2026-12-31'],
  ['', '31 décembre 2026', '2026-12-31'],
  ['', '46112', null],
  ['', '03/04/2026', null],
  ['en', '03/04/2026', null],
  ['en_US', '31/12/2026', null],
  ['fr_FR', '31/12/26', null],
] as const) {
  test(`in locale ${locale || '(none)'} ${text} is ${day ?? 'a problem'}`, () => {
    const read = readTables({
      settings: [
        ['key', 'value'],
        ['locale', locale],
      ],
      clients: CLIENTS,
      invoices: invoices({ issueDate: text, dueDate: '2026-12-31' }),
    });
    expect(invoiceLines(read)).toEqual(day === null ? [] : [`F1 C1 ${day} due 2026-12-31 100.00 EUR`]);
    expect(problemLines(read).length).toBe(day === null ? 1 : 0);
  });
}
