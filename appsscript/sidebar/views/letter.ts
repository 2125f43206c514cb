/** Letters of a client: seen as they print, made into a PDF, posted. Its argument: code, kind, currency, on a line each. */
import {
  LETTER_KINDS,
  type LetterAsked,
  type LetterKind,
  type LetterMade,
  type LetterPreview,
} from '../../contract/reminders.ts';
import { button, el, fill, form, section, webLink } from '../dom.ts';
import { chooseClient } from '../forms/choose-client.ts';
import { choiceField } from '../forms/field-kinds.ts';
import { madeId } from '../forms/made-id.ts';
import { postingForm } from '../forms/posting.ts';
import { printedPage } from '../mail-preview.ts';
import { act, banner, load, type Page } from '../page.ts';
import { say } from '../say.ts';

export function showLetter(page: Page, argument: string): void {
  const [code = '', wanted = '', currency = ''] = argument.split('\n');
  const kind = LETTER_KINDS.find((one) => one === wanted) ?? 'statement';
  if (code === '') {
    chooseClient(page, (client, into) => openLetter(page, { client, currency, kind }, into));
  } else openLetter(page, { client: code, currency, kind }, page.root);
}

function openLetter(page: Page, asked: LetterAsked, into: HTMLElement): void {
  const shown = el('div', { class: 'letter' });
  const state = { kind: asked.kind, currency: asked.currency };
  const choice = choiceField('kind', say('Lettre', 'Letter'), asked.kind, kindChoices());
  const currencies = el('div', {});
  const read = (): void => {
    fill(page.actions);
    const { client } = asked;
    load(
      page,
      'ui_letter',
      { client, ...state },
      (preview) => {
        page.entitle(preview.clientName);
        fill(
          currencies,
          currencyChoice(preview, (next) => {
            state.currency = next;
            read();
          }),
        );
        showPreview(page, preview, shown);
      },
      shown,
    );
  };
  choice.control.addEventListener('change', () => {
    state.kind = LETTER_KINDS.find((one) => one === choice.value()) ?? 'statement';
    read();
  });
  fill(into, form(choice.node, currencies), shown);
  read();
}

/** A client invoiced in several currencies has an account in each. */
function currencyChoice(
  { currencies, currency }: LetterPreview,
  chosen: (currency: string) => void,
): HTMLElement | null {
  if (currencies.length < 2) return null;
  const choices = currencies.map((key) => ({ key, label: key }));
  const field = choiceField('currency', say('Devise', 'Currency'), currency, choices);
  field.control.addEventListener('change', () => chosen(field.value()));
  return field.node;
}

function showPreview(page: Page, preview: LetterPreview, into: HTMLElement): void {
  const { pages, refusal } = preview;
  if (refusal !== '') {
    fill(into, banner('warn', refusal));
    return;
  }
  fill(into, ...pages.map(({ html, title }) => section(title, printedPage(html, title))));
  const id = madeId('L');
  const { client, currency, kind } = preview;
  const make = (): void => {
    act(page, 'ui_makeLetter', { id, client, currency, kind }, (made) => showMade(page, preview, made, into));
  };
  fill(page.actions, button(say('Créer le PDF', 'Make the PDF'), make, 'primary'));
}

function showMade(page: Page, { client, today }: LetterPreview, made: LetterMade, into: HTMLElement): void {
  const links = made.files.map(({ title, url }) => el('li', {}, webLink(url, title) ?? title));
  fill(
    into,
    el('div', { role: 'status' }, banner('good', made.text, el('ul', { class: 'files' }, ...links))),
    made.isPosted && postingForm(page, { letter: made.letter, isRegistered: made.isRegistered, day: today }),
  );
  fill(
    page.actions,
    button(say('Fiche client', 'Client card'), () => page.open('client', client)),
  );
}

function kindChoices() {
  const labels: Readonly<Record<LetterKind, string>> = {
    reminder: say('Lettre de relance', 'Reminder letter'),
    'formal-notice': say('Mise en demeure', 'Formal notice'),
    'proof-sheet': say('État des envois', 'Proof of sending'),
    statement: say('Relevé de compte', 'Statement of account'),
    plan: say('Accord d’échéancier', 'Payment plan agreement'),
    interest: say('Décompte d’intérêts', 'Interest statement'),
    'thank-you': say('Remerciement', 'Thank-you letter'),
    history: say('Historique complet', 'Complete history'),
    'call-sheet': say('Fiche d’appel', 'Call sheet'),
  };
  return LETTER_KINDS.map((key) => ({ key, label: labels[key] }));
}
