/** The clients as a list to choose from. */
import type { Client } from '../../../shared/register/entries.ts';
import type { Answer, ClientChoice } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, readRegisterOf } from '../frame.ts';

/** By name. */
export function clientsView(world: World): Answer<readonly ClientChoice[]> {
  return answered(clientChoices(readRegisterOf(world, ['settings', 'clients']).register.clients));
}

export function clientChoices(clients: readonly Client[]): readonly ClientChoice[] {
  const sorted = [...clients].sort(
    (a, b) => compare(plain(a.name), plain(b.name)) || compare(a.code, b.code),
  );
  return sorted.map(({ city, code, email, name }) => ({ code, name, email, city }));
}

/** Without accents and case: `Élan` stands beside `Elan`. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
