/** Reminders: what goes out today and what is held, why; what goes out in the coming days; what reminders have brought. */
import type { Words } from '../../shared/base/words.ts';
import type { DunningAction, DunningDecision } from '../../shared/dunning/decision.ts';
import type { OutlookMessage } from '../../shared/dunning/outlook.ts';
import type { LevelEffect } from '../../shared/insight/reminder-effect.ts';
import { CHANNELS, type Channel } from '../../shared/register/tables.ts';
import { clientColumns } from './client-columns.ts';
import type { CurrencyPart } from './currency-part.ts';
import { fill, font, INK } from './style.ts';
import type { Column } from './table.ts';
import { addTableSheets } from './table-sheet.ts';
import { LABELS, SHEET_NAMES, say } from './words.ts';

const WORDS = {
  today: { fr: 'Relances du jour', en: 'Today’s reminders' },
  todayNote: {
    fr: 'chaque client : quoi, et pourquoi ou pourquoi pas',
    en: 'each client: what, and why or why not',
  },
  nobody: { fr: 'Personne à relancer.', en: 'Nobody to remind.' },
  coming: { fr: 'Ce qui partira dans les 30 jours', en: 'What will go out in the next 30 days' },
  comingNote: {
    fr: 'si personne ne paie et que chaque message part au jour prévu',
    en: 'if nobody pays and each message leaves on its day',
  },
  effect: { fr: 'Ce que les relances ont apporté', en: 'What reminders have brought' },
  effectNote: {
    fr: '24 mois ; de la relance au règlement, l’impayé compté pour les jours observés',
    en: '24 months; from the reminder to the payment, what is unpaid counted for the days watched',
  },
  noReminder: { fr: 'Aucune relance envoyée en 24 mois.', en: 'No reminder sent in 24 months.' },
  action: { fr: 'Décision', en: 'Decision' },
  level: { fr: 'Niveau', en: 'Level' },
  channel: { fr: 'Canal', en: 'Channel' },
  invoices: { fr: 'Factures', en: 'Invoices' },
  total: { fr: 'Demandé', en: 'Asked for' },
  why: { fr: 'Pourquoi', en: 'Why' },
  day: { fr: 'Jour', en: 'Day' },
  what: { fr: 'Message', en: 'Message' },
  interest: { fr: 'Intérêts', en: 'Interest' },
  indemnity: { fr: 'Indemnité', en: 'Indemnity' },
  deadline: { fr: 'Nouveau délai', en: 'New deadline' },
  reminders: { fr: 'Factures relancées', en: 'Invoices reminded' },
  paid: { fr: 'Payées avant le niveau suivant', en: 'Paid before the next level' },
  within14: { fr: 'Payées en 14 jours', en: 'Paid within 14 days' },
  median: { fr: 'Jours jusqu’au règlement (médiane)', en: 'Days to payment (median)' },
} as const;

const ACTIONS: Readonly<Record<DunningAction, Words>> = {
  send: { fr: 'à envoyer', en: 'to send' },
  hold: { fr: 'retenue', en: 'held' },
  none: { fr: 'rien à faire', en: 'nothing due' },
};

const ACTION_FILLS: Readonly<Record<DunningAction, string>> = {
  send: 'D9EEDF',
  hold: 'FFE7C2',
  none: 'E5E8EC',
};

const CHANNEL_WORDS: Readonly<Record<Channel, Words>> = {
  email: { fr: 'courriel', en: 'email' },
  call: { fr: 'appel', en: 'call' },
  letter: { fr: 'lettre', en: 'letter' },
  registeredLetter: { fr: 'lettre recommandée', en: 'registered letter' },
};

type Header = (key: keyof typeof WORDS) => string;

export function addRemindersSheet(part: CurrencyPart): void {
  const { answers, draft, report } = part;
  const { language } = draft;
  const currency = report.register.currencies.indexOf(answers.currency);
  const order: readonly DunningAction[] = ['send', 'hold', 'none'];
  const rows = report.dunning
    .filter((decision) => decision.currency === currency)
    .map((decision, at) => ({ decision, at }))
    .sort((a, b) => order.indexOf(a.decision.action) - order.indexOf(b.decision.action) || a.at - b.at)
    .map(({ decision }) => decision);
  addTableSheets(
    draft,
    {
      name: part.sheetName(SHEET_NAMES.reminders),
      title: say(WORDS.today, language),
      subtitle: `${part.subtitle} · ${say(WORDS.todayNote, language)}`,
      frozenColumns: 2,
    },
    {
      columns: todayColumns(part, (key) => say(WORDS[key], language)),
      rows,
      currency: answers.currency,
      totalLabel: say(LABELS.shownTotal, language),
      whenEmpty: say(WORDS.nobody, language),
    },
  );
}

