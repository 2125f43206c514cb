import { expect, test } from 'vitest';
import { HELP } from '../../batch/commands/help.ts';
import { expectTypeset } from '../french.ts';
import { expectGolden } from '../golden-file.ts';

test('in French', () => {
  expectGolden('commands/help.fr.txt', HELP.fr);
  expectTypeset(HELP.fr);
});

test('in English', () => expectGolden('commands/help.en.txt', HELP.en));

const FLAGS = (text: string) => [...new Set(text.match(/--[a-z-]+/g))].sort();

test('both name the same flags', () => expect(FLAGS(HELP.en)).toEqual(FLAGS(HELP.fr)));

for (const language of ['fr', 'en'] as const) {
  test(`fits a wide terminal in ${language}`, () =>
    expect(HELP[language].split('\n').filter((line) => line.length > 112)).toEqual([]));
}
