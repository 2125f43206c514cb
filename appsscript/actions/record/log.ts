/** Writes down what happened with a client: a call, a promise, a dispute, a hold, a receipt. The journal's row comes last: it is the mark that all is done. */
import { type DayNumber, parseCivilDate, serialOfDay } from '../../../shared/base/civil-date.ts';
import { decimalNumber } from '../../../shared/base/money.ts';
import { dayText } from '../../../shared/base/numbers-text.ts';
import type { Cell } from '../../../shared/base/problem.ts';
import { type Language, typesetFrench, type Words } from '../../../shared/base/words.ts';
import { type CheckNotice, errorOn } from '../../../shared/invoicing/notice.ts';
import { readAmount } from '../../../shared/register/cell-amounts.ts';
import type { Register } from '../../../shared/register/entries.ts';
import type { JournalEvent } from '../../../shared/register/tables.ts';
import type { Answer, JournalFields } from '../../contract.ts';
import type { World } from '../../world.ts';
import {
  answered,
  appendRows,
  choiceText,
  findRow,
  type Refusal,
  type Row,
  readRegisterOf,
  refused,
  rowsWith,
  tableOf,
  underLock,
  viewOf,
  writeCells,
} from '../frame.ts';
import { refreshEdited } from '../refresh/edit.ts';
import { invoiceIndex, noticesIn } from './drafting.ts';

const NOT_LOGGED: Words = {
  fr: 'Rien n’est noté : corrigez ces champs.',
  en: 'Nothing is written down: correct these fields.',
};
const ALREADY: Words = {
  fr: 'Déjà noté : rien n’a été ajouté.',
  en: 'Written down already: nothing was added.',
};
const MOVED: Words = {
  fr: 'Cette ligne n’est plus dans l’onglet, ou y est deux fois : rien n’a été fait.',
  en: 'This row is no longer in the tab, or stands twice: nothing was done.',
};

/** Logged twice it stands once. */
export function logAction(world: World, fields: JournalFields): Answer<{ readonly text: string }> {
  return underLock(world, () => {
    const { language } = world.sheet;
    const { register, grids } = readRegisterOf(world, ['settings', 'clients', 'invoices']);
    const journal = tableOf(world, 'journal');
    if (!journal.ok) return journal;
    if (rowsWith(journal.value, 'key', fields.id).length > 0)
      return answered({ text: inLanguage(ALREADY, language) });
    const checked = checkEntry(fields, register, world.now().day);
    if (checked.notices.length > 0) {
      return refused(inLanguage(NOT_LOGGED, language), noticesIn(checked.notices, language));
    }
    const effect = effectOf(fields, checked, world.now().day);
    if (effect !== null) {
      const view = viewOf(effect.tab, grids.get(effect.tab) ?? [], language);
      if (!view.ok) return view;
      const refusal = applyEffect(world, effect, language, view.value);
      if (refusal !== null) return refusal;
    }
    appendRows(world, journal.value, [journalRow(world, fields, checked)]);
    return answered({ text: inLanguage(DONE[fields.event], language) });
  });
}

function inLanguage(words: Words, language: Language): string {
  return language === 'fr' ? typesetFrench(words.fr) : words.en;
}

const DONE: Readonly<Record<JournalFields['event'], Words>> = {
  call: { fr: 'Appel noté.', en: 'Call written down.' },
  promise: {
    fr: 'Promesse notée : les relances attendent ce jour.',
    en: 'Promise written down: reminders wait for that day.',
  },
  dispute: {
    fr: 'Litige ouvert : cette facture ne sera plus relancée.',
    en: 'Dispute opened: this invoice is no longer reminded of.',
  },
  disputeClosed: { fr: 'Litige clos : les relances reprennent.', en: 'Dispute closed: reminders go on.' },
  hold: { fr: 'Relances suspendues.', en: 'Reminders are on hold.' },
  release: { fr: 'Les relances reprennent.', en: 'Reminders go on.' },
  receiptAcknowledged: { fr: 'Réception notée.', en: 'Receipt written down.' },
  note: { fr: 'Note ajoutée.', en: 'Note added.' },
};

type CheckedEntry = {
  readonly notices: readonly CheckNotice[];
  readonly minor: number | null;
  readonly currency: string;
  readonly day: DayNumber | null;
};

function checkEntry(fields: JournalFields, register: Register, today: DayNumber): CheckedEntry {
  const { clients, invoices, currencies, settings } = register;
  const client = clients.findIndex(({ code }) => code === fields.client);
  const invoice = fields.invoice === '' ? -1 : invoiceIndex(register, fields.invoice);
  const currency = invoice < 0 ? settings.currency : currencies[invoices.currency[invoice]];
  const amount = fields.amount === '' ? null : readAmount(fields.amount, currency);
  const day = fields.day === '' ? null : parseCivilDate(fields.day);
  const given = day?.ok ? day.value : null;
  const minor = amount?.ok ? amount.value : null;
  const notices = [
    ...(client < 0 ? [NO_CLIENT] : []),
    ...invoiceNotices(fields, register, invoice, client),
    ...(amount !== null && (minor === null || minor <= 0) ? [NO_AMOUNT] : []),
    ...dayNotices(fields, given, today),
    ...(fields.detail === '' && NEEDS_DETAIL.has(fields.event) ? [NO_DETAIL] : []),
    ...(invoice >= 0 && fields.event === 'dispute' && (minor ?? 0) > invoices.total[invoice]
      ? [TOO_MUCH]
      : []),
  ];
  return { notices, minor, currency, day: given };
}

