/**
 * What the sidebar may ask of the script, and what it is told: plain JSON both ways (no Date, no function). Days are `YYYY-MM-DD`,
 * money is a decimal text with its currency. The script checks every field it is given; the sidebar shows texts as text.
 */
import type { Language } from '../shared/base/words.ts';
import type { ClientKind } from '../shared/register/tables.ts';
import type { EInvoiceMade, ImportDone, ImportFields, ImportView, StatementFields } from './contract/bank.ts';
import type { OpeningFields, OpeningView } from './contract/opening.ts';
import type {
  CallSheet,
  FollowUp,
  LegalStanding,
  LetterAsked,
  LetterMade,
  LetterPreview,
  OutlookView,
  PlanFields,
  PlanForm,
  TextCheck,
} from './contract/reminders.ts';

/** What was refused or noticed, in the user's language, with the field it is about where there is one. */
export type Notice = {
  readonly field: string;
  readonly text: string;
  readonly severity: 'error' | 'warning';
};

/** Every answer: the view, or why there is none. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly notices: readonly Notice[] };

export type Figure = {
  readonly label: string;
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'bad';
};

export type HomeView = {
  readonly language: Language;
  readonly isSetUp: boolean;
  readonly companyName: string;
  readonly today: string;
  readonly figures: readonly Figure[]; // open, overdue, DSO, reminders today, drafts ready
  readonly toDo: readonly { readonly text: string; readonly view: ViewName; readonly argument: string }[];
  readonly dailyRunOn: boolean; // what the switch shows
  readonly dailyRun: string; // a sentence: when it last ran, whether it is on
};

/** The sidebar's views; a menu entry opens one. */
export const VIEWS = [
  'home',
  'setup',
  'clients',
  'client',
  'invoice',
  'issue',
  'payment',
  'reminders',
  'journal',
  'unknown',
  'outlook',
  'followUp',
  'callSheet',
  'plan',
  'letter',
  'texts',
  'review',
] as const;
export type ViewName = (typeof VIEWS)[number];

export type ClientChoice = {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly city: string;
};

export type ClientFields = {
  readonly code: string;
  readonly name: string;
  readonly kind: ClientKind;
  readonly legalId: string;
  readonly vatNumber: string;
  readonly addressLine1: string;
  readonly addressLine2: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly language: Language;
  readonly contact: string;
  readonly email: string;
  readonly cc: string;
  readonly phone: string;
  readonly iban: string; // that it pays from
  readonly paymentTerms: string;
  readonly creditLimit: string;
  readonly maximumTermDays: string; // a trade's own, shorter than the law's general one
  readonly calendar: string;
  readonly holdUntil: string;
  readonly holdReason: string;
  readonly insolvencyOn: string;
  readonly owner: string;
  readonly notes: string;
};

export type ClientCard = {
  readonly fields: ClientFields;
  readonly notices: readonly Notice[]; // SIREN, VAT, IBAN keys, email
  readonly balances: readonly { readonly currency: string; readonly figures: readonly Figure[] }[]; // open, overdue, unapplied, disputed
  readonly credit: string; // exposure against the limit, a sentence
  readonly proposedLimit: string; // what its purchases and payments call for, a sentence; empty: nothing to go by
  readonly habit: string; // how they pay, a sentence
  readonly legal: LegalStanding;
  readonly invoices: readonly OpenInvoice[];
  readonly history: readonly { readonly at: string; readonly text: string; readonly detail: string }[]; // newest first
};

export type OpenInvoice = {
  readonly number: string;
  readonly client: string;
  readonly clientName: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly daysOverdue: number;
  readonly currency: string;
  readonly total: string;
  readonly open: string;
  readonly nextStep: string;
};

export type DraftLine = {
  readonly description: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
  readonly discountPercent: string;
  readonly vatRate: string;
  readonly vatCategory: string;
};

export type DraftFields = {
  readonly id: string; // made by the sidebar (`D-` and at least 8 of A–Z 0–9): saving twice saves once
  readonly client: string;
  readonly type: 'invoice' | 'creditNote';
  readonly issueDate: string;
  readonly dueDate: string;
  readonly currency: string;
  readonly corrects: string;
  readonly reference: string;
  readonly serviceDate: string;
  readonly deliveryAddress: string;
  readonly notes: string;
  readonly ready: boolean;
  readonly lines: readonly DraftLine[];
};

/** What the form needs beside the client's choice. */
export type InvoiceForm = {
  readonly clients: readonly ClientChoice[];
  readonly currency: string;
  readonly vatChoices: readonly {
    readonly category: string;
    readonly rate: string;
    readonly label: string;
    readonly mention: string;
  }[];
  readonly today: string;
};

