/** A mail, and a printed page, as they will leave. The page stands in a frame that may run nothing and reach nothing. */
import type { MailPreview } from '../contract.ts';
import { button, type Child, el, fill } from './dom.ts';
import { say } from './say.ts';

export function mailBox(mail: MailPreview | null): HTMLElement {
  if (mail === null) {
    const none = say(
      'Aucune adresse : rien ne sera envoyé par courriel.',
      'No address: nothing will be mailed.',
    );
    return el('p', { class: 'help' }, none);
  }
  return el(
    'div',
    { class: 'mail' },
    head(say('À', 'To'), mail.to),
    head(say('Copie', 'Copy'), mail.cc),
    head(say('Objet', 'Subject'), mail.subject),
    el('div', { class: 'mail-text' }, mail.text),
  );
}

function head(label: string, text: string): Child {
  return text !== '' && el('p', { class: 'mail-head' }, el('span', {}, label), text);
}

/** Opens a preview and closes it again. @param open fills what is shown */
export function previewButton(label: string, shown: HTMLElement, open: () => void): HTMLButtonElement {
  const node = button(
    label,
    () => {
      const opens = shown.childElementCount === 0;
      node.setAttribute('aria-expanded', String(opens));
      node.textContent = opens ? say('Fermer', 'Close') : label;
      if (opens) open();
      else fill(shown);
    },
    'quiet',
  );
  node.setAttribute('aria-expanded', 'false');
  return node;
}

/** A4 at 96 points an inch, shrunk to the sidebar's width; enlarged when asked. */
export function printedPage(html: string, name: string): HTMLElement {
  const frame = el('iframe', {
    sandbox: '',
    title: name,
    tabindex: -1,
  });
  frame.srcdoc = html;
  const paper = el('div', { class: 'paper' }, frame);
  const zoom = button(
    say('Agrandir', 'Enlarge'),
    () => {
      const large = paper.classList.toggle('large');
      zoom.textContent = large ? say('Réduire', 'Shrink') : say('Agrandir', 'Enlarge');
    },
    'quiet',
  );
  return el('div', {}, paper, zoom);
}
