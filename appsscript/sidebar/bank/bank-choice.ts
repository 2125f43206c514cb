/** Another choice for a movement: whose money it is, and which of its invoices it pays. */

import type { PlannedView } from '../../contract/bank.ts';
import type { ClientChoice } from '../../contract.ts';
import { call } from '../call.ts';
import { button, el, fill } from '../dom.ts';
import { allSound } from '../fields.ts';
import { type AllocationEditor, allocationEditor } from '../forms/allocation.ts';
import { clientField } from '../forms/client-field.ts';
import { plainOf } from '../money-text.ts';
import { banner, type Page } from '../page.ts';
import { say } from '../say.ts';
import { type Chosen, targetText } from './bank-chosen.ts';

let known: readonly ClientChoice[] | null = null; // asked for once

/** Opens the editor under a movement; pressed again it closes. */
export async function editChoice(
  page: Page,
  movement: PlannedView,
  into: HTMLElement,
  keep: (chosen: Chosen) => void,
): Promise<void> {
  if (!into.hidden) {
    into.hidden = true;
    return;
  }
  into.hidden = false;
  fill(into, el('p', { class: 'loading' }, say('Lecture des clients…', 'Reading the clients…')));
  if (known === null) {
    const reply = await call('ui_clients', {});
    if (!reply.ok) return fill(into, banner('bad', reply.message));
    known = reply.value;
  }
  if (page.root.contains(into)) fill(into, ...editorParts(movement, known, keep));
}

function editorParts(
  movement: PlannedView,
  clients: readonly ClientChoice[],
  keep: (chosen: Chosen) => void,
): readonly HTMLElement[] {
  const allocation = allocationEditor();
  const trouble = el('div', {});
  const propose = (code: string): void => {
    allocation.clear();
    fill(trouble);
    if (code !== '') askShares(movement, code, allocation, trouble);
  };
  const client = clientField(clients, movement.client, propose);
  const take = (): void => {
    if (!allSound([client, ...allocation.fields()])) return;
    if (allocation.left() < 0) {
      fill(
        trouble,
        banner('bad', say('Les parts dépassent le mouvement.', 'The shares are more than the movement.')),
      );
      return;
    }
    keep(chosenOf(movement, client.value(), allocation, clients));
  };
  propose(client.value());
  return [client.node, allocation.node, trouble, button(say('Retenir ce choix', 'Keep this choice'), take)];
}

async function askShares(
  { amount, currency }: PlannedView,
  client: string,
  allocation: AllocationEditor,
  trouble: HTMLElement,
): Promise<void> {
  const reply = await call('ui_allocate', { client, amount, currency });
  if (reply.ok) allocation.propose(reply.value, amount, currency, '');
  else fill(trouble, banner('bad', reply.message));
}

/** What the shares leave is the client's, not applied yet. */
function chosenOf(
  { currency, key, amount }: PlannedView,
  client: string,
  allocation: AllocationEditor,
  clients: readonly ClientChoice[],
): Chosen {
  const parts = allocation.values();
  const left = parts.length === 0 ? amount : plainOf(allocation.left(), currency);
  const name = clients.find(({ code }) => code === client)?.name ?? client;
  return {
    decision: { key, kind: parts.length > 0 ? 'parts' : 'unapplied', client, parts },
    text: targetText(parts, left, currency, name),
  };
}
