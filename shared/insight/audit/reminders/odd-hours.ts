/** Odd hours: what one person wrote in the journal at night or on a weekend, where that person else does not. */
import { weekday } from '../../../base/civil-date.ts';
import type { JournalEvent } from '../../../register/tables.ts';
import { type AuditTest, type Hit, notRun } from '../finding.ts';
import { groupBy } from '../groups.ts';
import type { AuditView } from '../view.ts';

/** What a person decides; what the daily run writes has hours of its own. */
const BY_HAND: readonly JournalEvent[] = [
  'call',
  'letter',
  'registeredLetter',
  'promise',
  'plan',
  'hold',
  'release',
  'note',
];
const NIGHT_FROM = 22 * 60;
const NIGHT_TO = 6 * 60;
const SATURDAY = 6;
/** A larger share is how that person works. */
const USUAL_SHARE = 0.2;
const LEAST_ENTRIES = 10;
/** Once or twice is chance. */
const LEAST_ODD = 3;

export const ODD_HOURS: AuditTest = {
  key: 'odd-hours',
  title: { fr: 'Écritures de nuit et de week-end', en: 'Entries at night and on weekends' },
  run: (view) => {
    const minutes = view.inputs.evidence?.journalMinutes ?? [];
    const { journal } = view.register;
    const timed = journal.flatMap(({ at, event, user }, index) =>
      at <= view.asOf && user !== '' && BY_HAND.includes(event) && isTimed(minutes[index]) ? [index] : [],
    );
    if (timed.length < LEAST_ENTRIES)
      return notRun(
        `Il faut au moins ${LEAST_ENTRIES} écritures du journal avec leur heure et leur auteur.`,
        `At least ${LEAST_ENTRIES} entries of the journal with their time and author are needed.`,
      );
    const hits = groupBy(timed, (index) => journal[index].user).flatMap((own) => {
      const odd = own.filter((index) => isOdd(journal[index].at, minutes[index] ?? 0));
      const isUnusual =
        odd.length >= LEAST_ODD && own.length >= LEAST_ENTRIES && odd.length <= own.length * USUAL_SHARE;
      return isUnusual ? [oddHit(view, odd, own.length)] : [];
    });
    return { ran: true, population: timed.length, hits };
  },
};

function isTimed(minutes: number | null | undefined): boolean {
  return minutes !== null && minutes !== undefined;
}

function isOdd(day: number, minutes: number): boolean {
  return weekday(day) >= SATURDAY || minutes >= NIGHT_FROM || minutes < NIGHT_TO;
}

function oddHit({ register }: AuditView, odd: readonly number[], all: number): Hit {
  const last = register.journal[odd[odd.length - 1]];
  const { at, row, user } = last;
  return {
    severity: 'note',
    table: 'journal',
    row,
    column: 'at',
    subject: user,
    facts: [odd.length, at],
    currency: null,
    amount: null,
    say: {
      fr: ({ count, day, number }) =>
        `${user} a écrit ${count(odd.length, 'fois', 'fois')} au journal la nuit ou un week-end, sur ${number(all, 0)}, la dernière le ${day(at)}\u202f; ` +
        `vérifiez que c’est bien cette personne, et ce qu’elle a inscrit.`,
      en: ({ count, day, number }) =>
        `${user} wrote in the journal ${count(odd.length, 'time', 'times')} at night or on a weekend, of ${number(all, 0)}, the last on ${day(at)}; ` +
        `check that it was this person, and what was entered.`,
    },
  };
}
