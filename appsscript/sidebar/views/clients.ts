/** Clients: find one, or make a new one. */
import type { ClientChoice } from '../../contract.ts';
import { button, el, fill, paragraph, rowButton } from '../dom.ts';
import { searchClients } from '../forms/client-search.ts';
import { icon } from '../icons.ts';
import { shownCount } from '../money-text.ts';
import { load, type Page } from '../page.ts';
import { say } from '../say.ts';

const SHOWN = 60;

export function showClients(page: Page): void {
  const create = button(say('Nouveau client', 'New client'), () => page.open('client'), 'primary');
  fill(page.actions, create);
  load(page, 'ui_clients', {}, (clients, into) => {
    if (clients.length === 0) {
      fill(into, paragraph(say('Aucun client encore.', 'No client yet.'), 'empty'));
      return;
    }
    const search = el('input', {
      type: 'search',
      class: 'search',
      'aria-label': say('Chercher un client', 'Search for a client'),
      placeholder: say('Nom, code, courriel ou ville', 'Name, code, email or city'),
    });
    const count = el('p', { class: 'help', role: 'status' });
    const list = el('div', { class: 'rows' });
    const show = (): void => {
      const found = searchClients(clients, search.value);
      fill(count, countOf(found.length));
      fill(
        list,
        ...found.slice(0, SHOWN).map((client) => clientRow(page, client)),
        rest(found.length - SHOWN),
      );
    };
    search.addEventListener('input', show);
    fill(into, search, count, list);
    show();
    search.focus();
  });
}

function clientRow(page: Page, client: ClientChoice): HTMLElement {
  const under = [client.code, client.city, client.email].filter(Boolean).join(' · ');
  return rowButton(() => page.open('client', client.code), client.name, under, icon('next'));
}

function countOf(count: number): string {
  if (count === 0) return say('Aucun client trouvé.', 'No client found.');
  return shownCount(count, ['client', 'clients'], ['client', 'clients']);
}

function rest(count: number): HTMLElement | null {
  if (count <= 0) return null;
  return paragraph(
    say(`… et ${count} de plus : précisez la recherche.`, `… and ${count} more: narrow the search.`),
    'help',
  );
}
