/** Messages: every shipped text filled, whose words are taken, what a subject and a text part hold. */
import { describe, expect, test } from 'vitest';
import { invoiceMail } from '../../appsscript/render/invoice-mail.ts';
import type { Message } from '../../appsscript/render/mail.ts';
import { messageTexts } from '../../appsscript/render/message-texts.ts';
import { reminderMail } from '../../appsscript/render/reminder-mail.ts';
import { SHIPPED_TEXTS } from '../../appsscript/render/shipped-texts.ts';
import { thankYouMail } from '../../appsscript/render/thank-you-mail.ts';
import { LANGUAGES, type Language } from '../../shared/base/words.ts';
import { textsFor } from '../../shared/letters/message-texts.ts';
import { CLIENT_KINDS, type ClientKind } from '../../shared/register/tables.ts';
import { expectTypeset } from '../french.ts';
import { expectGolden } from '../golden-file.ts';
import { CREDIT_NOTE, ENGLISH, INVOICE } from './documents.ts';
import { letter } from './letters.ts';
import { SENDER, shelf } from './messages.ts';
import { THANKS } from './thanks.ts';

const NONE = messageTexts([]);
const SOON = {
  invoices: [{ number: 'F2026-00012', issued: '2026-11-01', due: '2026-11-30', total: 171258 }],
} as const;

function reminder(level: number, kind: ClientKind, language: Language): Message {
  const records = level === 0 ? SOON : {};
  return reminderMail({
    letter: letter({ level, kind, client: { language }, records }),
    sender: SENDER,
    texts: NONE,
  });
}

function everyMessage(language: Language): readonly (readonly [string, Message])[] {
  const document = language === 'fr' ? INVOICE : ENGLISH;
  const receiptLink = 'https://script.example/exec?n=F2026-00012';
  const credit = { ...CREDIT_NOTE, language };
  const reminders = CLIENT_KINDS.flatMap((kind) =>
    [0, 1, 2, 3, 4].map((level) => [`${kind}, level ${level}`, reminder(level, kind, language)] as const),
  );
  return [
    ['invoice', invoiceMail({ document, kind: 'company', receiptLink, sender: SENDER, texts: NONE })],
    ['credit note', invoiceMail({ document: credit, kind: 'company', sender: SENDER, texts: NONE })],
    ...reminders,
    ['thanks', thankYouMail({ thanks: { ...THANKS, language }, sender: SENDER, texts: NONE })],
  ];
}

