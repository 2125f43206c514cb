/** Status words: the next step of one invoice in a few words, as a cell has room for. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Words } from '../base/words.ts';
import { nextWorkingDay } from '../base/working-days.ts';
import type { Ledger } from '../receivables/ledger.ts';
import { isFormalNotice, isNotice, type Step } from './calendar.ts';
import type { ChasedItem } from './chase.ts';
import type { Weighed } from './decide.ts';
import type { DunningDecision } from './decision.ts';
import type { NextStep } from './next-step.ts';
import { COLON, day } from './phrases.ts';
import { sendableFrom, type Verdict } from './verdict.ts';

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

/** `Relance 2 aujourd’hui`, `Relance 2 le 3 décembre 2026`, `Retenue : promesse jusqu’au 5 décembre 2026` */
export function itemWords(weighed: Weighed, item: ChasedItem): Words {
  const { verdict, weighing } = weighed;
  const { asOf } = weighing.situation;
  if (verdict.code === 'client-hold') return suspended(verdict.until);
  if (item.amount <= 0) return DISPUTED;
  if (item.promised?.isPending) return promiseHeld(item.promised.lastDay);
  return weighing.chase.asked.includes(item) ? askedWords(weighed, item) : dueWords(item.dueDay, asOf);
}

function suspended(until: DayNumber): Words {
  const on = day(until);
  return held({ fr: `relances suspendues jusqu’au ${on.fr}`, en: `reminders suspended until ${on.en}` });
}

function promiseHeld(lastDay: DayNumber): Words {
  const on = day(lastDay);
  return held({ fr: `promesse jusqu’au ${on.fr}`, en: `promised, awaited until ${on.en}` });
}

function held({ fr, en }: Words): Words {
  return { fr: `Retenue${COLON} ${fr}`, en: `Held: ${en}` };
}

function askedWords(weighed: Weighed, item: ChasedItem): Words {
  const { decision, verdict } = weighed;
  const { next } = item;
  if (decision.action === 'send') return sentWords(decision, item);
  const standing = standingReason(verdict);
  if (standing) return next ? heldStep(next.step, standing) : held(standing);
  if (next === null) return TO_DECIDE;
  const reason = next.dueOn <= weighed.weighing.situation.asOf ? todayReason(verdict) : null;
  return reason ? heldStep(next.step, reason) : stepOn(next.step, sendableOn(weighed, next));
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
  const agreed = name.isFeminine ? 'retenue' : 'retenu';
  return { fr: `${name.fr} ${agreed}${COLON} ${reason.fr}`, en: `${name.en} held: ${reason.en}` };
}

/** The first day it can go out, never one that has passed. */
function sendableOn({ verdict, weighing }: Weighed, next: NextStep): DayNumber {
  const { asOf, policy } = weighing.situation;
  const until = verdict.code === 'cool-down' || verdict.code === 'not-a-working-day' ? verdict.until : asOf;
  return nextWorkingDay(Math.max(until, sendableFrom(weighing, next)), policy.holidays);
}

/** A step as a cell names it; French sets what is said of it in its gender. */
export function stepWords(step: Step): Words & { readonly isFeminine: boolean } {
  const { channel, level } = step;
  if (isNotice(step))
    return { fr: 'Avis avant échéance', en: 'Notice before the due date', isFeminine: false };
  if (isFormalNotice(step)) return { fr: 'Mise en demeure', en: 'Formal notice', isFeminine: true };
  if (channel === 'call')
    return { fr: `Appel (niveau ${level})`, en: `Call (level ${level})`, isFeminine: false };
  if (level < 1) return { fr: 'Premier message', en: 'First message', isFeminine: false };
  return { fr: `Relance ${level}`, en: `Reminder ${level}`, isFeminine: true };
}

/** What holds a message back whatever the day of its step. */
function standingReason(verdict: Verdict): Words | null {
  switch (verdict.code) {
    case 'unknown-send':
      return { fr: 'envoi à vérifier', en: 'a message to check' };
    case 'unapplied-covers':
      return { fr: 'règlement à imputer', en: 'money to apply first' };
    case 'below-tolerance':
      return { fr: 'montant minime', en: 'too small a sum' };
    default:
      return null;
  }
}

/** What holds a message back on the day its step has come. */
function todayReason(verdict: Verdict): Words | null {
  switch (verdict.code) {
    case 'bank-stale':
      return { fr: 'banque à mettre à jour', en: 'bank to bring up to date' };
    case 'three-reminders-first':
      return { fr: 'trois relances d’abord', en: 'three reminders first' };
    case 'no-address':
      return { fr: 'ni courriel ni adresse', en: 'no email, no address' };
    case 'rate-missing':
      return { fr: 'taux manquant', en: 'a rate is missing' };
    default:
      return null;
  }
}
