/** Reasons: each indicator in one sentence with its figures. It says what was seen; what to do about it, people decide. */

import type { Currency } from '../base/money.ts';
import { countText, dayText, moneyText, numberText, percentText } from '../base/numbers-text.ts';
import { type Language, NARROW_NO_BREAK_SPACE, type Words } from '../base/words.ts';
import type { RiskFigures } from './risk-figures.ts';
import type { RiskCode } from './risk-points.ts';

/** What a sentence needs beside the client's figures. */
export type Naming = {
  readonly currency: Currency;
  readonly invoiceNumber: (invoice: number) => string;
};

type Sentence = (figures: RiskFigures, language: Language, naming: Naming) => string;
type Sentences = Readonly<Record<RiskCode, Sentence>>;

/** Up to so many invoices the register's rate weighs enough for the sentence to name it. */
const FEW_INVOICES = 4;

/** French sets a narrow space before `:` and `;`. */
const COLON = `${NARROW_NO_BREAK_SPACE}:`;
const SEMICOLON = `${NARROW_NO_BREAK_SPACE};`;

/** The reason in both languages, each written when it is read: of thousands of clients a report shows few, and in one language. */
export function reasonText(code: RiskCode, figures: RiskFigures, naming: Naming): Words {
  return {
    get fr() {
      return FRENCH[code](figures, 'fr', naming);
    },
    get en() {
      return ENGLISH[code](figures, 'en', naming);
    },
  };
}

const FRENCH: Sentences = {
  'late-rate': (figures, language) => {
    const {
      history: { due, late, daysOfLate, registerRate },
    } = figures;
    const rate = percentText(registerRate, 0, language);
    const drawn =
      due <= FEW_INVOICES
        ? `${SEMICOLON} peu d’historique, taux rapproché de celui du registre (${rate})`
        : '';
    if (late === 0)
      return `Aucun retard sur ${countText(due, 'facture échue', 'factures échues', language)}${drawn}.`;
    const paidLate = late < 2 ? 'réglée en retard ou échue impayée' : 'réglées en retard ou échues impayées';
    return `${countText(late, 'facture', 'factures', language)} sur ${due} ${paidLate}, ${meanText(daysOfLate, language)} en moyenne${drawn}.`;
  },
  'no-history': ({ history: { registerRate } }, language) =>
    `Aucune facture échue en 24 mois${SEMICOLON} on retient le taux de retard du registre (${percentText(registerRate, 0, language)}).`,
  'days-late': ({ history: { meanDaysLate } }, language) =>
    `${meanText(meanDaysLate, language)} de retard en moyenne sur 12 mois, pondérée par les montants, impayés compris.`,
  worsening: ({ history: { recentDaysLate, beforeDaysLate } }, language) =>
    `Le retard s’allonge${COLON} ${meanText(recentDaysLate, language)} ces 3 derniers mois, contre ${meanText(beforeDaysLate, language)} les 9 mois précédents.`,
  'oldest-overdue': (
    { debt: { oldestInvoice, oldestDays, oldestOpen } },
    language,
    { currency, invoiceNumber },
  ) =>
    `Facture ${invoiceNumber(oldestInvoice)} échue depuis ${daysText(oldestDays, language)} (${moneyText(oldestOpen, currency, language)}).`,
  'overdue-share': ({ debt: { exposure, overdue } }, language, { currency }) =>
    `${percentText(overdue / exposure, 0, language)} de l’encours est échu${COLON} ${moneyText(overdue, currency, language)} sur ${moneyText(exposure, currency, language)}.`,
  'credit-limit': ({ debt: { exposure, limit } }, language, { currency }) =>
    `Encours de ${moneyText(exposure, currency, language)} pour un plafond de ${moneyText(limit, currency, language)}${usedText(exposure, limit, language)}.`,
  'broken-promise': ({ word: { brokenPromises, lastPromisedOn } }, language) =>
    brokenPromises < 2
      ? `Une promesse de règlement non tenue en 12 mois, pour le ${dayText(lastPromisedOn, language)}.`
      : `${brokenPromises} promesses de règlement non tenues en 12 mois, la dernière pour le ${dayText(lastPromisedOn, language)}.`,
  'missed-instalment': ({ word: { missedInstalments, missedAmount, missedSince } }, language, { currency }) =>
    `Échéancier non respecté${COLON} ${countText(missedInstalments, 'échéance impayée', 'échéances impayées', language)} pour ${moneyText(missedAmount, currency, language)}, depuis le ${dayText(missedSince, language)}.`,
  'late-plan': ({ word: { latePlanOn } }, language) =>
    `Échéancier accordé après l’échéance, le ${dayText(latePlanOn, language)}.`,
  'bounced-payment': ({ marks: { bounced, bouncedAmount } }, language, { currency }) =>
    `${countText(bounced, 'règlement rejeté', 'règlements rejetés', language)} en 12 mois, ${moneyText(bouncedAmount, currency, language)}.`,
  'write-off': ({ marks: { sales, writtenOff } }, language, { currency }) =>
    `${moneyText(writtenOff, currency, language)} abandonnés en 24 mois${sales > 0 ? `, soit ${percentText(writtenOff / sales, 1, language)} des ventes` : ''}.`,
  dispute: ({ marks: { disputes, disputedAmount } }, language, { currency }) =>
    `${countText(disputes, 'facture', 'factures', language)} en litige, ${moneyText(disputedAmount, currency, language)}.`,
};

