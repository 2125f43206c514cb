/** A letter's posting: its day and, where it is registered, its number. */
import { button, el, fill } from '../dom.ts';
import { allSound } from '../fields.ts';
import { act, banner, type Page } from '../page.ts';
import { say } from '../say.ts';
import { dayField, textField } from './field-kinds.ts';

export type Posting = { readonly letter: string; readonly isRegistered: boolean; readonly day: string };

/** @param posting with the day offered @returns the form; once noted, it says so in its place */
export function postingForm(page: Page, posting: Posting): HTMLElement {
  const day = dayField('day', say('Postée le', 'Posted on'), posting.day, { required: true, half: true });
  const number = textField('tracking', say('N° de recommandé', 'Registered number'), '', {
    half: true,
    required: posting.isRegistered,
  });
  const fields = posting.isRegistered ? [day, number] : [day];
  const send = (decision: 'posted' | 'notPosted'): void => {
    if (decision === 'posted' && !allSound(fields)) return;
    const tracking = posting.isRegistered ? number.value() : '';
    const asks = { letter: posting.letter, decision, day: day.value(), tracking };
    act(page, 'ui_posted', asks, ({ text }) => fill(form, banner('good', text)));
  };
  const form = el(
    'div',
    { class: 'form posting' },
    ...fields.map(({ node }) => node),
    button(say('Elle est postée', 'It is posted'), () => send('posted'), 'primary'),
    button(say('Elle ne partira pas', 'It will not leave'), () => send('notPosted')),
  );
  return form;
}
