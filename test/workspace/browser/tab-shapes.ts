/** The tabs as the page needs them: sizes, widths, what is frozen, the charts with the figures they are drawn from. */
import { type Chart, cellAt, lastRow, type Rect, type Spreadsheet, type Tab } from '../spreadsheet.ts';
import { styleAt } from '../styles.ts';
import { shownText } from './number-text.ts';
import type { ChartShape, TabShape } from './protocol.ts';
import { textStyle } from './shown-cells.ts';

const WIDTH = 100;
const LEAST_COLUMNS = 12;
const MOST_COLUMNS = 60;

export function tabShape(book: Spreadsheet, tab: Tab): TabShape {
  const { look } = tab;
  const usedColumns = widest(tab);
  const columns = Math.min(tab.columnCount, Math.max(LEAST_COLUMNS, usedColumns + 2), MOST_COLUMNS);
  const width = (column: number): number =>
    look.hiddenColumns.has(column) ? 0 : (look.columnWidths.get(column) ?? WIDTH);
  return {
    gid: tab.gid,
    title: tab.title,
    color: look.color,
    hidden: look.hidden,
    rowCount: tab.rowCount,
    usedRows: lastRow(tab),
    usedColumns,
    frozenRows: look.frozenRows,
    frozenColumns: look.frozenColumns,
    gridlines: look.gridlines,
    widths: Array.from({ length: columns }, (_, at) => width(at + 1)),
    heights: heightsOf(tab),
    charts: look.charts.map((chart) => chartShape(book, chart)),
  };
}

function widest(tab: Tab): number {
  return tab.rows.slice(0, 2000).reduce((most, row) => Math.max(most, filledWidth(row)), 0);
}

function filledWidth(row: readonly unknown[]): number {
  let width = row.length;
  while (width > 0 && (row[width - 1] ?? null) === null) width -= 1;
  return width;
}

const MOST_WRAPPED_ROWS = 5000;
const CHARACTER = 6.2;
const LINE = 17;

/** Given heights, and those of rows whose wrapped texts need more lines. Only tabs of not too many rows are looked through. */
function heightsOf(tab: Tab): readonly (readonly [number, number])[] {
  const heights = new Map(tab.look.rowHeights);
  const columns = wrappedColumns(tab);
  if (columns.length > 0 && lastRow(tab) <= MOST_WRAPPED_ROWS)
    tab.rows.forEach((_, at) => {
      const lines = Math.max(1, ...columns.map((column) => wrappedLines(tab, at + 1, column)));
      if (lines > 1 && !heights.has(at + 1)) heights.set(at + 1, lines * LINE + 4);
    });
  return [...heights].sort(([a], [b]) => a - b);
}

function wrappedColumns(tab: Tab): readonly number[] {
  const rects = tab.look.styles
    .filter(({ property, value }) => property === 'wrap' && value === 'WRAP')
    .map(({ rect }) => rect);
  const columns = Array.from({ length: tab.columnCount }, (_, at) => at + 1);
  return columns.filter((column) =>
    rects.some(({ firstColumn, lastColumn }) => firstColumn <= column && column <= lastColumn),
  );
}

function wrappedLines(tab: Tab, row: number, column: number): number {
  const value = cellAt(tab, row, column);
  if (typeof value !== 'string' || textStyle(tab, 'wrap', row, column) !== 'WRAP') return 1;
  const size = styleAt(tab, 'fontSize', row, column);
  const scale = typeof size === 'number' ? size / 10 : 1;
  const characters = (tab.look.columnWidths.get(column) ?? WIDTH) / (CHARACTER * scale);
  return value.split('\n').reduce((sum, line) => sum + linesOf(line, characters), 0);
}

/** A line is broken between words; a word longer than it, anywhere. */
function linesOf(text: string, most: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of text.split(' ')) {
    if (used > 0 && used + 1 + length > most) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + length;
    while (used > most) {
      lines += 1;
      used -= most;
    }
  }
  return lines;
}

/** The figures stand in columns, their names in the first row, the labels in the first column. */
function chartShape(book: Spreadsheet, chart: Chart): ChartShape {
  const option = (name: string): unknown => chart.options[name];
  const colors = option('colors');
  const [range] = chart.ranges;
  const tab = book.tabs.find(({ gid }) => gid === range?.gid);
  return {
    type: chart.type,
    title: String(option('title') ?? ''),
    row: chart.row,
    column: chart.column,
    width: Number(option('width') ?? 600),
    height: Number(option('height') ?? 371),
    colors: Array.isArray(colors) ? colors.map(String) : ['#4285f4', '#ea4335', '#fbbc04'],
    ...(tab && range ? figuresOf(tab, range.rect, book.locale) : { labels: [], series: [] }),
  };
}

function figuresOf(tab: Tab, rect: Rect, locale: string): Pick<ChartShape, 'labels' | 'series'> {
  const rows = Array.from({ length: rect.lastRow - rect.firstRow }, (_, at) => rect.firstRow + 1 + at).filter(
    (row) => cellAt(tab, row, rect.firstColumn) !== null,
  );
  const columns = Array.from(
    { length: rect.lastColumn - rect.firstColumn },
    (_, at) => rect.firstColumn + 1 + at,
  );
  const label = (row: number): string =>
    shownText(
      cellAt(tab, row, rect.firstColumn),
      textStyle(tab, 'numberFormat', row, rect.firstColumn),
      locale,
    );
  return {
    labels: rows.map(label),
    series: columns.map((column) => ({
      name: String(cellAt(tab, rect.firstRow, column) ?? ''),
      values: rows.map((row) => numberIn(cellAt(tab, row, column))),
    })),
  };
}

function numberIn(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
