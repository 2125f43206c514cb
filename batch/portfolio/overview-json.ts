/** The overview as JSON: money as decimal text, as in the JSON of a report. */
import { decimalText } from '../../shared/base/money.ts';
import type { Language } from '../../shared/base/words.ts';
import { type JsonRow, type JsonValue, jsonPieces } from '../answers/json-text.ts';
import type { ClientRow, CurrencyOverview, FirmRow, Overview } from './overview.ts';
import type { ClientSums } from './summary.ts';

const SCHEMA = 1;

/** The pieces of the JSON text, in order. */
export function overviewJson(name: string, overview: Overview, language: Language): Generator<string> {
  const { asOf, currencies, done, failed, registers } = overview;
  return jsonPieces({
    schema: SCHEMA,
    asOf,
    name,
    registers: { total: registers, done, failed: failed.length },
    currencies: currencies.map(currencyValue),
    failed: failed.map(({ name: firm, reason, register }) => ({
      firm,
      register,
      reason: reason[language],
    })),
  });
}

type MoneyText = (minor: number) => string;

function currencyValue(overview: CurrencyOverview): JsonValue {
  const { clients, currency, firms, moneyAtRisk, open, overdue } = overview;
  const money = (minor: number): string => decimalText(minor, currency);
  return {
    currency,
    open: money(open),
    overdue: money(overdue),
    moneyAtRisk: money(moneyAtRisk),
    firms: () => firms.map((row, at) => firmRow(row, at + 1, money)),
    clients: () => clients.map((row, at) => clientRow(row, at + 1, money)),
  };
}

function firmRow(row: FirmRow, rank: number, money: MoneyText): JsonRow {
  const { asOf, auditErrors, auditWarnings, dso, moving, name, open, overdue, problems, workbook, worst } =
    row;
  return {
    rank,
    firm: name,
    workbook,
    asOf,
    open: money(open),
    overdue: money(overdue),
    overdueShare: open === 0 ? null : overdue / open,
    overdueWeekBefore: money(row.overdueBefore),
    dso,
    moneyAtRisk: money(row.moneyAtRisk),
    auditErrors,
    auditWarnings,
    problems,
    moving,
    worst: worst === null ? null : { client: worst.code, ...clientValue(worst, money) },
  };
}

function clientRow(row: ClientRow, rank: number, money: MoneyText): JsonRow {
  return { rank, firm: row.firm, client: row.code, ...clientValue(row, money), firms: row.firms };
}

function clientValue(client: ClientSums, money: MoneyText): { readonly [key: string]: JsonRow } {
  const { grade, legalId, moneyAtRisk, name, oldestDays, open, overdue } = client;
  return {
    name,
    legalId,
    open: money(open),
    overdue: money(overdue),
    oldestDays,
    grade,
    moneyAtRisk: money(moneyAtRisk),
  };
}
