/** A client saved from the form, and the card as it then stands. */
import type { Answer, ClientCard, ClientFields } from '../contract.ts';
import type { World } from '../world.ts';
import { saveClient } from './record/save-client.ts';
import { clientView } from './view/client-card.ts';

export function saveClientAction(world: World, fields: ClientFields): Answer<ClientCard> {
  const saved = saveClient(world, fields);
  return saved.ok ? clientView(world, { code: saved.value }) : saved;
}
