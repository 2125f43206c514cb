/** What was written and said before, as a sentence names it: `notre courriel du 3 novembre 2026 et notre appel du 17`. */
import { type DayNumber, yearMonthDay } from '../base/civil-date.ts';
import { dayText } from '../base/numbers-text.ts';
import type { Language, Words } from '../base/words.ts';
import type { DunningDecision } from '../dunning/decision.ts';
import type { JournalEntry, Register } from '../register/entries.ts';

/** How something left, as its reader remembers it. */
type Way = 'email' | 'letter' | 'registeredLetter' | 'call' | 'other';

const WAYS: readonly Way[] = ['email', 'letter', 'call', 'registeredLetter', 'other'];

const ONE: Readonly<Record<Way, Words>> = {
  email: { fr: 'notre courriel du', en: 'our email of' },
  letter: { fr: 'notre lettre du', en: 'our letter of' },
  registeredLetter: { fr: 'notre lettre recommandée du', en: 'our registered letter of' },
  call: { fr: 'notre appel du', en: 'our call of' },
  other: { fr: 'notre rappel du', en: 'our reminder of' },
};

const MANY: Readonly<Record<Way, Words>> = {
  email: { fr: 'nos courriels des', en: 'our emails of' },
  letter: { fr: 'nos lettres des', en: 'our letters of' },
  registeredLetter: { fr: 'nos lettres recommandées des', en: 'our registered letters of' },
  call: { fr: 'nos appels des', en: 'our calls of' },
  other: { fr: 'nos rappels des', en: 'our reminders of' },
};

/** Where the journal knows of none. */
const UNDATED: Readonly<Record<'one' | 'many', Words>> = {
  one: { fr: 'notre rappel', en: 'our reminder' },
  many: { fr: 'nos rappels', en: 'our reminders' },
};

const REMINDING: ReadonlySet<string> = new Set(['reminder', 'call', 'letter', 'registeredLetter']);

/** `notre courriel du 3 novembre 2026`, `nos courriels des 3 et 17 novembre 2026 et notre appel du 20 novembre 2026` */
export function pastContactsText(
  register: Register,
  decision: DunningDecision,
  asOf: DayNumber,
  language: Language,
): string {
  const entries = contactsAbout(register, decision, asOf);
  if (entries.length === 0) return UNDATED[(decision.level ?? 0) > 2 ? 'many' : 'one'][language];
  const parts = WAYS.flatMap((way) => {
    const days = daysOf(entries, way);
    if (days.length === 0) return [];
    return [`${(days.length === 1 ? ONE : MANY)[way][language]} ${daysText(days, language)}`];
  });
  return listText(parts, language);
}

/** What really left about the invoices asked for, since the oldest of them is late. */
function contactsAbout(
  { journal }: Register,
  { asked, client }: DunningDecision,
  asOf: DayNumber,
): readonly JournalEntry[] {
  const since = asked.reduce((day, { dueDay }) => Math.min(day, dueDay), Number.MAX_SAFE_INTEGER);
  const invoices = new Set(asked.map(({ invoice }) => invoice));
  return journal.filter(
    (entry) =>
      entry.client === client &&
      entry.at > since &&
      entry.at < asOf &&
      REMINDING.has(entry.event) &&
      (entry.status === null || entry.status === 'sent') &&
      (entry.invoice < 0 || invoices.has(entry.invoice)),
  );
}

function daysOf(entries: readonly JournalEntry[], way: Way): readonly DayNumber[] {
  const days = new Set(entries.filter((entry) => wayOf(entry) === way).map(({ at }) => at));
  return Array.from(days).sort((a, b) => a - b);
}

function wayOf({ channel, event }: JournalEntry): Way {
  if (event === 'reminder') return channel ?? 'other';
  return event === 'call' || event === 'letter' || event === 'registeredLetter' ? event : 'other';
}

/** `3, 10 et 17 novembre 2026`: month and year where the next day has others. */
export function daysText(days: readonly DayNumber[], language: Language): string {
  const texts = days.map((day, index) => {
    const text = dayText(day, language);
    const next = days[index + 1];
    if (next === undefined) return text;
    const here = yearMonthDay(day);
    const there = yearMonthDay(next);
    if (here.year !== there.year) return text;
    const words = text.split(' ');
    return words.slice(0, here.month === there.month ? 1 : 2).join(' ');
  });
  return listText(texts, language);
}

/** `a, b et c` */
export function listText(parts: readonly string[], language: Language): string {
  if (parts.length < 2) return parts.join('');
  const and = language === 'fr' ? ' et ' : ' and ';
  return parts.slice(0, -1).join(', ') + and + parts[parts.length - 1];
}
