/** Columns: what there is room for, and who gives way. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnWidths } from '../../batch/print/column-widths.ts';

const words = (natural: number) => ({ natural, isFigures: false });
const figures = (natural: number) => ({ natural, isFigures: true });

for (const [name, wanted, widths] of [
  ['room to spare is shared', [words(100), figures(100)], [200, 200]],
  ['words give way', [words(500), figures(100)], [300, 100]],
  ['short words keep their width', [words(50), words(500), figures(100)], [50, 250, 100]],
  ['equal words give way together', [words(500), words(500), figures(100)], [150, 150, 100]],
  ['of too many figures words keep a part', [words(500), figures(400)], [120, 280]],
  ['figures only', [figures(400), figures(400)], [200, 200]],
] as const) {
  test(name, () => expect(columnWidths(wanted, 400)).toEqual(widths));
}

test('columns fill their table', () => {
  const column = fc.record({ natural: fc.integer({ min: 1, max: 900 }), isFigures: fc.boolean() });
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 9 }), (wanted) => {
      const widths = columnWidths(wanted, 500);
      expect(widths.every((width) => width > 0)).toBe(true);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(500, 6);
    }),
  );
});
