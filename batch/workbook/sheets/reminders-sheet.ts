/** Reminders: what goes out today and what is held, why; what goes out in the coming days. */
import type { Words } from '../../../shared/base/words.ts';
import type { DunningAction, DunningDecision } from '../../../shared/dunning/decision.ts';
import type { OutlookMessage } from '../../../shared/dunning/outlook.ts';
import { CHANNELS, type Channel } from '../../../shared/register/tables.ts';
import type { Report } from '../../answers/report.ts';
import { clientColumns } from '../client-columns.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { fill, font, INK } from '../style.ts';
import type { Column } from '../table/table.ts';
import { addTableSheets } from '../table/table-sheet.ts';
import { LABELS, SHEET_NAMES, say } from '../words.ts';

const WORDS = {
  today: { fr: 'Relances du jour', en: 'Today’s reminders' },
  todayNote: {
    fr: 'chaque client : quoi, et pourquoi ou pourquoi pas',
    en: 'each client: what, and why or why not',
  },
  planNote: {
    fr: 'chaque client : quoi, et pourquoi ou pourquoi pas ; les jours suivants : « encaisse plan »',
    en: 'each client: what, and why or why not; the days to come: “encaisse plan”',
  },
  nobody: { fr: 'Personne à relancer.', en: 'Nobody to remind.' },
  coming: { fr: 'Relances à venir dans les {days} jours', en: 'Reminders of the next {days} days' },
  comingNote: {
    fr: 'si personne ne paie et que chaque message part au jour prévu',
    en: 'if nobody pays and each message leaves on its day',
  },
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
} as const;

const ACTIONS: Readonly<Record<DunningAction, Words>> = {
  send: { fr: 'à envoyer', en: 'to send' },
  hold: { fr: 'retenue', en: 'held' },
  none: { fr: 'rien à envoyer', en: 'nothing to send' },
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
      subtitle: `${part.subtitle} · ${say(isForeseen(report) ? WORDS.todayNote : WORDS.planNote, language)}`,
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
    { key: 'level', header: header('level'), kind: 'ordinal', cell: ({ level }) => numbered(level) },
    channelColumn(part, header),
    invoicesColumn(part, header),
    { key: 'total', header: header('total'), kind: 'amount', cell: ({ total }) => total, total: 'sum' },
    ...claimColumns<DunningDecision>(header),
    { key: 'why', header: header('why'), kind: 'prose', width: 66, cell: ({ why }) => why[language] },
  ];
}

/** A notice and a first message have no number. */
function numbered(level: number | null): number | null {
  return level !== null && level >= 1 ? level : null;
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

/** Each of the days to come decides for every open item anew: of so many, `encaisse plan` tells, and the report stays quick. */
const MOST_ITEMS = 20_000;

function isForeseen({ currencies }: Report): boolean {
  return currencies.reduce((sum, { items }) => sum + items.length, 0) <= MOST_ITEMS;
}

/** Adds nothing where nothing would go out, or there is too much to foresee. */
export function addComingSheet(part: CurrencyPart): void {
  const { answers, draft, report } = part;
  const { language } = draft;
  const currency = report.register.currencies.indexOf(answers.currency);
  if (!isForeseen(report)) return;
  const { days, messages } = report.outlook();
  const rows = messages.filter((message) => message.currency === currency);
  if (rows.length === 0) return;
  addTableSheets(
    draft,
    {
      name: part.sheetName(SHEET_NAMES.coming),
      title: say(WORDS.coming, language, { days: String(days) }),
      subtitle: `${part.subtitle} · ${say(WORDS.comingNote, language)}`,
      frozenColumns: 1,
    },
    {
      columns: comingColumns(part, (key) => say(WORDS[key], language)),
      rows,
      currency: answers.currency,
      totalLabel: '',
      whenEmpty: '',
    },
  );
}

function channelColumn<Row extends { readonly channel: DunningDecision['channel'] }>(
  part: CurrencyPart,
  header: Header,
): Column<Row> {
  return {
    key: 'channel',
    header: header('channel'),
    kind: 'word',
    cell: ({ channel }) => channelText(channel, part),
  };
}

function comingColumns(part: CurrencyPart, header: Header): readonly Column<OutlookMessage>[] {
  const { language } = part.draft;
  return [
    { key: 'day', header: header('day'), kind: 'day', cell: ({ day }) => day },
    ...clientColumns<OutlookMessage>(part, 'word', ({ client }) => client),
    { key: 'what', header: header('what'), kind: 'word', cell: ({ what }) => what[language] },
    channelColumn(part, header),
    invoicesColumn(part, header),
    { key: 'total', header: header('total'), kind: 'amount', cell: ({ total }) => total },
    ...claimColumns<OutlookMessage>(header),
    { key: 'deadline', header: header('deadline'), kind: 'day', cell: ({ newDeadline }) => newDeadline },
    { key: 'why', header: header('why'), kind: 'prose', width: 52, cell: ({ why }) => why[language] },
  ];
}
