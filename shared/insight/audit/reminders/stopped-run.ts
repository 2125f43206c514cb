/**
 * Stopped daily run: messages that wait although the run that sends them passes every day. When it last ran is kept with the script,
 * out of the sheet's cells; what it left undone is in the journal.
 */
import type { AuditTest, Hit } from '../finding.ts';
import type { AuditView } from '../view.ts';

/** The run passes each morning: what was entered yesterday may wait until today's. */
const TOLERATED_DAYS = 1;

/** Letters wait for a person to post them, not for the run. */
const BY_POST: ReadonlySet<string> = new Set(['letter', 'registeredLetter']);

export const STOPPED_RUN: AuditTest = {
  key: 'stopped-daily-run',
  title: { fr: 'Traitement quotidien arrêté', en: 'Daily run stopped' },
  run: (view) => {
    const queued = view.register.journal.filter(
      ({ at, event, status }) => status !== null && at <= view.asOf && !BY_POST.has(event),
    );
    const waiting = queued.filter(
      ({ at, status }) => status === 'pending' && view.asOf - at > TOLERATED_DAYS,
    );
    return {
      ran: true,
      population: queued.length,
      hits: waiting.length === 0 ? [] : [waitingHit(view, waiting)],
    };
  },
};

function waitingHit({ register }: AuditView, waiting: AuditView['register']['journal']): Hit {
  const first = waiting.reduce((a, b) => (b.at < a.at ? b : a));
  return {
    severity: 'warning',
    table: 'journal',
    row: first.row,
    column: 'status',
    subject: register.clients[first.client].code,
    mark: 'pending',
    facts: [waiting.length, first.at],
    currency: null,
    amount: null,
    say: {
      fr: ({ count, day }) =>
        `${count(waiting.length, 'message attend', 'messages attendent')} au journal, le plus ancien depuis le ${day(first.at)}\u202f: le traitement quotidien n’est sans doute plus passé\u202f; ` +
        `ouvrez Encaisse dans la feuille et réactivez-le.`,
      en: ({ count, day }) =>
        `${count(waiting.length, 'message waits', 'messages wait')} in the journal, the oldest since ${day(first.at)}: the daily run has probably not passed; ` +
        `open Encaisse in the sheet and switch it on again.`,
    },
  };
}
