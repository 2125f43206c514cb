import { expect, test } from 'vitest';
import { checkDraftAction, draftsAction } from '../../../appsscript/actions/record/drafts.ts';
import { saveDraftAction } from '../../../appsscript/actions/record/save-draft.ts';
import type { DraftFields, DraftLine } from '../../../appsscript/contract.ts';
import { fakeRegister, putDraft, registerWithDrafts } from '../fake-register.ts';
import { done, type FakeState, putRows, rowsOf, run, TODAY_SERIAL } from '../fake-world.ts';
import { cellsOf, everyMishap, ranWell, refusedFields } from './record-runs.ts';

function line(changes: Partial<DraftLine> = {}): DraftLine {
  return {
    description: 'Conseil',
    quantity: '2',
    unit: 'jour',
    unitPrice: '450',
    discountPercent: '',
    vatRate: '20',
    vatCategory: 'S',
    ...changes,
  };
}

function fields(changes: Partial<DraftFields> = {}): DraftFields {
  return {
    id: 'D-ABCD1234',
    client: 'ACME',
    type: 'invoice',
    issueDate: '',
    dueDate: '',
    currency: 'EUR',
    corrects: '',
    reference: '',
    serviceDate: '2026-11-25',
    deliveryAddress: '',
    notes: '',
    ready: true,
    lines: [line()],
    ...changes,
  };
}

function linesOf(state: FakeState, id = 'D-ABCD1234'): readonly (readonly unknown[])[] {
  return rowsOf(state, 'lines')
    .filter(({ invoice }) => invoice === id)
    .map(({ position, description, quantity }) => [position, description, quantity]);
}

test('a draft as it is written: sums, due date, what it lacks; nothing is written', () => {
  const state = fakeRegister();
  const before = cellsOf(state);
  const view = ranWell(state, (world) =>
    checkDraftAction(world, fields({ lines: [line(), line({ unitPrice: '0,105', vatRate: '5.5' })] })),
  );
  expect(view).toMatchObject({
    id: 'D-ABCD1234',
    clientName: 'Société ACME',
    currency: 'EUR',
    net: '900.21',
    vat: '180.01',
    total: '1080.22',
    dueDate: '2026-12-25',
    notices: [],
    credit: expect.stringMatching(/^Accorder contre un acompte de 324,07.€.*client peu connu/),
  });
  expect(cellsOf(state)).toEqual(before);
});

test('a half-written draft is checked, not refused', () => {
  const view = ranWell(fakeRegister(), (world) =>
    checkDraftAction(world, fields({ client: '', lines: [line({ quantity: '', unitPrice: 'x'.slice(1) })] })),
  );
  expect(view).toMatchObject({ net: '', total: '', clientName: '' });
  expect(view.notices.map(({ field }) => field)).toEqual(['client', 'lines.0.quantity', 'lines.0.unitPrice']);
});

test('checking costs the same calls however many rows there are', () => {
  const calls = (state: FakeState): number =>
    run(state, (world) => checkDraftAction(world, fields())).calls.length;
  expect(calls(registerWithDrafts(40))).toBe(calls(fakeRegister()));
  expect(calls(fakeRegister())).toBeLessThanOrEqual(8);
});

test('granting above the limit is said, with the drafts that wait', () => {
  const state = fakeRegister();
  putRows(state, 'clients', [
    { code: 'DUR', name: 'Dur', creditLimit: 1000, addressLine1: 'x', postalCode: '69001', city: 'Lyon' },
  ]);
  putDraft(state, 'D-9', 'DUR');
  const view = ranWell(state, (world) => checkDraftAction(world, fields({ client: 'DUR' })));
  expect(view.credit).toMatch(/144,60.*1\u202f224,60.*Plafond dépassé de 224,60/);
});

test('saved, a draft stands in its tab with its lines; saved twice it stands once', () => {
  const state = fakeRegister();
  const act = (world: Parameters<typeof saveDraftAction>[0]) =>
    saveDraftAction(
      world,
      fields({ notes: '=HYPERLINK("x")', lines: [line(), line({ description: 'Livre', quantity: '1,5' })] }),
    );
  ranWell(state, act);
  const first = cellsOf(state);
  ranWell(state, act);
  expect(cellsOf(state)).toEqual(first);
  expect(rowsOf(state, 'drafts')).toMatchObject([
    {
      id: 'D-ABCD1234',
      client: 'ACME',
      type: 'facture',
      issueDate: null,
      serviceDate: TODAY_SERIAL,
      ready: 'oui',
      net: 1575,
      vat: 315,
      total: 1890,
      check: 'Complet',
      notes: '=HYPERLINK("x")',
      number: null,
    },
  ]);
  expect(linesOf(state)).toEqual([
    [1, 'Conseil', 2],
    [2, 'Livre', 1.5],
  ]);
});

