/** Reasons: each indicator in one sentence with its figures. It says what was seen; what to do about it, people decide. */

import { type Currency, roundHalfAway } from '../../base/money.ts';
import { countText, dayText, moneyText, numberText, percentText } from '../../base/numbers-text.ts';
import { type Language, NARROW_NO_BREAK_SPACE, type Words } from '../../base/words.ts';
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
        ? `${SEMICOLON} peu d’historique, note rapprochée de celle du registre (${rate} de retards)`
        : '';
    if (late === 0)
      return `Aucun retard sur ${countText(due, 'facture échue', 'factures échues', language)}${drawn}.`;
    const paidLate = late < 2 ? 'réglée en retard ou échue impayée' : 'réglées en retard ou échues impayées';
    return `${countText(late, 'facture', 'factures', language)} sur ${due} ${paidLate}, ${meanText(daysOfLate, language)} en moyenne${drawn}.`;
  },
  'no-history': ({ history: { registerRate } }, language) =>
    `Aucune facture échue en 24 mois${SEMICOLON} on retient la conduite moyenne du registre (${percentText(registerRate, 0, language)} de retards).`,
  worsening: ({ history: { recentDaysLate, beforeDaysLate } }, language) =>
    `Le retard s’allonge${COLON} ${meanText(recentDaysLate, language)} ces 3 derniers mois, contre ${meanText(beforeDaysLate, language)} les 9 mois précédents.`,
  'oldest-overdue': (
    { debt: { oldestInvoice, oldestDays, oldestOpen } },
    language,
    { currency, invoiceNumber },
  ) =>
    `Facture ${invoiceNumber(oldestInvoice)} échue depuis ${daysText(oldestDays, language)} (${moneyText(oldestOpen, currency, language)}).`,
  'late-by-30': ({ chances: { lateBy30 }, debt: { exposure } }, language, { currency }) =>
    lateBy30 === 1
      ? `Tout ce qui est dû (${moneyText(exposure, currency, language)}) a déjà 30 jours de retard ou plus.`
      : `${percentText(lateBy30, 0, language)} de risque que ce qui est dû (${moneyText(exposure, currency, language)}) soit payé avec plus de 30 jours de retard, ou jamais.`,
  'credit-limit': ({ debt: { exposure, limit } }, language, { currency }) =>
    `Encours de ${moneyText(exposure, currency, language)} pour un plafond de ${moneyText(limit, currency, language)}${usedText(exposure, limit, language)}.`,
  concentration: ({ debt: { share } }, language) =>
    `Ce client doit à lui seul ${percentText(share, 0, language)} de tout l’encours.`,
  'fast-growing': ({ growth: { sales, salesBefore } }, language, { currency }) =>
    `Facturation en forte hausse${COLON} ${moneyText(sales, currency, language)} ces 3 derniers mois, contre ${moneyText(roundHalfAway(salesBefore), currency, language)} par trimestre auparavant.`,
  'new-client': ({ debt: { exposure }, growth: { usualExposure } }, language, { currency }) =>
    `Client nouveau dont l’encours (${moneyText(exposure, currency, language)}) dépasse l’encours médian des clients (${moneyText(usualExposure, currency, language)}).`,
  'broken-promise': ({ word: { brokenPromises, lastPromisedOn } }, language) =>
    brokenPromises < 2
      ? `Une promesse de règlement non tenue en 12 mois, pour le ${dayText(lastPromisedOn, language)}.`
      : `${brokenPromises} promesses de règlement non tenues en 12 mois, la dernière pour le ${dayText(lastPromisedOn, language)}.`,
  'missed-instalment': ({ word: { missedInstalments, missedAmount, missedSince } }, language, { currency }) =>
    `Échéancier non respecté${COLON} ${countText(missedInstalments, 'échéance impayée', 'échéances impayées', language)} pour ${moneyText(missedAmount, currency, language)}, depuis le ${dayText(missedSince, language)}.`,
  'late-plan': ({ word: { latePlanOn } }, language) =>
    `Échéancier accordé après l’échéance, le ${dayText(latePlanOn, language)}.`,
  'longer-terms': ({ growth: { termDays, termDaysBefore } }, language) =>
    `Délais de paiement allongés${COLON} ${daysText(Math.round(termDays), language)} en moyenne ces 3 derniers mois, contre ${Math.round(termDaysBefore)} auparavant.`,
  insolvency: ({ marks: { insolvencyOn } }, language) =>
    `Procédure collective ouverte le ${dayText(insolvencyOn, language)}${COLON} créances à déclarer.`,
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
      due <= FEW_INVOICES ? `; little history, so the mark leans on the register’s (${rate} late)` : '';
    if (late === 0) return `None of ${countText(due, 'invoice', 'invoices', language)} due was late${drawn}.`;
    return `${late} of ${countText(due, 'invoice', 'invoices', language)} paid late or overdue, ${meanText(daysOfLate, language)} on average${drawn}.`;
  },
  'no-history': ({ history: { registerRate } }, language) =>
    `No invoice fell due in 24 months; the register’s average conduct stands in (${percentText(registerRate, 0, language)} late).`,
  worsening: ({ history: { recentDaysLate, beforeDaysLate } }, language) =>
    `Lateness is growing: ${meanText(recentDaysLate, language)} in the last 3 months, against ${meanText(beforeDaysLate, language)} in the 9 months before.`,
  'oldest-overdue': (
    { debt: { oldestInvoice, oldestDays, oldestOpen } },
    language,
    { currency, invoiceNumber },
  ) =>
    `Invoice ${invoiceNumber(oldestInvoice)} is ${daysText(oldestDays, language)} overdue (${moneyText(oldestOpen, currency, language)}).`,
  'late-by-30': ({ chances: { lateBy30 }, debt: { exposure } }, language, { currency }) =>
    lateBy30 === 1
      ? `All that is owed (${moneyText(exposure, currency, language)}) is 30 days overdue or more already.`
      : `${percentText(lateBy30, 0, language)} risk that what is owed (${moneyText(exposure, currency, language)}) is paid more than 30 days late, or never.`,
  'credit-limit': ({ debt: { exposure, limit } }, language, { currency }) =>
    `Exposure of ${moneyText(exposure, currency, language)} against a limit of ${moneyText(limit, currency, language)}${usedText(exposure, limit, language)}.`,
  concentration: ({ debt: { share } }, language) =>
    `This client owes ${percentText(share, 0, language)} of all that is owed.`,
  'fast-growing': ({ growth: { sales, salesBefore } }, language, { currency }) =>
    `Sales are growing fast: ${moneyText(sales, currency, language)} in the last 3 months, against ${moneyText(roundHalfAway(salesBefore), currency, language)} a quarter before.`,
  'new-client': ({ debt: { exposure }, growth: { usualExposure } }, language, { currency }) =>
    `A new client whose exposure (${moneyText(exposure, currency, language)}) is above the clients’ median (${moneyText(usualExposure, currency, language)}).`,
  'broken-promise': ({ word: { brokenPromises, lastPromisedOn } }, language) =>
    brokenPromises < 2
      ? `One promise to pay not kept in 12 months, for ${dayText(lastPromisedOn, language)}.`
      : `${brokenPromises} promises to pay not kept in 12 months, the last for ${dayText(lastPromisedOn, language)}.`,
  'missed-instalment': ({ word: { missedInstalments, missedAmount, missedSince } }, language, { currency }) =>
    `Payment plan not kept: ${countText(missedInstalments, 'instalment', 'instalments', language)} unpaid for ${moneyText(missedAmount, currency, language)}, since ${dayText(missedSince, language)}.`,
  'late-plan': ({ word: { latePlanOn } }, language) =>
    `Payment plan agreed after the due date, on ${dayText(latePlanOn, language)}.`,
  'longer-terms': ({ growth: { termDays, termDaysBefore } }, language) =>
    `Terms have grown longer: ${daysText(Math.round(termDays), language)} on average in the last 3 months, against ${Math.round(termDaysBefore)} before.`,
  insolvency: ({ marks: { insolvencyOn } }, language) =>
    `Insolvency proceedings opened on ${dayText(insolvencyOn, language)}: claims must be filed.`,
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
