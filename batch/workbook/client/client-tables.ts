/** The tables and lines of a client's page, in one currency. */
import { moneyText } from '../../../shared/base/numbers-text.ts';
import type { Language } from '../../../shared/base/words.ts';
import type { ForecastItem } from '../../../shared/insight/forecast/forecast.ts';
import type { ClientRisk } from '../../../shared/insight/risk/risk.ts';
import type { RiskRows } from '../../../shared/insight/risk/risk-rows.ts';
import { AGEING_BUCKETS } from '../../../shared/receivables/ageing.ts';
import type { OpenItem } from '../../../shared/receivables/ledger.ts';
import { TABLES } from '../../../shared/register/tables.ts';
import type { ClientAgeing } from '../../answers/report.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { redBeyond } from '../rules.ts';
import type { Column, Table } from '../table/table.ts';
import { BUCKET_WORDS, LABELS, PERSON, say } from '../words.ts';
import { CLIENT_WORDS } from './client-words.ts';

/** One row: the client's balance by age. */
export function ageingTable({ answers, draft }: CurrencyPart, client: number): Table<ClientAgeing> {
  const { language } = draft;
  const amount = (
    key: string,
    header: string,
    cell: (row: ClientAgeing) => number,
  ): Column<ClientAgeing> => ({
    key,
    header,
    kind: 'amount',
    cell,
  });
  return {
    columns: [
      ...AGEING_BUCKETS.map((bucket) =>
        amount(bucket, say(BUCKET_WORDS[bucket], language), ({ ageing }) => ageing[bucket]),
      ),
      amount('open', say(LABELS.open, language), ({ open }) => open),
      amount('unapplied', say(LABELS.unapplied, language), ({ unapplied }) => unapplied),
      amount('balance', say(LABELS.balance, language), ({ balance }) => balance),
    ],
    rows: answers.ageing.clients.filter((one) => one.client === client),
    currency: answers.currency,
    totalLabel: '',
    whenEmpty: say(CLIENT_WORDS.nothing, language),
  };
}

/** The grade, the limit, and each reason with the rows it was read from. */
export function riskLines(part: CurrencyPart, client: number): readonly string[] {
  const { answers, draft } = part;
  const { language } = draft;
  const risk = answers.risk.find((one) => one.client === client);
  if (risk === undefined) return [say(CLIENT_WORDS.unrated, language)];
  const reasons = risk.reasons.map(({ code, points, text }) => {
    const rows = rowsText(part, answers.riskRows(client, code));
    const behind = rows === '' ? '' : say(CLIENT_WORDS.rows, language, { rows });
    return `${points === 0 ? '•' : `+${points}`} · ${text[language]}${behind}`;
  });
  return [...standing(part, risk), ...reasons];
}

function standing({ answers, draft }: CurrencyPart, risk: ClientRisk): readonly string[] {
  const { language } = draft;
  const money = (minor: number | null): string =>
    minor === null ? say(CLIENT_WORDS.none, language) : moneyText(minor, answers.currency, language);
  const week = answers.riskBefore.week.get(risk.client);
  const { grade, score } = risk;
  return [
    say(CLIENT_WORDS.score, language, {
      grade: grade === 'unknown' ? say(CLIENT_WORDS.unknown, language) : grade,
      score: String(score),
      since: week === undefined ? '' : say(CLIENT_WORDS.since, language, { week: String(week.score) }),
      exposure: money(risk.exposure),
      atRisk: money(risk.moneyAtRisk),
    }),
    say(CLIENT_WORDS.limit, language, {
      limit: money(risk.creditLimit),
      available: money(risk.availableCredit),
      proposed: money(risk.proposedLimit),
    }),
    ...(risk.isPerson ? [say(PERSON, language)] : []),
  ];
}

/** `Factures F1, F2 ; Règlements 12, 14`: invoices by their numbers, the rest by the row in its table. */
function rowsText({ draft, report }: CurrencyPart, { invoices, journal, payments }: RiskRows): string {
  const { register } = report;
  const title = (table: 'invoices' | 'payments' | 'journal'): string => TABLES[table].title[draft.language];
  const lists = [
    [title('invoices'), invoices.map(register.invoices.numberAt)],
    [title('payments'), payments.map((at) => String(register.payments.row[at]))],
    [title('journal'), journal.map((at) => String(register.journal[at].row))],
  ] as const;
  return lists
    .filter(([, rows]) => rows.length > 0)
    .map(([name, rows]) => `${name} ${rows.join(', ')}`)
    .join(' / ');
}

type Item = { readonly item: OpenItem; readonly forecast: ForecastItem | null };

/** Oldest due date first, with the day each is expected. */
export function openItemsTable(part: CurrencyPart, client: number): Table<Item> {
  const { answers, draft, report } = part;
  const { invoices } = report.register;
  const forecasts = answers.forecast.value?.items ?? [];
  return {
    columns: [...dueColumns(part), ...expectedColumns(draft.language)],
    rows: answers.items.flatMap((item, at): readonly Item[] =>
      invoices.client[item.invoice] === client ? [{ item, forecast: forecasts[at] ?? null }] : [],
    ),
    currency: answers.currency,
    totalLabel: say(CLIENT_WORDS.total, draft.language),
    whenEmpty: '',
  };
}

function dueColumns({ draft, report }: CurrencyPart): readonly Column<Item>[] {
  const { numberAt } = report.register.invoices;
  const header = (key: keyof typeof CLIENT_WORDS): string => say(CLIENT_WORDS[key], draft.language);
  return [
    {
      key: 'invoice',
      header: header('invoiceNumber'),
      kind: 'text',
      cell: ({ item }) => numbered(numberAt(item.invoice), item.instalment),
    },
    { key: 'due', header: header('due'), kind: 'day', cell: ({ item }) => item.dueDay },
    {
      key: 'daysOverdue',
      header: header('daysOverdue'),
      kind: 'whole',
      cell: ({ item }) => report.asOfDay - item.dueDay,
      rules: [redBeyond('greaterThan', 90, 1)],
    },
    { key: 'open', header: header('open'), kind: 'amount', cell: ({ item }) => item.open, total: 'sum' },
  ];
}

/** Empty where nothing can be foretold. */
function expectedColumns(language: Language): readonly Column<Item>[] {
  const day = (key: 'expectedOn' | 'p10' | 'p90'): Column<Item> => ({
    key,
    header: say(CLIENT_WORDS[key], language),
    kind: 'day',
    cell: ({ forecast }) => forecast?.[key] ?? null,
  });
  return [
    day('expectedOn'),
    day('p10'),
    day('p90'),
    {
      key: 'lateBy30',
      header: say(CLIENT_WORDS.lateBy30, language),
      kind: 'share',
      cell: ({ forecast }) => forecast?.lateBy30 ?? null,
    },
  ];
}

function numbered(number: string, instalment: number | null): string {
  return instalment === null ? number : `${number} (${instalment})`;
}
