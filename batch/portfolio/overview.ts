/** Firms and clients of a portfolio, ranked. Amounts of different currencies are never added. */
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import type { Currency } from '../../shared/base/money.ts';
import { dayText } from '../../shared/base/numbers-text.ts';
import type { Words } from '../../shared/base/words.ts';
import type { ClientSums, CurrencySums, FirmFigures, Outcome } from './summary.ts';

export type PortfolioRegister = {
  readonly name: string; // of the firm, another for each
  readonly register: string; // a folder, or the address or id of a spreadsheet
};

/** A register of the portfolio, and what became of it. */
export type Firm = PortfolioRegister & { readonly workbook: string; readonly outcome: Outcome };

export type Overview = {
  readonly asOf: CivilDate | null; // the latest day of its reports; null: there is none
  readonly registers: number;
  readonly done: number;
  readonly currencies: readonly CurrencyOverview[]; // that of most firms first
  readonly failed: readonly FailedFirm[]; // in the order of the configuration
};

export type CurrencyOverview = {
  readonly currency: Currency;
  readonly open: number; // minor units, of all firms
  readonly overdue: number;
  readonly moneyAtRisk: number;
  readonly firms: readonly FirmRow[]; // most overdue first
  readonly clients: readonly ClientRow[]; // most overdue first
};

export type FirmRow = Omit<FirmFigures, 'currencies'> &
  Omit<CurrencySums, 'currency' | 'clients'> & {
    readonly name: string;
    readonly workbook: string; // its file's name
    readonly worst: ClientSums | null; // the client most overdue; null: none is
  };

export type ClientRow = ClientSums & {
  readonly firm: string;
  readonly firms: number; // how many of the portfolio it owes to, known by its legal id
};

export type FailedFirm = PortfolioRegister & { readonly reason: Words };

/** Reports older than this against the latest are not of the same week. */
const STALE_DAYS = 6;
export const MOST_CLIENT_ROWS = 500;

export function overviewOf(given: readonly Firm[]): Overview {
  const days = given.flatMap(({ outcome }) =>
    outcome.figures === null ? [] : [dayNumber(outcome.figures.asOf)],
  );
  const latest = days.length === 0 ? null : Math.max(...days);
  const firms = given.map((firm) => (latest === null ? firm : withoutStale(firm, latest)));
  const currencies = new Map<Currency, number>();
  for (const { outcome } of firms)
    for (const { currency } of inUse(outcome.figures))
      currencies.set(currency, (currencies.get(currency) ?? 0) + 1);
  const inOrder = [...currencies].sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1));
  const failed = firms.flatMap(({ name, outcome, register }) =>
    outcome.reason === null ? [] : [{ name, register, reason: outcome.reason }],
  );
  return {
    asOf: latest === null ? null : civilDate(latest),
    registers: firms.length,
    done: firms.length - failed.length,
    currencies: inOrder.map(([currency]) => currencyOverview(firms, currency)),
    failed,
  };
}

/** A firm's own currency, and those in which anything is open. */
function inUse(figures: FirmFigures | null): readonly CurrencySums[] {
  return (figures?.currencies ?? []).filter(({ open }, place) => place === 0 || open > 0);
}

/** Last week's figures do not stand beside this week's: they would look as good as any. */
function withoutStale(firm: Firm, latest: number): Firm {
  const { figures } = firm.outcome;
  if (figures === null || latest - dayNumber(figures.asOf) <= STALE_DAYS) return firm;
  const day = dayNumber(figures.asOf);
  const reason = {
    fr: `pas renouvelé\u202f: son dernier rapport est du ${dayText(day, 'fr')}`,
    en: `not renewed: its last report is of ${dayText(day, 'en')}`,
  };
  return { ...firm, outcome: { figures: null, reason } };
}

function currencyOverview(firms: readonly Firm[], currency: Currency): CurrencyOverview {
  const rows: FirmRow[] = [];
  const clients: Omit<ClientRow, 'firms'>[] = [];
  for (const { name, outcome, workbook } of firms) {
    const sums = inUse(outcome.figures).find((one) => one.currency === currency);
    if (outcome.figures === null || sums === undefined) continue;
    rows.push(firmRow(name, workbook, outcome.figures, sums));
    for (const client of sums.clients) clients.push({ ...client, firm: name });
  }
  rows.sort(byOverdue);
  clients.sort(byOverdue);
  const total = (key: 'open' | 'overdue' | 'moneyAtRisk'): number =>
    rows.reduce((sum, row) => sum + row[key], 0);
  return {
    currency,
    open: total('open'),
    overdue: total('overdue'),
    moneyAtRisk: total('moneyAtRisk'),
    firms: rows,
    clients: withFirms(clients).slice(0, MOST_CLIENT_ROWS),
  };
}

function firmRow(name: string, workbook: string, figures: FirmFigures, sums: CurrencySums): FirmRow {
  const { currencies: _, ...firm } = figures;
  const { clients, currency: __, ...amounts } = sums;
  const [worst] = clients;
  return { ...firm, ...amounts, name, workbook, worst: worst?.overdue > 0 ? worst : null };
}

type Ranked = { readonly name: string; readonly open: number; readonly overdue: number };

/** Then by what is open, then by name. */
function byOverdue(a: Ranked, b: Ranked): number {
  return b.overdue - a.overdue || b.open - a.open || (a.name < b.name ? -1 : Number(a.name > b.name));
}

/** A client that owes to several firms is one debtor: its legal id says so. */
function withFirms(clients: readonly Omit<ClientRow, 'firms'>[]): readonly ClientRow[] {
  const firmsOf = new Map<string, Set<string>>();
  for (const { firm, legalId } of clients) {
    if (legalId === '') continue;
    firmsOf.set(legalId, (firmsOf.get(legalId) ?? new Set()).add(firm));
  }
  return clients.map((client) => ({ ...client, firms: firmsOf.get(client.legalId)?.size ?? 1 }));
}
