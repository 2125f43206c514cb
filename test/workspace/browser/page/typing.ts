/** Hands on the grid: choosing cells by mouse and keys, typing into them, copying, pasting, undoing. */
import type { ShownCell } from '../protocol.ts';
import { confirmed, notice } from './dialogs.ts';
import { el } from './dom.ts';
import { columnLetters } from './geometry.ts';
import type { Area, Grid } from './grid.ts';
import { act } from './server.ts';
import { word } from './words.ts';

const DOUBLE_CLICK = 500; // milliseconds

type Place = { readonly row: number; readonly column: number };
type Before = {
  readonly gid: number;
  readonly row: number;
  readonly column: number;
  readonly block: string[][];
};

export class Hands {
  readonly #grid: Grid;
  readonly #host: HTMLElement;
  readonly #moved: () => void;
  readonly #undo: Before[] = [];
  #editor: { readonly row: number; readonly column: number; readonly input: HTMLTextAreaElement } | null =
    null;
  #lastPress = { row: 0, column: 0, at: 0 };
  #drag: { readonly row: number; readonly column: number } | null = null;

  /** @param moved told when another cell was chosen */
  constructor(grid: Grid, host: HTMLElement, moved: () => void) {
    this.#grid = grid;
    this.#host = host;
    this.#moved = moved;
    host.addEventListener('mousedown', (event) => this.#press(event));
    host.addEventListener('mouseover', (event) => this.#dragOver(event));
    window.addEventListener('mouseup', () => {
      this.#drag = null;
    });
    host.addEventListener('keydown', (event) => this.#key(event));
    host.addEventListener('copy', (event) => this.#copy(event));
    host.addEventListener('paste', (event) => this.#paste(event));
  }

  get activeCell(): ShownCell | null {
    const { row, column } = this.#grid.selection;
    return this.#grid.cell(row, column);
  }

  /** Opens the editor on the chosen cell. @param typed what was typed already; null: the cell's own text */
  edit(typed: string | null): void {
    const { row, column } = this.#grid.selection;
    const place = this.#grid.place(row, column);
    const cell = this.activeCell;
    if (!place || !cell || this.#editor) return;
    if (cell.guarded && typed !== null) return void this.#editGuarded(typed);
    const input = el('textarea', { class: 'editor', rows: 1, spellcheck: 'false', 'aria-label': 'cell' });
    input.value = typed ?? cell.entry;
    Object.assign(input.style, {
      left: `${place.left - 1}px`,
      top: `${place.top - 1}px`,
      minWidth: `${place.width + 2}px`,
      height: `${Math.max(place.height, 21) + 2}px`,
      textAlign: cell.look.align ?? 'left',
    });
    input.style.width = `${Math.max(place.width + 2, input.value.length * 7.2 + 16)}px`;
    input.addEventListener('keydown', (event) => this.#editorKey(event));
    input.addEventListener('blur', () => this.#commit());
    this.#editor = { row, column, input };
    this.#grid.canvas.parentElement?.append(input);
    input.focus();
    if (cell.list.length > 0) input.after(this.#choices(cell, place));
  }

  /** Empties the chosen cells. */
  clear(): void {
    const { selection } = this.#grid;
    void this.#write(selection, blank(selection));
  }

  undo(): void {
    const last = this.#undo.pop();
    if (last) void act('edit', last);
  }

  /** Puts a block of texts at a cell, as typed; what is guarded asks first. */
  async #write(area: Area, block: string[][]): Promise<void> {
    const { shape } = this.#grid;
    if (!shape) return;
    const cells = block.flatMap((line, down) =>
      line.map((text, right) => ({ text, cell: this.#grid.cell(area.row + down, area.column + right) })),
    );
    const refused = cells.some(
      ({ cell, text }) => cell?.isStrict && text !== '' && !cell.list.some((one) => one === text),
    );
    if (refused) return notice(word('refused'), word('notInList'));
    if (cells.some(({ cell }) => cell?.guarded) && !(await confirmed(word('headsUp'), word('guarded'))))
      return;
    this.#remember(shape.gid, area, block);
    await act('edit', { gid: shape.gid, row: area.row, column: area.column, block });
  }

  #remember(gid: number, { column, row }: Area, block: readonly (readonly string[])[]): void {
    const before = block.map((line, down) =>
      line.map((_, right) => this.#grid.cell(row + down, column + right)?.entry ?? ''),
    );
    this.#undo.push({ gid, row, column, block: before });
  }

  async #editGuarded(typed: string): Promise<void> {
    if (!(await confirmed(word('headsUp'), word('guarded')))) return;
    this.edit(null);
    if (this.#editor) this.#editor.input.value = typed;
  }

  #choices(
    { list }: ShownCell,
    place: { left: number; top: number; width: number; height: number },
  ): HTMLElement {
    const choose = (text: string) => (event: Event) => {
      event.preventDefault();
      if (this.#editor) this.#editor.input.value = text;
      this.#commit();
    };
    const items = list.map((text) =>
      el('button', { type: 'button', onmousedown: choose(text) }, el('span', { class: 'chip' }, text)),
    );
    const box = el('div', { class: 'choices' }, ...items);
    Object.assign(box.style, {
      left: `${place.left}px`,
      top: `${place.top + place.height + 2}px`,
      minWidth: `${Math.max(140, place.width)}px`,
    });
    return box;
  }

  #commit(): void {
    const editor = this.#close();
    if (!editor) return;
    const { column, input, row } = editor;
    const text = input.value;
    if (text !== (this.#grid.cell(row, column)?.entry ?? ''))
      void this.#write({ row, column, rows: 1, columns: 1 }, [[text]]);
  }

  #close() {
    const editor = this.#editor;
    this.#editor = null;
    this.#host.querySelector('.choices')?.remove();
    editor?.input.remove();
    return editor;
  }

  #editorKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && !event.altKey) this.#commit();
    else if (event.key === 'Tab') this.#commit();
    else return;
    event.preventDefault();
    this.#host.focus({ preventScroll: true });
    if (event.key === 'Enter') this.#move(event.shiftKey ? -1 : 1, 0, false);
    if (event.key === 'Tab') this.#move(0, event.shiftKey ? -1 : 1, false);
  }

  #key(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step) this.#move(step[0], step[1], event.shiftKey && event.key.startsWith('Arrow'));
    else if (event.key === 'F2') this.edit(null);
    else if (event.key === 'Enter') this.edit(null);
    else if (event.key === 'Delete' || event.key === 'Backspace') this.clear();
    else if ((event.ctrlKey || event.metaKey) && event.key === 'z') this.undo();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey)
      this.edit(event.key);
    else return;
    event.preventDefault();
  }

  #move(down: number, right: number, extends_: boolean): void {
    const { geometry, selection, shape } = this.#grid;
    if (!shape || !geometry) return;
    const within = (value: number, most: number): number => Math.min(Math.max(1, value), most);
    if (extends_) {
      const rows = within(selection.rows + down, shape.rowCount - selection.row + 1);
      const columns = within(selection.columns + right, geometry.columns - selection.column + 1);
      this.#choose({ ...selection, rows, columns });
      return;
    }
    const row = within(selection.row + down, shape.rowCount);
    const column = within(selection.column + right, geometry.columns);
    this.#choose({ row, column, rows: 1, columns: 1 });
  }

  #choose(area: Area): void {
    this.#grid.select(area, true);
    this.#moved();
  }

  #press(event: MouseEvent): void {
    if (event.target instanceof HTMLTextAreaElement) return;
    this.#commit();
    const { geometry, shape } = this.#grid;
    const place = this.#placeOf(event);
    if (!place || !geometry || !shape) return;
    event.preventDefault();
    this.#host.focus({ preventScroll: true });
    this.#choose(this.#pressed(place, event.shiftKey, shape.rowCount, geometry.columns));
    if (this.#isSecondPress(place, event.timeStamp)) this.edit(null);
  }

  /** The cell's element is drawn anew by the first press, so the browser sees no double click on it. */
  #isSecondPress({ column, row }: Place, at: number): boolean {
    const last = this.#lastPress;
    this.#lastPress = { row, column, at };
    return column > 0 && row > 0 && last.row === row && last.column === column && at - last.at < DOUBLE_CLICK;
  }

  /** A row number chooses its row, a letter its column, a cell itself or all from the chosen one to it. */
  #pressed(place: Place, extends_: boolean, rows: number, columns: number): Area {
    if (place.column === 0) return { row: place.row, column: 1, rows: 1, columns };
    if (place.row === 0) return { row: 1, column: place.column, rows, columns: 1 };
    this.#drag = place;
    return between(extends_ ? this.#grid.selection : place, place);
  }

  #dragOver(event: MouseEvent): void {
    const place = this.#drag && this.#placeOf(event);
    if (!this.#drag || !place || place.row === 0 || place.column === 0) return;
    this.#grid.select(between(this.#drag, place), false);
    this.#moved();
  }

  /** Row 0: the letters; column 0: the row numbers. */
  #placeOf({ target }: Event): { row: number; column: number } | null {
    if (!(target instanceof Element)) return null;
    const gutter = target.closest('[data-gutter]')?.getAttribute('data-gutter');
    if (gutter) return { row: Number(gutter), column: 0 };
    const column = target.closest('[data-column]')?.getAttribute('data-column');
    if (!column) return null;
    return {
      row: Number(target.closest('[data-row]')?.getAttribute('data-row') ?? 0),
      column: Number(column),
    };
  }

  #copy(event: ClipboardEvent): void {
    const { column, columns, row, rows } = this.#grid.selection;
    const lines = Array.from({ length: Math.min(rows, 500) }, (_, down) =>
      Array.from(
        { length: columns },
        (_, right) => this.#grid.cell(row + down, column + right)?.entry ?? '',
      ).join('\t'),
    );
    event.clipboardData?.setData('text/plain', lines.join('\n'));
    event.preventDefault();
  }

  #paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    event.preventDefault();
    const block = text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((line) => line.split('\t'));
    void this.#write(this.#grid.selection, block);
  }
}

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Tab: [0, 1],
  PageUp: [-25, 0],
  PageDown: [25, 0],
};

function between(a: { row: number; column: number }, b: { row: number; column: number }): Area {
  return {
    row: Math.min(a.row, b.row),
    column: Math.min(a.column, b.column),
    rows: Math.abs(a.row - b.row) + 1,
    columns: Math.abs(a.column - b.column) + 1,
  };
}

function blank({ columns, rows }: Area): string[][] {
  return Array.from({ length: Math.min(rows, 1000) }, () => Array.from({ length: columns }, () => ''));
}

/** `B2`, or `B2:D9` for several cells. */
export function areaText({ column, columns, row, rows }: Area): string {
  const first = `${columnLetters(column)}${row}`;
  return rows * columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}
