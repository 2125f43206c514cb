/** Today's reminders: who is asked for what and why, and why others wait. */
import { decimalText } from '../../../shared/base/money.ts';
import { weighDunning } from '../../../shared/dunning/decide.ts';
import { withinQuota } from '../../../shared/dunning/quota.ts';
import { todayLines } from '../../../shared/dunning/today.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import type { TableKey } from '../../../shared/register/tables.ts';
import type { Answer, ReminderRow } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, readRegisterOf } from '../frame.ts';
import { recipientsLeft } from '../outbox/send.ts';

const TABLES_READ: readonly TableKey[] = [
  'settings',
  'clients',
  'invoices',
  'payments',
  'instalments',
  'journal',
  'calendars',
  'rates',
];

/** What goes out first, then what is held, then what is not due yet. What today's mails do not reach is held until the next working day. */
export function remindersView(world: World): Answer<readonly ReminderRow[]> {
  const { register } = readRegisterOf(world, TABLES_READ);
  const weighed = withinQuota(weighDunning(buildLedger(register), world.now().day), recipientsLeft(world));
  const rows = todayLines(weighed, world.sheet.language).map((line): ReminderRow => {
    const { action, channel, invoices, level, why } = line;
    const client = register.clients[line.client];
    const currency = register.currencies[line.currency];
    return {
      client: client.code,
      clientName: client.name,
      currency,
      action,
      level,
      channel: channel ?? '',
      invoices,
      total: decimalText(line.total, currency),
      why,
    };
  });
  return answered(rows);
}
