/** The shipped texts are the same in the sheet and in the weekly job, and each file of theirs is one of them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messageTexts } from '../../appsscript/render/message-texts.ts';
import { shippedTexts } from '../../batch/delivery/shipped-texts.ts';
import { parseText } from '../../shared/letters/message-texts.ts';

const inSheet = messageTexts([]).shipped;

test('the sheet bundles what the job reads', () => {
  expect(new Map([...shippedTexts()].sort())).toEqual(new Map([...inSheet].sort()));
});

test('every file is one of them', () => {
  const files = readdirSync(join(import.meta.dirname, '../../templates')).filter((file) =>
    file.endsWith('.txt'),
  );
  expect(files).toHaveLength(inSheet.size);
});

test('each stands in both languages', () => {
  for (const key of inSheet.keys()) {
    const [name, language] = key.split('/');
    expect(inSheet.has(`${name}/${language === 'fr' ? 'en' : 'fr'}`)).toBe(true);
  }
});

test('a file’s first line is the subject', () => {
  expect(parseText('Objet\r\n\r\nTexte\r\n')).toEqual({ subject: 'Objet', body: 'Texte' });
  expect(parseText('Objet')).toEqual({ subject: 'Objet', body: '' });
});
