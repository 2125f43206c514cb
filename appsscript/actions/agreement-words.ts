/** Agreements as the sheet and the sidebar tell of them: what was agreed, what became of it, what follows. */
import { civilDate } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import { dayText } from '../../shared/base/numbers-text.ts';
import { type Language, typesetFrench, type Words } from '../../shared/base/words.ts';
import type { Agreement, AgreementState } from '../../shared/insight/agreements.ts';
import { PROMISE_GRACE_DAYS } from '../../shared/insight/promises.ts';
import type { Register } from '../../shared/register/entries.ts';
import type { AgreementRow } from '../contract/reminders.ts';

/** `Promesse`, `Échéance 2 sur 3`, `Rappel promis` */
export function agreementTitle({ count, kind, rank }: Agreement, language: Language): string {
  const titles: Readonly<Record<Agreement['kind'], Words>> = {
    promise: { fr: 'Promesse', en: 'Promise' },
    instalment: { fr: `Échéance ${rank} sur ${count}`, en: `Instalment ${rank} of ${count}` },
    callBack: { fr: 'À rappeler', en: 'To call back' },
  };
  return titles[kind][language];
}

/** One sentence, in the user's language. */
export function agreementWords(agreement: Agreement, language: Language): string {
  const words = sentence(agreement);
  return language === 'fr' ? typesetFrench(words.fr) : words.en;
}

function sentence(agreement: Agreement): Words {
  switch (agreement.kind) {
    case 'callBack':
      return callBackWords(agreement);
    case 'promise':
      return promiseWords(agreement);
    default:
      return instalmentWords(agreement);
  }
}

function callBackWords({ day, madeOn, state }: Agreement): Words {
  const [frDay, enDay] = [dayText(day, 'fr'), dayText(day, 'en')];
  const [frMade, enMade] = [dayText(madeOn, 'fr'), dayText(madeOn, 'en')];
  if (state === 'broken') {
    return {
      fr: `Devait être rappelé le ${frDay}, après l’appel du ${frMade}.`,
      en: `Was to be called back on ${enDay}, after the call of ${enMade}.`,
    };
  }
  return {
    fr: `À rappeler le ${frDay}, après l’appel du ${frMade}.`,
    en: `To be called back on ${enDay}, after the call of ${enMade}.`,
  };
}

function promiseWords({ day, madeOn, state }: Agreement): Words {
  const fr = `Promis le ${dayText(madeOn, 'fr')} pour le ${dayText(day, 'fr')}`;
  const en = `Promised on ${dayText(madeOn, 'en')} for ${dayText(day, 'en')}`;
  const lastDay = day + PROMISE_GRACE_DAYS;
  const follows: Readonly<Record<AgreementState, Words>> = {
    pending: {
      fr: `les relances attendent jusqu’au ${dayText(lastDay, 'fr')}`,
      en: `reminders wait until ${dayText(lastDay, 'en')}`,
    },
    today: { fr: 'à vérifier en banque aujourd’hui', en: 'look for it at the bank today' },
    grace: {
      fr: `pas encore vu, attendu jusqu’au ${dayText(lastDay, 'fr')}`,
      en: `not seen yet, awaited until ${dayText(lastDay, 'en')}`,
    },
    broken: { fr: 'non tenue, les relances reprennent', en: 'broken, reminders go on' },
    kept: { fr: 'tenue', en: 'kept' },
  };
  return { fr: `${fr} : ${follows[state].fr}.`, en: `${en}: ${follows[state].en}.` };
}

function instalmentWords({ day, madeOn, state }: Agreement): Words {
  const fr = `Échéancier du ${dayText(madeOn, 'fr')}, à payer le ${dayText(day, 'fr')}`;
  const en = `Plan of ${dayText(madeOn, 'en')}, to be paid on ${dayText(day, 'en')}`;
  const follows: Readonly<Record<AgreementState, Words>> = {
    pending: { fr: 'à venir', en: 'to come' },
    today: { fr: 'à vérifier en banque aujourd’hui', en: 'look for it at the bank today' },
    grace: { fr: 'pas encore vue', en: 'not seen yet' },
    broken: { fr: 'impayée, elle est relancée', en: 'unpaid, it is reminded of' },
    kept: { fr: 'payée', en: 'paid' },
  };
  return { fr: `${fr} : ${follows[state].fr}.`, en: `${en}: ${follows[state].en}.` };
}

/** As the sidebar is told. */
export function agreementRow(register: Register, agreement: Agreement, language: Language): AgreementRow {
  const { clients, currencies, invoices } = register;
  const { amount, client, day, invoice, kind, state } = agreement;
  const currency = currencies[agreement.currency];
  return {
    kind,
    state,
    client: clients[client].code,
    clientName: clients[client].name,
    currency,
    invoice: invoice < 0 ? '' : invoices.numberAt(invoice),
    amount: amount === null ? '' : decimalText(amount, currency),
    day: civilDate(day),
    title: agreementTitle(agreement, language),
    text: agreementWords(agreement, language),
  };
}
