/** Sends nobody can vouch for: the script was stopped while a mail was leaving. Only a person can look and say. */
import type { UnknownSend } from '../../contract.ts';
import { button, el, fill, paragraph } from '../dom.ts';
import { shownDay } from '../money-text.ts';
import { act, banner, confirm, load, type Page, tell } from '../page.ts';
import { say } from '../say.ts';

export function showUnknown(page: Page): void {
  load(page, 'ui_unknown', {}, (sends) => {
    const none = say('Aucun envoi à vérifier : tout est clair.', 'No message to check: all is clear.');
    if (sends.length === 0) return fill(page.root, el('p', { class: 'empty' }, none));
    const why = say(
      'L’envoi de ces messages a été interrompu : personne ne sait s’ils sont partis. Cherchez-les dans vos messages envoyés, puis tranchez.',
      'Sending these messages was interrupted: nobody knows whether they left. Look among your sent mail, then decide.',
    );
    fill(page.root, banner('note', why), ...sends.map((send) => sendCard(page, send)));
  });
}

function sendCard(page: Page, send: UnknownSend): HTMLElement {
  const resolve = (decision: 'wasSent' | 'sendAgain'): void => {
    act(page, 'ui_resolve', { key: send.key, decision }, ({ text }) => {
      card.replaceWith(banner('good', text));
      tell(page, 'good', text);
    });
  };
  const again = say('Renvoyer', 'Send again');
  const question = say(
    `Renvoyer à ${send.recipient} ? Si le premier message est parti, il sera reçu deux fois.`,
    `Send again to ${send.recipient}? If the first message left, it will be received twice.`,
  );
  const card = el(
    'article',
    { class: 'card' },
    el(
      'div',
      { class: 'pair' },
      el('strong', {}, send.clientName),
      el('span', { class: 'help' }, shownDay(send.at)),
    ),
    paragraph(send.text),
    paragraph(send.recipient, 'help'),
    el(
      'div',
      { class: 'chips' },
      button(say('Il est bien parti', 'It was sent'), () => resolve('wasSent')),
      button(again, () => confirm(page, question, again, () => resolve('sendAgain'))),
    ),
  );
  return card;
}
