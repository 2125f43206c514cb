/** What the law gives against a client: penalties to this day, and until when each invoice can be claimed. */

import type { LegalStanding } from '../contract/reminders.ts';
import type { ClientCard } from '../contract.ts';
import { button, type Child, el, folded, paragraph } from './dom.ts';
import { figureGrid } from './figures.ts';
import { shownDay } from './money-text.ts';
import type { Page } from './page.ts';
import { say } from './say.ts';

/** Folded, unless a debt is about to be lost. Nothing where the client owes nothing and never paid late. */
export function legalPart(page: Page, { fields, legal }: ClientCard): Child {
  const { limitations, penalties } = legal;
  if (limitations.length + penalties.length === 0) return null;
  const isNear = limitations.some((term) => term.isNear);
  const part = folded(
    say('Pénalités et prescription', 'Penalties and limitation'),
    ...penaltyParts(legal),
    ...(limitations.length === 0 ? [] : [limitationList(legal), interruptions(page, fields.code)]),
  );
  part.open = isNear;
  return part;
}

function penaltyParts({ penalties }: LegalStanding): readonly Child[] {
  return penalties.flatMap(({ currency, figures, note }) => [
    penalties.length > 1 && el('h3', { class: 'law-title' }, currency),
    figureGrid(figures),
    paragraph(note, 'help law-note'),
  ]);
}

function limitationList({ limitations }: LegalStanding): HTMLElement {
  const items = limitations.map(({ day, invoice, isNear, text }) =>
    el(
      'li',
      { class: 'law-term' },
      el(
        'div',
        { class: 'pair' },
        el('span', {}, invoice),
        el(
          'span',
          { class: isNear ? 'badge bad' : 'badge' },
          say(`jusqu’au ${shownDay(day)}`, `until ${shownDay(day)}`),
        ),
      ),
      paragraph(text, 'help'),
    ),
  );
  return el(
    'div',
    {},
    el('h3', { class: 'law-title' }, say('Réclamable en justice', 'Can be claimed in court')),
    el('ul', {}, ...items),
  );
}

function interruptions(page: Page, client: string): HTMLElement {
  const log = (event: string) => () => page.open('journal', `${client}\n\n${event}`);
  return el(
    'div',
    {
      class: 'chips',
      role: 'group',
      'aria-label': say('Interrompre la prescription', 'Interrupt the limitation'),
    },
    button(say('Reconnaissance de dette', 'Acknowledgement of debt'), log('acknowledgement'), 'quiet'),
    button(say('Action en justice', 'Court action'), log('courtAction'), 'quiet'),
  );
}
