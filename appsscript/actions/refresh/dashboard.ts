/** The dashboard's cells out of what a refresh knows: figures, tables, and what is to be done today. */
import type { DayNumber } from '../../../shared/base/civil-date.ts';
import { decimalNumber } from '../../../shared/base/money.ts';
import type { Language } from '../../../shared/base/words.ts';
import type { Position } from '../../../shared/dunning/groups.ts';
import type { TodayLine } from '../../../shared/dunning/today.ts';
import { dashboardCells, type Task } from '../../../shared/insight/dashboard.ts';
import type { Ledger } from '../../../shared/receivables/ledger.ts';
import type { JournalEntry, Register } from '../../../shared/register/entries.ts';
import { TABLES } from '../../../shared/register/tables.ts';
import type { Grid } from '../../world.ts';

export type DashboardSources = {
  readonly ledger: Ledger;
  readonly asOf: DayNumber;
  readonly language: Language;
  readonly positions: readonly Position[];
  readonly lines: readonly TodayLine[];
};

/** The whole tab, to be written at its first cell. */
export function dashboardOf({ asOf, language, ledger, lines, positions }: DashboardSources): Grid {
  const { register } = ledger;
  const due = lines.filter(({ action }) => action === 'send');
  const unknown = register.journal.filter(isUnknown);
  const tasks = [
    ...unknown.map((entry) => unknownTask(register, entry, language)),
    ...due.map((line) => reminderTask(register, line, language)),
  ];
  return dashboardCells({
    ledger,
    asOf,
    language,
    positions,
    reminders: due.length,
    unknown: unknown.length,
    tasks,
  });
}

/** One that is being sent this minute counts too: the next look tells. */
function isUnknown({ status }: JournalEntry): boolean {
  return status === 'unknown' || status === 'sending';
}

function reminderTask({ clients, currencies }: Register, line: TodayLine, language: Language): Task {
  const currency = currencies[line.currency];
  return {
    client: clients[line.client].name,
    what: line.what,
    amount: decimalNumber(line.total, currency),
    currency,
    channel: line.channel === null ? '' : wordOf('channel', line.channel, language),
    why: line.why,
    invoices: line.invoices.join(', '),
  };
}

function unknownTask({ clients, invoices }: Register, entry: JournalEntry, language: Language): Task {
  return {
    client: clients[entry.client].name,
    what: language === 'fr' ? 'Envoi à vérifier' : 'Message to check',
    amount: null,
    currency: '',
    channel: wordOf('event', entry.event, language),
    why:
      language === 'fr'
        ? 'Personne ne sait si ce message est parti\u202f: cherchez-le parmi les messages envoyés.'
        : 'Nobody knows whether this message left: look for it among the sent ones.',
    invoices: entry.invoice < 0 ? '' : invoices.numberAt(entry.invoice),
  };
}

function wordOf(column: 'channel' | 'event', key: string, language: Language): string {
  const choices = TABLES.journal.columns.find((one) => one.key === column)?.choices ?? [];
  return choices.find((choice) => choice.key === key)?.words[language] ?? key;
}
