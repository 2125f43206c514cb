/** Documents as e-invoices are made of them, issued by the product's own drafting. */
import { type EInvoiceFacts, PLAIN_FACTS } from '../../../shared/exchange/cii/facts.ts';
import { checkDraft, type IssueContext, snapshotOf } from '../../../shared/invoicing/draft.ts';
import type { Snapshot } from '../../../shared/invoicing/snapshot.ts';
import {
  type Cells,
  CORRECTED,
  clientOf,
  contextOf,
  draftOf,
  settingsOf,
} from '../../invoicing/drafts-of.ts';

export function issued(
  changes: Cells = {},
  lines: readonly Cells[] = [{}],
  context: Partial<IssueContext> = {},
): Snapshot {
  const whole = contextOf(context);
  const isRegistered = whole.settings.texts.get('vatNumber') !== undefined;
  const number = changes.type === 'avoir' ? 'A2026-00001' : 'F2026-00012';
  return snapshotOf(checkDraft(draftOf(changes, lines, isRegistered), whole), whole, number);
}

export type Sample = { readonly name: string; readonly snapshot: Snapshot; readonly facts: EInvoiceFacts };

const IRISH = clientOf({
  language: 'en',
  country: 'Ireland',
  name: 'Green & Sons <Ltd>',
  vatNumber: 'IE1234567WA',
  legalId: '',
  postalCode: '',
});
const AMERICAN = clientOf({
  language: 'en',
  country: 'US',
  name: 'Larkfield Inc.',
  vatNumber: '',
  legalId: '',
});
const PERSON = clientOf({ kind: 'individual', legalId: '', name: 'Mme Éloïse d’Œuvre' });
const HOSPITAL = clientOf({ kind: 'administration', name: 'Centre hospitalier', legalId: '35600000000048' });
const OVERSEAS = clientOf({ country: 'La Réunion', postalCode: '97400', city: 'Saint-Denis' });
const NORWEGIAN = clientOf({
  language: 'en',
  country: 'Norway',
  name: 'Fjord AS',
  legalId: '923609016',
  email: 'ap@fjord.example',
});
const FRANCHISED = settingsOf({ vatNumber: '', legalForm: 'EI', shareCapital: '' });

/** One of each kind that the rules treat apart; `due` of the plain one is 2026-12-25. */
export const SAMPLES: readonly Sample[] = [
  {
    name: 'several-rates',
    snapshot: issued(
      { reference: 'BC-4411', deliveryAddress: 'Dépôt 4\n69007 Lyon', notes: 'Merci & à bientôt.' },
      [
        {
          description: 'Conseil\n2 jours sur site',
          quantity: 2.5,
          unitPrice: 1450.125,
          discountPercent: 12.5,
        },
        { description: 'Livre', unit: '', unitPrice: 12, vatRate: 5.5 },
        { description: 'Formation', unitPrice: 300, vatRate: 0, vatCategory: 'E' },
        { description: 'Geste commercial', unit: 'forfait', quantity: 1, unitPrice: -50 },
      ],
    ),
    facts: PLAIN_FACTS,
  },
  {
    name: 'credit-note',
    snapshot: issued({ type: 'avoir', corrects: 'F2026-00012' }, [{}], { corrected: CORRECTED }),
    facts: PLAIN_FACTS,
  },
  {
    name: 'corrective',
    snapshot: { ...issued(), corrects: 'F2026-00007', correctsDate: '2026-09-30' },
    facts: PLAIN_FACTS,
  },
  {
    name: 'intra-community',
    snapshot: issued({}, [{ description: 'Machine', vatRate: 0, vatCategory: 'K' }], { client: IRISH }),
    facts: { ...PLAIN_FACTS, operations: 'goods' },
  },
  {
    name: 'reverse-charge',
    snapshot: issued({}, [{ vatRate: 0, vatCategory: 'AE' }], { client: IRISH }),
    facts: PLAIN_FACTS,
  },
  {
    name: 'export',
    snapshot: issued({}, [{ vatRate: 0, vatCategory: 'G' }], { client: AMERICAN }),
    facts: PLAIN_FACTS,
  },
  {
    name: 'outside-scope',
    snapshot: issued({}, [{ vatRate: 0, vatCategory: 'O' }], { client: AMERICAN }),
    facts: PLAIN_FACTS,
  },
  { name: 'zero-rate', snapshot: issued({}, [{ vatRate: 0, vatCategory: 'Z' }]), facts: PLAIN_FACTS },
  {
    name: 'franchise',
    snapshot: issued({}, [{ vatRate: 0, vatCategory: 'E' }], { settings: FRANCHISED }),
    facts: PLAIN_FACTS,
  },
  { name: 'consumer', snapshot: issued({}, [{}], { client: PERSON }), facts: PLAIN_FACTS },
  { name: 'paid', snapshot: issued(), facts: { ...PLAIN_FACTS, paid: { minor: 108_000, on: '2026-11-20' } } },
  {
    name: 'part-paid',
    snapshot: issued(),
    facts: { ...PLAIN_FACTS, paid: { minor: 8_000, on: '2026-11-20' } },
  },
  {
    name: 'instalments',
    snapshot: issued(),
    facts: {
      ...PLAIN_FACTS,
      instalments: [
        { dueDate: '2026-12-10', minor: 54_000 },
        { dueDate: '2027-01-10', minor: 54_000 },
      ],
    },
  },
  { name: 'deposit', snapshot: issued(), facts: { ...PLAIN_FACTS, stage: 'deposit' } },
  {
    name: 'final',
    snapshot: issued(),
    facts: {
      ...PLAIN_FACTS,
      stage: 'final',
      deposits: [{ number: 'F2026-00003', date: '2026-07-01', minor: 30_000 }],
    },
  },
  {
    name: 'dollars',
    snapshot: issued({ currency: 'USD' }, [{ vatRate: 0, vatCategory: 'G' }], { client: AMERICAN }),
    facts: PLAIN_FACTS,
  },
  {
    name: 'vat-in-dollars',
    snapshot: issued({ currency: 'USD' }),
    facts: { ...PLAIN_FACTS, vatInEuros: 16_512 },
  },
  {
    name: 'public-buyer',
    snapshot: issued({ reference: '4500012345' }, [{}], {
      client: HOSPITAL,
      settings: settingsOf({ legalId: '732 829 320 00074' }),
    }),
    facts: PLAIN_FACTS,
  },
  {
    name: 'overseas',
    snapshot: issued({}, [{ vatRate: 8.5 }, { vatRate: 2.1 }], { client: OVERSEAS }),
    facts: PLAIN_FACTS,
  },
  {
    name: 'norwegian',
    snapshot: issued({ serviceDate: '' }, [{ vatRate: 0, vatCategory: 'O' }], { client: NORWEGIAN }),
    facts: PLAIN_FACTS,
  },
  {
    name: 'on-debits',
    snapshot: issued({}, [{}], { settings: settingsOf({ vatOnDebits: 'oui' }) }),
    facts: PLAIN_FACTS,
  },
];

export function sampleNamed(name: string): Sample {
  const found = SAMPLES.find((sample) => sample.name === name);
  if (!found) throw new Error(`no sample ${name}`);
  return found;
}
