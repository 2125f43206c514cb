/** Recording in the built script, on cells as a sheet keeps them: texts that look like numbers or formulas stay the texts they are. */
import { expect, test } from 'vitest';
import { COMPANY } from '../../invoicing/drafts-of.ts';
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts';

const NOON = Date.UTC(2026, 10, 25, 11);

function given(workspace: Workspace, call: string, asks: unknown): Record<string, unknown> {
  const answer = workspace.runInProcess(call, asks);
  expect(answer).toMatchObject({ ok: true });
  const value: unknown = Reflect.get(Object(answer), 'value');
  return Object(value);
}

const CLIENT = {
  code: '0012',
  name: '=1+1',
  kind: 'company',
  legalId: '552100554',
  vatNumber: '',
  addressLine1: '3 place du Marché',
  addressLine2: '',
  postalCode: '01000',
  city: 'Bourg',
  country: 'France',
  language: 'fr',
  contact: 'Mme Roche',
  email: 'a@b.example',
  cc: '',
  phone: '+33 4 00 00 00 00',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  paymentTerms: '30',
  creditLimit: '1500,50',
  maximumTermDays: '60',
  calendar: '',
  holdUntil: '',
  holdReason: '',
  insolvencyOn: '',
  owner: '',
  notes: '2026-11-25',
};

const DRAFT = {
  id: 'D-BUILT001',
  client: '0012',
  type: 'invoice',
  issueDate: '',
  dueDate: '2026-12-24',
  currency: 'EUR',
  corrects: '',
  reference: '0042',
  serviceDate: '2026-11-24',
  deliveryAddress: '',
  notes: '12/11',
  ready: true,
  lines: [
    {
      description: '-3 %',
      quantity: '1,5',
      unit: 'h',
      unitPrice: '100,125',
      discountPercent: '10',
      vatRate: '20',
      vatCategory: 'S',
    },
    {
      description: 'Livre',
      quantity: '1',
      unit: '',
      unitPrice: '12',
      discountPercent: '',
      vatRate: '5.5',
      vatCategory: '',
    },
  ],
};

test('settings, a client, a draft and a note come back as they were given', () => {
  const workspace = openWorkspace({ clock: NOON });
  given(workspace, 'ui_setUp', {});
  expect(given(workspace, 'ui_saveSettings', { values: COMPANY })).toEqual([]);
  const card = given(workspace, 'ui_saveClient', CLIENT);
  expect(card.fields).toMatchObject({
    ...CLIENT,
    creditLimit: '1500.50',
    paymentTerms: expect.stringMatching(/^30/),
  });
  expect(given(workspace, 'ui_saveDraft', DRAFT)).toMatchObject({
    clientName: '=1+1',
    net: '147.17',
    vat: '27.69',
    total: '174.86',
    dueDate: '2026-12-24',
    notices: [],
  });
  given(workspace, 'ui_saveDraft', DRAFT);
  const drafts: unknown = workspace.runInProcess('ui_drafts', { selected: false });
  expect(drafts).toMatchObject({
    ok: true,
    value: [{ id: 'EXEMPLE' }, { id: 'D-BUILT001', net: '147.17', total: '174.86', notices: [] }],
  });
  given(workspace, 'ui_log', {
    id: 'J-BUILT001',
    client: '0012',
    invoice: '',
    event: 'promise',
    byPhone: false,
    amount: '10',
    day: '2026-12-01',
    detail: '=2+2',
  });
  const settings = workspace.runInProcess('ui_settings', {});
  expect(settings).toMatchObject({
    ok: true,
    value: expect.arrayContaining([expect.objectContaining({ key: 'postalCode', value: '69005' })]),
  });
});

const pay = (id: string, amount: string) => ({
  id,
  kind: 'payment',
  client: '0012',
  date: '2026-11-25',
  amount,
  currency: 'EUR',
  method: 'transfer',
  reference: '',
  reason: '',
  allocations: [{ invoice: 'F2026-00001', amount }],
  thank: false,
});

test('issued, paid in part, credited in part and paid: the sums meet', () => {
  const workspace = openWorkspace({ clock: NOON });
  given(workspace, 'ui_setUp', {});
  given(workspace, 'ui_saveSettings', { values: COMPANY });
  given(workspace, 'ui_saveClient', CLIENT);
  given(workspace, 'ui_saveDraft', DRAFT);
  expect(given(workspace, 'ui_issue', { drafts: ['D-BUILT001'], send: false }).refused).toEqual([]);
  given(workspace, 'ui_recordPayment', pay('P-BUILT001', '100'));
  const note = given(workspace, 'ui_creditNote', { id: 'D-BUILT002', invoice: 'F2026-00001' });
  expect(note).toMatchObject({
    client: '0012',
    corrects: 'F2026-00001',
    reference: '0042',
    lines: [{ description: '-3 %', quantity: '1.5' }, {}],
  });
  const lines = [
    {
      description: 'Livre',
      quantity: '1',
      unit: '',
      unitPrice: '12',
      discountPercent: '',
      vatRate: '5.5',
      vatCategory: 'S',
    },
  ];
  expect(given(workspace, 'ui_saveDraft', { ...note, lines, ready: true })).toMatchObject({
    total: '12.66',
    notices: [],
  });
  expect(given(workspace, 'ui_issue', { drafts: ['D-BUILT002'], send: false }).refused).toEqual([]);
  const left = given(workspace, 'ui_allocate', { client: '0012', amount: '100', currency: 'EUR' });
  expect(left).toMatchObject({ proposed: [{ invoice: 'F2026-00001', amount: '62.20' }], unapplied: '37.80' });
  given(workspace, 'ui_recordPayment', pay('P-BUILT002', '62.20'));
  expect(given(workspace, 'ui_allocate', { client: '0012', amount: '1', currency: 'EUR' }).invoices).toEqual(
    [],
  );
});
