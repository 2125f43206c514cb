/** The XML of an issued document: made when it is asked for, then a link to it. */

import { call } from './call.ts';
import { button, el, fill, paragraph, webLink } from './dom.ts';
import { banner, noticeLists, type Page } from './page.ts';
import { say } from './say.ts';

/** @returns the button, and the place where what came of it is shown */
export function eInvoiceParts(page: Page, number: string): readonly [HTMLElement, HTMLElement] {
  const place = el('div', { class: 'e-invoice', 'aria-live': 'polite' });
  const ask = async (): Promise<void> => {
    if (page.state.busy) return;
    chip.disabled = true;
    fill(place, el('p', { class: 'loading' }, say('Préparation du XML…', 'Preparing the XML…')));
    const reply = await call('ui_eInvoice', { invoice: number });
    chip.disabled = false;
    if (reply.ok)
      fill(
        place,
        paragraph(reply.value.text, 'help'),
        webLink(reply.value.url, say('Ouvrir le XML', 'Open the XML')),
      );
    else fill(place, banner('bad', reply.message, ...noticeLists(reply.notices)));
  };
  const chip = button('XML', () => void ask(), 'quiet');
  chip.title = say('Facture électronique (EN 16931)', 'E-invoice (EN 16931)');
  return [chip, place];
}
