/** Builds the answers of a report: the register replayed to the day, and to the week and the month before. */
import { addMonths, civilDate, type DayNumber } from '../../shared/base/civil-date.ts';
import type { Problem } from '../../shared/base/problem.ts';
import { decideDunning } from '../../shared/dunning/decide.ts';
import type { DunningDecision } from '../../shared/dunning/decision.ts';
import { outlookOf } from '../../shared/dunning/outlook.ts';
import { agreementsOn } from '../../shared/insight/agreements.ts';
import { type Audit, runAudit } from '../../shared/insight/audit/audit.ts';
import type { Anchor } from '../../shared/insight/audit/seals/anchors.ts';
import type { Chain } from '../../shared/insight/audit/seals/chain.ts';
import { clientTrends } from '../../shared/insight/client-trends.ts';
import { concentrationOf } from '../../shared/insight/concentration.ts';
import { reminderEffect } from '../../shared/insight/delays/reminder-effect.ts';
import { backTestOf } from '../../shared/insight/forecast/back-test.ts';
import { forecastCash } from '../../shared/insight/forecast/forecast.ts';
import { knownOn } from '../../shared/insight/known.ts';
import { firstThings } from '../../shared/insight/priorities.ts';
import { receivedBetween } from '../../shared/insight/received.ts';
import { rateClients } from '../../shared/insight/risk/risk.ts';
import { riskBefore } from '../../shared/insight/risk/risk-before.ts';
import { rowsBehind } from '../../shared/insight/risk/risk-rows.ts';
import { ageClients, ageItems } from '../../shared/receivables/ageing.ts';
import { type Figure, measureDsoAgainst } from '../../shared/receivables/dso.ts';
import { buildLedger, clientBalancesOn, type Ledger, sumBalances } from '../../shared/receivables/ledger.ts';
import { prove } from '../../shared/receivables/proof.ts';
import type { Register } from '../../shared/register/entries.ts';
import type { Evidence } from '../../shared/register/reading/evidence.ts';
import type { SourceInfo } from '../sources/source.ts';
import { type Changes, changesSince } from './changes.ts';
import { clientPages } from './client-pages.ts';
import { type Earlier, type EarlierPart, earlierWeek, NOTHING_EARLIER } from './earlier.ts';
import { heldReminders } from './held-reminders.ts';
import type { ClientAgeing, CurrencyReport, Report } from './report.ts';

export type ReportInput = {
  readonly register: Register;
  readonly problems: readonly Problem[];
  readonly source: SourceInfo;
  readonly asOf: DayNumber;
  readonly evidence?: Evidence; // what only the audit looks at
  readonly chain?: Chain | null; // the seals, read against the register; null: it has none
  readonly kept?: KeptAnchors | null; // what earlier runs saw; null: nothing is kept
  readonly earlier?: Earlier | null; // an earlier day's own report to compare with; null: a week ago is recomputed
  readonly pages?: readonly number[]; // clients that get a page of their own
};

/** What earlier runs on a register saw of it, oldest first. */
export type KeptAnchors = {
  readonly anchors: readonly Anchor[];
  readonly brokenFrom: number | null; // the line from which on the file is not what was written
};

/** Everything the report says. Pure: the same register and day give the same report. */
export function buildReport(input: ReportInput): Report {
  const { asOf, chain = null, earlier = null, pages = [], problems, register, source } = input;
  const ledger = buildLedger(register);
  const inUse = currenciesInUse(register, asOf);
  const currencies = inUse.map((currency, rank) =>
    reportCurrency({ ledger, asOf, earlier }, currency, rank === 0 ? problems.length : null),
  );
  const positions = currencies.map(({ ageing, items }, rank) => ({
    currency: inUse[rank],
    items,
    balances: ageing.clients,
  }));
  const dunning = decideDunning(ledger, asOf, positions);
  return {
    asOf: civilDate(asOf),
    asOfDay: asOf,
    name: registerName(register, source),
    language: register.settings.language,
    source,
    register,
    currencies,
    dunning,
    outlook: () => outlookOf(ledger, asOf, OUTLOOK_DAYS),
    agreements: agreementsOn(ledger, asOf),
    pages: clientPages(ledger, asOf, pages),
    audit: auditOf(ledger, dunning, input),
    sealed: chain === null || chain.head === null ? null : { documents: chain.documents, ...chain.head },
    problems,
  };
}