for (const language of LANGUAGES) {
  const messages = everyMessage(language);
  test(`every message in ${language}, its text`, () => {
    const texts = messages.map(([name, { subject, text }]) => `=== ${name}\n${subject}\n\n${text}`);
    expectGolden(`render/messages.${language}.txt`, texts.join('\n'));
  });
  test(`no message in ${language} has a hole left`, () => {
    for (const [name, { html, subject, text, unknown }] of messages) {
      expect([name, ...unknown]).toEqual([name]);
      expect(subject + text + html.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(
        /\{\{|\}\}|undefined|\[object|NaN/,
      );
    }
  });
}

test('French is set as French is', () => {
  for (const [, { subject, text }] of everyMessage('fr')) {
    const ours = (subject + text).replace(/^(IBAN|Référence).*$/gm, '').replaceAll('14, quai', '');
    expectTypeset(ours);
  }
});

for (const language of LANGUAGES) {
  test(`the look of a second reminder in ${language} is kept`, () =>
    expectGolden(`render/reminder-2.${language}.html`, reminder(2, 'company', language).html));
}
test('the look of the mail with an invoice is kept', () =>
  expectGolden(
    'render/invoice-mail.fr.html',
    invoiceMail({ document: INVOICE, kind: 'company', sender: SENDER, texts: NONE }).html,
  ));

describe('what is said to whom', () => {
  const all = (kind: ClientKind, language: Language) =>
    [1, 2, 3, 4]
      .map((level) => reminder(level, kind, language))
      .map(({ html, text }) => html + text)
      .join('\n');
  for (const kind of ['individual', 'association'] as const) {
    test(`${kind}: neither the indemnity nor the interest of companies`, () =>
      expect(all(kind, 'fr') + all(kind, 'en')).not.toMatch(
        /L441-10|D441-5|BCE|ECB|forfaitaire|recovery charge|120,00|120\.00/,
      ));
  }
  test('administration: no threat', () =>
    expect(all('administration', 'fr') + all('administration', 'en')).not.toMatch(
      /mise en demeure|formal notice|juridiction|court|recommandée/,
    ));
  test('company: a first reminder threatens nothing', () =>
    expect(reminder(1, 'company', 'fr').text).not.toMatch(/pénalit|demeure|indemnit/));
  test('company: from the second on, what the law adds', () => {
    for (const level of [2, 3, 4]) expect(reminder(level, 'company', 'fr').text).toMatch(/L441-10/);
  });
  test('every reminder says how to pay, until when, whom to ask, and what if it is paid', () => {
    for (const kind of CLIENT_KINDS) {
      for (const level of [1, 2, 3, 4]) {
        const { html, text } = reminder(level, kind, 'fr');
        for (const part of [html, text]) {
          expect(part).toMatch(/FR76 3000 6000/);
          expect(part).toContain('F2026-00009');
          expect(part).toContain('Si vous avez réglé entre-temps');
          expect(part).toContain('claire@merinos.example');
          expect(part).toMatch(/ décembre 2026/);
        }
      }
    }
  });
});

describe('a subject', () => {
  test('carries the number, so that the answer finds its invoice', () => {
    expect(reminder(0, 'company', 'fr').subject).toMatch(/ \[F2026-00012\]$/);
    expect(reminder(2, 'company', 'fr').subject).toMatch(/ \[F2026-00009\]$/);
  });
  test('carries it once', () => {
    const texts = shelf(new Map([['invoice/fr', { subject: '[{{numéro}}] votre facture', body: 'x' }]]));
    const { subject } = invoiceMail({ document: INVOICE, kind: 'company', sender: SENDER, texts });
    expect(subject).toBe('[F2026-00012] votre facture');
  });
});

describe('texts of the firm', () => {
  const GRID = [
    ['Texte', 'Langue', 'Modèle', 'Objet', 'Note'],
    ['Cher client, {{montant}}\r\nmerci', ' FR ', 'Reminder-2', 'Objet', 'x'],
    ['second', 'fr', 'reminder-2', '', ''],
    ['Dear client', 'en', 'reminder-2', null, ''],
    ['', 'fr', 'reminder-3', 'no body', ''],
    ['Chère Madame', 'fr', 'reminder-2.individual', 'Particulier', ''],
  ];
  const texts = messageTexts(GRID);
  const bodyOf = (name: string, kind: ClientKind, language: Language) =>
    textsFor(texts, name, kind, language)[0]?.body;

  test('are found by name and language, the first of two', () =>
    expect(bodyOf('reminder-2', 'company', 'fr')).toBe('Cher client, {{montant}}\nmerci'));
  test('without a subject take the shipped one', () =>
    expect(textsFor(texts, 'reminder-2', 'company', 'en')[0]?.subject).toMatch(/^Payment due/));
  test('of a kind go to that kind only', () => {
    expect(bodyOf('reminder-2', 'individual', 'fr')).toBe('Chère Madame');
    expect(bodyOf('reminder-2', 'association', 'fr')).toMatch(/subvention/);
    expect(bodyOf('reminder-2', 'individual', 'en')).toMatch(/difficult time/);
  });
  test('without words are none', () =>
    expect(bodyOf('reminder-3', 'company', 'fr')).toMatch(/^\{\{bonjour\}\},/));
  test('of no known name are none', () => expect(bodyOf('reminder-9', 'company', 'fr')).toBeUndefined());
  test('no tab, no texts', () => {
    expect(messageTexts([]).own.size).toBe(0);
    expect(messageTexts([['Prénom'], ['x']]).own.size).toBe(0);
  });
  test('with a name that stands for nothing are told, and left aside for the shipped ones', () => {
    const own = shelf(
      new Map([['reminder-2/fr', { subject: '{{montnat}}', body: '{{constructor}} {{montnat}}' }]]),
    );
    const { subject, text, unknown } = reminderMail({
      letter: letter({ level: 2 }),
      sender: SENDER,
      texts: own,
    });
    expect(unknown).toEqual(['montnat', 'constructor']);
    expect(subject).toMatch(/^Règlement attendu/);
    expect(text).not.toMatch(/\{\{/);
  });
  test('put the table where they want it', () => {
    const own = (body: string) => shelf(new Map([['reminder-2/fr', { subject: 's', body }]]));
    const textOf = (body: string) =>
      reminderMail({ letter: letter({ level: 2 }), sender: SENDER, texts: own(body) }).text;
    expect(textOf('avant\n\n {{ Details }} \n\naprès')).toMatch(/avant[\s\S]*Total à payer[\s\S]*après/);
    expect(textOf('avant et après')).toMatch(/avant et après[\s\S]*Total à payer/);
  });
});

test('a calendar’s own text is taken; one that nobody has written falls back to its level', () => {
  const told = { ...letter({ level: 2 }), template: 'Ma relance' };
  const own = shelf(new Map([['ma relance/fr', { subject: 'La mienne', body: 'x' }]]));
  expect(reminderMail({ letter: told, sender: SENDER, texts: own }).subject).toMatch(/^La mienne/);
  expect(reminderMail({ letter: told, sender: SENDER, texts: NONE }).text).toMatch(
    /nous permettrons de vous appeler/,
  );
});

test('every shipped text has a subject, a signature and a place for its table, in both languages', () => {
  for (const [key, text] of SHIPPED_TEXTS) {
    expect([key, text]).toEqual([
      key,
      expect.stringMatching(/^\S[^\n]*\n\n[\s\S]*\{\{(détails|details)\}\}[\s\S]*\{\{signature\}\}\n$/),
    ]);
    const [name, language] = key.split('/');
    expect(SHIPPED_TEXTS.has(`${name}/${language === 'fr' ? 'en' : 'fr'}`)).toBe(true);
  }
});

describe('the person a message is for', () => {
  const to = (contact: string, language: Language) =>
    reminderMail({ letter: letter({ level: 1, client: { contact, language } }), sender: SENDER, texts: NONE })
      .text;
  test('is greeted', () => {
    expect(to('Mme Roux', 'fr')).toMatch(/^Bonjour Mme Roux,\n/);
    expect(to('Mrs Roux', 'en')).toMatch(/^Hello Mrs Roux,\n/);
  });
  test('where nobody is known, nobody is named', () => {
    expect(to('', 'fr')).toMatch(/^Bonjour,\n/);
    expect(to('', 'en')).toMatch(/^Hello,\n/);
  });
  test('by the mail with an invoice and by thanks too', () => {
    const invoice = invoiceMail({
      contact: 'Mme Roux',
      document: INVOICE,
      kind: 'company',
      sender: SENDER,
      texts: NONE,
    });
    const thanks = thankYouMail({ thanks: { ...THANKS, contact: 'Mme Roux' }, sender: SENDER, texts: NONE });
    for (const { text } of [invoice, thanks]) expect(text).toMatch(/^Bonjour Mme Roux,\n/);
  });
});

test('a calendar’s own text without a subject takes that of its level', () => {
  const told = { ...letter({ level: 2 }), template: 'Ma relance' };
  const own = shelf(new Map([['ma relance/fr', { subject: '', body: 'x {{délai}}' }]]));
  const { subject, text } = reminderMail({ letter: told, sender: SENDER, texts: own });
  expect(subject).toMatch(/^Règlement attendu/);
  expect(text).toMatch(/^x au plus tard/);
});
