/** A draft's fields as a form gives them, as if they stood in the tabs: the same reader reads both. */
import type { Cell } from '../../../shared/base/problem.ts';
import {
  type Draft,
  type DraftReading,
  readDraft,
  type WrittenRow,
} from '../../../shared/invoicing/read-drafts.ts';
import type { DraftFields, DraftLine } from '../../contract.ts';

/** Reads what the form holds. */
export function draftOfFields(fields: DraftFields, reading: DraftReading): Draft {
  const head: Readonly<Record<string, Cell>> = {
    id: fields.id,
    client: fields.client,
    type: fields.type,
    issueDate: fields.issueDate,
    dueDate: fields.dueDate,
    currency: fields.currency,
    corrects: fields.corrects,
    reference: fields.reference,
    serviceDate: fields.serviceDate,
    deliveryAddress: fields.deliveryAddress,
    notes: fields.notes,
    ready: fields.ready,
  };
  return readDraft(written(head), fields.lines.map(lineRow), reading);
}

function written(cells: Readonly<Record<string, Cell>>): WrittenRow {
  return { row: 0, cell: (key) => cells[key] ?? null };
}

function lineRow(line: DraftLine): WrittenRow {
  return written({ ...line });
}
