/** What the sidebar is told of reminders ahead, agreements, calls, letters: the second part of the contract. */
import type { LetterKind } from '../../shared/letters/letter-choice.ts';
import type { Figure, Notice, OpenInvoice } from '../contract.ts';

/** What the law gives against a client: penalties on what it paid late or has not paid, and until when each invoice can be claimed. */
export type LegalStanding = {
  readonly penalties: readonly {
    readonly currency: string;
    readonly figures: readonly Figure[];
    readonly note: string; // by which rule, or which rate is missing
  }[];
  readonly limitations: readonly {
    readonly invoice: string;
    readonly day: string; // the last on which it can be claimed
    readonly isNear: boolean; // within six months, or past
    readonly text: string; // what to do, or what may have begun it anew; empty: nothing to say
  }[]; // soonest first
};

/** What was agreed, and what became of it. `grace`: its day has passed, the money may still be on its way. */
const AGREEMENT_STATES = ['broken', 'grace', 'today', 'pending', 'kept'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export type AgreementRow = {
  readonly kind: 'promise' | 'instalment' | 'callBack';
  readonly state: AgreementState;
  readonly client: string;
  readonly clientName: string;
  readonly currency: string;
  readonly invoice: string; // empty: all that was open
  readonly amount: string; // empty: all there is
  readonly day: string;
  readonly title: string; // `Échéance 2 sur 3`
  readonly text: string; // when it was agreed, and what follows from its state
};

/** A letter whose PDF is made, and of which nobody has said that it was posted. */
export type PendingLetter = {
  readonly letter: string; // its id
  readonly madeOn: string;
  readonly client: string;
  readonly clientName: string;
  readonly text: string;
  readonly isRegistered: boolean;
  readonly url: string;
};

export type FollowUp = {
  readonly today: string;
  readonly agreements: readonly AgreementRow[]; // what needs somebody first, then by day
  readonly letters: readonly PendingLetter[]; // oldest first
};

export type Sum = { readonly currency: string; readonly total: string };

/** One message that would go out if nobody paid. */
export type OutlookRow = {
  readonly client: string;
  readonly clientName: string;
  readonly currency: string;
  readonly what: string; // `Relance 2`
  readonly level: number;
  readonly channel: string; // a word
  readonly invoices: readonly string[];
  readonly total: string;
  readonly claims: string; // interest and indemnity that come on top; empty: none
  readonly why: string;
};

export type OutlookView = {
  readonly from: string;
  readonly through: string;
  readonly sendsByItself: boolean; // whether the daily run mails, or prepares
  readonly messages: number;
  readonly clients: number; // that they go to
  readonly days: readonly {
    readonly day: string;
    readonly totals: readonly Sum[];
    readonly messages: readonly OutlookRow[];
  }[];
  readonly holds: readonly {
    readonly client: string;
    readonly clientName: string;
    readonly currency: string;
    readonly total: string;
    readonly until: string; // the last day it is held; empty: until somebody does something
    readonly why: string;
  }[];
  readonly dues: readonly OutlookDue[];
};

/** A promise or an instalment that falls due meanwhile. */
export type OutlookDue = {
  readonly day: string;
  readonly client: string;
  readonly clientName: string;
  readonly currency: string;
  readonly amount: string; // empty: all there is
  readonly text: string;
};

/** What lies beside the telephone, of the currency that the client owes most in. */
export type CallSheet = {
  readonly client: string;
  readonly clientName: string;
  readonly phone: string;
  readonly email: string;
  readonly currency: string;
  readonly figures: readonly Figure[];
  readonly say: readonly string[]; // in the client's language
  readonly agreements: readonly AgreementRow[];
  readonly contacts: readonly string[]; // the last first
  readonly invoices: readonly OpenInvoice[];
  readonly late: string; // all that is overdue and not disputed: what one would promise
  readonly promiseDay: string; // a week from now, on a working day
  readonly notes: string; // the keeper's own
};

export type PlanForm = {
  readonly client: string;
  readonly clientName: string;
  readonly today: string;
  readonly invoices: readonly (OpenInvoice & { readonly isPlanned: boolean })[]; // one row an invoice; `open` is all of it
};

export type PlanFields = {
  readonly id: string; // made by the sidebar (`J-…`)
  readonly client: string;
  readonly invoices: readonly string[]; // of one currency
  readonly instalments: readonly { readonly day: string; readonly amount: string }[];
  readonly detail: string;
};

export { LETTER_KINDS, type LetterKind } from '../../shared/letters/letter-choice.ts';

export type LetterAsked = { readonly client: string; readonly currency: string; readonly kind: LetterKind };

export type LetterPreview = LetterAsked & {
  readonly today: string;
  readonly currencies: readonly string[]; // in which the client has an account
  readonly clientName: string;
  readonly pages: readonly { readonly title: string; readonly html: string }[]; // the letter, then what is enclosed
  readonly refusal: string; // why it is not written today; empty: it may be
  readonly isPosted: boolean; // it goes by post: its day is asked for
  readonly isRegistered: boolean;
};

export type LetterMade = {
  readonly letter: string; // its id
  readonly text: string;
  readonly files: readonly { readonly title: string; readonly url: string }[];
  readonly isPosted: boolean;
  readonly isRegistered: boolean;
};

/** What is wrong with a row of the templates tab. */
export type TextCheck = {
  readonly row: number;
  readonly template: string;
  readonly language: string;
  readonly notices: readonly Notice[];
};
