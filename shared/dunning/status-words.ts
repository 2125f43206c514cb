/** Status words: the next step of one invoice in a few words, as a cell has room for. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Words } from '../base/words.ts';
import { nextWorkingDay } from '../base/working-days.ts';
import type { Ledger } from '../receivables/ledger.ts';
import type { Step } from './calendar.ts';
import type { ChasedItem } from './chase.ts';
import type { Weighed } from './decide.ts';
import type { DunningDecision } from './decision.ts';
import { holdReason, planUnwritten, promisePending } from './hold-reasons.ts';
import type { NextStep } from './next-step.ts';
import { agreeing, COLON, day, stepWords } from './phrases.ts';
import { heldUntil, holidaysOf, sendableFrom, type Verdict } from './verdict.ts';

export const SETTLED: Words = { fr: 'Soldée', en: 'Settled' };

/** Of an invoice that is disputed whole. */
export const DISPUTED: Words = held({ fr: 'litige en cours', en: 'in dispute' });

const TO_DECIDE: Words = { fr: 'Suite à décider', en: 'To be decided' };

/** What is dated after the day asked for. */
export function comingWords(issueDay: DayNumber): Words {
  return { fr: `À venir${COLON} datée du ${day(issueDay).fr}`, en: `To come: dated ${day(issueDay).en}` };
}

/** A credit note reduces the invoice it corrects, or waits to be applied. */
export function creditWords({ register }: Ledger, note: number): Words {
  const corrected = register.invoices.corrects[note];
  if (corrected < 0) return { fr: 'Avoir à imputer', en: 'Credit to be applied' };
  const number = register.invoices.numberAt(corrected);
  return { fr: `Avoir sur ${number}`, en: `Credit on ${number}` };
}

/** What is open and not asked for. */
export function dueWords(dueDay: DayNumber, asOf: DayNumber): Words {
  const on = day(dueDay);
  return dueDay < asOf
    ? { fr: `Échue le ${on.fr}`, en: `Was due on ${on.en}` }
    : { fr: `Échéance le ${on.fr}`, en: `Due on ${on.en}` };
}

/** `Relance 2 aujourd’hui`, `Relance 2 le 3 décembre 2026`, `Relance 2 retenue : banque à jour au 1er décembre 2026, hier` */
export function itemWords(weighed: Weighed, item: ChasedItem): Words {
  const { verdict, weighing } = weighed;
  if (verdict.code === 'insolvency' || verdict.code === 'client-hold') {
    return held(holdReason(weighing, verdict));
  }
  if (item.amount <= 0) return DISPUTED;
  if (item.plan) return held(planUnwritten(item.plan.at));
  if (item.promised?.isPending) return held(promisePending(item.promised));
  const { asOf } = weighing.situation;
  return weighing.chase.asked.includes(item) ? askedWords(weighed, item) : dueWords(item.dueDay, asOf);
}

function held({ fr, en }: Words): Words {
  return { fr: `Retenue${COLON} ${fr}`, en: `Held: ${en}` };
}

function askedWords(weighed: Weighed, item: ChasedItem): Words {
  const { decision, verdict, weighing } = weighed;
  const { next } = item;
  if (decision.action === 'send') return sentWords(decision, item);
  if (next === null) return isStanding(verdict) ? held(holdReason(weighing, verdict)) : TO_DECIDE;
  const isDue = next.dueOn <= weighing.situation.asOf;
  const isHeld = isStanding(verdict) || (isDue && isOfToday(verdict));
  return isHeld
    ? heldStep(next.step, holdReason(weighing, verdict))
    : stepOn(next.step, sendableOn(weighed, next));
}

/** What goes out today: an item not above the message’s level climbs its own; any other goes with it. */
function sentWords({ asked }: DunningDecision, { instalment, invoice, next }: ChasedItem): Words {
  const own = asked.find((one) => one.invoice === invoice && one.instalment === instalment);
  if (next === null || !own || own.level === null) {
    return { fr: 'Jointe à la relance d’aujourd’hui', en: 'Goes with today’s reminder' };
  }
  const name = stepWords(next.step);
  return { fr: `${name.fr} aujourd’hui`, en: `${name.en} today` };
}

function stepOn(step: Step, on: DayNumber): Words {
  const name = stepWords(step);
  return { fr: `${name.fr} le ${day(on).fr}`, en: `${name.en} on ${day(on).en}` };
}

function heldStep(step: Step, reason: Words): Words {
  const name = stepWords(step);
  const agreed = agreeing(name.isFeminine, 'retenu');
  return { fr: `${name.fr} ${agreed}${COLON} ${reason.fr}`, en: `${name.en} held: ${reason.en}` };
}

/** The first day it can go out, never one that has passed. */
function sendableOn({ verdict, weighing }: Weighed, next: NextStep): DayNumber {
  const { asOf } = weighing.situation;
  const until = heldUntil(verdict) ?? asOf - 1;
  return nextWorkingDay(Math.max(asOf, until + 1, sendableFrom(weighing, next)), holidaysOf(weighing));
}

/** What holds a message back whatever the day of its step. */
function isStanding(
  verdict: Verdict,
): verdict is HeldBy<'unknown-send' | 'payment-unread' | 'unapplied-covers' | 'below-tolerance'> {
  return STANDING.has(verdict.code);
}

/** What holds a message back on the day its step has come, and no day is known on which it will not. */
function isOfToday(
  verdict: Verdict,
): verdict is HeldBy<'bank-stale' | 'three-reminders-first' | 'no-address' | 'rate-missing'> {
  return OF_TODAY.has(verdict.code);
}

type HeldBy<Code extends Verdict['code']> = Extract<Verdict, { readonly code: Code }>;

const STANDING: ReadonlySet<string> = new Set([
  'unknown-send',
  'payment-unread',
  'unapplied-covers',
  'below-tolerance',
]);
const OF_TODAY: ReadonlySet<string> = new Set([
  'bank-stale',
  'three-reminders-first',
  'no-address',
  'rate-missing',
]);
