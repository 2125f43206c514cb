/** A register while it is read: what its rows after the settings are read into, and what is made of them. */

import type { Plan, Register, Settings } from '../entries.ts';
import type { Reading } from '../row-cells.ts';
import { newStagedText, stageText } from '../staged-text.ts';
import type { TableKey } from '../tables.ts';
import { valueOfText } from '../text-index.ts';
import { rowOfText } from './claimed-texts.ts';
import { type CurrencyIndex, newCurrencyIndex } from './currency-index.ts';
import type { BankProfile, Review } from './evidence.ts';
import { evidenceOf } from './gather-evidence.ts';
import { type InvoiceRows, invoicesOf, newInvoiceRows } from './invoice-rows.ts';
import { type LineRows, newLineRows } from './line-rows.ts';
import { type BankRows, newBankRows } from './read-bank.ts';
import { type ClientRows, newClientRows } from './read-clients.ts';
import { type InstalmentRows, newInstalmentRows } from './read-instalments.ts';
import { newPaymentRows, type PaymentRows, paymentsOf } from './read-payments.ts';
import type { ReadSoFar } from './read-seals.ts';
import { readingOf } from './read-settings.ts';
import {
  type CalendarRows,
  type JournalRows,
  newCalendarRows,
  newJournalRows,
  newRateRows,
  type RateRows,
} from './read-small-tables.ts';

export type Draft = {
  readonly settings: Settings;
  readonly reading: Reading;
  readonly currencies: CurrencyIndex;
  readonly clients: ClientRows;
  readonly invoices: InvoiceRows;
  readonly payments: PaymentRows;
  readonly instalments: InstalmentRows;
  readonly lines: LineRows;
  readonly journal: JournalRows;
  readonly calendars: CalendarRows;
  readonly rates: RateRows;
  readonly plans: Plan[];
  readonly bank: BankRows;
  readonly bankProfiles: BankProfile[];
  readonly reviews: Review[];
};

/** Nothing read yet but the settings. */
export function newDraft(settings: Settings): Draft {
  return {
    settings,
    reading: readingOf(settings),
    currencies: newCurrencyIndex(settings.currency),
    clients: newClientRows(),
    invoices: newInvoiceRows(),
    payments: newPaymentRows(),
    instalments: newInstalmentRows(),
    lines: newLineRows(),
    journal: newJournalRows(),
    calendars: newCalendarRows(),
    rates: newRateRows(),
    plans: [],
    bank: newBankRows(),
    bankProfiles: [],
    reviews: [],
  };
}

/** The register as far as it is read. */
export function registerOf(draft: Draft, rowCounts: Register['rowCounts']): Register {
  return {
    rowCounts,
    settings: draft.settings,
    currencies: draft.currencies.codes,
    clients: draft.clients.clients,
    invoices: invoicesOf(draft.invoices),
    payments: paymentsOf(draft.payments),
    penaltyPayments: draft.payments.penalties,
    unreadPayments: draft.payments.unread,
    plans: draft.plans,
    journal: draft.journal.entries,
    calendars: draft.calendars.steps,
    rates: draft.rates.rates,
    bank: draft.bank.entries,
  };
}

/** What the seals are compared with: counts of rows are not among it. */
export function readSoFar(draft: Draft): ReadSoFar {
  const staged = newStagedText();
  return {
    register: registerOf(draft, countsOfNone()),
    evidence: evidenceOf(draft, new Map()),
    documentOf: (number) => {
      stageText(staged, number);
      return Math.max(-1, valueOfText(draft.invoices.byNumber, staged, -1));
    },
    paymentRowOf: (id) => {
      stageText(staged, id);
      return id === '' ? 0 : rowOfText(draft.payments.ids, staged);
    },
  };
}

/** The index of a client that was read; -1 where no row has the code. */
export function clientNamed({ clients }: Draft, code: string): number {
  const staged = newStagedText();
  stageText(staged, code);
  return code === '' ? -1 : Math.max(-1, valueOfText(clients.byCode, staged, -1));
}

/** No row of any table. */
export function countsOfNone(): Record<TableKey, number> {
  return {
    settings: 0,
    clients: 0,
    invoices: 0,
    lines: 0,
    payments: 0,
    instalments: 0,
    journal: 0,
    calendars: 0,
    rates: 0,
  };
}
