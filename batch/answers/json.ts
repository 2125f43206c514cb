/** The report as JSON: the contract that scripts rely on. Keys may be added, none renamed. */
import { civilDate } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import type { Problem } from '../../shared/base/problem.ts';
import { problemText } from '../../shared/base/problem-words.ts';
import type { Language } from '../../shared/base/words.ts';
import type { ClientRisk } from '../../shared/insight/risk/risk.ts';
import type { EarlierScore } from '../../shared/insight/risk/risk-before.ts';
import type { RiskRows } from '../../shared/insight/risk/risk-rows.ts';
import { AGEING_BUCKETS, type Ageing, bucketOf } from '../../shared/receivables/ageing.ts';
import type { DsoFigures, DsoMonth, Figure } from '../../shared/receivables/dso.ts';
import type { OpenItem } from '../../shared/receivables/ledger.ts';
import type { ProofLine } from '../../shared/receivables/proof.ts';
import type { Register } from '../../shared/register/entries.ts';
import { SOURCE_TABLES, type SourceTableKey } from '../../shared/register/source-tables.ts';
import { auditTestRows, findingRows } from './audit-rows.ts';
import { changesValue } from './changes-value.ts';
import { dunningRows } from './dunning-rows.ts';
import { forecastValue } from './forecast-value.ts';
import { foresightValue } from './foresight-value.ts';
import { type JsonRow, type JsonValue, jsonPieces } from './json-text.ts';
import { pagesValue } from './pages-value.ts';
import type { ClientAgeing, CurrencyReport, Receivables, Report } from './report.ts';

export const JSON_SCHEMA = 1;

/** The pieces of the JSON text, in order; together they end with a line break. */
export function* reportJson(report: Report): Generator<string> {
  yield* jsonPieces(reportValue(report));
}

function reportValue(report: Report): JsonValue {
  return {
    schema: JSON_SCHEMA,
    asOf: report.asOf,
    register: { name: report.name, rows: { ...report.register.rowCounts }, moving: report.source.moving },
    currencies: report.currencies.map((currency) => currencyValue(report, currency)),
    dunning: () => dunningRows(report),
    pages: pagesValue(report),
    audit: () => findingRows(report),
    auditTests: () => auditTestRows(report),
    seals: report.sealed === null ? null : { ...report.sealed },
    problems: () => problemRows(report),
  };
}

function currencyValue(report: Report, part: CurrencyReport): JsonValue {
  const { currency, items, ageing, proof, risk, before } = part;
  const money = (minor: number): string => decimalText(minor, currency);
  return {
    currency,
    receivables: receivablesValue(part.receivables, money),
    before: { week: receivablesValue(before.week, money), month: receivablesValue(before.month, money) },
    ageing: {
      total: ageingValue(ageing.total, money),
      clients: () => ageing.clients.map((client) => clientAgeingValue(report, client, money)),
    },
    items: () => itemRows(report, items, money),
    dso: dsoValue(part, money),
    proof: { ...proofValue(proof.total, money), holds: proof.holds },
    concentration: concentrationValue(report, part, money),
    risk: () => risk.map((client) => riskValue(report, part, client, money)),
    ...forecastValue(report, part),
    ...foresightValue(report, part),
    changes: changesValue(report, part),
    priorities: part.priorities.map(({ code, client, invoice, amount, text }) => ({
      code,
      client: client === null ? null : report.register.clients[client].code,
      invoice: invoice === null ? null : report.register.invoices.numberAt(invoice),
      amount: amount === null ? null : money(amount),
      text: text[report.language],
    })),
  };
}

type MoneyText = (minor: number) => string;

function receivablesValue(
  { open, notDue, overdue, unapplied, balance, disputed }: Receivables,
  money: MoneyText,
): JsonValue {
  return {
    open: money(open),
    notDue: money(notDue),
    overdue: money(overdue),
    unapplied: money(unapplied),
    balance: money(balance),
    disputed: money(disputed),
  };
}

function ageingValue(ageing: Ageing, money: MoneyText): { readonly [key: string]: string } {
  return Object.fromEntries(AGEING_BUCKETS.map((bucket) => [bucket, money(ageing[bucket])]));
}

function clientAgeingValue({ register }: Report, client: ClientAgeing, money: MoneyText): JsonRow {
  const { code, name } = register.clients[client.client];
  return {
    client: code,
    name,
    ...ageingValue(client.ageing, money),
    open: money(client.open),
    unapplied: money(client.unapplied),
    balance: money(client.balance),
    disputed: money(client.disputed),
  };
}

function* itemRows(
  { register, asOfDay }: Report,
  items: readonly OpenItem[],
  money: MoneyText,
): Generator<JsonRow> {
  const { clients, invoices, settings } = register;
  for (const item of items) {
    yield {
      invoice: invoices.numberAt(item.invoice),
      instalment: item.instalment,
      client: clients[invoices.client[item.invoice]].code,
      issueDate: civilDate(invoices.issueDay[item.invoice]),
      dueDate: civilDate(item.dueDay),
      daysOverdue: asOfDay - item.dueDay,
      total: money(item.total),
      open: money(item.open),
      bucket: bucketOf(register, item, asOfDay, settings.agedBy),
      disputed: item.disputed,
    };
  }
}

/** A figure under its key or, where there is none, `null` and the reason under `…Reason`. */
function figures(named: Readonly<Record<string, Figure>>): { readonly [key: string]: JsonRow } {
  const values: Record<string, JsonRow> = {};
  for (const [key, figure] of Object.entries(named)) {
    values[key] = figure.value;
    if (figure.value === null) values[`${key}Reason`] = figure.reason;
  }
  return values;
}

