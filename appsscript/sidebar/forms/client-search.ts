/** Finding clients by any part of their name, code, address or city, whatever the accents. */
import type { ClientChoice } from '../../contract.ts';

/** The text as it is compared: no accents, no capitals. */
export function bareText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/** Clients in which every word of the query stands; those whose name or code begins with it come first. */
export function searchClients(clients: readonly ClientChoice[], query: string): readonly ClientChoice[] {
  const words = bareText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return clients;
  const found = clients.filter((client) => {
    const all = bareText(`${client.code} ${client.name} ${client.email} ${client.city}`);
    return words.every((word) => all.includes(word));
  });
  const starts = (client: ClientChoice) =>
    [client.name, client.code].some((text) => bareText(text).startsWith(words[0] ?? ''));
  return [...found.filter(starts), ...found.filter((client) => !starts(client))];
}
