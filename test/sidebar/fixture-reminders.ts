/** What the script answers about messages ahead, agreements, calls, plans and letters. */

import type {
  AgreementRow,
  CallSheet,
  FollowUp,
  LetterPreview,
  OutlookRow,
  OutlookView,
  PlanForm,
} from '../../appsscript/contract/reminders.ts';
import type { Answer, SidebarCalls } from '../../appsscript/contract.ts';
import { euros, openInvoices, type Say } from './fixture-clients.ts';

type Calls =
  | 'ui_outlook'
  | 'ui_followUp'
  | 'ui_callSheet'
  | 'ui_correctContact'
  | 'ui_resend'
  | 'ui_planForm'
  | 'ui_savePlan'
  | 'ui_letter'
  | 'ui_makeLetter'
  | 'ui_posted'
  | 'ui_texts'
  | 'ui_review';

export function reminderAnswers(
  t: Say,
  name: string,
): { readonly [C in Calls]: Answer<SidebarCalls[C]['answers']> } {
  const files = [
    { title: t('Mise en demeure', 'Formal notice'), url: 'https://drive.example/1' },
    { title: t('État des envois', 'Proof of sending'), url: 'https://drive.example/2' },
  ];
  return {
    ui_outlook: value(outlook(t, name)),
    ui_followUp: value(followUp(t, name)),
    ui_callSheet: value(callSheet(t, name)),
    ui_correctContact: value({ text: t('Contact corrigé.', 'Contact corrected.') }),
    ui_resend: value({ text: t('Facture renvoyée.', 'Invoice sent again.'), state: 'sent' }),
    ui_planForm: value(planForm(t, name)),
    ui_savePlan: value({ text: t('Échéancier enregistré.', 'Plan saved.') }),
    ui_letter: value(letter(t, name)),
    ui_makeLetter: value({
      ...{ letter: 'L-ABCDEFGH12345678', files, isPosted: true, isRegistered: true },
      text: t('Mise en demeure\u202f: PDF prêt.', 'Formal notice: the PDF is ready.'),
    }),
    ui_posted: value({ text: t('Envoi noté.', 'Posting noted.') }),
    ui_texts: value([
      { row: 2, template: 'reminder-1', language: 'fr', notices: [lint(t)] },
      { row: 3, template: 'reminder-2', language: 'en', notices: [] },
    ]),
    ui_review: value({ text: t('Constat marqué comme revu.', 'Finding marked as reviewed.') }),
  };
}

function value<T>(told: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value: told };
}

function lint(t: Say) {
  const text = t(
    'Dans le texte, «\u202fhuissier\u202f» menace trop tôt.',
    'In the text, “bailiff” threatens too early.',
  );
  return { field: 'body', severity: 'error', text } as const;
}

function outlook(t: Say, clientName: string): OutlookView {
  const [first, second] = messages(t, clientName);
  const cabinet = { client: 'CABINET', clientName: 'Cabinet Marchand', currency: 'EUR' };
  const why = t('Promesse de paiement.', 'Promise to pay.');
  const text = t('Promesse de payer F2026-00015', 'Promise to pay F2026-00015');
  return {
    ...{ from: '2026-11-25', through: '2026-12-24', sendsByItself: false, messages: 2, clients: 2 },
    days: [
      { day: '2026-11-27', totals: [{ currency: 'EUR', total: first.total }], messages: [first] },
      { day: '2026-12-03', totals: [{ currency: 'EUR', total: second.total }], messages: [second] },
    ],
    holds: [{ ...cabinet, total: '210.50', until: '2026-12-03', why }],
    dues: [{ ...cabinet, day: '2026-11-30', amount: '210.50', text }],
  };
}

function messages(t: Say, clientName: string): readonly [OutlookRow, OutlookRow] {
  const claims = t(
    'avec 14,15\u202f€ d’intérêts et 40,00\u202f€ d’indemnité',
    'with €14.15 of interest and €40.00 of indemnity',
  );
  const why = t('Facture échue depuis 55 jours.', 'Invoice overdue for 55 days.');
  const brunel = { client: 'BRUNEL', clientName: 'Imprimerie Brunel et Fils', invoices: ['F2026-00007'] };
  return [
    {
      ...{ client: 'DELMAS', clientName, currency: 'EUR', level: 2, total: '4200.00', claims, why },
      ...{ what: t('Relance 2', 'Reminder 2'), channel: t('courriel', 'email') },
      invoices: ['F2026-00012', 'F2026-00019'],
    },
    {
      ...{ ...brunel, currency: 'EUR', level: 4, total: '890.00', claims: '', why },
      ...{
        what: t('Mise en demeure', 'Formal notice'),
        channel: t('lettre recommandée', 'registered letter'),
      },
    },
  ];
}

