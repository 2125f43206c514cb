/** Rows of cells as lines of a terminal: columns as wide as their widest cell, two spaces between them. */

const GAP = '  ';

/** @param right columns that hold amounts: they end where the column ends */
export function columnsText(
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(widths[column] - widthOf(cell));
        return right.includes(column) ? space + cell : cell + space;
      })
      .join(GAP)
      .trimEnd(),
  );
}

/** Accents that stand for themselves take no room. */
function widthOf(text: string): number {
  return Array.from(text.normalize('NFC').replace(/\p{M}/gu, '')).length;
}
