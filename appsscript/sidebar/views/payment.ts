/** Recording a payment. Its argument: empty, a client's code, or a client's code and an invoice's number on a line each. */
import type { InvoiceForm } from '../../contract.ts';
import { call } from '../call.ts';
import { button, el, fill } from '../dom.ts';
import { allSound } from '../fields.ts';
import { madeId } from '../made-id.ts';
import { minorOf, plainOf } from '../money-text.ts';
import { act, banner, finish, guard, load, noticeLists, type Page, tell } from '../page.ts';
import { type PaymentForm, paymentForm } from '../payment-form.ts';
import { say } from '../say.ts';
import { stateBadge } from '../send-state.ts';

const PAUSE = 500; // milliseconds without a key before the allocation is proposed

export function showPayment(page: Page, argument: string): void {
  load(page, 'ui_invoiceForm', {}, (form) => showForm(page, form, argument));
}

function showForm(page: Page, known: InvoiceForm, argument: string): void {
  const [code = '', number = ''] = argument.split('\n');
  const id = madeId('P');
  const trouble = el('div', { 'aria-live': 'polite' });
  const state: { timer?: ReturnType<typeof setTimeout>; asked: number } = { asked: 0 };
  const changed = (): void => {
    clearTimeout(state.timer);
    state.asked += 1;
    form.allocation.clear();
    fill(trouble);
    if (isAllocated(form)) state.timer = setTimeout(() => propose(state.asked), PAUSE);
  };
  const propose = async (mine: number): Promise<void> => {
    const asks = { client: form.client.value(), amount: form.amount.value(), currency: form.currency() };
    const reply = await call('ui_allocate', asks);
    if (mine !== state.asked || !page.root.isConnected) return;
    if (reply.ok) form.allocation.propose(reply.value, asks.amount, asks.currency, number);
    else fill(trouble, banner('bad', reply.message, ...noticeLists(reply.notices)));
  };
  const form = paymentForm(known, code, changed);
  fill(page.root, form.node, trouble);
  guard(page);
  if (number !== '') fillIn(form, code, number, changed);
  const save = (): void => {
    if (!allSound(form.fields())) return;
    if (form.allocation.left() < 0) {
      const text = say(
        'Les parts dépassent le montant du règlement.',
        'The shares are more than the payment.',
      );
      tell(page, 'bad', text);
      return;
    }
    act(page, 'ui_recordPayment', form.values(id), ({ text, thanked }) => {
      const client = form.client.value();
      const thanks = el('p', { class: 'pair' }, say('Remerciement', 'Thank-you mail'), stateBadge(thanked));
      finish(page, text, thanked !== 'none' && thanks);
      fill(
        page.actions,
        button(say('Autre règlement', 'Another payment'), () => showPayment(page, ''), 'primary'),
        button(say('Fiche client', 'Client card'), () => page.open('client', client)),
      );
    });
  };
  fill(page.actions, button(say('Enregistrer', 'Save'), save, 'primary'));
}

/** Money that goes to open invoices, of a known client, of a sum that can be read. */
function isAllocated({ kind, client, amount, currency }: PaymentForm): boolean {
  const goesToInvoices = kind() === 'payment' || kind() === 'writeOff';
  const isSum = (minorOf(amount.value(), currency()) ?? 0) > 0;
  return goesToInvoices && isSum && client.value() !== '' && /^[A-Z]{3}$/.test(currency());
}

/** An invoice paid in full, as one opens the view from it. */
async function fillIn(form: PaymentForm, code: string, number: string, changed: () => void): Promise<void> {
  const reply = await call('ui_client', { code });
  const items = reply.ok ? reply.value.invoices.filter((one) => one.number === number) : [];
  const currency = items[0]?.currency ?? '';
  const open = items.reduce((sum, one) => sum + (minorOf(one.open, currency) ?? 0), 0); // a plan has several
  if (open === 0 || form.amount.value() !== '') return;
  form.currencyField.put(currency);
  form.amount.put(plainOf(open, currency));
  changed();
}
