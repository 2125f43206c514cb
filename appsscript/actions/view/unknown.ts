/** Messages of which nobody knows whether they left: a person looks among the sent ones, and decides. */
import type { Language } from '../../../shared/base/words.ts';
import { TABLES } from '../../../shared/register/tables.ts';
import type { Answer, UnknownSend } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, readRegisterOf, type TabView, tableOf, textOf } from '../frame.ts';
import { isClaimed, statusAt } from '../outbox/message-rows.ts';

export function unknownView(world: World): Answer<readonly UnknownSend[]> {
  const view = tableOf(world, 'journal');
  if (!view.ok) return view;
  const { clients } = readRegisterOf(world, ['settings', 'clients']).register;
  const names = new Map(clients.map(({ code, name }) => [code, name] as const));
  const { millis } = world.now();
  const rows = unknownRows(view.value, millis);
  return answered(rows.map((row) => unknownSend(view.value, row, names, world.sheet.language)));
}

/** Said to be unknown, or being sent by a run that is dead by now. Newest first. */
function unknownRows(view: TabView, millis: number): readonly number[] {
  const rows: number[] = [];
  for (let row = view.grid.length; row > 1; row--) {
    const status = statusAt(view, row);
    const isDead = status === 'sending' && !isClaimed(textOf(view, row, 'claim'), millis);
    if (status === 'unknown' || isDead) rows.push(row);
  }
  return rows;
}

function unknownSend(
  view: TabView,
  row: number,
  names: ReadonlyMap<string, string>,
  language: Language,
): UnknownSend {
  const text = (key: string): string => textOf(view, row, key);
  const client = text('client');
  const level = text('level');
  const parts = [
    eventWord(text('event'), language),
    level === '' ? '' : `${language === 'fr' ? 'niveau' : 'level'} ${level}`,
    text('invoice'),
    text('detail'),
  ];
  return {
    key: text('key'),
    at: text('at').slice(0, 10),
    clientName: names.get(client) ?? client,
    text: parts.filter((part) => part !== '').join(', '),
    recipient: text('recipient'),
  };
}

/** An event as a sentence begins with it, whichever language its row is written in. */
function eventWord(text: string, language: Language): string {
  const choices = TABLES.journal.columns.find(({ key }) => key === 'event')?.choices ?? [];
  const choice = choices.find(({ key, words }) => [key, words.fr, words.en].includes(text));
  const word = choice ? choice.words[language] : text;
  return word.charAt(0).toUpperCase() + word.slice(1);
}
