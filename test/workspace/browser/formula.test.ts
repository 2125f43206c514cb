import { expect, test } from 'vitest';
import { holds } from './formula.ts';

const ROW: readonly (string | number | boolean | null)[] = ['F1', 120, null, 'Envoyé', 46_000, true];
const around = { cell: (column: number) => ROW[column - 1] ?? null, today: 46_346 };

for (const [formula, expected] of [
  ['=$B2>0', true],
  ['=$B2>120', false],
  ['=$C2=""', true],
  ['=$C2=0', true],
  ['=$C2<>""', false],
  ['=($A2<>"")*($C2="")*($B2>0)', true],
  ['=ISNUMBER($B2)*($B2<=0)', false],
  ['=ISNUMBER($C2)', false],
  ['=$D2="envoyé"', true],
  ['=$E2>=TODAY()', false],
  ['=$A2>5', true], // a text is greater than any number
  ['=$B2-100>=20', true],
] as const) {
  test(`${formula} is ${expected}`, () => expect(holds(formula, around)).toBe(expected));
}

test('another formula is refused', () => {
  expect(() => holds('=AND($A2;$B2)', around)).toThrow('NotEmulated');
  expect(() => holds('=$A2>1)', around)).toThrow('NotEmulated');
});
