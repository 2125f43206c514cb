/** The menu bar: what of Google Sheets' own menus the workspace does, and the add-on's under Extensions. */
import type { Desk, MenuEntry } from '../protocol.ts';
import { el, part } from './dom.ts';
import { word } from './words.ts';

/** An entry: what it is called and does; one without `does` and `items` is shown and cannot be chosen. */
export type Entry = {
  readonly label: string;
  readonly does?: () => void;
  readonly items?: readonly Entry[];
} | null;

export type Acts = {
  readonly startOver: (kind: 'sample' | 'empty') => void;
  readonly insertRow: (below: boolean) => void;
  readonly deleteRows: () => void;
  readonly clear: () => void;
  readonly undo: () => void;
  readonly sort: (order: 'ascending' | 'descending') => void;
  readonly run: (name: string) => void;
};

/** Drawn anew under the pointer, an open menu stays open, with what it now offers. */
export function drawMenus(desk: Desk, acts: Acts): void {
  const open = shown?.anchor?.dataset.menu;
  shown?.close();
  const extensions = desk.menu.map((menu) => scriptEntry(menu, acts));
  const menus: readonly (readonly [string, string, readonly Entry[]])[] = [
    ['file', word('file'), fileEntries(acts)],
    ['edit', word('edit'), editEntries(acts)],
    ['data', word('data'), dataEntries(acts)],
    ['extensions', word('extensions'), extensions.length > 0 ? extensions : [{ label: word('noMenu') }]],
  ];
  const reopened: (() => void)[] = [];
  part('menubar').replaceChildren(
    ...menus.map(([id, label, entries]) => {
      const button = el(
        'button',
        { type: 'button', class: 'menu', role: 'menuitem', 'data-menu': id },
        label,
      );
      button.addEventListener('mousedown', () => popUp(button, entries));
      button.addEventListener('click', ({ detail }) => detail === 0 && popUp(button, entries)); // by the keyboard
      button.addEventListener('mouseenter', () => shown && shown.anchor !== button && popUp(button, entries));
      if (id === open) reopened.push(() => popUp(button, entries));
      return button;
    }),
  );
  for (const reopen of reopened) reopen();
}

function fileEntries({ startOver }: Acts): readonly Entry[] {
  return [
    { label: word('startSample'), does: () => startOver('sample') },
    { label: word('startEmpty'), does: () => startOver('empty') },
  ];
}

function editEntries(acts: Acts): readonly Entry[] {
  return [
    { label: word('undo'), does: acts.undo },
    { label: word('clear'), does: acts.clear },
    null,
    { label: word('insertAbove'), does: () => acts.insertRow(false) },
    { label: word('insertBelow'), does: () => acts.insertRow(true) },
    { label: word('deleteRow'), does: acts.deleteRows },
  ];
}

export function dataEntries({ sort }: Acts): readonly Entry[] {
  return [
    { label: word('sortUp'), does: () => sort('ascending') },
    { label: word('sortDown'), does: () => sort('descending') },
  ];
}

/** What a right click on a row offers. */
export function rowEntries(acts: Acts): readonly Entry[] {
  return [...editEntries(acts), null, ...dataEntries(acts)];
}

function scriptEntry(entry: MenuEntry, acts: Acts): Entry {
  if (entry === null) return null;
  const { label } = entry;
  if ('calls' in entry) return { label, does: () => acts.run(entry.calls) };
  return { label, items: entry.items.map((one) => scriptEntry(one, acts)) };
}

let shown: { readonly anchor: HTMLElement | null; readonly close: () => void } | null = null;

/** Opens a menu below an element, or where the pointer is. */
export function popUp(
  anchor: HTMLElement | { readonly x: number; readonly y: number },
  entries: readonly Entry[],
): void {
  const isOpen = shown !== null && shown.anchor === anchor;
  shown?.close();
  if (isOpen) return;
  const element = anchor instanceof HTMLElement ? anchor : null;
  const at = element ? element.getBoundingClientRect() : null;
  const [x, y] = at ? [at.left, at.bottom] : anchor instanceof HTMLElement ? [0, 0] : [anchor.x, anchor.y];
  const list = listOf(entries);
  Object.assign(list.style, { left: `${x}px`, top: `${y}px` });
  document.body.append(list);
  keepInSight(list);
  element?.classList.add('open');
  shown = {
    anchor: element,
    close: () => {
      list.remove();
      element?.classList.remove('open');
      shown = null;
    },
  };
}

function keepInSight(list: HTMLElement): void {
  const { bottom, right } = list.getBoundingClientRect();
  if (right > innerWidth) list.style.left = `${Math.max(0, innerWidth - list.offsetWidth - 8)}px`;
  if (bottom > innerHeight) list.style.top = `${Math.max(0, innerHeight - list.offsetHeight - 8)}px`;
}

function listOf(entries: readonly Entry[]): HTMLElement {
  return el('div', { class: 'menu-list', role: 'menu' }, ...entries.map(entryOf));
}

function entryOf(entry: Entry): HTMLElement {
  if (entry === null) return el('hr');
  const { does, items, label } = entry;
  const button = el(
    'button',
    { type: 'button', role: 'menuitem', disabled: !does && !items },
    el('span', {}, label),
  );
  if (items) {
    button.append(el('span', { class: 'arrow' }, '▸'));
    return el('div', { class: 'sub' }, button, listOf(items));
  }
  button.addEventListener('click', () => {
    shown?.close();
    does?.();
  });
  return button;
}

export function closeMenusOutside(): void {
  window.addEventListener('mousedown', ({ target }) => {
    if (shown && target instanceof Element && !target.closest('.menu-list, .menu, .clock, .menu-anchor'))
      shown.close();
  });
  window.addEventListener('blur', () => isInPanel() || shown?.close());
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && shown?.close());
}

export function closeMenus(): void {
  shown?.close();
}

/** A panel that has just been filled takes the focus by itself: nobody turns away from the menu. Pressing in it, it says so. */
function isInPanel(): boolean {
  return document.activeElement instanceof HTMLIFrameElement;
}
