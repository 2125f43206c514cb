/** The words of acts: what to do, for whom, for how much, and what speaks for it. */
import type { DayNumber } from '../base/civil-date.ts';
import { countText, dayText, moneyText } from '../base/numbers-text.ts';
import { NARROW_NO_BREAK_SPACE, type Words } from '../base/words.ts';
import type { Situation } from './acts.ts';

/** French sets a narrow space before `:` and `;`. */
const COLON = `${NARROW_NO_BREAK_SPACE}:`;
const SEMICOLON = `${NARROW_NO_BREAK_SPACE};`;

/** An amount in both languages. */
export function money({ ledger, currencyIndex }: Situation, minor: number): Words {
  const code = ledger.register.currencies[currencyIndex];
  return { fr: moneyText(minor, code, 'fr'), en: moneyText(minor, code, 'en') };
}

function days(count: number): Words {
  return { fr: countText(count, 'jour', 'jours', 'fr'), en: countText(count, 'day', 'days', 'en') };
}

function day(dayNumber: DayNumber): Words {
  return { fr: dayText(dayNumber, 'fr'), en: dayText(dayNumber, 'en') };
}

/** @param sinceContact days; null: the journal tells of no contact */
export function chaseWords(
  name: string,
  overdue: Words,
  oldestDays: number,
  sinceContact: number | null,
): Words {
  const oldest = days(oldestDays);
  const contact = contactWords(sinceContact);
  return {
    fr: `Relancer ${name}${COLON} ${overdue.fr} échus, le plus ancien depuis ${oldest.fr}${SEMICOLON} ${contact.fr}.`,
    en: `Chase ${name}: ${overdue.en} overdue, the oldest for ${oldest.en}; ${contact.en}.`,
  };
}

function contactWords(sinceContact: number | null): Words {
  if (sinceContact === null) return { fr: 'aucun contact au journal', en: 'no contact in the journal' };
  if (sinceContact === 0) return { fr: 'dernier contact aujourd’hui', en: 'last contact today' };
  const ago = days(sinceContact);
  return { fr: `dernier contact il y a ${ago.fr}`, en: `last contact ${ago.en} ago` };
}

export function brokenPromiseWords(name: string, promisedOn: DayNumber, open: Words): Words {
  const promised = day(promisedOn);
  return {
    fr: `Rappeler ${name}${COLON} la promesse de règlement pour le ${promised.fr} n’a pas été tenue, ${open.fr} restent dus.`,
    en: `Call ${name}: the promise to pay by ${promised.en} was not kept, ${open.en} is still due.`,
  };
}

export function brokenPlanWords(
  name: string,
  invoiceNumber: string,
  missed: Words,
  oldestDays: number,
): Words {
  const oldest = days(oldestDays);
  return {
    fr: `Rappeler ${name}${COLON} échéancier de la facture ${invoiceNumber} non respecté, ${missed.fr} impayés depuis ${oldest.fr}.`,
    en: `Call ${name}: the payment plan of invoice ${invoiceNumber} is not kept, ${missed.en} unpaid for ${oldest.en}.`,
  };
}

export function applyCashWords(name: string, unapplied: Words, open: Words): Words {
  return {
    fr: `Imputer ${unapplied.fr} de règlements et d’avoirs de ${name} encore sans facture${COLON} ${open.fr} de factures ouvertes chez ce client.`,
    en: `Apply ${unapplied.en} of payments and credit from ${name} that stand on no invoice: ${open.en} of its invoices is open.`,
  };
}

export function disputeWords(
  name: string,
  invoiceNumber: string,
  disputed: Words,
  age: number,
  reason: string,
): Words {
  const since = days(age);
  const why = reason === '' ? '' : ` (${reason})`;
  return {
    fr: `Régler le litige avec ${name} sur la facture ${invoiceNumber}${COLON} ${disputed.fr} bloqués depuis ${since.fr}${why}.`,
    en: `Settle the dispute with ${name} about invoice ${invoiceNumber}: ${disputed.en} held up for ${since.en}${why}.`,
  };
}

export function overLimitWords(name: string, exposure: Words, limit: Words, excess: Words): Words {
  return {
    fr: `Revoir le plafond ou l’encours de ${name}${COLON} ${exposure.fr} pour un plafond de ${limit.fr}, soit ${excess.fr} de plus.`,
    en: `Review the limit or the exposure of ${name}: ${exposure.en} against a limit of ${limit.en}, ${excess.en} above it.`,
  };
}

export function unknownSendsWords(count: number): Words {
  const fr = countText(count, 'envoi dont l’issue est inconnue', 'envois dont l’issue est inconnue', 'fr');
  return {
    fr: `Vérifier ${fr} au journal avant toute nouvelle relance.`,
    en: `Check ${countText(count, 'message', 'messages', 'en')} in the journal that may or may not have left, before any new reminder.`,
  };
}

export function mendRowsWords(count: number): Words {
  return {
    fr: `Corriger ${countText(count, 'anomalie', 'anomalies', 'fr')} du registre${COLON} les lignes écartées manquent aux totaux.`,
    en: `Mend ${countText(count, 'problem', 'problems', 'en')} in the register: rows left out are missing from the totals.`,
  };
}
