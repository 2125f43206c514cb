/** Writes down what happened with a client: a call, a promise, a dispute, a hold, a receipt. The journal's row comes last: it is the mark that all is done. */
import { type DayNumber, serialOfDay } from '../../../shared/base/civil-date.ts';
import { decimalNumber } from '../../../shared/base/money.ts';
import { dayText } from '../../../shared/base/numbers-text.ts';
import type { Cell } from '../../../shared/base/problem.ts';
import { type Language, typesetFrench, type Words } from '../../../shared/base/words.ts';
import { type JournalEvent, TABLE_KEYS } from '../../../shared/register/tables.ts';
import type { Answer, JournalFields } from '../../contract.ts';
import type { Grid, World } from '../../world.ts';
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
import { type CallStep, callStepOf } from './call-step.ts';
import { noticesIn } from './drafting.ts';
import { type CheckedEntry, checkEntry } from './log-check.ts';

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

/** What it takes to know whether a call was due. */
const DECIDING = TABLE_KEYS.filter((table) => table !== 'lines');

/** Logged twice it stands once. A call that the calendar asks for today is noted at its level, whatever came of it. */
export function logAction(world: World, fields: JournalFields): Answer<{ readonly text: string }> {
  return underLock(world, () => {
    const { language } = world.sheet;
    const isCall = fields.byPhone || fields.event === 'call';
    const { register, grids } = readRegisterOf(
      world,
      isCall ? DECIDING : ['settings', 'clients', 'invoices'],
    );
    const known = grids.get('journal');
    const journal = known ? viewOf('journal', known, language) : tableOf(world, 'journal');
    if (!journal.ok) return journal;
    if (rowsWith(journal.value, 'key', fields.id).length > 0)
      return answered({ text: inLanguage(ALREADY, language) });
    const checked = checkEntry(fields, register, world.now().day);
    if (checked.notices.length > 0) {
      return refused(inLanguage(NOT_LOGGED, language), noticesIn(checked.notices, language));
    }
    const effect = effectOf(fields, checked, world.now().day);
    const refusal = effect === null ? null : applyEffect(world, effect, grids.get(effect.tab) ?? []);
    if (refusal !== null) return refusal;
    const step = isCall ? callStepOf(register, fields.client, world.now().day) : null;
    const rows = rowsOf(world, fields, checked, step);
    appendRows(
      world,
      journal.value,
      rows.filter(({ key }) => rowsWith(journal.value, 'key', String(key)).length === 0),
    );
    return answered({ text: inLanguage(DONE[fields.event], language) });
  });
}

function inLanguage(words: Words, language: Language): string {
  return language === 'fr' ? typesetFrench(words.fr) : words.en;
}

const DONE: Readonly<Record<JournalFields['event'], Words>> = {
  call: { fr: 'Appel noté.', en: 'Call written down.' },
  voicemail: {
    fr: 'Message vocal noté : l’appel reste à faire.',
    en: 'Voicemail written down: the call is still to be made.',
  },
  callBack: {
    fr: 'Rappel noté : il sera dans la liste de ce jour-là.',
    en: 'Call-back written down: it will be on that day’s list.',
  },
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
  acknowledgement: {
    fr: 'Reconnaissance notée : la prescription repart de ce jour.',
    en: 'Acknowledgement written down: the limitation period begins anew on that day.',
  },
  courtAction: {
    fr: 'Action en justice notée : elle interrompt la prescription.',
    en: 'Court action written down: it interrupts the limitation period.',
  },
  note: { fr: 'Note ajoutée.', en: 'Note added.' },
};

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

function applyEffect(world: World, effect: Effect, grid: Grid): Refusal | null {
  const { language } = world.sheet;
  const view = viewOf(effect.tab, grid, language);
  if (!view.ok) return view;
  const row = findRow(world, view.value, effect.column, effect.key);
  if (row === 0) return refused(inLanguage(MOVED, language));
  writeCells(world, view.value, row, effect.cells);
  world.sheet.flush();
  if (effect.tab === 'invoices') refreshEdited(world, { tab: 'invoices', firstRow: row, lastRow: row });
  return null;
}

/** Events the journal has no word for are notes that say so. */
const EVENTS: Readonly<Record<JournalFields['event'], JournalEvent>> = {
  call: 'call',
  voicemail: 'call',
  callBack: 'call',
  promise: 'promise',
  dispute: 'note',
  disputeClosed: 'note',
  hold: 'hold',
  release: 'release',
  receiptAcknowledged: 'receiptAcknowledged',
  acknowledgement: 'acknowledgement',
  courtAction: 'courtAction',
  note: 'note',
};

/** The call comes before what came of it; the entry's own row is the last. */
function rowsOf(
  world: World,
  fields: JournalFields,
  checked: CheckedEntry,
  step: CallStep | null,
): readonly Row[] {
  const own = journalRow(world, fields, checked);
  if (step === null) return [own];
  const { language } = world.sheet;
  const levels = {
    level: step.level,
    channel: choiceText('journal', 'channel', 'call', language),
    newDeadline: dayCell(step.newDeadline),
  };
  if (fields.event === 'call') return [{ ...own, ...levels }];
  if (fields.event === 'voicemail' || fields.event === 'callBack') return [own];
  const { at, client, user } = own;
  const event = choiceText('journal', 'event', 'call', language);
  return [{ at, client, event, ...levels, key: `${fields.id}:call`, user }, own];
}

/** They count from the day of the act, not from the one they are noted on. */
const INTERRUPTIONS: ReadonlySet<JournalFields['event']> = new Set(['acknowledgement', 'courtAction']);

const CALLS: ReadonlySet<JournalFields['event']> = new Set(['call', 'voicemail', 'callBack']);

function journalRow(world: World, fields: JournalFields, { minor, currency, day }: CheckedEntry): Row {
  const { language } = world.sheet;
  const { day: today, instant } = world.now();
  const { event } = fields;
  return {
    at: INTERRUPTIONS.has(event) && day !== null && day < today ? serialOfDay(day) : instant,
    client: fields.client,
    invoice: fields.invoice,
    event: choiceText('journal', 'event', EVENTS[event], language),
    channel: CALLS.has(event) ? choiceText('journal', 'channel', 'call', language) : null,
    amount: minor === null ? null : decimalNumber(minor, currency),
    promisedOn: event === 'promise' || event === 'callBack' ? dayCell(day) : null,
    newDeadline: null,
    key: fields.id,
    user: world.user(),
    detail: detailOf(fields, day, language),
  };
}

function detailOf({ event, detail }: JournalFields, day: DayNumber | null, language: Language): string {
  const ahead = aheadOf(event, day);
  return `${ahead === null ? '' : inLanguage(ahead, language)}${detail}`.trim();
}

/** What stands before the user's own words. */
function aheadOf(event: JournalFields['event'], day: DayNumber | null): Words | null {
  switch (event) {
    case 'dispute':
      return { fr: 'Litige : ', en: 'Dispute: ' };
    case 'disputeClosed':
      return { fr: 'Litige clos. ', en: 'Dispute closed. ' };
    case 'voicemail':
      return { fr: 'Message vocal laissé. ', en: 'Voicemail left. ' };
    case 'callBack':
      return { fr: 'À rappeler. ', en: 'To be called back. ' };
    case 'hold':
      return day === null
        ? null
        : { fr: `Jusqu’au ${dayText(day, 'fr')} : `, en: `Until ${dayText(day, 'en')}: ` };
    default:
      return null;
  }
}
