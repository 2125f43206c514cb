/** The help of one command, and its line in the help of them all. */
import type { Language } from '../../shared/base/words.ts';
import type { Command } from './command.ts';

const HEAD_WIDTH = 48;
const FLAG_WIDTH = 27;

/** `encaisse plan --help`. */
export function commandHelp(command: Command, language: Language): string {
  const { about, examples, flags, name, words } = command;
  const flagLines = Object.entries(flags).map(([flag, { about: text, value }]) =>
    line(`--${flag} ${value[language]}`.trim(), FLAG_WIDTH, text[language]),
  );
  const heads = language === 'fr' ? ['Options', 'Exemples'] : ['Options', 'Examples'];
  return [
    `encaisse ${[name, words[language]].filter((word) => word !== '').join(' ')} [options]`,
    `  ${about[language]}`,
    '',
    heads[0],
    ...flagLines,
    '',
    heads[1],
    ...examples.map((example) => `  encaisse ${example}`),
    '',
  ].join('\n');
}

/** A line for each command, under those of the report. */
export function commandLines(commands: readonly Command[], language: Language): string {
  return commands
    .map(({ about, name, words }) => {
      const head = ['encaisse', name, words[language], '[options]'].filter((word) => word !== '').join(' ');
      return `${line(head, HEAD_WIDTH, about[language])}\n`;
    })
    .join('');
}

function line(head: string, width: number, text: string): string {
  return head.length > width - 2
    ? `  ${head}\n  ${' '.repeat(width)}${text}`
    : `  ${head.padEnd(width)}${text}`;
}