const NO_CLIENT = errorOn(
  'client',
  'Ce client n’est pas dans l’onglet Clients.',
  'This client is not in the Clients tab.',
);
const NO_AMOUNT = errorOn('amount', 'Un montant positif est attendu.', 'A positive amount is expected.');
const NO_DETAIL = errorOn('detail', 'Dites-en un mot.', 'Say a word about it.');
const TOO_MUCH = errorOn(
  'amount',
  'Le litige dépasse le total de la facture.',
  'The dispute exceeds the invoice’s total.',
);

const NEEDS_DETAIL: ReadonlySet<JournalFields['event']> = new Set(['dispute', 'hold', 'note']);
const NEEDS_INVOICE: ReadonlySet<JournalFields['event']> = new Set([
  'dispute',
  'disputeClosed',
  'receiptAcknowledged',
]);

function invoiceNotices(
  { invoice: number, event }: JournalFields,
  { invoices }: Register,
  invoice: number,
  client: number,
): readonly CheckNotice[] {
  if (number === '') {
    return NEEDS_INVOICE.has(event)
      ? [errorOn('invoice', 'De quelle facture s’agit-il ?', 'Which invoice is it about?')]
      : [];
  }
  if (invoice < 0)
    return [
      errorOn(
        'invoice',
        `La facture ${number} n’est pas dans le registre.`,
        `Invoice ${number} is not in the register.`,
      ),
    ];
  return client >= 0 && invoices.client[invoice] !== client
    ? [
        errorOn(
          'invoice',
          `La facture ${number} est d’un autre client.`,
          `Invoice ${number} is another client’s.`,
        ),
      ]
    : [];
}

function dayNotices(
  { event }: JournalFields,
  day: DayNumber | null,
  today: DayNumber,
): readonly CheckNotice[] {
  if (event !== 'promise' && event !== 'hold') return [];
  if (day !== null && day >= today) return [];
  return event === 'promise'
    ? [
        errorOn(
          'day',
          'Un jour à partir d’aujourd’hui est attendu : celui qui est promis.',
          'A day from today on is expected: the one promised.',
        ),
      ]
    : [
        errorOn(
          'day',
          'Un jour à partir d’aujourd’hui est attendu : le dernier de la suspension.',
          'A day from today on is expected: the last of the hold.',
        ),
      ];
}

/** What an event changes beside the journal: the same when it is done twice. */
type Effect = {
  readonly tab: 'invoices' | 'clients';
  readonly column: string;
  readonly key: string;
  readonly cells: Row;
};

function effectOf(
  fields: JournalFields,
  { minor, currency, day }: CheckedEntry,
  today: DayNumber,
): Effect | null {
  const invoice = { tab: 'invoices', column: 'number', key: fields.invoice } as const;
  const client = { tab: 'clients', column: 'code', key: fields.client } as const;
  switch (fields.event) {
    case 'dispute':
      return {
        ...invoice,
        cells: {
          disputedOn: serialOfDay(today),
          disputeClosedOn: null,
          disputedAmount: minor === null ? null : decimalNumber(minor, currency),
          disputeReason: fields.detail,
        },
      };
    case 'disputeClosed':
      return { ...invoice, cells: { disputeClosedOn: serialOfDay(today) } };
    case 'hold':
      return { ...client, cells: { holdUntil: dayCell(day), holdReason: fields.detail } };
    case 'release':
      return { ...client, cells: { holdUntil: null, holdReason: null } };
    default:
      return null;
  }
}

function dayCell(day: DayNumber | null): Cell {
  return day === null ? null : serialOfDay(day);
}

function applyEffect(
  world: World,
  effect: Effect,
  language: Language,
  view: Parameters<typeof findRow>[1],
): Refusal | null {
  const row = findRow(world, view, effect.column, effect.key);
  if (row === 0) return refused(inLanguage(MOVED, language));
  writeCells(world, view, row, effect.cells);
  world.sheet.flush();
  if (effect.tab === 'invoices') refreshEdited(world, { tab: 'invoices', firstRow: row, lastRow: row });
  return null;
}

/** Events the journal has no word for are notes that say so. */
const EVENTS: Readonly<Record<JournalFields['event'], JournalEvent>> = {
  call: 'call',
  promise: 'promise',
  dispute: 'note',
  disputeClosed: 'note',
  hold: 'hold',
  release: 'release',
  receiptAcknowledged: 'receiptAcknowledged',
  note: 'note',
};

function journalRow(world: World, fields: JournalFields, { minor, currency, day }: CheckedEntry): Row {
  const { language } = world.sheet;
  const { event } = fields;
  return {
    at: world.now().instant,
    client: fields.client,
    invoice: fields.invoice,
    event: choiceText('journal', 'event', EVENTS[event], language),
    channel: event === 'call' ? choiceText('journal', 'channel', 'call', language) : null,
    amount: minor === null ? null : decimalNumber(minor, currency),
    promisedOn: event === 'promise' ? dayCell(day) : null,
    newDeadline: null,
    key: fields.id,
    user: world.user(),
    detail: detailOf(fields, day, language),
  };
}

function detailOf({ event, detail }: JournalFields, day: DayNumber | null, language: Language): string {
  const ahead: Words | null =
    event === 'dispute'
      ? { fr: 'Litige : ', en: 'Dispute: ' }
      : event === 'disputeClosed'
        ? { fr: 'Litige clos. ', en: 'Dispute closed. ' }
        : event === 'hold' && day !== null
          ? { fr: `Jusqu’au ${dayText(day, 'fr')} : `, en: `Until ${dayText(day, 'en')}: ` }
          : null;
  return `${ahead === null ? '' : inLanguage(ahead, language)}${detail}`.trim();
}
