/** The lint: each finding at both sides of its edge, its sentence, and every shipped text without an error. */
import { describe, expect, test } from 'vitest';
import { messageTexts } from '../../appsscript/render/message-texts.ts';
import { reminderMail } from '../../appsscript/render/reminder-mail.ts';
import { contextOf, lintTemplate } from '../../shared/letters/lint/lint.ts';
import {
  findingText,
  LINT_CODES,
  type LintCode,
  finding as made,
} from '../../shared/letters/lint/lint-codes.ts';
import { lintMessage } from '../../shared/letters/lint/lint-message.ts';
import { languageOfText } from '../../shared/letters/lint/lint-words.ts';
import { expectTypeset } from '../french.ts';
import { expectGolden } from '../golden-file.ts';
import { letter } from '../render/letters.ts';
import { SENDER, shelf } from '../render/messages.ts';

const GOOD = 'Merci de régler {{montant}} {{délai}}.';

function codes(name: string, body: string, subject = 'Votre facture', language = 'fr'): readonly string[] {
  return lintTemplate(name, language, { subject, body }).map(({ code, severity }) => `${severity} ${code}`);
}

/** Name of the text, what it says, what is found in it. */
const CASES: readonly (readonly [name: string, says: string, ...found: string[]])[] = [
  ['reminder-1', 'Nous saisirons le tribunal.', 'error threat/too-early'],
  ['reminder-1', 'Une mise en demeure suivra.', 'error threat/too-early'],
  ['reminder-1', 'Notre huissier passera.', 'error threat/too-early'],
  ['reminder-1', 'Nous saisissons cette occasion pour vous saluer.'],
  ['reminder-1', 'Au cours de ce mois, cordialement.'],
  ['reminder-2', 'Une mise en demeure suivra.', 'warning last-step/too-early'],
  ['reminder-2', 'Le tribunal sera saisi.', 'error threat/too-early'],
  ['reminder-3', 'Une mise en demeure suivra.'],
  ['reminder-3', 'Nous saisirons le tribunal.'],
  ['formal-notice', 'Nous saisirons la juridiction compétente.'],
  ['ma-relance', 'Une mise en demeure suivra.'],
  ['reminder-3.administration', 'Une mise en demeure suivra.', 'error threat/public-body'],
  ['payment-order', 'Nous saisirons le tribunal.', 'error threat/public-body'],
  ['reminder-2.individual', 'Vous devez 40 € de plus.', 'error penalties/private-person'],
  ['reminder-2.individual', 'Vous devez {{indemnité}}.', 'error penalties/private-person'],
  ['reminder-2.individual', 'Article L441-10 du Code.', 'error penalties/private-person'],
  ['reminder-2.individual', 'Vous devez 140 €.'],
  ['reminder-2', 'Vous devez 40 € de plus.'],
  ['reminder-2.association', 'Une indemnité forfaitaire est due.', 'error penalties/private-person'],
  ['letter.reminder-2.individual', 'Une indemnité forfaitaire est due.', 'error penalties/private-person'],
  ['reminder-1', 'Vous êtes de mauvaise foi.', 'error insult'],
  ['reminder-1', 'Cher {{cleint}},', 'error placeholder/unknown'],
  ['reminder-1', 'Cher {{Client}},'],
  ['reminder-1', '{{référence}}', 'error placeholder/unknown'],
  ['invoice', '{{référence}}'],
  ['invoice', '{{relances}}', 'error placeholder/unknown'],
  ['reminder-1', 'Réglez tout de suite !!', 'warning shouting'],
  ['reminder-1', 'Réglez URGEMMENT.', 'warning shouting'],
  ['reminder-1', 'Notre IBAN est ci-dessous !'],
];

describe('a text', () => {
  for (const [name, says, ...found] of CASES) {
    test(`${name}: ${says} ${found.length === 0 ? 'is fine' : found.join(', ')}`, () =>
      expect(codes(name, name === 'invoice' ? says : `${says} ${GOOD}`)).toEqual(found));
  }
  test('the table’s place is known, on a line of its own', () =>
    expect(codes('reminder-1', `${GOOD}\n\n{{détails}}\n\nMerci`)).toEqual([]));
  test('without a deadline', () =>
    expect(codes('reminder-1', 'Merci de régler {{montant}}.')).toEqual(['warning deadline/missing']));
  test('a notice needs none', () => expect(codes('notice', 'Bonjour {{montant}}.')).toEqual([]));
  test('without a sum', () =>
    expect(codes('reminder-1', 'Merci {{délai}}.')).toEqual(['warning amount/missing']));
  test('with the table, which has the sum', () =>
    expect(codes('reminder-1', 'Merci {{délai}}.\n{{Détails}}\n')).toEqual([]));
  test('without a subject', () => expect(codes('reminder-1', GOOD, ' ')).toEqual(['warning subject/empty']));
  test('without a body', () => expect(codes('reminder-1', ' \n')).toEqual(['error body/empty']));
  test('its subject is read too', () =>
    expect(codes('reminder-1', GOOD, 'Avant le tribunal')).toEqual(['error threat/too-early']));
  test('French in an English text', () =>
    expect(
      codes(
        'reminder-1',
        `${GOOD} Nous vous prions de le faire pour la fin du mois avec votre banque`,
        'x',
        'en',
      ),
    ).toEqual(['warning language/other']));
  test('threats in the other language count as well', () =>
    expect(codes('reminder-1', `${GOOD} We will take you to court.`)).toContain('error threat/too-early'));
  test('associations that are firms may be asked for what firms owe', () =>
    expect(
      lintTemplate('reminder-2.association', 'fr', { subject: 'x', body: `40 € de plus. ${GOOD}` }, true),
    ).toEqual([]));
});

