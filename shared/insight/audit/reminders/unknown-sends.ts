/** Unknown sends: messages of which nobody knows whether they left. The add-on never sends those again by itself. */
import type { JournalEntry } from '../../../register/entries.ts';
import type { AuditTest, Hit } from '../finding.ts';
import type { AuditView } from '../view.ts';

export const UNKNOWN_SENDS: AuditTest = {
  key: 'unknown-send',
  title: { fr: 'Envois à l’issue inconnue', en: 'Messages that may not have left' },
  run: (view) => {
    const known = view.register.journal.filter(({ at }) => at <= view.asOf);
    const settled = new Set(known.filter(isSettled).map(({ key }) => key));
    const unknown = known.filter(
      (entry) => isUnknown(entry, view.asOf) && (entry.key === '' || !settled.has(entry.key)),
    );
    const population = known.filter(({ status }) => status !== null).length;
    return { ran: true, population, hits: unknown.map((entry) => sendHit(view, entry)) };
  },
};

function isSettled({ status }: JournalEntry): boolean {
  return status === 'sent' || status === 'failed';
}

/** Sending takes seconds: what was being sent on an earlier day was cut short. */
function isUnknown({ at, status }: JournalEntry, asOf: number): boolean {
  return status === 'unknown' || (status === 'sending' && at < asOf);
}

function sendHit({ asOf, register }: AuditView, entry: JournalEntry): Hit {
  const { at, client: clientOf, recipient, row, status } = entry;
  const isIssued = entry.invoice >= 0 && register.invoices.issueDay[entry.invoice] <= asOf;
  const invoice = isIssued ? entry.invoice : -1;
  const currency = invoice >= 0 ? register.invoices.currency[invoice] : 0;
  const subject = invoice >= 0 ? register.invoices.numberAt(invoice) : register.clients[clientOf].code;
  return {
    severity: 'warning',
    table: 'journal',
    row,
    subject,
    currency: entry.amount === null ? null : currency,
    amount: entry.amount,
    say: {
      fr: ({ client, day }) =>
        `Le message du ${day(at)} à ${client(clientOf)}${recipient === '' ? '' : ` (${recipient})`} ` +
        `${status === 'sending' ? 'est resté en cours d’envoi' : 'a une issue inconnue'}\u202f; ` +
        `cherchez-le parmi les messages envoyés, puis notez au journal s’il est parti.`,
      en: ({ client, day }) =>
        `The message of ${day(at)} to ${client(clientOf)}${recipient === '' ? '' : ` (${recipient})`} ` +
        `${status === 'sending' ? 'was left while being sent' : 'has an unknown outcome'}; ` +
        `look for it among the messages sent, then note in the journal whether it left.`,
    },
  };
}