export type DraftView = {
  readonly id: string;
  readonly clientName: string;
  readonly type: 'invoice' | 'creditNote';
  readonly currency: string;
  readonly net: string;
  readonly vat: string;
  readonly total: string;
  readonly dueDate: string;
  readonly ready: boolean; // as its keeper says; one that is not may be issued, but nobody chose it yet
  readonly notices: readonly Notice[]; // errors keep it from being issued
  readonly credit: string; // what granting it does to the client's exposure; empty where there is no limit
};

export type IssuePreview = {
  readonly draft: DraftView;
  readonly html: string; // the page as it will print, for a sandboxed frame
  readonly mail: MailPreview | null; // null: no address; the invoice is issued without mail
};

export type MailPreview = {
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly text: string;
};

/** `waiting`: not done yet, the next run goes on. `unknown`: nobody knows whether it left; a person decides. */
export type SendState = 'sent' | 'waiting' | 'failed' | 'unknown' | 'none';

export type Issued = {
  readonly documents: readonly {
    readonly draft: string;
    readonly number: string;
    readonly document: string;
    readonly state: SendState;
    readonly text: string;
  }[];
  readonly refused: readonly { readonly draft: string; readonly notices: readonly Notice[] }[];
};

export type PaymentFields = {
  readonly id: string; // made by the sidebar (`P-…`)
  readonly kind: 'payment' | 'bounced' | 'refund' | 'writeOff';
  readonly client: string;
  readonly date: string;
  readonly amount: string;
  readonly currency: string;
  readonly method: string;
  readonly reference: string;
  readonly reason: string; // write-off and bounced: required
  readonly allocations: readonly { readonly invoice: string; readonly amount: string }[]; // what they leave is unapplied
  readonly thank: boolean;
};

export type Allocation = {
  readonly invoices: readonly OpenInvoice[];
  readonly proposed: readonly { readonly invoice: string; readonly amount: string }[];
  readonly unapplied: string;
};

export type ReminderRow = {
  readonly client: string;
  readonly clientName: string;
  readonly currency: string;
  readonly action: 'send' | 'hold' | 'none';
  readonly level: number | null;
  readonly channel: string;
  readonly invoices: readonly string[];
  readonly total: string;
  readonly why: string;
};

export type ReminderPreview = ReminderRow & {
  readonly mail: MailPreview | null;
  readonly notices: readonly Notice[];
};

export type Sent = {
  readonly rows: readonly { readonly client: string; readonly state: SendState; readonly text: string }[];
  readonly left: number;
};

export type JournalFields = {
  readonly id: string; // made by the sidebar (`J-…`)
  readonly client: string;
  readonly invoice: string; // empty: all that is open
  readonly event: LoggedEvent;
  readonly byPhone: boolean; // it came out of a call, which is noted as well
  readonly amount: string;
  readonly day: string; // promised for, on hold until, to be called back on, signed or summoned on
  readonly detail: string;
};

/** `voicemail` and `callBack` are how a call may end. */
export const LOGGED_EVENTS = [
  'call',
  'voicemail',
  'callBack',
  'promise',
  'dispute',
  'disputeClosed',
  'hold',
  'release',
  'receiptAcknowledged',
  'acknowledgement',
  'courtAction',
  'note',
] as const;
export type LoggedEvent = (typeof LOGGED_EVENTS)[number];

export type UnknownSend = {
  readonly key: string;
  readonly at: string;
  readonly clientName: string;
  readonly text: string;
  readonly recipient: string;
};

export type SettingField = {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly help: string;
  readonly required: boolean;
  readonly choices: readonly { readonly key: string; readonly label: string }[];
};

export type SetUpDone = {
  readonly made: readonly string[];
  readonly completed: readonly string[];
  readonly notices: readonly Notice[];
};

