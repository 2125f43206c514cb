/** How each figure is computed, and what the report does not say, in plain words. */
import type { Words } from '../../../shared/base/words.ts';
import { FORESIGHT_LIMITS, FORESIGHT_METHOD } from '../../../shared/insight/method.ts';

/** One line of the method: what is explained, and the explanation. */
export type Explained = { readonly what: Words; readonly how: Words };

export const MEASURES: readonly Explained[] = [
  {
    what: { fr: 'Encours, échu, non échu', en: 'Open, overdue, not due' },
    how: {
      fr: 'Reste dû d’une facture = montant TTC − règlements, abandons et avoirs qui lui sont imputés à la date du rapport, jamais moins de 0. Échu : l’échéance est passée d’au moins un jour ; le jour de l’échéance, une facture n’est pas encore échue.',
      en: 'What is open of an invoice = total with VAT − payments, write-offs and credit notes applied to it by the report’s day, never below 0. Overdue: at least one day past the due date; on its due date an invoice is not due yet.',
    },
  },
  {
    what: { fr: 'Non imputé, solde', en: 'Unapplied, balance' },
    how: {
      fr: 'Non imputé : argent et avoirs reçus qui ne soldent encore aucune facture. Solde = encours − non imputé.',
      en: 'Unapplied: money and credit received that settles no invoice yet. Balance = open − unapplied.',
    },
  },
  {
    what: { fr: 'En litige', en: 'Disputed' },
    how: {
      fr: 'Montant contesté, au plus le reste dû. Il reste compté dans l’encours et dans la balance âgée.',
      en: 'The amount contested, at most what is open. It stays counted in what is open and in the ageing.',
    },
  },
  {
    what: { fr: 'DSO par épuisement (count-back)', en: 'DSO, count-back' },
    how: {
      fr: 'On retire de l’encours les ventes TTC du mois en cours, puis celles des mois précédents, jusqu’à épuisement ; le DSO est le nombre de jours ainsi remontés, le dernier mois au prorata.',
      en: 'Sales with VAT are taken off what is open, this month’s first, then month by month backwards until nothing is left; the DSO is the number of days gone back, the last month pro rata.',
    },
  },
  {
    what: { fr: 'DSO simple', en: 'DSO, simple' },
    how: {
      fr: 'Encours ÷ ventes TTC des {days} derniers jours × {days}.',
      en: 'Open ÷ sales with VAT of the last {days} days × {days}.',
    },
  },
  {
    what: { fr: 'DSO minimal possible', en: 'Best possible DSO' },
    how: {
      fr: 'Non échu ÷ ventes TTC des {days} derniers jours × {days} : le DSO si personne n’était en retard.',
      en: 'Not due ÷ sales with VAT of the last {days} days × {days}: the DSO if nobody were late.',
    },
  },
  {
    what: { fr: 'Retard moyen (ADD)', en: 'Average days delinquent (ADD)' },
    how: { fr: 'DSO simple − DSO minimal possible.', en: 'Simple DSO − best possible DSO.' },
  },
  {
    what: { fr: 'Efficacité du recouvrement (CEI)', en: 'Collection effectiveness (CEI)' },
    how: {
      fr: '(encours à la veille des {days} jours + ventes − encours) ÷ (encours à la veille + ventes − non échu). 100 % : tout ce qui était exigible est rentré.',
      en: '(open on the eve of the {days} days + sales − open) ÷ (open on the eve + sales − not due). 100%: all that was due has come in.',
    },
  },
  {
    what: { fr: 'Délai et retard pondérés', en: 'Weighted days to pay, days late' },
    how: {
      fr: 'Moyenne sur les encaissements des 365 derniers jours, pondérée par les montants : de la facture au règlement, de l’échéance au règlement (une avance compte en négatif). « Impayés compris » ajoute ce qui est échu et ouvert, compté jusqu’au jour du rapport.',
      en: 'Average over the cash of the last 365 days, weighted by amount: from invoice to payment, from due date to payment (early payments count negative). “Unpaid included” adds what is overdue and open, counted up to the report’s day.',
    },
  },
  ...FORESIGHT_METHOD,
];

export const LIMITS: readonly Words[] = [
  {
    fr: 'Le rapport ne sait que ce que dit le registre : un règlement reçu mais pas encore saisi manque ici aussi.',
    en: 'The report knows only what the register says: a payment received but not entered yet is missing here too.',
  },
  {
    fr: 'Tout est rejoué à la date du rapport : ce qui est daté d’après n’existe pas encore, ce qui a été corrigé depuis dans le registre change aussi le passé.',
    en: 'Everything is replayed as of the report’s day: what is dated after it does not exist yet, and what was corrected in the register since changes the past too.',
  },
  {
    fr: 'Une ligne illisible est mise à part et n’entre dans aucun total ; elle figure dans la feuille « {problems} ».',
    en: 'A row that cannot be read is left out of every total; it stands on the sheet “{problems}”.',
  },
  {
    fr: 'Les devises ne s’additionnent jamais et aucun cours de change n’est appliqué.',
    en: 'Currencies are never added together, and no exchange rate is applied.',
  },
  {
    fr: 'Les ventes sont TTC, par date de facture, avoirs déduits. Un chiffre qui ne peut pas être calculé est marqué « n. d. », avec la raison, jamais 0.',
    en: 'Sales include VAT, by issue date, less credit notes. A figure that cannot be computed is marked “n/a”, with the reason, never 0.',
  },
  ...FORESIGHT_LIMITS,
];

export const PROOF_WORDS: Words = {
  fr: 'Deux additions indépendantes du même registre, client par client : à gauche les postes encore ouverts, à droite tout ce qui a été facturé, crédité et réglé. L’écart est une formule vivante ; il doit être nul partout.',
  en: 'Two independent additions over the same register, client by client: on the left the items still open, on the right all that was invoiced, credited and paid. The difference is a live formula; it must be nil everywhere.',
};
