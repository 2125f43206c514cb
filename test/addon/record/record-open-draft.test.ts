/** A draft opened in the form again is the draft that was saved. */
import { describe, expect, test } from 'vitest';
import { openDraftAction } from '../../../appsscript/actions/record/open-draft.ts';
import { saveDraftAction } from '../../../appsscript/actions/record/save-draft.ts';
import type { DraftFields } from '../../../appsscript/contract.ts';
import { fakeRegister } from '../fake-register.ts';
import { ranWell, refusedFields } from './record-runs.ts';

const ID = 'D-ABCD1234';
const WRITTEN: DraftFields = {
  ...{ id: ID, client: 'ACME', type: 'invoice', issueDate: '', dueDate: '2026-12-31', currency: 'EUR' },
  ...{ corrects: '', reference: 'BC 12', serviceDate: '2026-11-25', deliveryAddress: '', notes: '=1+1' },
  ready: false,
  lines: [
    {
      ...{ description: 'Conseil', quantity: '2.5', unit: 'jour', unitPrice: '450.105' },
      ...{ discountPercent: '10', vatRate: '5.5', vatCategory: 'S' },
    },
    {
      ...{ description: 'Formation', quantity: '1', unit: '', unitPrice: '' },
      ...{ discountPercent: '', vatRate: '0', vatCategory: 'AE' },
    },
  ],
};

describe('a saved draft', () => {
  test('is opened as it was written', () => {
    const state = fakeRegister();
    ranWell(state, (world) => saveDraftAction(world, WRITTEN));
    expect(ranWell(state, (world) => openDraftAction(world, { id: ID }))).toEqual(WRITTEN);
  });

  test('that is not there is refused', () => {
    expect(refusedFields(fakeRegister(), (world) => openDraftAction(world, { id: ID }))).toEqual([]);
  });
});
