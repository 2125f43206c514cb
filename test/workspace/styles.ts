/** The looks of cells: which style counts where. */
import type { Rect, Style, Tab } from './spreadsheet.ts';

const sameRect = (a: Rect, b: Rect): boolean =>
  a.firstRow === b.firstRow &&
  a.lastRow === b.lastRow &&
  a.firstColumn === b.firstColumn &&
  a.lastColumn === b.lastColumn;

const covers = (outer: Rect, inner: Rect): boolean =>
  outer.firstRow <= inner.firstRow &&
  outer.lastRow >= inner.lastRow &&
  outer.firstColumn <= inner.firstColumn &&
  outer.lastColumn >= inner.lastColumn;

/** Gives cells a look; what it covers whole is forgotten. */
export function addStyle(tab: Tab, rect: Rect, property: string, value: unknown): void {
  tab.look.styles = tab.look.styles.filter(
    (style) => style.property !== property || !(covers(rect, style.rect) || sameRect(rect, style.rect)),
  );
  tab.look.styles.push({ rect, property, value });
}

/** Takes every look of the named property from cells. `null` stands for none. */
export function clearStyles(tab: Tab, rect: Rect, properties: readonly string[]): void {
  for (const property of properties) addStyle(tab, rect, property, null);
}

/** The look of one cell, `null` where it was given none. */
export function styleAt(tab: Tab, property: string, row: number, column: number): unknown {
  const { styles } = tab.look;
  for (let index = styles.length - 1; index >= 0; index -= 1) {
    const style = styles[index];
    if (style && style.property === property && holds(style.rect, row, column)) return style.value;
  }
  return null;
}

function holds(rect: Rect, row: number, column: number): boolean {
  return (
    row >= rect.firstRow && row <= rect.lastRow && column >= rect.firstColumn && column <= rect.lastColumn
  );
}

/** The number format of each row of a column, asked for many rows at once. */
export function formatsOfColumn(tab: Tab, column: number): (row: number) => string {
  const styles = tab.look.styles.filter(
    ({ property, rect }: Style) =>
      property === 'numberFormat' && rect.firstColumn <= column && rect.lastColumn >= column,
  );
  return (row) => {
    for (let index = styles.length - 1; index >= 0; index -= 1) {
      const style = styles[index];
      if (style && row >= style.rect.firstRow && row <= style.rect.lastRow) return String(style.value ?? '');
    }
    return '';
  };
}
