/** How risk, credit and forecast are worked out, and what they cannot know: told to an accountant, beside the figures. */
import type { Words } from '../base/words.ts';

/** French with plain spaces: who prints it sets the narrow ones. */
export type Told = { readonly what: Words; readonly how: Words };

export const FORESIGHT_METHOD: readonly Told[] = [
  {
    what: { fr: 'Habitudes de paiement', en: 'Payment delays' },
    how: {
      fr: 'Pour chaque client, la part encore impayée tant de jours après l’échéance. Chaque facture compte par le temps que son argent a mis ; un règlement partiel, pour sa part. Ce qui est encore ouvert compte comme impayé jusqu’ici, ce qui est passé en perte comme jamais payé : sans cela, on ne verrait que les meilleurs règlements. Une facture échue il y a un an pèse moitié moins qu’une facture d’aujourd’hui. Avec peu de factures, la courbe du client est rapprochée de celle de son type (société, particulier, administration…), et celle-ci de celle du registre ; le registre dit lui-même de combien, selon que ses clients se ressemblent ou non.',
      en: 'For each client, the share still unpaid so many days after the due date. Each invoice counts by the time its money took; a part payment by its part. What is still open counts as unpaid so far, what was written off as never paid: without that only the best payments would show. An invoice due a year ago weighs half of one due today. With few invoices a client’s curve is drawn towards that of its kind (company, individual, public body…), and that towards the register’s; the register itself tells how far, by how alike its clients are.',
    },
  },
  {
    what: { fr: 'Jours de paiement', en: 'Payment days' },
    how: {
      fr: 'L’argent arrive les jours ouvrés, sauf si le registre montre le contraire. Si les règlements passés d’un client tombent un même jour de la semaine ou du mois bien plus souvent que ses échéances ne l’expliquent, la prévision suit ces jours.',
      en: 'Money comes on working days, unless the register shows otherwise. Where a client’s past payments fall on one weekday or one day of the month far more often than its due dates explain, the forecast follows those days.',
    },
  },
  {
    what: { fr: 'Score de risque', en: 'Risk score' },
    how: {
      fr: 'Une somme de points, de 0 (sûr) à 100 ; chaque motif dit les siens. L’essentiel (55 points) vient du retard habituel : 10 jours d’avance ou plus ne coûtent rien, 20 jours de retard ou plus coûtent tout, et l’on rapproche de la moyenne du registre les clients qui ont peu de factures. S’y ajoutent la tendance, le risque que le dû actuel dépasse 30 jours de retard, les plus vieux impayés, le plafond, la concentration, une facturation ou des délais qui s’allongent, promesses et échéanciers non tenus, rejets, pertes, litiges. Une procédure collective donne la note D. Notes : A sous 25, B sous 45, C sous 65, D au-delà ; « inconnue » sous trois factures ou six mois de recul.',
      en: 'A sum of points, from 0 (safe) to 100; each reason tells its own. Most of it (55 points) comes from how late the client usually pays: 10 days early or more cost nothing, 20 days late or more cost it all, and clients with few invoices are drawn towards the register’s average. To it come the trend, the risk that what is owed now goes beyond 30 days late, the oldest debts, the limit, concentration, sales or terms that grow, promises and plans not kept, bounced payments, write-offs, disputes. Insolvency proceedings give grade D. Grades: A below 25, B below 45, C below 65, D beyond; “unknown” with fewer than three invoices or six months.',
    },
  },
  {
    what: { fr: 'Argent exposé', en: 'Money at risk' },
    how: {
      fr: 'Ce qui est dû × la probabilité qu’il soit payé avec plus de 30 jours de retard, ou jamais, chaque facture à son âge actuel. Le score classe les clients ; l’argent exposé classe les créances.',
      en: 'What is owed × the chance that it is paid more than 30 days late, or never, each invoice at its present age. The score ranks clients; money at risk ranks debts.',
    },
  },
  {
    what: { fr: 'Plafond proposé', en: 'Proposed limit' },
    how: {
      fr: 'Achats par jour sur 12 mois × (délai accordé + retard moyen, 60 jours au plus, + 10) × un facteur selon la note : A 2, B 1,5, C 0,75, D 0, inconnue 0,5 ; arrondi à deux chiffres.',
      en: 'Purchases a day over 12 months × (terms + mean days late, 60 at most, + 10) × a factor by grade: A 2, B 1.5, C 0.75, D 0, unknown 0.5; rounded to two figures.',
    },
  },
  {
    what: { fr: 'Prévision d’encaissement', en: 'Cash forecast' },
    how: {
      fr: 'Chaque poste suit la courbe de son client à partir de son âge actuel : une facture en retard de 40 jours ne peut plus être payée au 5e. La date attendue est le milieu des cas, l’intervalle en contient quatre sur cinq. Une promesse ou un échéancier remplace la courbe, dans la mesure où le client tient parole ; ce qui est contesté reste à part ; les très vieilles dettes s’effacent peu à peu. La fourchette d’une semaine en contient quatre sur cinq.',
      en: 'Each item follows its client’s curve from its present age on: an invoice 40 days late can no longer be paid on the 5th. The expected date is the middle of the cases, the range holds four of five. A promise or a plan replaces the curve, as far as the client keeps its word; what is disputed stays apart; very old debts fade away. A week’s range holds four weeks of five.',
    },
  },
  {
    what: { fr: 'Prévisions passées', en: 'Past forecasts' },
    how: {
      fr: 'La prévision d’il y a 4, 8 et 13 semaines, refaite avec ce que le registre savait ce jour-là, face à ce qui est rentré. Les factures émises depuis sont à part : aucune prévision de l’encours ne peut les connaître.',
      en: 'The forecast of 4, 8 and 13 weeks ago, made again from what the register knew that day, against what came. Invoices issued since stand apart: no forecast of open items can know of them.',
    },
  },
  {
    what: { fr: 'Effet des relances', en: 'What reminders bring' },
    how: {
      fr: 'Jours entre une relance et le règlement, par niveau ; l’impayé compte pour les jours observés. Le scénario « tout relancer maintenant » applique à chaque poste échu, deux semaines durant, le surcroît de règlements constaté après les relances passées ; il faut au moins vingt relances pour le dire.',
      en: 'Days from a reminder to the payment, by level; what is unpaid counts for the days it was watched. The scenario “everything due is chased now” gives each overdue item, for two weeks, the surplus of payments seen after past reminders; it takes at least twenty reminders to tell.',
    },
  },
];

