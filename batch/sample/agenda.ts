/** What is still to happen: rows that wait for their day. */
import type { DayNumber } from '../../shared/base/civil-date.ts';
import type { PaymentMethod } from '../../shared/register/tables.ts';
import type { Lines } from './catalogue.ts';
import type { SampleClient } from './clients.ts';
import type { TableRow } from './rows.ts';

/** Money, credit or a write-off; its id is given on its day. */
export type PaymentDraft = {
  readonly kind: 'payment';
  readonly client: SampleClient;
  readonly invoice: string; // empty: on account
  readonly minor: number;
  readonly method: PaymentMethod;
  readonly reference: string; // empty: the usual one of its method
  readonly appliedOn: DayNumber | null;
  readonly notes: string;
};

/** A credit note; its number is given on its day. */
export type CreditNoteDraft = {
  readonly kind: 'creditNote';
  readonly client: SampleClient;
  readonly lines: Lines;
  readonly corrects: string; // empty: credit on account
  readonly moved: MovedCredit | null;
};

/** Credit of a note without an invoice that later pays one. */
export type MovedCredit = { readonly on: DayNumber; readonly invoice: string; readonly minor: number };

export type Happening = PaymentDraft | CreditNoteDraft | { readonly kind: 'row'; readonly row: TableRow };

export type Agenda = {
  /** Keeps a happening for its day. What lies after the register's last day is forgotten. */
  readonly post: (day: DayNumber, happening: Happening) => void;
  /** What the day holds, in the order posted; more of the same day may be posted while it is walked. */
  readonly take: (day: DayNumber) => Iterable<Happening>;
};

export function newAgenda(lastDay: DayNumber): Agenda {
  const waiting = new Map<DayNumber, Happening[]>();
  return {
    post: (day, happening) => {
      if (day > lastDay) return;
      const others = waiting.get(day);
      if (others) others.push(happening);
      else waiting.set(day, [happening]);
    },
    *take(day) {
      const happenings = waiting.get(day) ?? [];
      for (let i = 0; i < happenings.length; i++) yield happenings[i];
      waiting.delete(day);
    },
  };
}