function todayColumns(part: CurrencyPart, header: Header): readonly Column<DunningDecision>[] {
  const { language } = part.draft;
  return [
    ...clientColumns<DunningDecision>(part, 'text', ({ client }) => client),
    {
      key: 'action',
      header: header('action'),
      kind: 'word',
      cell: ({ action }) => say(ACTIONS[action], language),
      rules: (['send', 'hold', 'none'] as const).map((action, at) => ({
        type: 'cellIs',
        operator: 'equal',
        formulae: [`"${say(ACTIONS[action], language)}"`],
        priority: 31 + at,
        style: { fill: fill(ACTION_FILLS[action]), font: font(10, INK) },
      })),
    },
    { key: 'level', header: header('level'), kind: 'ordinal', cell: ({ level }) => level },
    {
      key: 'channel',
      header: header('channel'),
      kind: 'word',
      cell: ({ channel }) => channelText(channel, part),
    },
    invoicesColumn(part, header),
    { key: 'total', header: header('total'), kind: 'amount', cell: ({ total }) => total, total: 'sum' },
    ...claimColumns<DunningDecision>(header),
    { key: 'why', header: header('why'), kind: 'prose', width: 66, cell: ({ why }) => why[language] },
  ];
}

type Asking = Pick<DunningDecision, 'asked' | 'interest' | 'indemnity'>;

function invoicesColumn<Row extends Asking>({ report }: CurrencyPart, header: Header): Column<Row> {
  const { numberAt } = report.register.invoices;
  return {
    key: 'invoices',
    header: header('invoices'),
    kind: 'prose',
    width: 26,
    cell: ({ asked }) => Array.from(new Set(asked.map(({ invoice }) => numberAt(invoice)))).join(', '),
  };
}

/** What is not known is left empty. */
function claimColumns<Row extends Asking>(header: Header): readonly Column<Row>[] {
  return [
    { key: 'interest', header: header('interest'), kind: 'amount', cell: ({ interest }) => interest.minor },
    {
      key: 'indemnity',
      header: header('indemnity'),
      kind: 'amount',
      cell: ({ indemnity }) => indemnity.minor,
    },
  ];
}

function channelText(channel: string | null, { draft }: CurrencyPart): string {
  const known = CHANNELS.find((one) => one === channel);
  return known ? say(CHANNEL_WORDS[known], draft.language) : '';
}

export function addComingSheet(part: CurrencyPart): void {
  const { answers, draft, report } = part;
  const { language } = draft;
  const currency = report.register.currencies.indexOf(answers.currency);
  addTableSheets(
    draft,
    {
      name: part.sheetName(SHEET_NAMES.coming),
      title: say(WORDS.coming, language),
      subtitle: `${part.subtitle} · ${say(WORDS.comingNote, language)}`,
      frozenColumns: 1,
    },
    {
      columns: comingColumns(part, (key) => say(WORDS[key], language)),
      rows: report.outlook().messages.filter((message) => message.currency === currency),
      currency: answers.currency,
      totalLabel: '',
      whenEmpty: say(WORDS.nobody, language),
    },
  );
}

function comingColumns(part: CurrencyPart, header: Header): readonly Column<OutlookMessage>[] {
  const { language } = part.draft;
  return [
    { key: 'day', header: header('day'), kind: 'day', cell: ({ day }) => day },
    ...clientColumns<OutlookMessage>(part, 'word', ({ client }) => client),
    { key: 'what', header: header('what'), kind: 'word', cell: ({ what }) => what[language] },
    {
      key: 'channel',
      header: header('channel'),
      kind: 'word',
      cell: ({ channel }) => channelText(channel, part),
    },
    invoicesColumn(part, header),
    { key: 'total', header: header('total'), kind: 'amount', cell: ({ total }) => total },
    ...claimColumns<OutlookMessage>(header),
    { key: 'deadline', header: header('deadline'), kind: 'day', cell: ({ newDeadline }) => newDeadline },
    { key: 'why', header: header('why'), kind: 'prose', width: 52, cell: ({ why }) => why[language] },
  ];
}

export function addEffectSheet(part: CurrencyPart): void {
  const { answers, draft } = part;
  const { language } = draft;
  addTableSheets(
    draft,
    {
      name: part.sheetName(SHEET_NAMES.effect),
      title: say(WORDS.effect, language),
      subtitle: `${part.subtitle} · ${say(WORDS.effectNote, language)}`,
      frozenColumns: 0,
    },
    {
      columns: effectColumns((key) => say(WORDS[key], language)),
      rows: answers.reminderEffect.levels,
      currency: answers.currency,
      totalLabel: '',
      whenEmpty: say(WORDS.noReminder, language),
    },
  );
}

function effectColumns(header: Header): readonly Column<LevelEffect>[] {
  return [
    { key: 'level', header: header('level'), kind: 'ordinal', cell: ({ level }) => level },
    { key: 'reminders', header: header('reminders'), kind: 'whole', cell: ({ reminders }) => reminders },
    { key: 'paid', header: header('paid'), kind: 'whole', cell: ({ paid }) => paid },
    { key: 'within14', header: header('within14'), kind: 'share', cell: ({ paidWithin14 }) => paidWithin14 },
    { key: 'median', header: header('median'), kind: 'days', cell: ({ medianDays }) => medianDays },
  ];
}
