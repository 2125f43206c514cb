/** Figures and the ageing bar. */
import type { Figure, OpenInvoice } from '../contract.ts';
import { el } from './dom.ts';
import { minorOf, shownMinor, shownMoney } from './money-text.ts';
import { say } from './say.ts';

/** The head of a card: what it is about, and its amount at the right. */
export function amountHead(about: HTMLElement, amount: string, currency: string): HTMLElement {
  return el('div', { class: 'pair' }, about, el('strong', { class: 'amount' }, shownMoney(amount, currency)));
}

/** Figures two by two, each under its label. */
export function figureGrid(figures: readonly Figure[]): HTMLElement {
  const items = figures.map(({ label, text, tone }) =>
    el('div', { class: `figure ${tone}` }, el('dt', {}, label), el('dd', {}, text)),
  );
  return el('dl', { class: 'figures' }, ...items);
}

const LAST_DAYS = [0, 30, 60, 90, Number.POSITIVE_INFINITY];

/** The open balance by how long it is overdue: a bar of five parts, and the same in words. Nothing where nothing is open. */
export function ageingBar(invoices: readonly OpenInvoice[], currency: string): HTMLElement | null {
  const sums = LAST_DAYS.map(() => 0);
  for (const invoice of invoices) {
    const place = LAST_DAYS.findIndex((last) => invoice.daysOverdue <= last);
    if (invoice.currency === currency)
      sums[place] = (sums[place] ?? 0) + (minorOf(invoice.open, currency) ?? 0);
  }
  const whole = sums.reduce((sum, one) => sum + Math.max(0, one), 0);
  if (whole === 0) return null;
  const parts = ageNames()
    .map((name, age) => ({ name, age, minor: sums[age] ?? 0 }))
    .filter(({ minor }) => minor > 0);
  const bar = parts.map(({ age, minor }) =>
    el('span', { class: `age age-${age}`, style: `flex-grow:${(minor / whole).toFixed(4)}` }),
  );
  const legend = parts.map(({ name, age, minor }) =>
    el(
      'li',
      {},
      el('span', { class: `dot age-${age}` }),
      name,
      el('span', { class: 'amount' }, shownMinor(minor, currency)),
    ),
  );
  return el(
    'div',
    { class: 'ageing' },
    el('div', { class: 'age-bar', 'aria-hidden': 'true' }, ...bar),
    el('ul', {}, ...legend),
  );
}

function ageNames(): readonly string[] {
  return [
    say('Non échu', 'Not due'),
    say('1 à 30 jours', '1 to 30 days'),
    say('31 à 60 jours', '31 to 60 days'),
    say('61 à 90 jours', '61 to 90 days'),
    say('Plus de 90 jours', 'Over 90 days'),
  ];
}
