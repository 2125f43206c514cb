/** Recording a payment. Its argument: empty, a client's code, or a client's code and an invoice's number on a line each. */
import type { InvoiceForm } from '../../contract.ts';
import { call, type Told } from '../call.ts';
import { button, el, fill } from '../dom.ts';
import { allSound } from '../fields.ts';
import { madeId } from '../forms/made-id.ts';
import { type PaymentForm, paymentForm } from '../forms/payment-form.ts';
import { minorOf, plainOf } from '../money-text.ts';
import { act, banner, finish, guard, load, noticeLists, type Page, tell } from '../page.ts';
import { say } from '../say.ts';
import { stateBadge } from '../send-state.ts';

const PAUSE = 500; // milliseconds without a key before the allocation is proposed

export function showPayment(page: Page, argument: string): void {
  load(page, 'ui_invoiceForm', {}, (form) => showForm(page, form, argument));
}

function showForm(page: Page, known: InvoiceForm, argument: string): void {
  const [code = '', number = ''] = argument.split('\n');
  const id = madeId('P');
  const proposal = proposer(page, number);
  const form = paymentForm(known, code, () => proposal.later(form));
  fill(page.root, form.node, proposal.trouble);
  guard(page);
  if (number !== '') fillIn(form, code, number, () => proposal.later(form));
  fill(
    page.actions,
    button(say('Enregistrer', 'Save'), () => save(page, form, id, proposal), 'primary'),
  );
}

type Proposer = {
  readonly trouble: HTMLElement;
  /** What was proposed no longer holds; it is proposed anew in a pause. */
  readonly later: (form: PaymentForm) => void;
  readonly now: (form: PaymentForm) => Promise<void>;
};

/** @param first the invoice that gets its share before all others */
function proposer(page: Page, first: string): Proposer {
  const trouble = el('div', { 'aria-live': 'polite' });
  const state: { timer?: ReturnType<typeof setTimeout>; asked: number } = { asked: 0 };
  const now = async (form: PaymentForm): Promise<void> => {
    clearTimeout(state.timer);
    state.asked += 1;
    const mine = state.asked;
    const asks = { client: form.client.value(), amount: form.amount.value(), currency: form.currency() };
    const reply = await call('ui_allocate', asks);
    if (mine !== state.asked || !page.root.isConnected) return;
    if (reply.ok) form.allocation.propose(reply.value, asks.amount, asks.currency, first);
    else fill(trouble, banner('bad', reply.message, ...noticeLists(reply.notices)));
  };
  const later = (form: PaymentForm): void => {
    clearTimeout(state.timer);
    state.asked += 1;
    form.allocation.clear();
    fill(trouble);
    if (isAllocated(form)) state.timer = setTimeout(() => now(form), PAUSE);
  };
  return { trouble, later, now };
}

/** Nothing is saved whose allocation nobody has seen. */
function save(page: Page, form: PaymentForm, id: string, proposal: Proposer): void {
  if (!allSound(form.fields())) return;
  if (isAllocated(form) && form.allocation.node.hidden) {
    const look = say('Vérifiez l’imputation, puis enregistrez.', 'Check the allocation, then save.');
    proposal.now(form);
    fill(page.messages, banner('note', look));
    return;
  }
  if (form.allocation.left() < 0) {
    const over = say('Les parts dépassent le montant.', 'The shares are more than the amount.');
    tell(page, 'bad', over);
    return;
  }
  act(page, 'ui_recordPayment', form.values(id), (told) => showDone(page, told, form.client.value()));
}

function showDone(page: Page, { text, thanked }: Told<'ui_recordPayment'>, client: string): void {
  const thanks = el('p', { class: 'pair' }, say('Remerciement', 'Thank-you mail'), stateBadge(thanked));
  finish(page, text, thanked !== 'none' && thanks);
  fill(
    page.actions,
    button(say('Autre règlement', 'Another payment'), () => showPayment(page, ''), 'primary'),
    button(say('Fiche client', 'Client card'), () => page.open('client', client)),
  );
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
