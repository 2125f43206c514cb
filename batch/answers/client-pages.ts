/** What the page of one client says beside what the report knows of it already: how it pays, and every contact with it. */
import type { DayNumber } from '../../shared/base/civil-date.ts';
import type { Words } from '../../shared/base/words.ts';
import { behaviourOn } from '../../shared/insight/behaviour.ts';
import { habitWords } from '../../shared/insight/habit.ts';
import { type Contact, contactsOf } from '../../shared/letters/contacts.ts';
import type { Ledger } from '../../shared/receivables/ledger.ts';

export type ClientPage = {
  readonly client: number; // index into the register's clients
  readonly habits: readonly Words[]; // by the register's currencies
  readonly contacts: readonly Contact[]; // newest first
};

/** @param clients indexes; none costs nothing */
export function clientPages(
  ledger: Ledger,
  asOf: DayNumber,
  clients: readonly number[],
): readonly ClientPage[] {
  if (clients.length === 0) return [];
  const { register } = ledger;
  const behaviours = register.currencies.map((_, currency) => behaviourOn(ledger, currency, asOf));
  return clients.map((client) => ({
    client,
    habits: behaviours.map((behaviour) => habitWords(behaviour, client)),
    contacts: [...contactsOf(register, client, asOf)].reverse(),
  }));
}