const ENGLISH: Sentences = {
  'late-rate': (figures, language) => {
    const {
      history: { due, late, daysOfLate, registerRate },
    } = figures;
    const rate = percentText(registerRate, 0, language);
    const drawn =
      due <= FEW_INVOICES ? `; little history, so the rate leans on the register’s (${rate})` : '';
    if (late === 0) return `None of ${countText(due, 'invoice', 'invoices', language)} due was late${drawn}.`;
    return `${late} of ${countText(due, 'invoice', 'invoices', language)} paid late or overdue, ${meanText(daysOfLate, language)} on average${drawn}.`;
  },
  'no-history': ({ history: { registerRate } }, language) =>
    `No invoice fell due in 24 months; the register’s late rate stands in (${percentText(registerRate, 0, language)}).`,
  'days-late': ({ history: { meanDaysLate } }, language) =>
    `${meanText(meanDaysLate, language)} late on average over 12 months, weighted by amount, unpaid invoices included.`,
  worsening: ({ history: { recentDaysLate, beforeDaysLate } }, language) =>
    `Lateness is growing: ${meanText(recentDaysLate, language)} in the last 3 months, against ${meanText(beforeDaysLate, language)} in the 9 months before.`,
  'oldest-overdue': (
    { debt: { oldestInvoice, oldestDays, oldestOpen } },
    language,
    { currency, invoiceNumber },
  ) =>
    `Invoice ${invoiceNumber(oldestInvoice)} is ${daysText(oldestDays, language)} overdue (${moneyText(oldestOpen, currency, language)}).`,
  'overdue-share': ({ debt: { exposure, overdue } }, language, { currency }) =>
    `${percentText(overdue / exposure, 0, language)} of the exposure is overdue: ${moneyText(overdue, currency, language)} of ${moneyText(exposure, currency, language)}.`,
  'credit-limit': ({ debt: { exposure, limit } }, language, { currency }) =>
    `Exposure of ${moneyText(exposure, currency, language)} against a limit of ${moneyText(limit, currency, language)}${usedText(exposure, limit, language)}.`,
  'broken-promise': ({ word: { brokenPromises, lastPromisedOn } }, language) =>
    brokenPromises < 2
      ? `One promise to pay not kept in 12 months, for ${dayText(lastPromisedOn, language)}.`
      : `${brokenPromises} promises to pay not kept in 12 months, the last for ${dayText(lastPromisedOn, language)}.`,
  'missed-instalment': ({ word: { missedInstalments, missedAmount, missedSince } }, language, { currency }) =>
    `Payment plan not kept: ${countText(missedInstalments, 'instalment', 'instalments', language)} unpaid for ${moneyText(missedAmount, currency, language)}, since ${dayText(missedSince, language)}.`,
  'late-plan': ({ word: { latePlanOn } }, language) =>
    `Payment plan agreed after the due date, on ${dayText(latePlanOn, language)}.`,
  'bounced-payment': ({ marks: { bounced, bouncedAmount } }, language, { currency }) =>
    `${countText(bounced, 'payment', 'payments', language)} bounced in 12 months, ${moneyText(bouncedAmount, currency, language)}.`,
  'write-off': ({ marks: { sales, writtenOff } }, language, { currency }) =>
    `${moneyText(writtenOff, currency, language)} written off in 24 months${sales > 0 ? `, ${percentText(writtenOff / sales, 1, language)} of sales` : ''}.`,
  dispute: ({ marks: { disputes, disputedAmount } }, language, { currency }) =>
    `${countText(disputes, 'invoice', 'invoices', language)} in dispute, ${moneyText(disputedAmount, currency, language)}.`,
};

/** How much of the limit is used; nothing where the limit is 0. */
function usedText(exposure: number, limit: number, language: Language): string {
  return limit > 0 ? ` (${percentText(exposure / limit, 0, language)})` : '';
}

function daysText(days: number, language: Language): string {
  return language === 'fr'
    ? countText(days, 'jour', 'jours', language)
    : countText(days, 'day', 'days', language);
}

/** A mean below ten days keeps one decimal: 0.4 day is not 0. */
function meanText(days: number, language: Language): string {
  const shown = days < 9.95 ? Math.round(days * 10) / 10 : Math.round(days);
  if (Number.isInteger(shown)) return daysText(shown, language);
  const noun = language === 'fr' ? (shown < 2 ? 'jour' : 'jours') : 'days';
  return `${numberText(shown, 1, language)} ${noun}`;
}
