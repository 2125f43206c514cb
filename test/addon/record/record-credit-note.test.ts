import { expect, test } from 'vitest';
import { creditNoteAction } from '../../../appsscript/actions/record/credit-note.ts';
import { checkDraftAction } from '../../../appsscript/actions/record/drafts.ts';
import type { DraftFields } from '../../../appsscript/contract.ts';
import { genesisHead, sealNext } from '../../../shared/invoicing/seal.ts';
import { snapshotText } from '../../../shared/invoicing/snapshot-text.ts';
import { snapshotOfNumber } from '../../invoicing/snapshots.ts';
import { fakeRegister } from '../fake-register.ts';
import { type FakeState, putRows, TODAY_SERIAL } from '../fake-world.ts';
import { ranWell, refusedFields } from './record-runs.ts';

const OLD = { number: 'F2026-00007', client: 'ACME', issueDate: TODAY_SERIAL - 30, total: 144.6 };

function creditNote(state: FakeState, invoice = 'F2026-00007'): DraftFields {
  return ranWell(state, (world) => creditNoteAction(world, { id: 'D-NOTE0001', invoice }));
}

test('a credit note starts from what was sealed', () => {
  const state = fakeRegister();
  putRows(state, 'invoices', [OLD]);
  const content = snapshotText(snapshotOfNumber('F2026-00007', { reference: 'BC-1' }));
  const seal = sealNext(genesisHead('S', 'r'), {
    type: 'ISSUE',
    number: 'F2026-00007',
    at: 'x',
    snapshotText: content,
  });
  putRows(state, 'seals', [seal]);
  putRows(state, 'lines', [
    { invoice: 'F2026-00007', description: 'changed since', quantity: 1, unitPrice: 1, vatRate: 20 },
  ]);
  expect(creditNote(state)).toMatchObject({
    id: 'D-NOTE0001',
    type: 'creditNote',
    client: 'ACME',
    corrects: 'F2026-00007',
    currency: 'EUR',
    reference: 'BC-1',
    ready: false,
    lines: [{ description: 'Conseil', quantity: '2', unitPrice: '450', vatRate: '20', vatCategory: 'S' }],
  });
});

test('of an invoice never sealed, from its lines; without lines, from its total', () => {
  const state = fakeRegister();
  putRows(state, 'invoices', [OLD]);
  expect(creditNote(state).lines).toMatchObject([{ quantity: '1', unitPrice: '144.60', vatRate: '' }]);
  putRows(state, 'lines', [
    { invoice: 'F2026-00007', description: 'Pose', quantity: 2, unitPrice: 60.25, vatRate: 20 },
  ]);
  const fieldsOfNote = creditNote(state);
  expect(fieldsOfNote.lines).toMatchObject([
    { description: 'Pose', quantity: '2', unitPrice: '60.25', vatRate: '20' },
  ]);
  const view = ranWell(state, (world) => checkDraftAction(world, fieldsOfNote));
  expect([view.total, view.notices]).toEqual(['144.60', []]);
});

test('not of a credit note, nor of a number nobody knows', () => {
  const state = fakeRegister();
  putRows(state, 'invoices', [OLD, { ...OLD, number: 'A1', type: 'avoir', corrects: 'F2026-00007' }]);
  expect(
    refusedFields(state, (world) => creditNoteAction(world, { id: 'D-NOTE0001', invoice: 'A1' })),
  ).toEqual([]);
  expect(
    refusedFields(state, (world) => creditNoteAction(world, { id: 'D-NOTE0001', invoice: 'F9' })),
  ).toEqual([]);
  const note = creditNote(state);
  const lines = note.lines.map((one) => ({ ...one, vatRate: '20' }));
  const view = ranWell(state, (world) => checkDraftAction(world, { ...note, lines }));
  expect(view.notices.map(({ field }) => field)).toEqual(['lines']); // all of it is credited already
});
