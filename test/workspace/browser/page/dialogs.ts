/** Dialogs in the middle of the sheet, and short messages at its edge. */
import type { ShownAlert } from '../protocol.ts';
import { type Child, el, part } from './dom.ts';
import { act } from './server.ts';
import { buttonWord, word } from './words.ts';

/** Lays a box over the page. @returns what takes it away */
export function overlay(box: HTMLElement, isModal = true): () => void {
  const back = el('div', { class: isModal ? 'overlay modal' : 'overlay' }, box);
  part('overlays').append(back);
  return () => back.remove();
}

/** What the script asks with `ui.alert`: it waits for the answer. */
export function showAlert({ buttons, id, text, title }: ShownAlert): void {
  void ask(title, text, buttons).then((button) => act('answer', { id, button }));
}

export async function confirmed(title: string, text: string): Promise<boolean> {
  return (await ask(title, text, ['OK', 'CANCEL'])) === 'OK';
}

export function notice(title: string, text: string): void {
  void ask(title, text, ['OK']);
}

function ask(title: string, text: string, buttons: readonly string[]): Promise<string> {
  return new Promise((answer) => {
    const settle = (button: string) => () => {
      close();
      answer(button);
    };
    const choices = buttons.map((button, at) =>
      el(
        'button',
        { class: at === 0 ? 'primary' : 'plain', type: 'button', onclick: settle(button) },
        buttonWord(button),
      ),
    );
    const box = el(
      'div',
      { class: 'dialog', role: 'alertdialog', 'aria-label': title },
      title !== '' && el('h2', {}, title),
      el('p', {}, text),
      el('div', { class: 'buttons' }, ...choices),
    );
    box.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') settle(buttons.at(-1) ?? 'OK')();
    });
    const close = overlay(box);
    choices[0]?.focus();
  });
}

/** A dialog with a page or a list in it, and a cross to close it. */
export function openBox(title: string, size: string, ...children: readonly Child[]): () => void {
  let close = (): void => undefined;
  const cross = el(
    'button',
    { class: 'cross', type: 'button', 'aria-label': word('close'), onclick: () => close() },
    '×',
  );
  const box = el(
    'div',
    { class: `box ${size}`, role: 'dialog', 'aria-label': title },
    el('div', { class: 'box-head' }, el('h2', {}, title), cross),
    ...children,
  );
  close = overlay(box);
  box.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  cross.focus();
  return close;
}

const TOAST_MILLIS = 6000;

export function toast(title: string, text: string): void {
  const box = el('div', { class: 'toast' }, title !== '' && el('strong', {}, title), el('span', {}, text));
  part('toasts').append(box);
  setTimeout(() => box.remove(), TOAST_MILLIS);
}
