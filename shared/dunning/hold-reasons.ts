/** Hold reasons: what keeps a message back, with the dates and amounts behind it and, where one is known, the end. */
import type { DayNumber } from '../base/civil-date.ts';
import { countText } from '../base/numbers-text.ts';
import { unreachable } from '../base/result.ts';
import type { Words } from '../base/words.ts';
import type { MissingRate } from '../law/half-year-rates.ts';
import { REMINDERS_FIRST } from '../register/reading/check-calendars.ts';
import { ago, amount, day, days, halfYearName, SEMICOLON } from './phrases.ts';
import type { Promised } from './promised.ts';
import type { Verdict, Weighing } from './verdict.ts';

export type Sent = Extract<Verdict, { readonly code: 'level-due' | 'promise-broken' }>;
export type Held = Exclude<Verdict, Sent | { readonly code: 'not-yet' | 'level-done' }>;
type OfCode<Code extends Held['code']> = Extract<Held, { readonly code: Code }>;

/** A clause that follows « retenu : ». */
export function holdReason({ chase, situation }: Weighing, held: Held): Words {
  const { asOf, ledger, policy } = situation;
  const currency = ledger.register.currencies[chase.group.currency];
  switch (held.code) {
    case 'insolvency':
      return insolvency(held, asOf);
    case 'client-hold':
      return clientHold(held);
    case 'disputed':
    case 'unapplied-covers':
    case 'below-tolerance':
      return moneyReason(held, currency);
    case 'promise-pending':
      return promisePending(held.promised);
    case 'plan-unwritten':
      return planUnwritten(held.agreedOn);
    case 'unknown-send':
      return unknownSend(held);
    case 'payment-unread':
      return paymentUnread(held.row);
    case 'bank-stale':
      return bankStale(held, asOf, policy.bankFreshnessDays);
    case 'cool-down':
      return coolDown(held, asOf);
    case 'contact-limit':
      return contactLimit(held);
    case 'three-reminders-first':
      return remindersFirst(held.reminders);
    case 'no-address':
      return { fr: 'ni courriel ni adresse postale', en: 'neither an email nor a postal address' };
    case 'rate-missing':
      return rateMissing(held.missing);
    case 'not-a-working-day':
      return notAWorkingDay(held.until);
    case 'quota':
      return quota(held.until);
    default:
      return unreachable(held);
  }
}

function moneyReason(
  held: OfCode<'disputed' | 'unapplied-covers' | 'below-tolerance'>,
  currency: string,
): Words {
  if (held.code === 'disputed') return disputed(held, currency);
  return held.code === 'unapplied-covers' ? unappliedCovers(held, currency) : belowTolerance(held, currency);
}

/** What is left to do is said with it: a claim that is not declared in time is lost. */
function insolvency({ declareBy, openedOn }: OfCode<'insolvency'>, asOf: DayNumber): Words {
  const opened = day(openedOn);
  const declared = declareBy === null ? DECLARE : declareWords(declareBy, asOf);
  return {
    fr: `procédure collective ouverte le ${opened.fr}, plus de relance, ${declared.fr}`,
    en: `insolvency proceedings opened on ${opened.en}, no more reminders, ${declared.en}`,
  };
}

const DECLARE: Words = { fr: 'créance à déclarer', en: 'the claim is to be declared' };

function declareWords(declareBy: DayNumber, asOf: DayNumber): Words {
  const by = day(declareBy);
  return declareBy < asOf
    ? {
        fr: `deux mois pour déclarer la créance, passés le ${by.fr}`,
        en: `two months to declare the claim, passed on ${by.en}`,
      }
    : { fr: `créance à déclarer d’ici au ${by.fr}`, en: `the claim is to be declared by ${by.en}` };
}

export function planUnwritten(agreedOn: DayNumber): Words {
  const on = day(agreedOn);
  return {
    fr: `échéancier convenu le ${on.fr}, échéances à saisir`,
    en: `a payment plan was agreed on ${on.en}, its instalments are to be entered`,
  };
}

function contactLimit({ contacts, until }: OfCode<'contact-limit'>): Words {
  const from = day(until);
  return {
    fr: `${countText(contacts, 'contact', 'contacts', 'fr')} en 30 jours, pas d’autre avant le ${from.fr}`,
    en: `${countText(contacts, 'contact', 'contacts', 'en')} in 30 days, no other before ${from.en}`,
  };
}

function quota(until: DayNumber): Words {
  const from = day(until);
  return {
    fr: `quota de courriels du jour épuisé, à envoyer le ${from.fr}`,
    en: `the day’s quota of emails is used up, to be sent on ${from.en}`,
  };
}

