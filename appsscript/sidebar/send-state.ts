/** What became of a message, in a word that stands out. */
import type { SendState } from '../contract.ts';
import { el } from './dom.ts';
import { say } from './say.ts';

export function stateBadge(state: SendState): HTMLElement {
  const { tone, text } = wordsOf(state);
  return el('span', { class: `badge ${tone}` }, text);
}

function wordsOf(state: SendState): { readonly tone: string; readonly text: string } {
  switch (state) {
    case 'sent':
      return { tone: 'good', text: say('envoyé', 'sent') };
    case 'waiting':
      return { tone: 'warn', text: say('en attente', 'waiting') };
    case 'failed':
      return { tone: 'bad', text: say('échec', 'failed') };
    case 'unknown':
      return { tone: 'warn', text: say('incertain', 'uncertain') };
    default:
      return { tone: '', text: say('sans envoi', 'not mailed') };
  }
}