function auditOf(ledger: Ledger, dunning: readonly DunningDecision[], input: ReportInput): Audit {
  const { asOf, chain = null, evidence = null, kept = null } = input;
  return runAudit(ledger, asOf, {
    evidence,
    chain,
    anchors: kept?.anchors ?? null,
    brokenAnchor: kept?.brokenFrom ?? null,
    held: heldReminders(dunning),
  });
}

/** The company, else the folder or the spreadsheet. */
export function registerName({ settings }: Register, source: SourceInfo): string {
  return settings.companyName || source.name;
}

/** Until the next weekly report: each day decides for every client anew. `encaisse plan` looks further. */
const OUTLOOK_DAYS = 7;

/** Currencies with an invoice or a payment by the day, the register's own first; it alone where there is none. */
function currenciesInUse({ currencies, invoices, payments }: Register, asOf: DayNumber): readonly number[] {
  const used = new Set<number>();
  invoices.issueDay.forEach((day, index) => {
    if (day <= asOf) used.add(invoices.currency[index]);
  });
  payments.day.forEach((day, index) => {
    if (day <= asOf) used.add(payments.currency[index]);
  });
  const foreign = [...used].filter((currency) => currency !== 0);
  foreign.sort((a, b) => (currencies[a] < currencies[b] ? -1 : 1));
  const ownIsIdle = !used.has(0) && foreign.length > 0;
  return ownIsIdle ? foreign : [0, ...foreign];
}

type Asked = { readonly ledger: Ledger; readonly asOf: DayNumber; readonly earlier: Earlier | null };

function reportCurrency(asked: Asked, currency: number, problemCount: number | null): CurrencyReport {
  const { asOf, ledger } = asked;
  const { register } = ledger;
  const { agedBy } = register.settings;
  const known = knownOn(ledger, currency, asOf);
  const { balances, delays, items } = known;
  const monthBefore = addMonths(asOf, -1);
  const dso = measureDsoAgainst(ledger, currency, asOf, [asOf - 7, monthBefore]);
  const aged = ageClients(register, balances, items, asOf, agedBy);
  const ageing = {
    total: ageItems(register, items, asOf, agedBy),
    clients: mostOverdueFirst(aged, register),
  };
  const risk = rateClients(ledger, currency, asOf, known);
  const week = weekBefore(asked, currency, dso.earlier[0].countBack);
  return {
    currency: register.currencies[currency],
    receivables: sumBalances(balances),
    before: {
      week: week.receivables,
      month: sumBalances(clientBalancesOn(ledger, currency, monthBefore)),
    },
    ageing,
    items,
    dso: dso.measures,
    dsoBefore: { week: dso.earlier[0], month: dso.earlier[1] },
    proof: prove(register, balances, currency, asOf),
    concentration: concentrationOf(balances, items, asOf),
    risk,
    riskBefore: week.riskBefore,
    riskRows: rowsBehind(ledger, currency, asOf),
    forecast: forecastCash(ledger, currency, asOf, known),
    backTests: backTestOf(ledger, currency, asOf),
    reminderEffect: reminderEffect(ledger, currency, asOf, delays),
    trends: clientTrends(ledger, currency, asOf),
    changes: changesOf(asked, currency, { ageing, risk }, week.part),
    priorities: firstThings({ ledger, currencyIndex: currency, asOf, balances, items }, problemCount),
  };
}

/** What the week before says, looked up once. */
function weekBefore({ asOf, ledger }: Asked, currency: number, dso: Figure) {
  const day = asOf - 7;
  const known = knownOn(ledger, currency, day);
  const before = riskBefore(ledger, currency, asOf, known);
  return {
    receivables: sumBalances(known.balances),
    riskBefore: before,
    part: earlierWeek(ledger, currency, day, known, { dso, risk: before.week }),
  };
}

function changesOf(
  { asOf, earlier, ledger }: Asked,
  currency: number,
  now: Pick<CurrencyReport, 'ageing' | 'risk'>,
  week: EarlierPart,
): Changes {
  const day = earlier?.day ?? asOf - 7;
  const kept = earlier !== null;
  const code = ledger.register.currencies[currency];
  const before = earlier === null ? week : (earlier.parts.get(code) ?? NOTHING_EARLIER);
  return changesSince(now, before, receivedBetween(ledger, currency, day, asOf), { asOf, day, kept });
}

/** Clients by what is overdue, then by what is open, then by code. */
function mostOverdueFirst(aged: readonly ClientAgeing[], { clients }: Register): readonly ClientAgeing[] {
  return [...aged].sort(
    (a, b) =>
      b.overdue - a.overdue || b.open - a.open || (clients[a.client].code < clients[b.client].code ? -1 : 1),
  );
}