/** Every endpoint the sidebar calls: what it is given, what the value of its `Answer` is. */
export type SidebarCalls = {
  readonly ui_home: { readonly asks: { readonly renew: boolean }; readonly answers: HomeView }; // `renew`: recalculate first
  readonly ui_setUp: { readonly asks: Record<string, never>; readonly answers: SetUpDone };
  readonly ui_settings: { readonly asks: Record<string, never>; readonly answers: readonly SettingField[] };
  readonly ui_saveSettings: {
    readonly asks: { readonly values: Readonly<Record<string, string>> };
    readonly answers: readonly Notice[];
  };
  readonly ui_clients: { readonly asks: Record<string, never>; readonly answers: readonly ClientChoice[] };
  readonly ui_client: { readonly asks: { readonly code: string }; readonly answers: ClientCard };
  readonly ui_saveClient: { readonly asks: ClientFields; readonly answers: ClientCard };
  readonly ui_invoiceForm: { readonly asks: Record<string, never>; readonly answers: InvoiceForm };
  readonly ui_checkDraft: { readonly asks: DraftFields; readonly answers: DraftView };
  readonly ui_saveDraft: { readonly asks: DraftFields; readonly answers: DraftView };
  readonly ui_draft: { readonly asks: { readonly id: string }; readonly answers: DraftFields };
  readonly ui_creditNote: {
    readonly asks: { readonly id: string; readonly invoice: string };
    readonly answers: DraftFields;
  };
  readonly ui_drafts: {
    readonly asks: { readonly selected: boolean };
    readonly answers: readonly DraftView[];
  };
  readonly ui_previewIssue: { readonly asks: { readonly draft: string }; readonly answers: IssuePreview };
  readonly ui_issue: {
    readonly asks: { readonly drafts: readonly string[]; readonly send: boolean };
    readonly answers: Issued;
  };
  readonly ui_allocate: {
    readonly asks: { readonly client: string; readonly amount: string; readonly currency: string };
    readonly answers: Allocation;
  };
  readonly ui_recordPayment: {
    readonly asks: PaymentFields;
    readonly answers: { readonly text: string; readonly thanked: SendState };
  };
  readonly ui_reminders: { readonly asks: Record<string, never>; readonly answers: readonly ReminderRow[] };
  readonly ui_previewReminder: {
    readonly asks: { readonly client: string; readonly currency: string };
    readonly answers: ReminderPreview;
  };
  readonly ui_remind: {
    readonly asks: { readonly clients: readonly { readonly client: string; readonly currency: string }[] };
    readonly answers: Sent;
  };
  readonly ui_log: { readonly asks: JournalFields; readonly answers: { readonly text: string } };
  readonly ui_unknown: { readonly asks: Record<string, never>; readonly answers: readonly UnknownSend[] };
  readonly ui_resolve: {
    readonly asks: { readonly key: string; readonly decision: 'wasSent' | 'sendAgain' };
    readonly answers: { readonly text: string };
  };
  readonly ui_dailyRun: {
    readonly asks: { readonly on: boolean };
    readonly answers: { readonly text: string };
  };
  readonly ui_outlook: { readonly asks: Record<string, never>; readonly answers: OutlookView };
  readonly ui_followUp: { readonly asks: Record<string, never>; readonly answers: FollowUp };
  readonly ui_callSheet: { readonly asks: { readonly client: string }; readonly answers: CallSheet };
  readonly ui_correctContact: {
    readonly asks: {
      readonly id: string; // made by the sidebar (`J-…`)
      readonly client: string;
      readonly email: string; // empty: not known yet, and reminders wait
      readonly phone: string;
      readonly detail: string;
    };
    readonly answers: { readonly text: string };
  };
  readonly ui_resend: {
    readonly asks: { readonly id: string; readonly invoice: string };
    readonly answers: { readonly text: string; readonly state: SendState };
  };
  readonly ui_planForm: { readonly asks: { readonly client: string }; readonly answers: PlanForm };
  readonly ui_savePlan: { readonly asks: PlanFields; readonly answers: { readonly text: string } };
  readonly ui_letter: { readonly asks: LetterAsked; readonly answers: LetterPreview };
  readonly ui_makeLetter: {
    readonly asks: LetterAsked & { readonly id: string }; // made by the sidebar (`L-…`)
    readonly answers: LetterMade;
  };
  readonly ui_posted: {
    readonly asks: {
      readonly letter: string;
      readonly decision: 'posted' | 'notPosted';
      readonly day: string; // posted on
      readonly tracking: string; // a registered letter's number
    };
    readonly answers: { readonly text: string };
  };
  readonly ui_texts: { readonly asks: Record<string, never>; readonly answers: readonly TextCheck[] };
  readonly ui_review: {
    readonly asks: { readonly finding: string; readonly facts: string; readonly reason: string };
    readonly answers: { readonly text: string };
  };
  readonly ui_eInvoice: { readonly asks: { readonly invoice: string }; readonly answers: EInvoiceMade };
  readonly ui_planOpening: { readonly asks: OpeningFields; readonly answers: OpeningView };
  readonly ui_applyOpening: { readonly asks: OpeningFields; readonly answers: { readonly text: string } };
  readonly ui_planImport: {
    readonly asks: { readonly statements: readonly StatementFields[] }; // none: what earlier imports left
    readonly answers: ImportView;
  };
  readonly ui_applyImport: { readonly asks: ImportFields; readonly answers: ImportDone };
  readonly ui_undoImport: {
    readonly asks: { readonly importId: string };
    readonly answers: { readonly text: string };
  };
};
export type SidebarCall = keyof SidebarCalls;