type AgreementData = Pick<AgreementRow, 'kind' | 'state' | 'invoice' | 'amount' | 'day'>;

const AGREED: readonly AgreementData[] = [
  { kind: 'promise', state: 'broken', invoice: 'F2026-00012', amount: '1200.00', day: '2026-11-18' },
  { kind: 'instalment', state: 'today', invoice: 'F2026-00019', amount: '1000.00', day: '2026-11-25' },
  { kind: 'callBack', state: 'pending', invoice: '', amount: '', day: '2026-11-27' },
  { kind: 'promise', state: 'kept', invoice: 'F2026-00003', amount: '300.00', day: '2026-11-12' },
];

function agreements(t: Say, clientName: string): readonly AgreementRow[] {
  const words: readonly (readonly [title: string, text: string])[] = [
    [t('Promesse', 'Promise'), t('Promis pour le 18\u202f: non tenue.', 'Promised for the 18th: broken.')],
    [
      t('Échéance 1 sur 3', 'Instalment 1 of 3'),
      t('À vérifier en banque aujourd’hui.', 'Look for it at the bank today.'),
    ],
    [t('À rappeler', 'To call back'), t('À rappeler le 27 novembre.', 'To be called back on 27 November.')],
    [t('Promesse', 'Promise'), t('Promesse tenue.', 'Promise kept.')],
  ];
  return AGREED.map((data, at) => {
    const [title = '', text = ''] = words[at] ?? [];
    return { ...data, client: 'DELMAS', clientName, currency: 'EUR', title, text };
  });
}

function followUp(t: Say, name: string): FollowUp {
  return {
    today: '2026-11-25',
    agreements: agreements(t, name),
    letters: [
      {
        ...{ letter: 'L-ABCDEFGH12345678', madeOn: '2026-11-24', client: 'BRUNEL', isRegistered: true },
        ...{ clientName: 'Imprimerie Brunel et Fils', url: 'https://drive.example/1' },
        text: t('Mise en demeure, niveau 5', 'Formal notice, level 5'),
      },
    ],
  };
}

function callSheet(t: Say, clientName: string): CallSheet {
  return {
    ...{
      client: 'DELMAS',
      clientName,
      phone: '04 72 00 00 00',
      email: 'compta@delmas.example',
      currency: 'EUR',
    },
    figures: [
      { label: t('Solde', 'Balance'), text: euros(t, '6 360,00', '6,360.00'), tone: 'plain' },
      { label: t('Échu', 'Overdue'), text: euros(t, '4 200,00', '4,200.00'), tone: 'bad' },
      {
        label: t('Plus ancienne échéance', 'Oldest due date'),
        text: t('1er octobre 2026 (55 jours)', '1 October 2026 (55 days)'),
        tone: 'plain',
      },
    ],
    say: [
      t(
        'Bonjour, je vous appelle au sujet de deux factures échues.',
        'Good morning, I am calling about two invoices that are overdue.',
      ),
      t('Avez-vous bien reçu ces factures\u202f?', 'Have you received these invoices?'),
      t('Quand le règlement partira-t-il\u202f?', 'When will the payment leave?'),
    ],
    agreements: agreements(t, clientName).slice(0, 2),
    contacts: [t('18/11/2026\u202f: relance, niveau 1', '18 Nov 2026: reminder, level 1')],
    invoices: openInvoices(t, clientName),
    ...{ late: '4200.00', promiseDay: '2026-12-02' },
    notes: t('Demander la comptabilité le matin.', 'Ask for accounting in the morning.'),
  };
}

function planForm(t: Say, clientName: string): PlanForm {
  const invoices = openInvoices(t, clientName).map((one, index) => ({ ...one, isPlanned: index === 1 }));
  return { client: 'DELMAS', clientName, today: '2026-11-25', invoices };
}

function letter(t: Say, clientName: string): LetterPreview {
  const html = '<!doctype html><p>Lettre</p>';
  return {
    ...{
      client: 'DELMAS',
      clientName,
      currency: 'EUR',
      currencies: ['EUR', 'USD'],
      kind: 'formal-notice',
      today: '2026-11-25',
    },
    pages: [
      { title: t('Mise en demeure', 'Formal notice'), html },
      { title: t('État des envois', 'Proof of sending'), html },
    ],
    ...{ refusal: '', isPosted: true, isRegistered: true },
  };
}
