/** A draft as the form writes it, to be gone on with. Nothing is written. */
import { civilDate, type DayNumber } from '../../../shared/base/civil-date.ts';
import type { Words } from '../../../shared/base/words.ts';
import { type Draft, type DraftLine as ReadLine, readDrafts } from '../../../shared/invoicing/read-drafts.ts';
import type { Answer, DraftFields, DraftLine } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, readRegisterOf, refused } from '../frame.ts';
import { draftReadingOf } from './drafting.ts';

const NO_DRAFT: Words = {
  fr: 'Ce brouillon n’est plus dans l’onglet Brouillons, ou il est émis.',
  en: 'This draft is no longer in the Drafts tab, or is issued.',
};

/** What could not be read of the rows is left empty: the form shows it as missing. */
export function openDraftAction(world: World, { id }: { readonly id: string }): Answer<DraftFields> {
  const { register } = readRegisterOf(world, ['settings']);
  const reading = draftReadingOf(register.settings, world.sheet.locale);
  const drafts = readDrafts(world.sheet.read('drafts'), world.sheet.read('lines'), reading);
  const draft = drafts.find((one) => one.id === id && one.number === '');
  if (draft === undefined) return refused(NO_DRAFT[world.sheet.language]);
  return answered(fieldsOf(draft, register.settings.currency));
}

function fieldsOf(draft: Draft, currency: string): DraftFields {
  const { client, corrects, deliveryAddress, id, notes, ready, reference, type } = draft;
  return {
    id,
    client,
    type,
    issueDate: dayOrNone(draft.issueDay),
    dueDate: dayOrNone(draft.dueDay),
    currency: draft.currency || currency,
    corrects,
    reference,
    serviceDate: dayOrNone(draft.serviceDay),
    deliveryAddress,
    notes,
    ready,
    lines: draft.lines.map(lineOf),
  };
}

function lineOf(line: ReadLine): DraftLine {
  const { description, quantity, unit, unitPrice, discountPercent, vatRate, vatCategory } = line;
  return { description, quantity, unit, unitPrice, discountPercent, vatRate, vatCategory };
}

function dayOrNone(day: DayNumber | null): string {
  return day === null ? '' : civilDate(day);
}
