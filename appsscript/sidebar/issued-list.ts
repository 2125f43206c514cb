/** What came of issuing: each document with its number and what became of its mail; each draft refused, and why. */
import type { Issued } from '../contract.ts';
import { button, el, paragraph, section, webLink } from './dom.ts';
import { eInvoiceParts } from './e-invoice-chip.ts';
import { shownCount } from './money-text.ts';
import { banner, noticeLists, type Page } from './page.ts';
import { say } from './say.ts';
import { stateBadge } from './send-state.ts';

/** @param nameOf the client's name of a draft */
export function issuedList(page: Page, issued: Issued, nameOf: (draft: string) => string): HTMLElement {
  const { documents, refused } = issued;
  const count = shownCount(
    documents.length,
    ['document émis', 'documents émis'],
    ['document issued', 'documents issued'],
  );
  const unsure = documents.some(({ state }) => state === 'unknown');
  const decide = button(say('Voir les envois à vérifier', 'See the messages to check'), () =>
    page.open('unknown'),
  );
  return el(
    'div',
    { class: 'results', role: 'status' },
    banner(documents.length > 0 ? 'good' : 'warn', `${count}.`),
    ...documents.map((one) => documentCard(page, one, nameOf(one.draft))),
    unsure && decide,
    refused.length > 0 &&
      section(
        say('Non émis', 'Not issued'),
        ...refused.map(({ draft, notices }) =>
          el('article', { class: 'card' }, el('strong', {}, nameOf(draft)), ...noticeLists(notices)),
        ),
      ),
  );
}

type Document = Issued['documents'][number];

function documentCard(
  page: Page,
  { draft, number, document, state, text }: Document,
  name: string,
): HTMLElement {
  const [xml, made] = eInvoiceParts(page, number);
  return el(
    'article',
    { class: 'card' },
    el('div', { class: 'pair' }, el('strong', {}, number), stateBadge(state)),
    paragraph(name === draft ? '' : name),
    paragraph(text, 'help'),
    webLink(document, say('Ouvrir le PDF', 'Open the PDF')),
    el('div', { class: 'chips' }, xml),
    made,
  );
}
