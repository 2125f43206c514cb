/** A register's summary as a file: written by the run that reports on it, read by whoever makes the overview. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type CivilDate, parseCivilDate } from '../../shared/base/civil-date.ts';
import { type Currency, currencyDigits, decimalText, isCurrency } from '../../shared/base/money.ts';
import type { Words } from '../../shared/base/words.ts';
import { RISK_GRADES } from '../../shared/insight/risk/risk.ts';
import { writeDurably } from '../delivery/durable-file.ts';
import { isRecord, type JsonRecord, parseRecord } from '../delivery/json.ts';
import type { PortfolioRegister } from './overview.ts';
import type { ClientSums, CurrencySums, FirmFigures, Outcome } from './summary.ts';

const SCHEMA = 1;

/** Throws what the disk says. */
export function writeSummary(path: string, { name, register }: PortfolioRegister, outcome: Outcome): void {
  const figures = outcome.figures === null ? null : figuresValue(outcome.figures);
  const content = { schema: SCHEMA, name, register, reason: outcome.reason, figures };
  mkdirSync(dirname(path), { recursive: true });
  writeDurably(path, `${JSON.stringify(content, null, 2)}\n`);
}

function figuresValue(figures: FirmFigures): object {
  return { ...figures, currencies: figures.currencies.map(currencyValue) };
}

function currencyValue(sums: CurrencySums): object {
  const money = (minor: number): string => decimalText(minor, sums.currency);
  const { moneyAtRisk, open, overdue, overdueBefore } = sums;
  return {
    ...sums,
    open: money(open),
    overdue: money(overdue),
    overdueBefore: money(overdueBefore),
    moneyAtRisk: money(moneyAtRisk),
    clients: sums.clients.map((client) => ({
      ...client,
      open: money(client.open),
      overdue: money(client.overdue),
      moneyAtRisk: money(client.moneyAtRisk),
    })),
  };
}

const NOT_DONE: Words = {
  fr: 'pas encore traité\u202f: lancez la tranche qui le porte, puis --overview',
  en: 'not done yet: run the part that holds it, then --overview',
};
const DAMAGED: Words = {
  fr: 'son résumé ne se lit pas\u202f: relancez le portefeuille pour ce registre',
  en: 'its summary cannot be read: run the portfolio again for this register',
};

/** What became of a register. A summary of another register under the same name is none. */
export function readSummary(path: string, { name, register }: PortfolioRegister): Outcome {
  const text = readIfThere(path);
  if (text === null) return { figures: null, reason: NOT_DONE };
  const content = parseRecord(text);
  if (content === null || content.schema !== SCHEMA) return { figures: null, reason: DAMAGED };
  if (content.name !== name || content.register !== register) return { figures: null, reason: NOT_DONE };
  const reason = readReason(content.reason);
  if (reason !== null) return { figures: null, reason };
  const figures = readFigures(content.figures);
  return figures === null ? { figures: null, reason: DAMAGED } : { figures, reason: null };
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    return '';
  }
}

function readReason(value: unknown): Words | null {
  if (!isRecord(value)) return null;
  const { en, fr } = value;
  return typeof fr === 'string' && typeof en === 'string' ? { fr, en } : null;
}

/** @returns null where anything at all is not as it is written */
function readFigures(value: unknown): FirmFigures | null {
  if (!isRecord(value) || !Array.isArray(value.currencies)) return null;
  const { auditErrors, auditWarnings, moving, problems } = value;
  const asOf = readDay(value.asOf);
  const currencies = allOf(value.currencies, readCurrency);
  if (asOf === null || currencies === null || typeof moving !== 'boolean') return null;
  if (!isCount(problems) || !isCount(auditErrors) || !isCount(auditWarnings)) return null;
  return { asOf, problems, auditErrors, auditWarnings, moving, currencies };
}

function readCurrency(value: unknown): CurrencySums | null {
  if (!isRecord(value) || !Array.isArray(value.clients)) return null;
  const { currency, dso } = value;
  if (typeof currency !== 'string' || !isCurrency(currency)) return null;
  if (dso !== null && typeof dso !== 'number') return null;
  const sums = readMoneys(value, ['open', 'overdue', 'overdueBefore', 'moneyAtRisk'], currency);
  const clients = allOf(value.clients, (client) => readClient(client, currency));
  if (sums === null || clients === null) return null;
  const [open, overdue, overdueBefore, moneyAtRisk] = sums;
  return { currency, open, overdue, overdueBefore, dso, moneyAtRisk, clients };
}

function readClient(value: unknown, currency: Currency): ClientSums | null {
  if (!isRecord(value)) return null;
  const { code, legalId, name, oldestDays } = value;
  const grade = RISK_GRADES.find((one) => one === value.grade);
  const sums = readMoneys(value, ['open', 'overdue', 'moneyAtRisk'], currency);
  if (sums === null || grade === undefined || !isCount(oldestDays)) return null;
  if (typeof code !== 'string' || typeof name !== 'string' || typeof legalId !== 'string') return null;
  const [open, overdue, moneyAtRisk] = sums;
  return { code, name, legalId, open, overdue, oldestDays, grade, moneyAtRisk };
}

function allOf<T>(values: readonly unknown[], read: (value: unknown) => T | null): readonly T[] | null {
  const all: T[] = [];
  for (const value of values) {
    const one = read(value);
    if (one === null) return null;
    all.push(one);
  }
  return all;
}

function readMoneys(
  record: JsonRecord,
  keys: readonly string[],
  currency: Currency,
): readonly number[] | null {
  return allOf(
    keys.map((key) => record[key]),
    (value) => readMinor(value, currency),
  );
}

function readMinor(value: unknown, currency: Currency): number | null {
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value)) return null;
  const minor = Math.round(Number(value) * 10 ** currencyDigits(currency));
  return decimalText(minor, currency) === value ? minor : null;
}

function readDay(value: unknown): CivilDate | null {
  return typeof value === 'string' && isCivilDate(value) ? value : null;
}

function isCivilDate(text: string): text is CivilDate {
  return parseCivilDate(text).ok;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
