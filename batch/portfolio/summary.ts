/** What the overview keeps of one register: small whatever its size, so that a thousand of them stand in memory together. */
import type { CivilDate } from '../../shared/base/civil-date.ts';
import type { Currency } from '../../shared/base/money.ts';
import type { Words } from '../../shared/base/words.ts';
import type { RiskGrade } from '../../shared/insight/risk/risk.ts';
import type { CurrencyReport, Report } from '../answers/report.ts';

/** What became of a register: its figures, or why there are none. */
export type Outcome =
  | { readonly figures: FirmFigures; readonly reason: null }
  | { readonly figures: null; readonly reason: Words };

export type FirmFigures = {
  readonly asOf: CivilDate;
  readonly problems: number; // things to mend in the register
  readonly auditErrors: number; // nobody has reviewed
  readonly auditWarnings: number;
  readonly moving: boolean; // the sheet was edited while it was read
  readonly currencies: readonly CurrencySums[];
};

/** Minor units of the currency. */
export type CurrencySums = {
  readonly currency: Currency;
  readonly open: number;
  readonly overdue: number;
  readonly overdueBefore: number; // a week earlier
  readonly dso: number | null; // count-back, days
  readonly moneyAtRisk: number;
  readonly clients: readonly ClientSums[]; // most overdue first
};

export type ClientSums = {
  readonly code: string;
  readonly name: string;
  readonly legalId: string; // empty: not known
  readonly open: number;
  readonly overdue: number;
  readonly oldestDays: number; // overdue; 0: nothing is
  readonly grade: RiskGrade;
  readonly moneyAtRisk: number;
};

/** Of each register and currency: enough for a ranking across firms, and bounded. */
export const MOST_CLIENTS = 200;

export function figuresOf(report: Report): FirmFigures {
  const waiting = report.audit.findings.filter(({ reviewed }) => reviewed === null);
  return {
    asOf: report.asOf,
    problems: report.problems.length,
    auditErrors: waiting.filter(({ severity }) => severity === 'error').length,
    auditWarnings: waiting.filter(({ severity }) => severity === 'warning').length,
    moving: report.source.moving,
    currencies: report.currencies.map((part) => sumsOf(report, part)),
  };
}

function sumsOf(report: Report, part: CurrencyReport): CurrencySums {
  const { before, currency, dso, receivables, risk } = part;
  return {
    currency,
    open: receivables.open,
    overdue: receivables.overdue,
    overdueBefore: before.week.overdue,
    dso: dso.countBack.value,
    moneyAtRisk: risk.reduce((sum, { moneyAtRisk }) => sum + moneyAtRisk, 0),
    clients: clientsOf(report, part),
  };
}

function clientsOf(
  { asOfDay, register }: Report,
  { ageing, items, risk }: CurrencyReport,
): readonly ClientSums[] {
  const oldest = new Map<number, number>();
  for (const { dueDay, invoice } of items) {
    const client = register.invoices.client[invoice];
    oldest.set(client, Math.max(oldest.get(client) ?? 0, asOfDay - dueDay));
  }
  const riskOf = new Map(risk.map((one) => [one.client, one]));
  return ageing.clients
    .filter(({ open }) => open > 0)
    .slice(0, MOST_CLIENTS)
    .map(({ client, open, overdue }) => {
      const { code, legalId, name } = register.clients[client];
      const { grade = 'unknown', moneyAtRisk = 0 } = riskOf.get(client) ?? {};
      return { code, name, legalId, open, overdue, oldestDays: oldest.get(client) ?? 0, grade, moneyAtRisk };
    });
}