function dsoFigures(dso: DsoFigures): { readonly [key: string]: JsonRow } {
  return figures({
    countBack: dso.countBack,
    simple: dso.simple,
    bestPossible: dso.bestPossible,
    averageDaysDelinquent: dso.averageDaysDelinquent,
    cei: dso.cei,
    weightedDaysToPay: dso.weightedDaysToPay,
    weightedDaysLate: dso.weightedDaysLate,
    weightedDaysToPayWithOpen: dso.weightedDaysToPayWithOpen,
    weightedDaysLateWithOpen: dso.weightedDaysLateWithOpen,
  });
}

function dsoValue({ dso, dsoBefore }: CurrencyReport, money: MoneyText): JsonValue {
  return {
    ...dsoFigures(dso),
    periodDays: dso.periodDays,
    sales: money(dso.sales),
    before: { week: dsoFigures(dsoBefore.week), month: dsoFigures(dsoBefore.month) },
    monthly: () => dso.monthly.map((month) => monthValue(month, money)),
  };
}

function monthValue(month: DsoMonth, money: MoneyText): JsonRow {
  const { sales, closing, overdue } = month;
  return {
    month: month.month,
    sales: money(sales),
    closing: money(closing),
    overdue: money(overdue),
    ...dsoFigures(month),
  };
}

function proofValue(line: ProofLine, money: MoneyText): { readonly [key: string]: JsonValue } {
  return {
    notDue: money(line.notDue),
    overdue: money(line.overdue),
    unapplied: money(line.unapplied),
    balance: money(line.balance),
    invoices: money(line.invoices),
    creditNotes: money(line.creditNotes),
    payments: money(line.payments),
    ledger: money(line.ledger),
    difference: money(line.difference),
  };
}

function orReason(key: string, value: JsonValue, reason: string): { readonly [key: string]: JsonValue } {
  return value === null ? { [key]: null, [`${key}Reason`]: reason } : { [key]: value };
}

function concentrationValue(
  { register }: Report,
  { concentration }: CurrencyReport,
  money: MoneyText,
): JsonValue {
  const { clients, largest, topTenShare, herfindahl, overdueShare, over90Share } = concentration;
  const first = largest && {
    client: register.clients[largest.client].code,
    exposure: money(largest.exposure),
    share: largest.share,
  };
  return {
    clients,
    ...orReason('largest', first, 'no-exposure'),
    ...orReason('topTenShare', topTenShare, 'no-exposure'),
    ...orReason('herfindahl', herfindahl, 'no-exposure'),
    ...orReason('overdueShare', overdueShare, 'nothing-open'),
    ...orReason('over90Share', over90Share, 'nothing-open'),
  };
}

function riskValue(
  { register, language }: Report,
  { riskBefore: { month, week }, riskRows }: CurrencyReport,
  risk: ClientRisk,
  money: MoneyText,
): JsonRow {
  const optional = (minor: number | null): string | null => (minor === null ? null : money(minor));
  return {
    client: register.clients[risk.client].code,
    score: risk.score,
    grade: risk.grade,
    before: {
      ...earlierValue('week', week.get(risk.client)),
      ...earlierValue('month', month.get(risk.client)),
    },
    late: risk.late,
    lateBy30: risk.lateBy30,
    moneyAtRisk: money(risk.moneyAtRisk),
    isPerson: risk.isPerson,
    exposure: money(risk.exposure),
    creditLimit: optional(risk.creditLimit),
    availableCredit: optional(risk.availableCredit),
    ...(risk.creditLimit === null ? { availableCreditReason: 'no-limit' } : {}),
    proposedLimit: optional(risk.proposedLimit),
    ...(risk.proposedLimit === null ? { proposedLimitReason: 'no-recent-sales' } : {}),
    reasons: risk.reasons.map(({ code, points, text }) => ({
      code,
      points,
      text: text[language],
      rows: points > 0 ? rowValues(register, riskRows(risk.client, code)) : [],
    })),
  };
}

function earlierValue(key: string, earlier: EarlierScore | undefined): { readonly [key: string]: JsonRow } {
  if (earlier === undefined) return { [key]: null, [`${key}Reason`]: 'not-rated' };
  return { [key]: { score: earlier.score, grade: earlier.grade } };
}

/** The rows of the register that a reason was read from. */
function rowValues({ invoices, journal, payments }: Register, rows: RiskRows): readonly JsonRow[] {
  return [
    ...rows.invoices.map((i) => ({ table: 'invoices', row: invoices.row[i], invoice: invoices.numberAt(i) })),
    ...rows.payments.map((p) => ({ table: 'payments', row: payments.row[p] })),
    ...rows.journal.map((j) => ({ table: 'journal', row: journal[j].row })),
  ];
}

function* problemRows({ problems, language }: Report): Generator<JsonRow> {
  for (const problem of problems) {
    const { code, table, row, column, header, found } = problem;
    yield { code, table, row, column, header, found, message: problemMessage(problem, language) };
  }
}

/** The problem as a person reads it: with the table's title and the header as the register writes it. */
function problemMessage(problem: Problem, language: Language): string {
  const title = isTable(problem.table) ? SOURCE_TABLES[problem.table].title[language] : problem.table;
  return problemText(problem, language, { table: title, header: problem.header });
}

function isTable(key: string): key is SourceTableKey {
  return key in SOURCE_TABLES;
}
