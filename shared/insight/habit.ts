/** Habit: how one client pays, in a sentence, from what its invoices of one currency did over two years. */
import { countText } from '../base/numbers-text.ts';
import type { Words } from '../base/words.ts';
import type { Behaviour } from './behaviour-columns.ts';

/** `3 factures sur 8 en retard depuis deux ans, de 12 jours en moyenne ; 1 règlement revenu impayé.` */
export function habitWords(behaviour: Behaviour, client: number): Words {
  const due = behaviour.due[client];
  if (due === 0) return earlyWords(behaviour.settledEarly[client]);
  const bounced = bouncedWords(behaviour.bounced[client]);
  const late = lateWords(due, behaviour.late[client], behaviour.daysLate[client]);
  return { fr: `${late.fr}${bounced.fr}.`, en: `${late.en}${bounced.en}.` };
}

function earlyWords(settled: number): Words {
  if (settled === 0) {
    return { fr: 'Aucune facture échue depuis deux ans.', en: 'No invoice has fallen due in two years.' };
  }
  return {
    fr: `Aucune facture échue depuis deux ans, ${countText(settled, 'réglée', 'réglées', 'fr')} d’avance.`,
    en: `No invoice has fallen due in two years, ${countText(settled, 'was', 'were', 'en')} paid early.`,
  };
}

function lateWords(due: number, late: number, daysLate: number): Words {
  if (late === 0) {
    return {
      fr: `Paie à l’heure\u202f: ${countText(due, 'facture échue', 'factures échues', 'fr')} depuis deux ans, aucune en retard`,
      en: `Pays on time: ${countText(due, 'invoice', 'invoices', 'en')} due in two years, none late`,
    };
  }
  const days = Math.max(1, Math.round(daysLate / late));
  return {
    fr: `${countText(late, 'facture', 'factures', 'fr')} sur ${due} en retard depuis deux ans, de ${countText(days, 'jour', 'jours', 'fr')} en moyenne`,
    en: `${late} of ${countText(due, 'invoice', 'invoices', 'en')} late in two years, by ${countText(days, 'day', 'days', 'en')} on average`,
  };
}

function bouncedWords(bounced: number): Words {
  if (bounced === 0) return { fr: '', en: '' };
  return {
    fr: `\u202f; ${countText(bounced, 'règlement revenu impayé', 'règlements revenus impayés', 'fr')}`,
    en: `; ${countText(bounced, 'payment came back', 'payments came back', 'en')}`,
  };
}
