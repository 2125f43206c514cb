/** The grid: only the rows in sight are in the page; headers and frozen cells stick to its edges. */
import type { Cells, ShownCell, TabShape } from '../protocol.ts';
import { chartOf } from './charts.ts';
import { el } from './dom.ts';
import { columnLetters, type Geometry, GUTTER_WIDTH, geometryOf, HEADER_HEIGHT } from './geometry.ts';
import { askCells } from './server.ts';

const BLOCK = 60; // rows asked for at once

export type Area = { row: number; column: number; rows: number; columns: number };

export class Grid {
  readonly #host: HTMLElement;
  readonly #canvas = el('div', { class: 'canvas' });
  readonly #cells = new Map<number, readonly ShownCell[]>();
  readonly #asked = new Set<number>();
  #shape: TabShape | null = null;
  #geometry: Geometry | null = null;
  #version = 0;
  selection: Area = { row: 1, column: 1, rows: 1, columns: 1 };

  constructor(host: HTMLElement) {
    this.#host = host;
    host.tabIndex = 0;
    host.append(this.#canvas);
    host.addEventListener('scroll', () => this.draw(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(host);
  }

  get shape(): TabShape | null {
    return this.#shape;
  }

  get geometry(): Geometry | null {
    return this.#geometry;
  }

  /** Shows a tab as it is now. What is on the screen stays until the new cells are there. */
  async show(shape: TabShape): Promise<void> {
    const isOther = shape.gid !== this.#shape?.gid;
    this.#version += 1;
    this.#asked.clear();
    this.#shape = shape;
    this.#geometry = geometryOf(shape);
    if (isOther) {
      this.#cells.clear();
      this.selection = { row: 1, column: 1, rows: 1, columns: 1 };
      this.#host.scrollTo(0, 0);
    }
    await this.#load(this.#blocksInSight());
    this.draw();
  }

  cell(row: number, column: number): ShownCell | null {
    return this.#cells.get(row)?.[column - 1] ?? null;
  }

  select(area: Area, scrolls: boolean): void {
    this.selection = area;
    if (scrolls) this.#reveal(area);
    this.draw();
  }

  draw(): void {
    const [shape, geometry] = [this.#shape, this.#geometry];
    if (!shape || !geometry) return;
    void this.#load(this.#blocksInSight()).then((isNew) => isNew && this.draw());
    this.#canvas.style.width = `${geometry.width + GUTTER_WIDTH}px`;
    this.#canvas.style.height = `${geometry.height + HEADER_HEIGHT}px`;
    this.#canvas.classList.toggle('bare', !shape.gridlines);
    const head = el('div', { class: 'head' }, this.#header(geometry), ...this.#frozenRows(shape, geometry));
    const [first, last] = this.#rowsInSight(geometry);
    const rows: HTMLElement[] = [];
    for (let row = Math.max(first, shape.frozenRows + 1); row <= last; row += 1) {
      const drawn = this.#row(row, shape, geometry);
      drawn.style.top = `${geometry.top(row) + HEADER_HEIGHT}px`;
      rows.push(drawn);
    }
    const charts = shape.charts.map((chart) => chartOf(chart, geometry));
    this.#canvas.replaceChildren(head, ...rows, ...charts);
  }

  /** Where a cell is on the canvas, for an editor laid over it. */
  place(row: number, column: number): { left: number; top: number; width: number; height: number } | null {
    const [shape, geometry] = [this.#shape, this.#geometry];
    if (!shape || !geometry) return null;
    const frozenRow = row <= shape.frozenRows;
    const frozenColumn = column <= shape.frozenColumns;
    return {
      left: geometry.left(column) + GUTTER_WIDTH + (frozenColumn ? this.#host.scrollLeft : 0),
      top: geometry.top(row) + HEADER_HEIGHT + (frozenRow ? this.#host.scrollTop : 0),
      width: geometry.widthOf(column),
      height: geometry.heightOf(row),
    };
  }

  get canvas(): HTMLElement {
    return this.#canvas;
  }

  #header(geometry: Geometry): HTMLElement {
    const { column, columns } = this.selection;
    const corner = el('div', { class: 'gutter corner' });
    return el(
      'div',
      { class: 'line letters' },
      corner,
      ...this.#columnsOf(geometry).map((at) => {
        const isIn = at >= column && at < column + columns;
        const letter = el(
          'div',
          { class: `letter${isIn ? ' in' : ''}`, 'data-column': at },
          columnLetters(at),
        );
        return this.#sized(letter, at, geometry, HEADER_HEIGHT);
      }),
    );
  }

  #frozenRows(shape: TabShape, geometry: Geometry): readonly HTMLElement[] {
    return Array.from({ length: shape.frozenRows }, (_, at) => {
      const row = this.#row(at + 1, shape, geometry);
      row.classList.add('frozen');
      if (at + 1 === shape.frozenRows) row.classList.add('last-frozen');
      return row;
    });
  }

  #row(row: number, shape: TabShape, geometry: Geometry): HTMLElement {
    const { selection } = this;
    const isIn = row >= selection.row && row < selection.row + selection.rows;
    const line = el('div', { class: 'line', role: 'row', 'data-row': row });
    line.style.height = `${geometry.heightOf(row)}px`;
    line.append(el('div', { class: `gutter${isIn ? ' in' : ''}`, 'data-gutter': row }, String(row)));
    for (const column of this.#columnsOf(geometry))
      line.append(this.#drawnCell(row, column, shape, geometry, isIn));
    return line;
  }

  #drawnCell(
    row: number,
    column: number,
    shape: TabShape,
    geometry: Geometry,
    rowIsIn: boolean,
  ): HTMLElement {
    const shown = this.cell(row, column);
    const { selection } = this;
    const isIn = rowIsIn && column >= selection.column && column < selection.column + selection.columns;
    const isActive = row === selection.row && column === selection.column;
    const classes = ['cell', isIn && !isActive ? 'in' : '', isActive ? 'active' : ''].filter(
      (name) => name !== '',
    );
    const cell = el('div', { class: classes.join(' '), role: 'gridcell', 'data-column': column });
    if (column === shape.frozenColumns) cell.classList.add('last-frozen');
    if (shown) this.#fill(cell, shown, this.cell(row, column + 1));
    return this.#sized(cell, column, geometry, geometry.heightOf(row));
  }

  /** Text runs over the cell's edge where the next one is empty, as in any sheet. */
  #fill(cell: HTMLElement, { list, look, note, text }: ShownCell, next: ShownCell | null): void {
    if (look.background) cell.style.background = look.background;
    if (look.color) cell.style.color = look.color;
    if (look.bold) cell.style.fontWeight = '700';
    if (look.italic) cell.style.fontStyle = 'italic';
    if (look.strike) cell.style.textDecoration = 'line-through';
    if (look.size) cell.style.fontSize = `${(look.size * 4) / 3}px`;
    if (look.wrap) cell.classList.add('wraps');
    if (look.middle) cell.classList.add('middle');
    if (look.align && look.align !== 'left') cell.classList.add(look.align);
    const runsOver = look.align === 'left' && !look.wrap && text !== '' && next?.text === '';
    if (runsOver) cell.classList.add('over');
    if (list.length > 0) cell.classList.add(text === '' ? 'choice-empty' : 'choice');
    if (note !== '') {
      cell.classList.add('noted');
      cell.title = note;
    }
    if (text !== '') cell.append(el('span', {}, text));
  }

  #sized(element: HTMLElement, column: number, geometry: Geometry, height: number): HTMLElement {
    const width = geometry.widthOf(column);
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
    if (width === 0) element.style.display = 'none';
    if (column <= (this.#shape?.frozenColumns ?? 0)) {
      element.classList.add('stuck');
      element.style.left = `${geometry.left(column) + GUTTER_WIDTH}px`;
    }
    return element;
  }

  /** The frozen columns, and those in sight. The others' places are kept by a margin. */
  #columnsOf({ columns }: Geometry): readonly number[] {
    return Array.from({ length: columns }, (_, at) => at + 1);
  }

  #rowsInSight(geometry: Geometry): readonly [number, number] {
    const { clientHeight, scrollTop } = this.#host;
    return [
      geometry.rowAt(scrollTop),
      Math.min(geometry.rowAt(scrollTop + clientHeight) + 1, this.#shape?.rowCount ?? 1),
    ];
  }

  #blocksInSight(): readonly number[] {
    const geometry = this.#geometry;
    if (!geometry) return [];
    const [first, last] = this.#rowsInSight(geometry);
    const [from, to] = [Math.floor((first - 1) / BLOCK), Math.floor((last - 1) / BLOCK)];
    return [0, ...Array.from({ length: to - from + 1 }, (_, at) => from + at)].filter(
      (block, at, all) => all.indexOf(block) === at && !this.#asked.has(block),
    );
  }

  async #load(blocks: readonly number[]): Promise<boolean> {
    const shape = this.#shape;
    if (!shape || blocks.length === 0) return false;
    const version = this.#version;
    for (const block of blocks) this.#asked.add(block);
    const answers = await Promise.all(
      blocks.map((block) => askCells(shape.gid, block * BLOCK + 1, (block + 1) * BLOCK)),
    );
    if (version !== this.#version) return false;
    for (const answer of answers) this.#keep(answer);
    return true;
  }

  #keep({ firstRow, rows }: Cells): void {
    rows.forEach((cells, down) => {
      this.#cells.set(firstRow + down, cells);
    });
  }

  #reveal({ row, column }: Area): void {
    const [shape, geometry] = [this.#shape, this.#geometry];
    if (!shape || !geometry) return;
    const host = this.#host;
    const frozenHeight = geometry.top(shape.frozenRows + 1);
    const frozenWidth = geometry.left(shape.frozenColumns + 1);
    const [top, left] = [geometry.top(row), geometry.left(column)];
    const bottom = top + geometry.heightOf(row) + HEADER_HEIGHT;
    const right = left + geometry.widthOf(column) + GUTTER_WIDTH;
    if (row > shape.frozenRows) {
      if (top - frozenHeight < host.scrollTop) host.scrollTop = top - frozenHeight;
      else if (bottom > host.scrollTop + host.clientHeight) host.scrollTop = bottom - host.clientHeight;
    }
    if (column > shape.frozenColumns) {
      if (left - frozenWidth < host.scrollLeft) host.scrollLeft = left - frozenWidth;
      else if (right > host.scrollLeft + host.clientWidth) host.scrollLeft = right - host.clientWidth;
    }
  }
}
