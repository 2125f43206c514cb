/**
 * A draft being written: an invoice, or a credit note. Its argument is empty, a client's code, `draft:` and the id of a draft begun
 * before, or `credit:` and the number of the invoice to correct. Its id is made once: however often it is saved, there is one draft.
 */
import type { DraftFields, DraftView, InvoiceForm } from '../../contract.ts';
import { button, el, fill } from '../dom.ts';
import { allSound, type Field } from '../fields.ts';
import { type DraftForm, draftForm, emptyDraft } from '../forms/draft-form.ts';
import { madeId } from '../forms/made-id.ts';
import { totalsPanel } from '../forms/totals-panel.ts';
import { act, banner, guard, load, markField, type Page, tell } from '../page.ts';
import { say } from '../say.ts';

const CREDIT = 'credit:';
const DRAFT = 'draft:';

export function showInvoice(page: Page, argument: string): void {
  const id = madeId('D');
  load(page, 'ui_invoiceForm', {}, (form) => {
    if (argument.startsWith(DRAFT)) {
      page.entitle(say('Brouillon', 'Draft'));
      load(page, 'ui_draft', { id: argument.slice(DRAFT.length) }, (draft) => showForm(page, form, draft));
      return;
    }
    if (!argument.startsWith(CREDIT)) {
      showForm(page, form, emptyDraft(id, argument, form));
      return;
    }
    page.entitle(say('Avoir', 'Credit note'));
    const invoice = argument.slice(CREDIT.length);
    load(page, 'ui_creditNote', { id, invoice }, (draft) => showForm(page, form, draft));
  });
}

function showForm(page: Page, form: InvoiceForm, draft: DraftFields): void {
  const panel = totalsPanel((values) => isWorthChecking(values, written));
  const state: { written?: DraftForm } = {};
  const changed = (): void => {
    if (!state.written) return;
    const values = state.written.values(false);
    state.written.lines.showNets(panel.show(values).nets, values.currency);
  };
  const written = draftForm(form, draft, changed);
  state.written = written;
  fill(page.root, draft.corrects !== '' && corrected(draft), written.node, panel.node);
  guard(page);
  changed();
  const save = (ready: boolean, saved: (view: DraftView) => void): void => {
    const fields = written.fields().filter((field) => ready || isNeeded(field));
    if (allSound(fields)) act(page, 'ui_saveDraft', written.values(ready), saved);
  };
  const keep = (view: DraftView): void => {
    panel.told(view);
    for (const notice of view.notices) markField(page.root, notice);
    tell(page, 'good', say('Brouillon enregistré.', 'Draft saved.'));
  };
  fill(
    page.actions,
    button(
      say('Enregistrer et émettre', 'Save and issue'),
      () => save(true, ({ id }) => page.open('issue', id)),
      'primary',
    ),
    button(say('Enregistrer', 'Save'), () => save(false, keep)),
  );
}

/** A draft may be kept with gaps: it needs its client, and nothing that cannot be read. */
function isNeeded({ control }: Field): boolean {
  return control.name === 'client' || control.value.trim() !== '';
}

function corrected({ corrects }: DraftFields): HTMLElement {
  const text = say(
    `Avoir sur la facture ${corrects}. Pour un avoir partiel, retirez des lignes ou réduisez les quantités.`,
    `Credit note for invoice ${corrects}. For a part of it, remove lines or lower quantities.`,
  );
  return el('div', {}, banner('note', text));
}

/** A client, and a line that says something: less than that would only bring back a list of what is missing. */
function isWorthChecking(draft: DraftFields, { fields }: DraftForm): boolean {
  const begun = draft.lines.some(({ description, unitPrice }) => description !== '' && unitPrice !== '');
  return (
    draft.client !== '' && begun && fields().every((field) => field.value() === '' || field.problem() === '')
  );
}
