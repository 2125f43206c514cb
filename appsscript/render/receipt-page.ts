/** The page where a client confirms having received a document. It names no document, no firm and no client. */
import type { Language, Words } from '../../shared/base/words.ts';
import fill from '../../templates/receipt.page.html.hbs';

type State = 'ask' | 'thanks' | 'invalid';

type Asked = {
  readonly language: Language;
  readonly state: State;
  readonly address: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
};

const TITLES: Readonly<Record<State, Words>> = {
  ask: { fr: 'Avez-vous bien reçu notre document\u202f?', en: 'Did you receive our document?' },
  thanks: { fr: 'Merci', en: 'Thank you' },
  invalid: { fr: 'Ce lien ne peut pas être utilisé', en: 'This link cannot be used' },
};

const TEXTS: Readonly<Record<State, Words>> = {
  ask: {
    fr: 'D’un clic, confirmez à votre interlocuteur qu’il vous est parvenu. Cela ne vaut ni accord ni paiement.',
    en: 'With one click, tell your contact that it has reached you. It is neither an agreement nor a payment.',
  },
  thanks: {
    fr: 'Votre accusé de réception est noté. Vous pouvez fermer cette page.',
    en: 'Your confirmation has been noted. You may close this page.',
  },
  invalid: {
    fr: 'Répondez simplement au courriel que vous avez reçu.',
    en: 'Simply reply to the email you received.',
  },
};

const BUTTON: Words = { fr: 'Je confirme la réception', en: 'I confirm receipt' };

export function receiptPageHtml({ language, state, address, hidden }: Asked): string {
  return fill({
    language,
    title: TITLES[state][language],
    text: TEXTS[state][language],
    isAsking: state === 'ask' && address !== '',
    address,
    hidden,
    button: BUTTON[language],
  });
}
