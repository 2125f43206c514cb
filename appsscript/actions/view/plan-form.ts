/** What a payment plan can be made of: the client's open invoices, each as a whole. */
import { civilDate } from '../../../shared/base/civil-date.ts';
import { decimalText } from '../../../shared/base/money.ts';
import type { Words } from '../../../shared/base/words.ts';
import { invoiceStatuses } from '../../../shared/dunning/invoice-status.ts';
import { buildLedger, openBalanceOn, openItemsOf } from '../../../shared/receivables/ledger.ts';
import { TABLE_KEYS } from '../../../shared/register/tables.ts';
import type { PlanForm } from '../../contract/reminders.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, readRegisterOf, refused } from '../frame.ts';
import { openInvoice } from './open-invoice.ts';

const READ = TABLE_KEYS.filter((table) => table !== 'lines');

const NO_CLIENT: Words = {
  fr: 'Ce client n’est pas dans l’onglet Clients, ou sa ligne ne se lit pas.',
  en: 'This client is not in the Clients tab, or its row cannot be read.',
};

export function planFormView(world: World, asks: { readonly client: string }): Answer<PlanForm> {
  const { language } = world.sheet;
  const { register } = readRegisterOf(world, READ);
  const client = register.clients.findIndex(({ code }) => code === asks.client);
  if (client < 0) return refused(NO_CLIENT[language]);
  const { day } = world.now();
  const ledger = buildLedger(register);
  const statuses = invoiceStatuses(ledger, day, language);
  const rows: PlanForm['invoices'][number][] = [];
  for (let i = 0; i < register.invoices.count; i++) {
    const [item] = register.invoices.client[i] === client ? openItemsOf(ledger, i, day) : [];
    if (!item) continue;
    const shown = openInvoice(ledger, item, day, statuses);
    const open = decimalText(
      openBalanceOn(ledger, i, day),
      register.currencies[register.invoices.currency[i]],
    );
    rows.push({ ...shown, open, isPlanned: item.instalment !== null });
  }
  rows.sort((a, b) => b.daysOverdue - a.daysOverdue);
  const { name } = register.clients[client];
  return answered({ client: asks.client, clientName: name, today: civilDate(day), invoices: rows });
}
