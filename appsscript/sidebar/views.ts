/** Every view of the sidebar and its title. */
import type { ViewName } from '../contract.ts';
import type { View } from './page.ts';
import { say } from './say.ts';
import { showClient } from './views/client.ts';
import { showClients } from './views/clients.ts';
import { showHome } from './views/home.ts';
import { showInvoice } from './views/invoice.ts';
import { showIssue } from './views/issue.ts';
import { showJournal } from './views/journal.ts';
import { showPayment } from './views/payment.ts';
import { showReminders } from './views/reminders.ts';
import { showSetup } from './views/setup.ts';
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
};

export function titleOf(view: ViewName): string {
  return say(VIEW[view].fr, VIEW[view].en);
}
