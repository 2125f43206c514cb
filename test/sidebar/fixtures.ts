/** What a script answers to every call of the sidebar, in both languages: a register of a few clients. */
import type {
  Answer,
  HomeView,
  ReminderRow,
  SettingField,
  SidebarCall,
  SidebarCalls,
  UnknownSend,
} from '../../appsscript/contract.ts';
import type { Language } from '../../shared/base/words.ts';
import { bankAnswers } from './fixture-bank.ts';
import { allocation, clientCard, clientChoices, euros, type Say } from './fixture-clients.ts';
import {
  creditNote,
  invoiceForm,
  issued,
  lackingDraft,
  mailOf,
  preview,
  readyDraft,
} from './fixture-drafts.ts';
import { reminderAnswers } from './fixture-reminders.ts';

export type Answers = { readonly [C in SidebarCall]: Answer<SidebarCalls[C]['answers']> };

/** @param name put in place of a client's name, to see how it is shown */
export function answersIn(language: Language, name = 'Atelier Delmas'): Answers {
  const t: Say = (fr, en) => (language === 'fr' ? fr : en);
  const wrongIban = { field: 'iban', text: t('La clé de l’IBAN est fausse.', 'The IBAN’s key is wrong.') };
  const paid = t('Règlement de 1 200,00 € enregistré.', 'Payment of €1,200.00 recorded.');
  const [first, ...held] = reminders(t, name);
  return {
    ui_home: value(home(t, language)),
    ui_setUp: value({ made: ['Clients'], completed: [t('Réglages', 'Settings')], notices: [] }),
    ui_settings: value(settings(t)),
    ui_saveSettings: value([{ ...wrongIban, severity: 'error' }]),
    ui_clients: value(clientChoices(name)),
    ui_client: value(clientCard(t, name, language)),
    ui_saveClient: value(clientCard(t, name, language)),
    ui_invoiceForm: value(invoiceForm(t, name)),
    ui_checkDraft: value(readyDraft(t, name)),
    ui_saveDraft: value(readyDraft(t, name)),
    ui_draft: value({ ...creditNote(t), type: 'invoice', corrects: '' }),
    ui_creditNote: value(creditNote(t)),
    ui_drafts: value([readyDraft(t, name), lackingDraft(t)]),
    ui_previewIssue: value(preview(t, name)),
    ui_issue: value(issued(t, name)),
    ui_allocate: value(allocation(t, name)),
    ui_recordPayment: value({ text: paid, thanked: 'sent' }),
    ui_reminders: value([first, ...held]),
    ui_previewReminder: value({ ...first, mail: mailOf(t), notices: [] }),
    ui_remind: value({
      rows: [{ client: 'DELMAS', state: 'sent', text: t('Relance 2 envoyée', 'Reminder 2 sent') }],
      left: 2,
    }),
    ui_log: value({ text: t('Appel noté.', 'Call logged.') }),
    ui_unknown: value([unknownSend(t, name)]),
    ui_resolve: value({ text: t('Noté : il est bien parti.', 'Noted: it was sent.') }),
    ...reminderAnswers(t, name),
    ...bankAnswers(t, name),
    ui_dailyRun: value({ text: t('Le passage quotidien est arrêté.', 'The daily run is off.') }),
  };
}

function value<T>(told: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value: told };
}

function home(t: Say, language: Language): HomeView {
  const plain = { tone: 'plain' } as const;
  return {
    ...{ language, isSetUp: true, companyName: 'Studio Mercier', today: '2026-11-25', dailyRunOn: true },
    figures: [
      { label: t('À encaisser', 'Open'), text: euros(t, '48 250,40', '48,250.40'), ...plain },
      { label: t('Échu', 'Overdue'), text: euros(t, '12 310,00', '12,310.00'), tone: 'bad' },
      { label: t('Délai moyen (DSO)', 'DSO'), text: t('41 jours', '41 days'), ...plain },
      { label: t('Relances du jour', 'Reminders today'), text: '3', ...plain },
      { label: t('Brouillons prêts', 'Drafts ready'), text: '2', tone: 'good' },
    ],
    toDo: [
      { text: t('3 relances à envoyer', '3 reminders to send'), view: 'reminders', argument: '' },
      { text: t('2 brouillons prêts à émettre', '2 drafts ready to issue'), view: 'issue', argument: '' },
      { text: t('1 envoi incertain', '1 uncertain send'), view: 'unknown', argument: '' },
    ],
    dailyRun: t('Dernier passage aujourd’hui à 6 h 12.', 'Last ran today at 6:12 am.'),
  };
}

function settings(t: Say): readonly SettingField[] {
  const legal = { value: '', help: t('9 ou 14 chiffres', '9 or 14 digits'), required: true, choices: [] };
  const name = { value: 'Studio Mercier', help: '', required: true, choices: [] };
  return [
    { key: 'companyName', label: t('Raison sociale', 'Company name'), ...name },
    { key: 'legalId', label: 'SIREN / SIRET', ...legal },
    { key: 'iban', label: 'IBAN', value: '', help: '', required: false, choices: [] },
    {
      ...{ key: 'sendMode', label: t('Mode d’envoi', 'Send mode'), value: 'preview', required: false },
      help: t('« aperçu » : rien ne part sans vous', '‘preview’: nothing leaves without you'),
      choices: [
        { key: 'preview', label: t('aperçu', 'preview') },
        { key: 'send', label: t('envoi', 'send') },
      ],
    },
  ];
}

function reminders(t: Say, name: string): readonly [ReminderRow, ...ReminderRow[]] {
  const row: ReminderRow = {
    ...{ client: 'DELMAS', clientName: name, currency: 'EUR', action: 'send', level: 2, channel: 'email' },
    ...{ invoices: ['F2026-00012', 'F2026-00019'], total: '4200.00' },
    why: t('Échue depuis 55 jours.', 'Overdue for 55 days.'),
  };
  const brunel = { client: 'BRUNEL', clientName: 'Imprimerie Brunel et Fils', invoices: ['F2026-00007'] };
  const cabinet = { client: 'CABINET', clientName: 'Cabinet Marchand', invoices: ['F2026-00015'] };
  const promise = t('Promesse de paiement jusqu’au 30/11/2026.', 'Promise to pay until 30 Nov 2026.');
  return [
    row,
    { ...row, ...brunel, level: 3, channel: 'registeredLetter', total: '890.00' },
    { ...row, ...cabinet, action: 'hold', level: 1, total: '210.50', why: promise },
  ];
}

function unknownSend(t: Say, clientName: string): UnknownSend {
  return {
    ...{ key: 'rem:F2026-00012:2', at: '2026-11-24T08:00:00Z', clientName },
    text: t('Relance 2 de la facture F2026-00012', 'Reminder 2 of invoice F2026-00012'),
    recipient: 'compta@delmas.example',
  };
}
