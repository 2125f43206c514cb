/** The lines of a draft, one card a line, in the order they will be printed. */
import type { DraftLine, InvoiceForm } from '../../contract.ts';
import { button, el, fill } from '../dom.ts';
import type { Field } from '../fields.ts';
import { iconButton } from '../icons.ts';
import { shownMinor } from '../money-text.ts';
import { say } from '../say.ts';
import { choiceField, longField, numberField, textField } from './field-kinds.ts';

type LineCard = {
  readonly node: HTMLElement;
  readonly fields: Readonly<Record<Exclude<keyof DraftLine, 'vatRate' | 'vatCategory'> | 'vat', Field>>;
  readonly net: HTMLElement;
  readonly mention: HTMLElement;
  readonly legend: HTMLElement;
};

export type LinesEditor = {
  readonly node: HTMLElement;
  readonly fields: () => readonly Field[];
  readonly values: () => readonly DraftLine[];
  /** Shows each line's net beside it. */
  readonly showNets: (nets: readonly (number | undefined)[], currency: string) => void;
};

const EMPTY = { description: '', quantity: '1', unit: '', unitPrice: '', discountPercent: '' };

/** @param changed called when a line comes or goes */
export function linesEditor(
  known: InvoiceForm,
  lines: readonly DraftLine[],
  changed: () => void,
): LinesEditor {
  const [first] = known.vatChoices;
  const blank = { ...EMPTY, vatRate: first?.rate ?? '', vatCategory: first?.category ?? '' };
  const list = el('div', { class: 'lines' });
  const state: { cards: readonly LineCard[] } = { cards: [] };
  const show = (cards: readonly LineCard[]): void => {
    state.cards = cards;
    showCards(list, cards);
    changed();
  };
  const cardOf = (line: DraftLine): LineCard => {
    const card: LineCard = lineCard(known, line, () => {
      show(state.cards.filter((one) => one !== card));
      state.cards[0]?.fields.description.control.focus();
    });
    return card;
  };
  const add = (): void => {
    const card = cardOf(blank);
    show([...state.cards, card]);
    card.fields.description.control.focus();
  };
  show((lines.length > 0 ? lines : [blank]).map(cardOf));
  return {
    node: el('div', {}, list, button(say('Ajouter une ligne', 'Add a line'), add, 'quiet')),
    fields: () => state.cards.flatMap(({ fields }) => Object.values(fields)),
    values: () => state.cards.map((card) => lineOf(card, known)),
    showNets: (nets, currency) => showNets(state.cards, nets, currency),
  };
}

function showCards(list: HTMLElement, cards: readonly LineCard[]): void {
  cards.forEach(number);
  fill(list, ...cards.map(({ node }) => node));
  list.classList.toggle('single', cards.length === 1);
}

function showNets(cards: readonly LineCard[], nets: readonly (number | undefined)[], currency: string): void {
  cards.forEach(({ net }, index) => {
    const minor = nets[index];
    fill(net, minor === undefined ? '' : shownMinor(minor, currency));
  });
}

/** The script's notices name a line by its place from 0: `lines.2.quantity`. */
function number({ fields, legend, node }: LineCard, index: number): void {
  for (const [key, field] of Object.entries(fields)) {
    field.control.name = `lines.${index}.${key === 'vat' ? 'vatRate' : key}`;
  }
  const name = say(`Ligne ${index + 1}`, `Line ${index + 1}`);
  fill(legend, name);
  node.setAttribute('aria-label', name);
}

function lineCard(form: InvoiceForm, line: DraftLine, remove: () => void): LineCard {
  const half = { half: true };
  const needed = { half: true, required: true };
  const vat = `${line.vatCategory} ${line.vatRate}`;
  const choices = form.vatChoices.map((one) => ({ key: `${one.category} ${one.rate}`, label: one.label }));
  const fields = {
    description: longField('', say('Désignation', 'Description'), line.description, { required: true }),
    quantity: numberField('', say('Quantité', 'Quantity'), line.quantity, needed),
    unit: textField('', say('Unité', 'Unit'), line.unit, half),
    unitPrice: numberField('', say('Prix unitaire HT', 'Unit price'), line.unitPrice, needed),
    discountPercent: numberField('', say('Remise %', 'Discount %'), line.discountPercent, half),
    vat: choiceField('', say('TVA', 'VAT'), vat.trim() === '' ? '' : vat, choices, { required: true }),
  };
  const mention = el('p', { class: 'help mention' });
  const showMention = (): void => fill(mention, mentionOf(form, fields.vat.value()));
  fields.vat.control.addEventListener('input', showMention);
  showMention();
  const legend = el('span', { class: 'line-name' });
  const net = el('span', { class: 'amount' });
  const away = iconButton('remove', say('Retirer cette ligne', 'Remove this line'), remove);
  const head = el('div', { class: 'pair' }, legend, el('span', { class: 'line-end' }, net, away));
  const parts = Object.values(fields).map((field) => field.node);
  const node = el('div', { class: 'card line', role: 'group' }, head, ...parts, mention);
  return { node, fields, net, mention, legend };
}

function mentionOf({ vatChoices }: InvoiceForm, key: string): string {
  return vatChoices.find(({ category, rate }) => `${category} ${rate}` === key)?.mention ?? '';
}

function lineOf({ fields }: LineCard, { vatChoices }: InvoiceForm): DraftLine {
  const key = fields.vat.value();
  const [category = '', rate = ''] = key.split(' ');
  const choice = vatChoices.find((one) => `${one.category} ${one.rate}` === key);
  return {
    description: fields.description.value(),
    quantity: fields.quantity.value(),
    unit: fields.unit.value(),
    unitPrice: fields.unitPrice.value(),
    discountPercent: fields.discountPercent.value(),
    vatRate: choice?.rate ?? rate,
    vatCategory: choice?.category ?? category,
  };
}
