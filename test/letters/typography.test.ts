/** Every shipped word, French and English, scanned for what a proof-reader marks. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

type Text = { readonly at: string; readonly text: string; readonly isSet: boolean }; // isSet: with its narrow spaces already

function filesIn(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => join(folder, file));
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** What of a template a person reads: neither tags nor holes. */
function templateTexts(language: 'fr' | 'en'): readonly Text[] {
  return filesIn('templates', new RegExp(`\\.${language}\\..*(?:txt|hbs)$`)).flatMap((file) =>
    read(file)
      .replace(/<[^>]*>/g, ' ')
      .replace(/&\w+;/g, ' ')
      .replace(/\{\{[#/>][^}]*\}\}/g, '')
      .split('\n')
      .map((line) =>
        line
          .replace(/\{\{[^}]*\}\}/g, 'X')
          .replace(/ +/g, ' ')
          .trim(),
      )
      .map((text) => ({ at: file, text, isSet: true }))
      .filter(({ text }) => text !== ''),
  );
}

const STRING = String.raw`'(?:[^'\\\n]|\\.)*'|${'`'}(?:[^${'`'}\\]|\\.)*${'`'}`;
const PAIRED = new RegExp(String.raw`\bfr:\s*(${STRING}),\s*en:\s*(${STRING})`, 'g');
const SAID = new RegExp(String.raw`\bsaid\(\s*(${STRING}),\s*(${STRING}),?\s*\)`, 'g');

/** Words in the code, where French stands beside English. */
function codeTexts(which: 1 | 2): readonly Text[] {
  return ['shared', 'appsscript', 'batch'].flatMap((wing) =>
    filesIn(wing, /(?<!help|print-commands)\.ts$/).flatMap((file) => {
      const code = read(file);
      return [PAIRED, SAID].flatMap((pattern) =>
        Array.from(code.matchAll(pattern), (found) => ({
          at: file,
          text: unquoted(found[which] ?? ''),
          isSet: false,
        })),
      );
    }),
  );
}

function unquoted(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\$\{[^}]*\}/g, 'X')
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(.)/g, '$1')
    .replace(/\{\w+\}/g, 'X')
    .replace(/--[a-z-]+(?: [A-Z]+)?/g, 'X'); // what is typed in a terminal
}

const FRENCH = [...templateTexts('fr'), ...codeTexts(1)];
const ENGLISH = [...templateTexts('en'), ...codeTexts(2)];

function faults(texts: readonly Text[], pattern: RegExp): readonly string[] {
  return texts.flatMap(({ at, text }) => {
    const found = pattern.exec(text);
    return found ? [`${at}: …${found[0]}… in: ${text.slice(0, 90)}`] : [];
  });
}

test('there is much to read', () => {
  expect(FRENCH.length).toBeGreaterThan(900);
  expect(ENGLISH.length).toBeGreaterThan(900);
});

describe('French', () => {
  const RULES = [
    ['a straight apostrophe', /\p{L}'\p{L}/u],
    ['English quotes', /[“”]/],
    ['two spaces', /[^\s] {2,}[^\s]/],
    ['no space before : ; ! ?', /\p{Ll}[;!?](?=\s|$)|\p{Ll}:(?= )/u],
    ['no space inside « »', /«[^\s\u00a0\u202f]|[^\s\u00a0\u202f]»/],
    ['de le, de les, à le, à les', /(?:^| )(?:de les?|à les?) (?!X|\p{Ll}+(?:er|ir|re)\b)/u],
    [
      'a missing elision',
      /(?:^| )(?:de|le|la|que|ne|se|je|me|te|si(?= ils?\b)) [aâeéèêiîoôuû](?!\p{Lu})\p{L}*(?<! oui| onze)/u,
    ],
    ['three points', /\.\.\./],
    [
      'an English word',
      /\b(?:the|please|invoice|(?<!Late )payment|client code|your|overdue|due date|reminder|settings|(?<!Google )sheet|check)\b/i,
    ],
  ] as const;
  for (const [name, pattern] of RULES)
    test(`never ${name}`, () => expect(faults(FRENCH, pattern)).toEqual([]));
  test('never straight quotes, but where JSON is shown in a terminal', () =>
    expect(
      faults(
        FRENCH.filter(({ at }) => !at.startsWith('batch')),
        /"/,
      ),
    ).toEqual([]));
  test('templates carry their narrow spaces', () =>
    expect(
      faults(
        FRENCH.filter(({ isSet }) => isSet),
        /[ \u00a0][;:!?%€»]|«[ \u00a0]/,
      ),
    ).toEqual([]));
});

describe('English', () => {
  const RULES = [
    ['a straight apostrophe', /\p{L}'\p{L}/u],
    ['French quotes', /[«»]/],
    ['a French space', /[\u202f](?!€)/],
    ['a space before ; : ! ?', / [;:!?](?=\s|$)/],
    ['two spaces', /[^\s] {2,}[^\s]/],
    ['three points', /\.\.\./],
    [
      'a French word',
      /\b(?:facture|règlement|échéance|avoir|votre|nous|merci|relance|veuillez|ligne|montant)\b/i,
    ],
    ['a word twice', /\b(\p{L}{2,}) \1\b/u],
  ] as const;
  for (const [name, pattern] of RULES)
    test(`never ${name}`, () => expect(faults(ENGLISH, pattern)).toEqual([]));
});