export const FORESIGHT_LIMITS: readonly Words[] = [
  {
    fr: 'Risque et prévision ne connaissent que ce registre : ni comptes annuels, ni enquêtes, ni incidents chez d’autres fournisseurs. Ils classent et chiffrent ; accorder ou refuser un crédit reste une décision humaine.',
    en: 'Risk and forecast know this register alone: no annual accounts, no credit reports, no incidents at other suppliers. They rank and they count; granting or refusing credit stays a person’s decision.',
  },
  {
    fr: 'D’un particulier, la note est une indication et jamais un refus automatique (RGPD, article 22).',
    en: 'About a natural person the grade is an indication, never an automatic refusal (GDPR, article 22).',
  },
  {
    fr: 'Un client qui change brusquement (cession, changement de logiciel, difficulté soudaine) n’est vu qu’après ses premiers retards. Avec une ou deux factures, un client est surtout jugé comme la moyenne des autres.',
    en: 'A client that changes suddenly (a sale, new software, sudden trouble) is seen only after its first delays. With one or two invoices a client is mostly judged as the others are on average.',
  },
  {
    fr: 'L’effet des relances n’est pas une preuve : un cabinet qui relance toujours n’a aucune facture laissée tranquille à comparer.',
    en: 'What reminders bring is no proof of cause: a firm that always reminds has no invoice left alone to compare with.',
  },
];