function clientHold({ reason, until }: OfCode<'client-hold'>): Words {
  const because = reason === '' ? '' : ` (${reason})`;
  return {
    fr: `relances suspendues jusqu’au ${day(until).fr} inclus${because}`,
    en: `reminders suspended up to ${day(until).en} included${because}`,
  };
}

function disputed(held: OfCode<'disputed'>, currency: string): Words {
  const sum = amount(held.amount, currency);
  const since = day(held.since);
  return { fr: `${sum.fr} en litige depuis le ${since.fr}`, en: `${sum.en} in dispute since ${since.en}` };
}

export function promisePending({ lastDay, promise }: Promised): Words {
  const promised = day(promise.promisedOn);
  return {
    fr: `règlement promis pour le ${promised.fr}, attendu jusqu’au ${day(lastDay).fr}`,
    en: `payment promised for ${promised.en}, awaited until ${day(lastDay).en}`,
  };
}

function unknownSend({ at, level }: OfCode<'unknown-send'>): Words {
  const sentOn = day(at);
  const message = level === null ? { fr: 'l’envoi', en: 'the message' } : levelSending(level);
  return {
    fr: `issue inconnue de ${message.fr} du ${sentOn.fr}, à vérifier au journal`,
    en: `nobody knows whether ${message.en} of ${sentOn.en} left, check it in the journal`,
  };
}

function levelSending(level: number): Words {
  return { fr: `l’envoi du niveau ${level}`, en: `the level ${level} message` };
}

function paymentUnread(row: number): Words {
  return {
    fr: `règlement illisible à la ligne ${row} des règlements, à corriger d’abord`,
    en: `a payment that cannot be read in row ${row} of the payments, to be mended first`,
  };
}

function unappliedCovers({ asked, unapplied }: OfCode<'unapplied-covers'>, currency: string): Words {
  const received = amount(unapplied, currency);
  const debt = amount(asked, currency);
  return {
    fr: `${received.fr} reçus ou crédités sans facture couvrent les ${debt.fr} à demander, à imputer d’abord`,
    en: `${received.en} received or credited without an invoice covers the ${debt.en} to ask for, apply it first`,
  };
}

function belowTolerance({ tolerance, total }: OfCode<'below-tolerance'>, currency: string): Words {
  const sum = amount(total, currency);
  const least = amount(tolerance, currency);
  return {
    fr: `${sum.fr} à demander, moins de ${least.fr}`,
    en: `${sum.en} to ask for, less than ${least.en}`,
  };
}

function bankStale({ bankDay }: OfCode<'bank-stale'>, asOf: DayNumber, freshnessDays: number): Words {
  if (bankDay === null) {
    return { fr: 'aucun règlement dans le registre', en: 'no payment in the register' };
  }
  const at = day(bankDay);
  const since = ago(asOf - bankDay);
  const most = days(freshnessDays);
  return {
    fr: `banque à jour au ${at.fr}, ${since.fr} (${most.fr} au plus)`,
    en: `bank up to date on ${at.en}, ${since.en} (${most.en} at most)`,
  };
}

function coolDown({ since, until }: OfCode<'cool-down'>, asOf: DayNumber): Words {
  const contact = day(since);
  const from = day(until);
  return {
    fr: `dernier contact le ${contact.fr}, ${ago(asOf - since).fr}${SEMICOLON} pas avant le ${from.fr}`,
    en: `last contact on ${contact.en}, ${ago(asOf - since).en}; not before ${from.en}`,
  };
}

function remindersFirst(reminders: number): Words {
  const fr = countText(reminders, 'relance envoyée', 'relances envoyées', 'fr');
  const en = countText(reminders, 'reminder sent', 'reminders sent', 'en');
  return {
    fr: `${fr} sur les ${REMINDERS_FIRST} qui précèdent une mise en demeure`,
    en: `${en} of the ${REMINDERS_FIRST} that come before a formal notice`,
  };
}

function rateMissing({ from, series }: MissingRate): Words {
  const half = halfYearName(from);
  return {
    fr: `le taux ${series} ${half.fr} manque aux taux du registre`,
    en: `the ${series} rate ${half.en} is missing from the register’s rates`,
  };
}

function notAWorkingDay(until: DayNumber): Words {
  return {
    fr: `jour non ouvré, à envoyer le ${day(until).fr}`,
    en: `no working day, to be sent on ${day(until).en}`,
  };
}