test('what a name says', () => {
  expect(contextOf('letter.Reminder-2.individual', 'English')).toEqual({
    level: 2,
    kind: 'individual',
    language: 'en',
    base: 'reminder-2',
    mayClaim: false,
  });
  expect(contextOf('moratory-interest', 'fr')).toMatchObject({
    kind: 'administration',
    level: 3,
    mayClaim: true,
  });
});

for (const [text, language] of [
  ['Bonjour, nous vous remercions pour votre commande', 'fr'],
  ['Hello, we thank you for your order', 'en'],
  ['F2026-00012', null],
  ['Le week-end', null],
  ['the report of le client avec nous and you for la suite', null],
] as const) {
  test(`${text}: ${language}`, () => expect(languageOfText(text)).toBe(language));
}

test('no shipped text has an error, nor a warning', () => {
  for (const [key, text] of messageTexts([]).shipped) {
    const [name = '', language = ''] = key.split('/');
    expect([key, ...lintTemplate(name, language, text)]).toEqual([key]);
  }
});

test('every finding in both languages', () => {
  const all = LINT_CODES.map((code) => made(code, 'body', FOUND.get(code) ?? ''));
  const lines = all.flatMap((one) => [
    `${one.severity} ${one.code}`,
    `  ${findingText(one, 'fr')}`,
    `  ${findingText(one, 'en')}`,
  ]);
  for (const one of all) expectTypeset(findingText(one, 'fr'));
  expectGolden('letters/lint.txt', `${lines.join('\n')}\n`);
});

const FOUND: ReadonlyMap<LintCode, string> = new Map([
  ['threat/too-early', 'tribunal'],
  ['threat/public-body', 'mise en demeure'],
  ['last-step/too-early', 'mise en demeure'],
  ['penalties/private-person', '40 €'],
  ['insult', 'mauvaise foi'],
  ['placeholder/unknown', 'montnat'],
  ['contacts/too-many', '6'],
  ['shouting', 'URGENT'],
]);

describe('a message about to leave', () => {
  const told = letter({ level: 1 });
  const { subject, text } = reminderMail({ letter: told, sender: SENDER, texts: shelf() });
  const leaving = { letter: told, subject, text, hasPayment: true };
  const found = (more: Partial<Parameters<typeof lintMessage>[0]>) =>
    lintMessage({ ...leaving, ...more }).map(({ code, severity }) => `${severity} ${code}`);
  test('as it should be', () => expect(found({})).toEqual([]));
  test('without its sum', () =>
    expect(found({ subject: '', text: told.facts.deadline })).toEqual(['error amount/missing']));
  test('without its deadline', () =>
    expect(found({ subject: '', text: told.total })).toEqual(['error deadline/missing']));
  test('without a way to pay', () =>
    expect(found({ hasPayment: false })).toEqual(['warning payment/missing']));
  test('one contact below the limit', () => expect(found({ contacts: 3, mostContacts: 4 })).toEqual([]));
  test('at the limit', () =>
    expect(found({ contacts: 4, mostContacts: 4 })).toEqual(['error contacts/too-many']));
});

describe('a text of the firm that is refused', () => {
  const mail = (body: string) =>
    reminderMail({
      letter: letter({ level: 1 }),
      sender: SENDER,
      texts: shelf(new Map([['reminder-1/fr', { subject: 'La mienne', body }]])),
    });
  test('is left aside for ours, and told of', () => {
    const { findings, subject } = mail(`Le tribunal vous attend. ${GOOD}`);
    expect(subject).toMatch(/^Règlement attendu/);
    expect(findings).toMatchObject([{ code: 'threat/too-early', severity: 'warning', found: 'tribunal' }]);
  });
  test('is taken where it only has warnings', () => {
    const { findings, subject } = mail('Réglez !! {{montant}}');
    expect(subject).toMatch(/^La mienne/);
    expect(findings.map(({ code }) => code)).toEqual(['shouting', 'deadline/missing']);
  });
});
