/** Names of calendars: a kind of client has one, whichever language it is written in; any other is the keeper's own. */
import { knownWords, normaliseWord } from './known-words.ts';
import { CLIENT_KINDS, type ClientKind, TABLES } from './tables.ts';

const kindOf = knownWords(
  TABLES.clients.columns
    .filter(({ key }) => key === 'kind')
    .flatMap(({ choices = [] }) => choices)
    .map(({ key, words }) => [key, words]),
);

/** The name by which calendars and clients find each other. */
export function calendarName(text: string): string {
  return kindOf(text) ?? normaliseWord(text);
}

export function kindNamed(name: string): ClientKind | undefined {
  return CLIENT_KINDS.find((kind) => kind === name);
}
