/** Where a file is dropped or chosen. */
import { button, el } from '../dom.ts';
import type { Page } from '../page.ts';
import { say } from '../say.ts';

/** @param accept endings of files, as the browser's dialog takes them @param taken called with the file, unless something is under way */
export function fileDrop(
  page: Page,
  title: string,
  help: string,
  accept: string,
  taken: (file: File) => void,
): HTMLElement {
  const label = say('Fichier', 'File');
  const input = el('input', { type: 'file', class: 'file-input', accept, 'aria-label': label });
  const take = (file: File | undefined): void => {
    if (file && !page.state.busy) taken(file);
  };
  input.addEventListener('change', () => take(input.files?.[0]));
  const zone = el(
    'section',
    { class: 'drop' },
    el('p', { class: 'drop-title' }, title),
    button(say('Choisir un fichier…', 'Choose a file…'), () => input.click(), 'primary'),
    input,
    el('p', { class: 'help' }, help),
  );
  const over = (event: Event, isOver: boolean): void => {
    event.preventDefault();
    zone.classList.toggle('over', isOver);
  };
  zone.addEventListener('dragenter', (event) => over(event, true));
  zone.addEventListener('dragover', (event) => over(event, true));
  zone.addEventListener('dragleave', (event) => over(event, false));
  zone.addEventListener('drop', (event) => {
    over(event, false);
    take(event.dataTransfer?.files[0]);
  });
  return zone;
}
