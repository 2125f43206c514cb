/** The client's field: one types a part of the name and chooses. A combobox of the ARIA kind, worked by keys or mouse. */
import type { ClientChoice } from '../contract.ts';
import { searchClients } from './client-search.ts';
import { el, fill } from './dom.ts';
import { clearWrong, type Field, fieldOf, missing } from './fields.ts';
import { say } from './say.ts';

const SHOWN = 7;

/** @param chosen called whenever another client, or none, is chosen; @param code the client chosen at first */
export function clientField(
  clients: readonly ClientChoice[],
  code: string,
  chosen: (code: string) => void,
): Field {
  const input = el('input', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    placeholder: say('Nom, code ou ville', 'Name, code or city'),
  });
  const list = el('ul', { class: 'options', role: 'listbox', hidden: true });
  const field = fieldOf('client', say('Client', 'Client'), input, '', { required: true });
  list.id = `${input.id}-options`;
  input.setAttribute('aria-controls', list.id);
  list.setAttribute('aria-label', say('Clients trouvés', 'Clients found'));
  field.node.append(list);
  const state = { code: '', at: -1, found: [] as readonly ClientChoice[] };

  const choose = (client: ClientChoice | undefined, announce = true): void => {
    const changed = state.code !== (client?.code ?? '');
    state.code = client?.code ?? '';
    if (client) input.value = client.name;
    if (client) clearWrong(input);
    close();
    if (changed && announce) chosen(state.code);
  };
  const close = (): void => {
    list.hidden = true;
    state.at = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const show = (): void => {
    state.found = searchClients(clients, input.value);
    fill(list, ...optionsOf(list.id, state.found, state.at, choose));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    if (state.at >= 0) input.setAttribute('aria-activedescendant', `${list.id}-${state.at}`);
  };
  const move = (step: number): void => {
    const count = Math.min(state.found.length, SHOWN);
    if (list.hidden) show();
    else if (count > 0) state.at = (state.at + step + count) % count;
    show();
  };
  input.addEventListener('input', () => {
    state.at = 0;
    choose(undefined);
    state.at = 0;
    show();
  });
  input.addEventListener('click', show);
  input.addEventListener('blur', () => {
    settle(clients, input, state.code, choose);
    close();
  });
  input.addEventListener('keydown', (event) => {
    const taken = !list.hidden && state.found[state.at];
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && taken) choose(taken);
    else return;
    event.preventDefault();
  });
  choose(
    clients.find((client) => client.code === code),
    false,
  );
  const unknown = say('Choisissez un client de la liste', 'Choose a client of the list');
  return {
    ...field,
    value: () => state.code,
    problem: () => (state.code !== '' ? '' : input.value.trim() === '' ? missing() : unknown),
  };
}

/** A name or a code written out in full is a choice. */
function settle(
  clients: readonly ClientChoice[],
  input: HTMLInputElement,
  code: string,
  choose: (client: ClientChoice) => void,
): void {
  const text = input.value.trim().toLowerCase();
  if (code !== '' || text === '') return;
  const same = clients.filter((one) => [one.name, one.code].some((name) => name.toLowerCase() === text));
  if (same[0] && same.length === 1) choose(same[0]);
}

function optionsOf(
  id: string,
  found: readonly ClientChoice[],
  at: number,
  choose: (client: ClientChoice) => void,
): readonly HTMLElement[] {
  const options = found.slice(0, SHOWN).map((client, index) => {
    const under = [client.code, client.city].filter(Boolean).join(' · ');
    const option = el(
      'li',
      { role: 'option', id: `${id}-${index}`, 'aria-selected': String(index === at) },
      el('span', { class: 'row-title' }, client.name),
      el('span', { class: 'row-under' }, under),
    );
    option.addEventListener('mousedown', (event) => {
      event.preventDefault(); // the field keeps the focus
      choose(client);
    });
    return option;
  });
  const left = found.length - options.length;
  const more = say(`… et ${left} de plus : précisez`, `… and ${left} more: narrow it down`);
  const none = say('Aucun client trouvé', 'No client found');
  if (options.length === 0) return [el('li', { class: 'remark', role: 'presentation' }, none)];
  return left > 0 ? [...options, el('li', { class: 'remark', role: 'presentation' }, more)] : options;
}
