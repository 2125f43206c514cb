/** Every view of the sidebar and its title. */
import type { ViewName } from '../contract.ts';
import type { View } from './page.ts';
import { say } from './say.ts';
import { showCallSheet } from './views/call-sheet.ts';
import { showClient } from './views/client.ts';
import { showClients } from './views/clients.ts';
import { showFollowUp } from './views/follow-up.ts';
import { showHome } from './views/home.ts';
import { showInvoice } from './views/invoice.ts';
import { showIssue } from './views/issue.ts';
import { showJournal } from './views/journal.ts';
import { showLetter } from './views/letter.ts';
import { showOutlook } from './views/outlook.ts';
import { showPayment } from './views/payment.ts';
import { showPlan } from './views/plan.ts';
import { showReminders } from './views/reminders.ts';
import { showReview } from './views/review.ts';
import { showSetup } from './views/setup.ts';
import { showTexts } from './views/texts.ts';
import { showUnknown } from './views/unknown.ts';

type Described = { readonly fr: string; readonly en: string; readonly show: View };

export const VIEW: Readonly<Record<ViewName, Described>> = {
  home: { fr: 'Encaisse', en: 'Encaisse', show: showHome },
  setup: { fr: 'Mise en place et réglages', en: 'Setup and settings', show: showSetup },
  clients: { fr: 'Clients', en: 'Clients', show: showClients },
  client: { fr: 'Fiche client', en: 'Client card', show: showClient },
  invoice: { fr: 'Nouvelle facture', en: 'New invoice', show: showInvoice },
  issue: { fr: 'Émettre', en: 'Issue', show: showIssue },
  payment: { fr: 'Règlement', en: 'Payment', show: showPayment },
  reminders: { fr: 'Relances du jour', en: 'Today’s reminders', show: showReminders },
  journal: { fr: 'Noter un échange', en: 'Log a contact', show: showJournal },
  unknown: { fr: 'Envois à vérifier', en: 'Messages to check', show: showUnknown },
  outlook: { fr: 'Ce qui partira', en: 'What will go out', show: showOutlook },
  followUp: { fr: 'Promesses et échéanciers', en: 'Promises and plans', show: showFollowUp },
  callSheet: { fr: 'Fiche d’appel', en: 'Call sheet', show: showCallSheet },
  plan: { fr: 'Échéancier', en: 'Payment plan', show: showPlan },
  letter: { fr: 'Lettre', en: 'Letter', show: showLetter },
  texts: { fr: 'Vérifier les modèles', en: 'Check the templates', show: showTexts },
  review: { fr: 'Constat revu', en: 'Finding reviewed', show: showReview },
};

export function titleOf(view: ViewName): string {
  return say(VIEW[view].fr, VIEW[view].en);
}
