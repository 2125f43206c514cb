/** Journal rows as a message leaves them that was sent: what a dry run goes on from. */
import type { DayNumber } from '../base/civil-date.ts';
import type { JournalEntry } from '../register/entries.ts';
import type { Channel, JournalEvent } from '../register/tables.ts';
import type { DunningDecision } from './decision.ts';

const EVENT_BY_CHANNEL: Readonly<Record<Channel, JournalEvent>> = {
  email: 'reminder',
  call: 'call',
  letter: 'letter',
  registeredLetter: 'registeredLetter',
};

const PLAIN = {
  row: 0,
  recipient: '',
  status: 'sent',
  promisedOn: null,
  tracking: '',
  key: '',
  user: '',
  detail: '',
} as const;

/** A row for each item that climbs by the message, at the level it reaches; one of an invoice's says what was claimed of it. */
export function rowsAsSent(decision: DunningDecision, at: DayNumber): readonly JournalEntry[] {
  const { asked, channel, claims, client, newDeadline } = decision;
  if (channel === null) return [];
  const event = EVENT_BY_CHANNEL[channel];
  const unsaid = new Map(claims.map((claim) => [claim.invoice, claim] as const));
  return asked.flatMap(({ amount, invoice, level }) => {
    if (level === null) return [];
    const { indemnity = null, interest = null } = unsaid.get(invoice) ?? {};
    unsaid.delete(invoice);
    const row = { ...PLAIN, at, client, invoice, event, level, channel, amount, newDeadline };
    return [{ ...row, indemnity, interest }];
  });
}
