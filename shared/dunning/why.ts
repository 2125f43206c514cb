/** Why: one plain sentence for every verdict, with its dates and reasons. */
import { countText } from '../base/numbers-text.ts';
import type { Words } from '../base/words.ts';
import type { Chase } from './chase.ts';
import { holdReason, type Sent } from './hold-reasons.ts';
import type { NextStep } from './next-step.ts';
import {
  agreeing,
  COLON,
  capitalised,
  day,
  days,
  lowerCase,
  SEMICOLON,
  type StepWords,
  sentLevel,
  stepWords,
} from './phrases.ts';
import { sendableFrom, type Verdict, type Weighing } from './verdict.ts';

export function whyWords(weighing: Weighing, verdict: Verdict): Words {
  const { next } = weighing.chase.driver;
  switch (verdict.code) {
    case 'level-due':
    case 'promise-broken':
      return sentWords(weighing, verdict, next);
    case 'not-yet':
    case 'level-done':
      return waitWords(weighing, next);
    default:
      return heldWords(next, holdReason(weighing, verdict));
  }
}

/** `Relance 2 aujourd’hui : facture F-12 échue depuis 20 jours ; relance 1 envoyée le 2 mai 2026.` */
function sentWords(weighing: Weighing, verdict: Sent, next: NextStep | null): Words {
  const name = nameOf(next);
  const grounds = sentGrounds(weighing, verdict);
  return { fr: `${name.fr} aujourd’hui${COLON} ${grounds.fr}`, en: `${name.en} today: ${grounds.en}` };
}

/** `facture F-12 échue depuis 20 jours ; relance 1 envoyée le 2 mai 2026.` */
function sentGrounds(weighing: Weighing, verdict: Sent): Words {
  const debt = debtWords(weighing);
  const before = verdict.code === 'promise-broken' ? brokenWords(verdict) : beforeWords(weighing.chase);
  if (before === null) return { fr: `${debt.fr}.`, en: `${debt.en}.` };
  return { fr: `${debt.fr}${SEMICOLON} ${before.fr}.`, en: `${debt.en}; ${before.en}.` };
}

/** Why a message goes out on a day to come, where its name and its day are told beside. */
export function plannedWords(weighing: Weighing, verdict: Verdict): Words {
  const isSent = verdict.code === 'level-due' || verdict.code === 'promise-broken';
  return isSent ? capitalised(sentGrounds(weighing, verdict)) : whyWords(weighing, verdict);
}

function nameOf(next: NextStep | null): StepWords {
  return next ? stepWords(next.step) : { fr: 'Aucun autre niveau', en: 'No other level', isFeminine: false };
}

/** What sets the pace, and how many others go with it. */
function debtWords({ chase, situation }: Weighing): Words {
  const { asked, driver } = chase;
  const number = situation.ledger.register.invoices.numberAt(driver.invoice);
  const age = ageWords(situation.asOf - driver.dueDay);
  const part = driver.instalment;
  const fr = `${part === null ? 'facture' : `échéance ${part} de la facture`} ${number} ${age.fr}`;
  const en = `${part === null ? 'invoice' : `instalment ${part} of invoice`} ${number} ${age.en}`;
  const others = new Set(asked.map(({ invoice }) => invoice)).size - 1;
  if (others < 1) return { fr, en };
  return {
    fr: `${fr}, avec ${countText(others, 'autre facture', 'autres factures', 'fr')}`,
    en: `${en}, with ${countText(others, 'other invoice', 'other invoices', 'en')}`,
  };
}

function ageWords(daysOverdue: number): Words {
  if (daysOverdue === 0) return { fr: 'à échoir aujourd’hui', en: 'due today' };
  const count = days(Math.abs(daysOverdue));
  if (daysOverdue < 0) return { fr: `à échoir dans ${count.fr}`, en: `due in ${count.en}` };
  return { fr: `échue depuis ${count.fr}`, en: `overdue for ${count.en}` };
}

function brokenWords({ promised }: Extract<Sent, { readonly code: 'promise-broken' }>): Words {
  const promisedFor = day(promised.promise.promisedOn);
  return {
    fr: `le règlement promis pour le ${promisedFor.fr} n’est pas venu`,
    en: `the payment promised for ${promisedFor.en} has not come`,
  };
}

/** What was sent last; null where nothing was. */
function beforeWords({ driver, group }: Chase): Words | null {
  const { last } = driver.history;
  if (last === null || last.level === null) return null;
  return sentLevel(group.ladder.steps.find(({ level }) => level === last.level) ?? null, last.level, last.at);
}

/** `Relance 1 envoyée le 2 mai 2026, délai jusqu’au 10 mai 2026 ; relance 2 le 14 mai 2026.` */
function waitWords(weighing: Weighing, next: NextStep | null): Words {
  const before = capitalised(beforeWords(weighing.chase) ?? debtWords(weighing));
  if (next === null) {
    return {
      fr: `${before.fr}${SEMICOLON} le calendrier ne prévoit rien d’autre, la suite est à décider.`,
      en: `${before.en}; the calendar has nothing more, what follows is to be decided.`,
    };
  }
  const granted = grantedWords(weighing);
  const name = lowerCase(stepWords(next.step));
  const on = day(sendableFrom(weighing, next));
  return {
    fr: `${before.fr}${granted.fr}${SEMICOLON} ${name.fr} le ${on.fr}.`,
    en: `${before.en}${granted.en}; ${name.en} on ${on.en}.`,
  };
}

/** The deadline last given, while it runs. */
function grantedWords({ chase, situation }: Weighing): Words {
  const { deadline } = chase.driver.history;
  if (deadline === null || deadline < situation.asOf) return { fr: '', en: '' };
  return { fr: `, délai jusqu’au ${day(deadline).fr}`, en: `, to be paid by ${day(deadline).en}` };
}

/** `Relance 2 le 14 mai 2026 ; retenue : banque à jour au 6 mai 2026, il y a 8 jours (7 jours au plus).` */
function heldWords(next: NextStep | null, reason: Words): Words {
  const name = nameOf(next);
  const on = next && day(next.dueOn);
  const held = agreeing(name.isFeminine, 'retenu');
  return {
    fr: `${name.fr}${on ? ` le ${on.fr}` : ''}${SEMICOLON} ${held}${COLON} ${reason.fr}.`,
    en: `${name.en}${on ? ` on ${on.en}` : ''}; held: ${reason.en}.`,
  };
}
