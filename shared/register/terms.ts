/** Payment terms: a text such as `45 jours fin de mois` to steps, and steps to a due date. */
import { addMonths, type DayNumber, daysInMonth, endOfMonth, yearMonthDay } from '../base/civil-date.ts';
import { ok, type Result, refuse, unreachable } from '../base/result.ts';
import type { Language } from '../base/words.ts';

export type TermStep =
  | { readonly step: 'days'; readonly count: number }
  | { readonly step: 'months'; readonly count: number }
  | { readonly step: 'endOfMonth' }
  | { readonly step: 'dayOfMonth'; readonly day: number };

/** Steps applied in order to the issue date; none means: due at once. */
export type PaymentTerms = readonly TermStep[];

/** Where neither the client nor the settings say anything (C. com. L441-10: 30 days). */
export const DEFAULT_TERMS: PaymentTerms = [{ step: 'days', count: 30 }];

/** Beyond these a term is a typing mistake. */
const MOST_DAYS = 3650;
const MOST_MONTHS = 120;
const MOST_STEPS = 6;
const LONGEST_TEXT = 100;

const AT_ONCE: ReadonlySet<string> = new Set(['immediate', 'comptant', 'a reception']);
const END_OF_MONTH = /^(?:eom|fin de mois)$/;
const DAY_OF_MONTH = /^(?:day|le) ?(\d{1,2})$/;
/** Before a comma it may be the half of `1,5`. */
const BARE_NUMBER = /^\d+$/;
const DURATION = /^(\d{1,4}) ?(days?|jours?|j|weeks?|semaines?|months?|mois)$/;
/** `30`, `net 30`, `30 jours`, `30 EOM`, `30 jours fin de mois le 10`: whole terms in one step, allowed first only. */
const SHORTHAND =
  /^(?:net ?)?(\d{1,4})(?: ?(?:days?|jours?|j))?(?: ?(eom|fin de mois)(?: (?:(?:day|le) ?)?(\d{1,2}))?)?$/;

/** Reads payment terms written in French or English, steps separated by commas; `terms/invalid` for all else. */
export function parseTerms(text: string): Result<PaymentTerms, 'terms/invalid'> {
  if (text.length > LONGEST_TEXT) return refuse('terms/invalid');
  const plain = plainWords(text);
  if (AT_ONCE.has(plain)) return ok([]);
  const terms: TermStep[] = [];
  const parts = plain.split(/ ?, ?/);
  for (const [i, part] of parts.entries()) {
    const mayBeShort = i === 0 && (parts.length === 1 || !BARE_NUMBER.test(part));
    const steps = stepsOf(part) ?? (mayBeShort ? shorthandSteps(part) : null);
    if (steps === null) return refuse('terms/invalid');
    terms.push(...steps);
  }
  return terms.length <= MOST_STEPS && terms.every(isWithinLimits) ? ok(terms) : refuse('terms/invalid');
}

function plainWords(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim();
}

function stepsOf(part: string): readonly TermStep[] | null {
  if (END_OF_MONTH.test(part)) return [{ step: 'endOfMonth' }];
  const day = DAY_OF_MONTH.exec(part);
  if (day) return [{ step: 'dayOfMonth', day: Number(day[1]) }];
  const duration = DURATION.exec(part);
  if (!duration) return null;
  const count = Number(duration[1]);
  if (/^mo/.test(duration[2])) return [{ step: 'months', count }];
  return [{ step: 'days', count: /^[ws]/.test(duration[2]) ? count * 7 : count }];
}

function shorthandSteps(part: string): readonly TermStep[] | null {
  const match = SHORTHAND.exec(part);
  if (!match) return null;
  const steps: TermStep[] = [{ step: 'days', count: Number(match[1]) }];
  if (match[2] !== undefined) steps.push({ step: 'endOfMonth' });
  if (match[3] !== undefined) steps.push({ step: 'dayOfMonth', day: Number(match[3]) });
  return steps;
}

function isWithinLimits(step: TermStep): boolean {
  switch (step.step) {
    case 'days':
      return step.count <= MOST_DAYS;
    case 'months':
      return step.count <= MOST_MONTHS;
    case 'dayOfMonth':
      return step.day >= 1 && step.day <= 31;
    case 'endOfMonth':
      return true;
    default:
      return unreachable(step);
  }
}

/** The day an invoice falls due: its terms' steps, applied in order to its issue day. */
export function dueDay(issueDay: DayNumber, terms: PaymentTerms): DayNumber {
  return terms.reduce(applyStep, issueDay);
}

function applyStep(day: DayNumber, step: TermStep): DayNumber {
  switch (step.step) {
    case 'days':
      return day + step.count;
    case 'months':
      return addMonths(day, step.count);
    case 'endOfMonth':
      return endOfMonth(day);
    case 'dayOfMonth':
      return nextDayOfMonth(day, step.day);
    default:
      return unreachable(step);
  }
}

/** That day of the month, or the next one on or after; the 31st is the last day of a shorter month. */
function nextDayOfMonth(from: DayNumber, dayOfMonth: number): DayNumber {
  const first = from - yearMonthDay(from).day + 1;
  const inThisMonth = first + clippedDay(first, dayOfMonth) - 1;
  if (inThisMonth >= from) return inThisMonth;
  const nextFirst = endOfMonth(from) + 1;
  return nextFirst + clippedDay(nextFirst, dayOfMonth) - 1;
}

function clippedDay(inMonth: DayNumber, dayOfMonth: number): number {
  const { year, month } = yearMonthDay(inMonth);
  return Math.min(dayOfMonth, daysInMonth(year, month));
}

/** Terms as people write them: `45 jours, fin de mois`, `45 days, EOM`. `parseTerms` reads it back to the same steps. */
export function termsText(terms: PaymentTerms, language: Language): string {
  if (terms.length === 0) return language === 'fr' ? 'comptant' : 'immediate';
  return terms.map((step) => (language === 'fr' ? frenchStep(step) : englishStep(step))).join(', ');
}

function frenchStep(step: TermStep): string {
  switch (step.step) {
    case 'days':
      return `${step.count} ${step.count < 2 ? 'jour' : 'jours'}`;
    case 'months':
      return `${step.count} mois`;
    case 'endOfMonth':
      return 'fin de mois';
    case 'dayOfMonth':
      return `le ${step.day}`;
    default:
      return unreachable(step);
  }
}

function englishStep(step: TermStep): string {
  switch (step.step) {
    case 'days':
      return `${step.count} ${step.count === 1 ? 'day' : 'days'}`;
    case 'months':
      return `${step.count} ${step.count === 1 ? 'month' : 'months'}`;
    case 'endOfMonth':
      return 'EOM';
    case 'dayOfMonth':
      return `day ${step.day}`;
    default:
      return unreachable(step);
  }
}
