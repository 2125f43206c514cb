/** The client's field: one types a part of the name and chooses. A combobox of the ARIA kind, worked by keys or mouse. */
import type { ClientChoice } from '../../contract.ts';
import { el, fill } from '../dom.ts';
import { clearWrong, type Field, fieldOf, missing } from '../fields.ts';
import { say } from '../say.ts';
import { searchClients } from './client-search.ts';

const SHOWN = 7;

type Combo = {
  readonly clients: readonly ClientChoice[];
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly chosen: (code: string) => void;
  readonly state: { code: string; at: number; found: readonly ClientChoice[] };
};

/** @param code the client chosen at first; @param chosen called whenever another client, or none, is chosen */
export function clientField(
  clients: readonly ClientChoice[],
  code: string,
  chosen: (code: string) => void,
): Field {
  const combo = newCombo(clients, code, chosen);
  const { input, list, state } = combo;
  const first = clients.find((client) => client.code === code);
  const field = fieldOf('client', 'Client', input, first?.name ?? '', { required: true });
  list.id = `${input.id}-options`;
  input.setAttribute('aria-controls', list.id);
  field.node.append(list);
  listen(combo);
  const unknown = say('Choisissez un client de la liste', 'Choose a client of the list');
  return {
    ...field,
    value: () => state.code,
    problem: () => (state.code !== '' ? '' : input.value.trim() === '' ? missing() : unknown),
  };
}

function newCombo(clients: readonly ClientChoice[], code: string, chosen: Combo['chosen']): Combo {
  const input = el('input', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    placeholder: say('Nom, code ou ville', 'Name, code or city'),
  });
  const label = say('Clients trouvés', 'Clients found');
  const list = el('ul', { class: 'options', role: 'listbox', 'aria-label': label, hidden: true });
  const known = clients.some((client) => client.code === code);
  return { clients, input, list, chosen, state: { code: known ? code : '', at: -1, found: [] } };
}

function listen(combo: Combo): void {
  const { input, state } = combo;
  input.addEventListener('input', () => {
    choose(combo, undefined);
    state.at = 0;
    show(combo);
  });
  input.addEventListener('click', () => show(combo));
  input.addEventListener('blur', () => {
    settle(combo);
    close(combo);
  });
  input.addEventListener('keydown', (event) => {
    if (pressed(combo, event.key)) event.preventDefault();
  });
}

/** @returns whether the key meant something here */
function pressed(combo: Combo, key: string): boolean {
  const { list, state } = combo;
  const client = list.hidden ? undefined : state.found[state.at];
  if (key === 'ArrowDown') move(combo, 1);
  else if (key === 'ArrowUp') move(combo, -1);
  else if (key === 'Escape' && !list.hidden) close(combo);
  else if (key === 'Enter' && client) choose(combo, client);
  else return false;
  return true;
}

function choose(combo: Combo, client: ClientChoice | undefined): void {
  const { input, state } = combo;
  const changed = state.code !== (client?.code ?? '');
  state.code = client?.code ?? '';
  if (client) {
    input.value = client.name;
    clearWrong(input);
  }
  close(combo);
  if (changed) combo.chosen(state.code);
}

function close({ input, list, state }: Combo): void {
  list.hidden = true;
  state.at = -1;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

function show(combo: Combo): void {
  const { clients, input, list, state } = combo;
  state.found = searchClients(clients, state.code === '' ? input.value : '');
  fill(list, ...optionsOf(combo));
  list.hidden = false;
  input.setAttribute('aria-expanded', 'true');
  if (state.at >= 0) input.setAttribute('aria-activedescendant', `${list.id}-${state.at}`);
}

function move(combo: Combo, step: number): void {
  const { list, state } = combo;
  const count = Math.min(state.found.length, SHOWN);
  if (!list.hidden && count > 0) state.at = (state.at + step + count) % count;
  show(combo);
}

/** A name or a code written out in full is a choice. */
function settle(combo: Combo): void {
  const text = combo.input.value.trim().toLowerCase();
  if (combo.state.code !== '' || text === '') return;
  const same = combo.clients.filter((one) =>
    [one.name, one.code].some((name) => name.toLowerCase() === text),
  );
  if (same.length === 1) choose(combo, same[0]);
}

function optionsOf(combo: Combo): readonly HTMLElement[] {
  const { found } = combo.state;
  const options = found.slice(0, SHOWN).map((client, index) => optionOf(combo, client, index));
  const left = found.length - options.length;
  if (options.length === 0) return [remark(say('Aucun client trouvé', 'No client found'))];
  if (left === 0) return options;
  return [...options, remark(say(`… et ${left} de plus : précisez`, `… and ${left} more: narrow it down`))];
}

function optionOf(combo: Combo, client: ClientChoice, index: number): HTMLElement {
  const under = [client.code, client.city].filter(Boolean).join(' · ');
  const selected = String(index === combo.state.at);
  const option = el(
    'li',
    { role: 'option', id: `${combo.list.id}-${index}`, 'aria-selected': selected },
    el('span', { class: 'row-title' }, client.name),
    el('span', { class: 'row-under' }, under),
  );
  option.addEventListener('mousedown', (event) => {
    event.preventDefault(); // the field keeps the focus
    choose(combo, client);
  });
  return option;
}

function remark(text: string): HTMLElement {
  return el('li', { class: 'remark', role: 'presentation' }, text);
}
