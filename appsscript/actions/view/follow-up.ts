/** What was agreed with clients and what became of it; letters that somebody has still to post. */

import { civilDate } from '../../../shared/base/civil-date.ts';
import { agreementsOn } from '../../../shared/insight/agreements.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import type { Client } from '../../../shared/register/entries.ts';
import type { TableKey } from '../../../shared/register/tables.ts';
import type { FollowUp, PendingLetter } from '../../contract/reminders.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import { agreementRow } from '../agreement-words.ts';
import { answered, readRegisterOf, type TabView, textOf, viewOf } from '../frame.ts';
import { letterIdOf, letterKey, letterTitle } from '../letters/letter-rows.ts';
import { statusAt } from '../outbox/message-rows.ts';

const READ: readonly TableKey[] = ['settings', 'clients', 'invoices', 'payments', 'instalments', 'journal'];

export function followUpView(world: World): Answer<FollowUp> {
  const { grids, register } = readRegisterOf(world, READ);
  const { language } = world.sheet;
  const journal = viewOf('journal', grids.get('journal') ?? [], language);
  if (!journal.ok) return journal;
  const { day } = world.now();
  return answered({
    today: civilDate(day),
    agreements: agreementsOn(buildLedger(register), day).map((one) => agreementRow(register, one, language)),
    letters: lettersIn(journal.value, register.clients, world),
  });
}

/** One line a letter, although the journal has a row for each of its invoices. Oldest first. */
function lettersIn(view: TabView, clients: readonly Client[], world: World): readonly PendingLetter[] {
  const names = new Map(clients.map(({ code, name }) => [code, name] as const));
  const letters = new Map<string, PendingLetter>();
  for (let row = 2; row <= view.grid.length; row++) {
    const key = textOf(view, row, 'key');
    const letter = letterIdOf(key);
    if (letter === '' || statusAt(view, row) !== 'pending') continue;
    if (letters.has(letter) && key !== letterKey(letter, 0)) continue; // its first row bears its level
    const client = textOf(view, row, 'client');
    letters.set(letter, {
      letter,
      madeOn: textOf(view, row, 'at').slice(0, 10),
      client,
      clientName: names.get(client) ?? client,
      ...letterTitle(view, row, world.sheet.language),
    });
  }
  return Array.from(letters.values());
}
