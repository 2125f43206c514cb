import { expect, test } from 'vitest';
import { oneLine } from '../../../batch/commands/ground/one-line.ts';

for (const [text, line] of [
  ['Relancer Épicerie\u202f: 12,00\u202f€', 'Relancer Épicerie\u202f: 12,00\u202f€'],
  ['a\r\n\tb\u0000c', 'a b c'],
  ['\u001b[2Ja\u202eb\u2067c\u200fd\u2028e', ' [2Ja b c d e'],
  ['x'.repeat(240), 'x'.repeat(240)],
  ['x'.repeat(241), `${'x'.repeat(120)}…${'x'.repeat(119)}`],
  [`A${'😀'.repeat(300)}Z`, `A${'😀'.repeat(119)}…${'😀'.repeat(118)}Z`],
] as const) {
  test(JSON.stringify(text).slice(0, 60), () => expect(oneLine(text)).toBe(line));
}
