/** A payment plan: which invoices, how many instalments from when, each to the cent; then the agreement to sign. */
import type { PlanForm } from '../../contract/reminders.ts';
import { button, el, fill, form, paragraph, section } from '../dom.ts';
import { amountHead } from '../figures.ts';
import { chooseClient } from '../forms/choose-client.ts';
import { choiceField, dayField, type Flag, flagField, longField } from '../forms/field-kinds.ts';
import { madeId } from '../forms/made-id.ts';
import { planDates, RHYTHMS, type Rhythm } from '../forms/plan-dates.ts';
import { type PlanLines, planLines } from '../forms/plan-lines.ts';
import { minorOf, shownDay, shownMinor } from '../money-text.ts';
import { act, finish, guard, load, type Page, tell } from '../page.ts';
import { say } from '../say.ts';

type Invoice = PlanForm['invoices'][number];
type Choice = { readonly invoice: Invoice; readonly flag: Flag };

export function showPlan(page: Page, code: string): void {
  if (code === '') chooseClient(page, (client, into) => open(page, client, into));
  else open(page, code, page.root);
}

function open(page: Page, client: string, into: HTMLElement): void {
  load(page, 'ui_planForm', { client }, (view) => showForm(page, view, into), into);
}

function showForm(page: Page, view: PlanForm, into: HTMLElement): void {
  page.entitle(view.clientName);
  if (view.invoices.length === 0) {
    const none = say('Ce client n’a aucune facture ouverte.', 'This client has no open invoice.');
    fill(into, el('p', { class: 'empty' }, none));
    return;
  }
  const choices = view.invoices.map((invoice) => ({ invoice, flag: invoiceFlag(invoice, view) }));
  const detail = longField('detail', say('Ce qui a été convenu', 'What was agreed'), '');
  const lines = planLines();
  const total = el('p', { class: 'pair whole' });
  const { fields, nodes, days } = scheduleFields(view.today);
  const offer = (): void => {
    const chosen = chosenOf(choices);
    fill(total, ...totalOf(chosen.total, chosen.currency));
    lines.offer(chosen.total > 0 ? days() : [], chosen.total, chosen.currency);
  };
  for (const { control } of [...fields, ...choices.map(({ flag }) => flag)])
    control.addEventListener('change', offer);
  fill(
    into,
    section(say('Factures', 'Invoices'), ...choices.map((choice) => invoiceRow(choice)), total),
    section(say('Échéances', 'Instalments'), form(...nodes, lines.node, detail.node)),
  );
  offer();
  guard(page);
  const save = (): void => savePlan(page, view, choices, lines, detail.value());
  fill(page.actions, button(say('Enregistrer l’échéancier', 'Save the plan'), save, 'primary'));
}

/** How many instalments, how often, from when. */
function scheduleFields(today: string) {
  const rhythm = choiceField('rhythm', say('Rythme', 'Rhythm'), 'month', rhythmChoices(), { half: true });
  const count = choiceField('count', say('En', 'In'), '3', countChoices(), { half: true });
  const label = say('Première échéance', 'First instalment');
  const first = dayField('first', label, today, { required: true });
  const fields = [count, rhythm, first];
  return {
    fields,
    nodes: fields.map(({ node }) => node),
    days: () => planDates(first.value(), Number(count.value()), rhythmOf(rhythm.value())),
  };
}

function totalOf(total: number, currency: string): readonly HTMLElement[] {
  return [
    el('span', {}, say('À étaler', 'To be spread')),
    el('span', { class: 'amount' }, shownMinor(total, currency)),
  ];
}

/** What is late is what one plans; of one currency. */
function invoiceFlag(invoice: Invoice, { invoices }: PlanForm): Flag {
  const isMain = invoice.currency === invoices[0]?.currency;
  return flagField(invoice.number, isMain && invoice.daysOverdue > 0);
}

function invoiceRow({ flag, invoice }: Choice): HTMLElement {
  const { currency, dueDate, isPlanned, open } = invoice;
  const due = say(`Échéance ${shownDay(dueDate)}`, `Due ${shownDay(dueDate)}`);
  return el(
    'div',
    { class: 'item' },
    amountHead(flag.node, open, currency),
    el(
      'div',
      { class: 'pair small' },
      el('span', {}, due),
      isPlanned && el('span', { class: 'badge warn' }, say('déjà étalée', 'spread already')),
    ),
  );
}

function chosenOf(choices: readonly Choice[]) {
  const invoices = choices.filter(({ flag }) => flag.on()).map(({ invoice }) => invoice);
  const currency = invoices[0]?.currency ?? choices[0]?.invoice.currency ?? '';
  const total = invoices.reduce((sum, one) => sum + (minorOf(one.open, currency) ?? 0), 0);
  return { invoices, currency, total, isMixed: invoices.some((one) => one.currency !== currency) };
}

function savePlan(
  page: Page,
  view: PlanForm,
  choices: readonly Choice[],
  lines: PlanLines,
  detail: string,
): void {
  const wrong = faultOf(choices, lines);
  if (wrong !== '') {
    tell(page, 'bad', wrong);
    return;
  }
  if (!lines.isSound()) return;
  const { currency, invoices } = chosenOf(choices);
  const numbers = invoices.map(({ number }) => number);
  const asks = {
    id: idOf(view),
    client: view.client,
    invoices: numbers,
    instalments: lines.values(),
    detail,
  };
  act(page, 'ui_savePlan', asks, ({ text }) => done(page, text, view.client, currency));
}

/** Why the plan cannot be saved as it stands; empty where it can. */
function faultOf(choices: readonly Choice[], lines: PlanLines): string {
  const { invoices, isMixed } = chosenOf(choices);
  if (invoices.length === 0) return say('Choisissez au moins une facture.', 'Choose at least one invoice.');
  if (isMixed) return say('Un échéancier est dans une seule devise.', 'A plan is in one currency.');
  if (lines.over() === 0) return '';
  return say(
    'Les échéances ne font pas la somme des factures.',
    'The instalments do not sum to the invoices.',
  );
}

/** One id a form: pressed twice it is saved once. */
const IDS = new WeakMap<PlanForm, string>();

function idOf(view: PlanForm): string {
  const known = IDS.get(view) ?? madeId('J');
  IDS.set(view, known);
  return known;
}

function done(page: Page, text: string, client: string, currency: string): void {
  const next = say(
    'L’accord signé par le client vaut mieux que sa parole : imprimez-le.',
    'An agreement the client has signed is better than its word: print it.',
  );
  finish(page, text, paragraph(next));
  fill(
    page.actions,
    button(
      say('Imprimer l’accord', 'Print the agreement'),
      () => page.open('letter', `${client}\nplan\n${currency}`),
      'primary',
    ),
    button(say('Fiche client', 'Client card'), () => page.open('client', client)),
  );
}

function rhythmOf(text: string): Rhythm {
  return RHYTHMS.find((one) => one === text) ?? 'month';
}

function rhythmChoices() {
  return [
    { key: 'month', label: say('chaque mois', 'every month') },
    { key: 'fortnight', label: say('chaque quinzaine', 'every fortnight') },
    { key: 'week', label: say('chaque semaine', 'every week') },
  ];
}

function countChoices() {
  return Array.from({ length: 24 }, (_, index) => {
    const count = index + 1;
    return {
      key: String(count),
      label: say(`${count} échéance${count > 1 ? 's' : ''}`, `${count} instalment${count > 1 ? 's' : ''}`),
    };
  });
}
