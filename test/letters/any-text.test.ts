/** Whatever a firm writes in its templates tab: nothing throws, nothing leaves with a hole in it or without its sum. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reminderMail } from '../../appsscript/render/reminder-mail.ts';
import { LANGUAGES } from '../../shared/base/words.ts';
import { lintTemplate } from '../../shared/letters/lint/lint.ts';
import { findingText, isRefused } from '../../shared/letters/lint/lint-codes.ts';
import { ownTexts } from '../../shared/letters/message-texts.ts';
import { reminderPaper } from '../../shared/letters/papers/reminder-paper.ts';
import { letter } from '../render/letters.ts';
import { SENDER, shelf } from '../render/messages.ts';
import { deskOf } from './desk.ts';
import { paperText } from './paper-text.ts';

const PIECES = [
  '{{montant}}',
  '{{total}}',
  '{{délai}}',
  '{{détails}}',
  '{{signature}}',
  '{{ Client }}',
  '{{montnat}}',
  '{{',
  '}}',
  '{{{}}}',
  'mise en demeure',
  'le tribunal',
  'indemnité forfaitaire',
  '40 €',
  'URGENT',
  '!!',
  '\n\n',
  '\r\n',
  'Bonjour',
  'Dear Sir',
  '=HYPERLINK("x")',
  '<b>',
  '\u202f',
];
const someText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 12 })), {
    maxLength: 14,
  })
  .map((parts) => parts.join(' '));

test('the lint answers anything, in sentences', () => {
  fc.assert(
    fc.property(
      someText,
      someText,
      someText,
      fc.constantFrom('fr', 'en', '', 'x'),
      (name, subject, body, language) => {
        for (const one of lintTemplate(name, language, { subject, body })) {
          for (const reader of LANGUAGES) expect(findingText(one, reader)).toMatch(/[.]$/);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('a mail and a letter with any text say their sum and their deadline, and have no hole', () => {
  fc.assert(
    fc.property(someText, someText, fc.integer({ min: 1, max: 3 }), (subject, body, level) => {
      const grid = [
        ['Modèle', 'Langue', 'Objet', 'Texte'],
        [`reminder-${level}`, 'fr', subject, body],
        [`letter.reminder-${level}`, 'fr', subject, body],
      ];
      const own = ownTexts(grid);
      const told = letter({ level });
      const mail = reminderMail({ letter: told, sender: SENDER, texts: shelf(own) });
      expect(isRefused(mail.findings)).toBe(false);
      expect(mail.text).toContain(told.total);
      expect(mail.text).toContain(told.facts.newDeadline);
      const { decision, desk } = deskOf({ level });
      const paper = paperText(reminderPaper({ ...desk, texts: shelf(own) }, decision));
      expect(paper).toContain(told.facts.newDeadline);
      for (const text of [mail.subject, mail.text, paper])
        expect(text).not.toMatch(/\{\{\s*(?:montnat|montant|total|délai)/i);
    }),
    { numRuns: 150 },
  );
});
