/** What the register knows of a document on the day it was issued: what was paid by then, and the plan agreed by then. */
import { civilDate } from '../../base/civil-date.ts';
import { isCash } from '../../receivables/movements.ts';
import { readChoice } from '../../register/cell-choices.ts';
import type { Plan, Register } from '../../register/entries.ts';
import { OPERATION_CHOICES } from '../../register/settings.ts';
import { type EInvoiceFacts, PLAIN_FACTS } from './facts.ts';

/** @returns what is known of a document, by its index in the register's invoices */
export function factsReader(register: Register): (invoice: number) => EInvoiceFacts {
  const { invoices, settings } = register;
  const read = readChoice(settings.texts.get('operations') ?? '', OPERATION_CHOICES);
  const operations = read.ok && (read.value === 'goods' || read.value === 'both') ? read.value : 'services';
  const paid = paidBeforeIssue(register);
  const plans = plansBeforeIssue(register);
  return (invoice) => ({
    ...PLAIN_FACTS,
    operations,
    clientEmail: register.clients[invoices.client[invoice]]?.email ?? '',
    paid: paidOf(paid.get(invoice), invoices.total[invoice]),
    instalments: (plans.get(invoice)?.instalments ?? []).map(({ amount, dueDay }) => ({
      dueDate: civilDate(dueDay),
      minor: amount,
    })),
  });
}

type Paid = { minor: number; last: number };

/** Money that reduces an invoice from its issue day on. */
function paidBeforeIssue({ invoices, payments }: Register): ReadonlyMap<number, Paid> {
  const paid = new Map<number, Paid>();
  for (let p = 0; p < payments.count; p++) {
    const invoice = payments.invoice[p];
    if (invoice < 0 || payments.appliedDay[p] > invoices.issueDay[invoice] || !isCash(payments, p)) continue;
    const before = paid.get(invoice) ?? { minor: 0, last: payments.day[p] };
    const last = Math.max(before.last, payments.day[p]);
    paid.set(invoice, { minor: before.minor + payments.amount[p], last });
  }
  return paid;
}

/** More than the total is not this invoice's: the ledger has the rest as unapplied. */
function paidOf(paid: Paid | undefined, total: number): EInvoiceFacts['paid'] {
  return paid === undefined || paid.minor <= 0
    ? null
    : { minor: Math.min(paid.minor, total), on: civilDate(paid.last) };
}

/** The latest agreed rules. */
function plansBeforeIssue({ invoices, plans }: Register): ReadonlyMap<number, Plan> {
  const ruling = new Map<number, Plan>();
  for (const plan of plans) {
    const known = ruling.get(plan.invoice);
    const isAgreed = plan.agreedOn <= invoices.issueDay[plan.invoice];
    if (isAgreed && (known === undefined || plan.agreedOn >= known.agreedOn)) ruling.set(plan.invoice, plan);
  }
  return ruling;
}
