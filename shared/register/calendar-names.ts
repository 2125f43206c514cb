/** Names of calendars: a kind of client has one, whichever language it is written in; any other is the keeper's own. */
import { normaliseWord } from './headers.ts';
import { CLIENT_KINDS, type ClientKind, TABLES } from './tables.ts';

const KIND_BY_WORD: ReadonlyMap<string, string> = new Map(
  TABLES.clients.columns
    .filter(({ key }) => key === 'kind')
    .flatMap(({ choices = [] }) => choices)
    .flatMap(({ key, words }) =>
      [key, words.fr, words.en].map((word) => [normaliseWord(word), key] as const),
    ),
);

/** The name by which calendars and clients find each other. */
export function calendarName(text: string): string {
  const word = normaliseWord(text);
  return KIND_BY_WORD.get(word) ?? word;
}

export function kindNamed(name: string): ClientKind | undefined {
  return CLIENT_KINDS.find((kind) => kind === name);
}