test('changed, a draft has its new lines only, and others keep theirs', () => {
  const state = registerWithDrafts(2);
  const others = linesOf(state, 'D-1');
  ranWell(state, (world) =>
    saveDraftAction(
      world,
      fields({ lines: [line(), line({ description: 'b' }), line({ description: 'c' })] }),
    ),
  );
  putDraft(state, 'D-3', 'BOIS');
  ranWell(state, (world) => saveDraftAction(world, fields({ lines: [line({ description: 'only' })] })));
  expect(linesOf(state)).toEqual([[1, 'only', 2]]);
  ranWell(state, (world) =>
    saveDraftAction(
      world,
      fields({ lines: ['1', '2', '3', '4', '5'].map((description) => line({ description })) }),
    ),
  );
  expect(
    linesOf(state)
      .map(([position]) => position)
      .sort(),
  ).toEqual([1, 2, 3, 4, 5]);
  expect(linesOf(state, 'D-1')).toEqual(others);
  expect(linesOf(state, 'D-3')).toHaveLength(2);
});

test('an incomplete draft is saved with what it lacks', () => {
  const state = fakeRegister();
  ranWell(state, (world) => saveDraftAction(world, fields({ lines: [] })));
  expect(rowsOf(state, 'drafts')[0]?.check).toMatch(/Aucune ligne/);
});

for (const [why, changes, expected] of [
  ['a quantity that cannot be read', { lines: [line({ quantity: '1 2' })] }, ['lines.0.quantity']],
  ['no client of the register', { client: 'NOBODY' }, ['client']],
  ['a currency of no country', { currency: 'ABC' }, ['currency']],
] as const) {
  test(`refused, nothing written: ${why}`, () =>
    expect(refusedFields(fakeRegister(), (world) => saveDraftAction(world, fields(changes)))).toEqual(
      expected,
    ));
}

test('an issued draft, and one whose id stands twice, are left alone', () => {
  const issued = fakeRegister();
  putRows(issued, 'drafts', [{ id: 'D-ABCD1234', client: 'ACME', number: 'F2026-00001' }]);
  expect(refusedFields(issued, (world) => saveDraftAction(world, fields()))).toEqual([]);
  const copied = fakeRegister();
  putRows(copied, 'drafts', [
    { id: 'D-ABCD1234', client: 'ACME' },
    { id: 'D-ABCD1234', client: 'BOIS' },
  ]);
  expect(refusedFields(copied, (world) => saveDraftAction(world, fields()))).toEqual([]);
});

test('stopped anywhere, a draft that is ready has all its lines, and saving again ends as one save would', () => {
  const start = registerWithDrafts(1);
  ranWell(start, (world) =>
    saveDraftAction(
      world,
      fields({ lines: [line(), line({ description: 'b' }), line({ description: 'c' })] }),
    ),
  );
  const wholes = [
    [
      [1, 'Conseil', 2],
      [2, 'b', 2],
      [3, 'c', 2],
    ],
    [
      [1, 'new', 2],
      [2, 'newer', 2],
    ],
  ];
  const act = (world: Parameters<typeof saveDraftAction>[0]) =>
    saveDraftAction(world, fields({ lines: [line({ description: 'new' }), line({ description: 'newer' })] }));
  const clean = structuredClone(start);
  ranWell(clean, act);
  const worlds = everyMishap(
    start,
    act,
    (state) => {
      const draft = rowsOf(state, 'drafts').find(({ id }) => id === 'D-ABCD1234');
      if (draft?.ready === 'oui') expect(wholes).toContainEqual(linesOf(state));
    },
    (state) => expect(cellsOf(state)).toEqual(cellsOf(clean)),
  );
  expect(worlds).toBeGreaterThan(100);
});

test('drafts not issued are listed, those of the selected rows or all; copied ids are said', () => {
  const state = registerWithDrafts(3);
  putRows(state, 'drafts', [
    { id: 'D-9', client: 'ACME', number: 'F2026-00001' },
    { id: 'D-3', client: 'ACME' },
    { client: 'ACME' },
  ]);
  const all = ranWell(state, (world) => draftsAction(world, { selected: false }));
  expect(all.map(({ id, total }) => [id, total])).toEqual([
    ['D-1', '144.60'],
    ['D-2', '144.60'],
    ['D-3', '144.60'],
    ['D-3', '144.60'],
    ['', '0.00'],
  ]);
  expect(
    all.map(({ notices }) => notices.some(({ field, severity }) => field === 'id' && severity === 'error')),
  ).toEqual([false, false, true, true, true]);
  const some = done(
    run(state, (world) =>
      draftsAction({ ...world, sheet: { ...world.sheet, selectedRows: () => [3] } }, { selected: true }),
    ),
  );
  expect(some.ok && some.value.map(({ id }) => id)).toEqual(['D-2']);
});

test('a draft whose id is an invoice’s number is not issued', () => {
  const state = registerWithDrafts(1);
  putRows(state, 'invoices', [{ number: 'D-1', client: 'ACME', issueDate: TODAY_SERIAL, total: 10 }]);
  const [draft] = ranWell(state, (world) => draftsAction(world, { selected: false }));
  expect(draft?.notices.map(({ field }) => field)).toEqual(['id']);
});
