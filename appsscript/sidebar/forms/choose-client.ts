/** A view about one client, opened without one: the client is chosen first. */

import { el, fill, form } from '../dom.ts';
import { load, type Page } from '../page.ts';
import { clientField } from './client-field.ts';

/** @param show draws the view for a client's code into the place given, below the choice */
export function chooseClient(page: Page, show: (code: string, into: HTMLElement) => void): void {
  load(page, 'ui_clients', {}, (clients, into) => {
    const place = el('div', { class: 'chosen' });
    const client = clientField(clients, '', (code) => {
      fill(place);
      fill(page.actions);
      if (code !== '') show(code, place);
    });
    fill(into, form(client.node), place);
    client.control.focus();
  });
}
