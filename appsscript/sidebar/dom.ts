/** Elements of the page. Texts are always texts: nothing here reads markup. */

export type Child = Node | string | false | null | undefined;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** One element. `true` writes an attribute without a value, `false` and `undefined` none. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : String(value));
  }
  fill(node, ...children);
  return node;
}

/** Puts children in place of what an element holds. */
export function fill(node: Element, ...children: readonly Child[]): void {
  node.replaceChildren(...children.filter(isShown));
}

function isShown(child: Child): child is Node | string {
  return child !== false && child !== null && child !== undefined && child !== '';
}

/** A paragraph; nothing where there is no text. */
export function paragraph(text: string, kind = ''): HTMLElement | null {
  return text === '' ? null : el('p', { class: kind }, text);
}

/** A titled part of a view. */
export function section(title: string, ...children: readonly Child[]): HTMLElement {
  return el('section', { class: 'part' }, el('h2', {}, title), ...children);
}

/** Fields one below the other. Enter sends nothing: the view's buttons do. */
export function form(...children: readonly Child[]): HTMLFormElement {
  const node = el('form', { class: 'form', novalidate: true }, ...children);
  node.addEventListener('submit', (event) => event.preventDefault());
  return node;
}

/** Fields folded under a title. */
export function foldedForm(title: string, ...children: readonly Child[]): HTMLDetailsElement {
  return folded(title, el('div', { class: 'form' }, ...children));
}

/** What is folded until it is asked for. */
export function folded(title: string, ...children: readonly Child[]): HTMLDetailsElement {
  return el('details', { class: 'folded' }, el('summary', {}, title), ...children);
}

type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger' | 'link';

/** A button with its words. The second half of a double click, which may fall on a button that has just come in its place, is none. */
export function button(label: string, pressed: () => void, kind: ButtonKind = 'plain'): HTMLButtonElement {
  const node = el('button', { type: 'button', class: `button ${kind}` }, label);
  node.addEventListener('click', ({ detail }) => {
    if (detail < 2) pressed();
  });
  return node;
}

/** A whole row that opens something: a title, a line under it, something at its end. */
export function rowButton(pressed: () => void, title: string, under: string, end: Child = null): HTMLElement {
  const node = el(
    'button',
    { type: 'button', class: 'row' },
    el('span', { class: 'row-text' }, el('span', { class: 'row-title' }, title), lineUnder(under)),
    end,
  );
  node.addEventListener('click', pressed);
  return node;
}

function lineUnder(text: string): Child {
  return text !== '' && el('span', { class: 'row-under' }, text);
}

/** A link out of the sheet, where the address is one of the web; else nothing. */
export function webLink(address: string, label: string): HTMLElement | null {
  if (!/^https:\/\//i.test(address)) return null;
  return el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, label);
}
