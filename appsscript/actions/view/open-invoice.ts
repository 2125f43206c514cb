/** An open item as the sidebar shows it. */
import { civilDate, type DayNumber } from '../../../shared/base/civil-date.ts';
import { decimalText } from '../../../shared/base/money.ts';
import type { InvoiceStatuses } from '../../../shared/dunning/invoice-status.ts';
import type { Ledger, OpenItem } from '../../../shared/receivables/ledger.ts';
import type { OpenInvoice } from '../../contract.ts';

/** An instalment of a plan stands for itself. */
export function openInvoice(
  { register }: Ledger,
  item: OpenItem,
  today: DayNumber,
  statuses: InvoiceStatuses,
): OpenInvoice {
  const { clients, currencies, invoices } = register;
  const { invoice } = item;
  const currency = currencies[invoices.currency[invoice]];
  const client = clients[invoices.client[invoice]];
  return {
    number: invoices.numberAt(invoice),
    client: client.code,
    clientName: client.name,
    issueDate: civilDate(invoices.issueDay[invoice]),
    dueDate: civilDate(item.dueDay),
    daysOverdue: today - item.dueDay,
    currency,
    total: decimalText(item.total, currency),
    open: decimalText(item.open, currency),
    nextStep: statuses.of(invoice).nextStep,
  };
}
