/** Believable reports made by hand, for the workbook's tests: every sum agrees with the rows it stands for. */
import type { Changes } from '../../batch/answers/changes.ts';
import type { ClientAgeing, CurrencyReport, Receivables, Report } from '../../batch/answers/report.ts';
import { addMonths, dayNumber } from '../../shared/base/civil-date.ts';
import type { Currency } from '../../shared/base/money.ts';
import { type Ageing, ageingBucket } from '../../shared/receivables/ageing.ts';
import type { ClientBalance, OpenItem } from '../../shared/receivables/ledger.ts';
import type { Proof, ProofLine } from '../../shared/receivables/proof.ts';
import type { Register } from '../../shared/register/entries.ts';
import { measuresOf } from './dso-of.ts';
import {
  agreementsOf,
  backTestsOf,
  dunningOf,
  EFFECT,
  forecastOf,
  NO_EFFECT,
  outlookWith,
  trendsOf,
} from './foresight-of.ts';
import { registerOf, type Wanted } from './register-of.ts';
import { beforeOf, prioritiesOf, riskOf } from './risk-of.ts';
import { FOLDER } from './sources-of.ts';

/** A report of a small firm, 60 clients and 150 open items a currency unless asked otherwise. */
export function reportOf(wanted: Wanted = {}): Report {
  const { language = 'fr', currencies = ['EUR'], asOf = '2026-11-20', source = FOLDER } = wanted;
  const asOfDay = dayNumber(asOf);
  const register = registerOf(wanted, asOfDay);
  const inUse = currencies.map((currency, at) => currencyOf(wanted, register, asOfDay, currency, at));
  const items = inUse[0]?.items ?? [];
  const dunning = dunningOf(items, register);
  return {
    asOf,
    asOfDay,
    name: wanted.name ?? 'Menuiserie Dubois & Fils',
    language,
    source,
    register,
    currencies: inUse,
    dunning,
    outlook: () => outlookWith(dunning, asOfDay),
    agreements: agreementsOf(items, register, asOfDay),
    pages: [],
    audit: { findings: [], tests: [] },
    sealed: null,
    problems: wanted.problems ?? [],
  };
}

/** A register in which nothing is owed and nothing was ever sold. */
export function emptyReport(wanted: Wanted = {}): Report {
  return reportOf({ ...wanted, items: 0, clients: 0, months: 24 });
}

function currencyOf(
  wanted: Wanted,
  register: Register,
  asOfDay: number,
  currency: Currency,
  index: number,
): CurrencyReport {
  const items = itemsOf(register, index);
  const clients = clientsOf(register, items, asOfDay);
  const receivables = sumOf(clients);
  const total = addAgeing(clients.map(({ ageing }) => ageing));
  return {
    currency,
    receivables,
    before: { week: scaledBy(receivables, 0.93), month: scaledBy(receivables, 1.12) },
    ageing: { total, clients },
    items,
    dso: measuresOf(wanted, receivables, asOfDay),
    dsoBefore: {
      week: measuresOf(wanted, scaledBy(receivables, 0.9), asOfDay - 7),
      month: measuresOf(wanted, scaledBy(receivables, 1.1), addMonths(asOfDay, -1)),
    },
    proof: proofOf(clients),
    concentration: concentrationOf(clients, receivables),
    risk: riskOf(register, clients),
    riskBefore: beforeOf(clients),
    riskRows: () => ({ invoices: [], payments: [], journal: [] }),
    forecast: forecastOf(items, asOfDay),
    backTests: items.length === 0 ? [] : backTestsOf(asOfDay),
    reminderEffect: items.length === 0 ? NO_EFFECT : EFFECT,
    trends: trendsOf(clients, asOfDay),
    changes: changesOf(receivables, clients, asOfDay),
    priorities: prioritiesOf(register, clients, currency),
  };
}

/** A week ago: less was open, the first client was not late yet and the second had a better grade. */
function changesOf(
  { open, overdue }: Receivables,
  clients: readonly ClientAgeing[],
  asOfDay: number,
): Changes {
  const [first, second] = clients;
  return {
    since: asOfDay - 7,
    kept: false,
    open: Math.round(open * 0.93),
    overdue: Math.round(overdue * 0.86),
    dso: open === 0 ? null : 59.04,
    newlyLate: first ? [{ client: first.client, overdue: first.overdue }] : [],
    lateNoMore: [],
    fell: second ? [{ client: second.client, from: 'B', to: 'D' }] : [],
    cash: {
      came: Math.round(open / 20),
      beside: 0,
      foretold: open === 0 ? null : { expected: Math.round(open / 25), range: { low: 1_000, high: open } },
    },
  };
}

function itemsOf({ invoices }: Register, currency: number): readonly OpenItem[] {
  const items: OpenItem[] = [];
  for (let invoice = 0; invoice < invoices.count; invoice++) {
    if (invoices.currency[invoice] !== currency) continue;
    const total = invoices.total[invoice];
    const open = invoice % 4 === 0 ? Math.ceil(total / 3) : total;
    const instalment = invoice % 17 === 0 ? 2 : null;
    items.push({
      invoice,
      instalment,
      dueDay: invoices.dueDay[invoice],
      total,
      open,
      disputed: invoice % 13 === 0,
    });
  }
  return items.sort((a, b) => a.dueDay - b.dueDay || a.invoice - b.invoice);
}

function clientsOf(register: Register, items: readonly OpenItem[], asOfDay: number): readonly ClientAgeing[] {
  const byClient = new Map<number, OpenItem[]>();
  for (const item of items) {
    const client = register.invoices.client[item.invoice];
    const own = byClient.get(client);
    if (own) own.push(item);
    else byClient.set(client, [item]);
  }
  return Array.from(byClient, ([client, own]) => clientAgeing(client, own, asOfDay)).sort(
    (a, b) => b.overdue - a.overdue || a.client - b.client,
  );
}

function clientAgeing(client: number, items: readonly OpenItem[], asOfDay: number): ClientAgeing {
  const ageing = { notDue: 0, d1to30: 0, d31to60: 0, d61to90: 0, d90plus: 0 };
  let disputed = 0;
  for (const item of items) {
    ageing[ageingBucket(asOfDay - item.dueDay)] += item.open;
    if (item.disputed) disputed += item.open;
  }
  const open = items.reduce((sum, item) => sum + item.open, 0);
  const unapplied = client % 9 === 4 ? 12_345 : 0;
  const { notDue } = ageing;
  return {
    client,
    open,
    notDue,
    overdue: open - notDue,
    unapplied,
    balance: open - unapplied,
    disputed,
    ageing,
  };
}

function sumOf(clients: readonly ClientBalance[]): Receivables {
  const sum = (key: keyof Receivables): number => clients.reduce((total, client) => total + client[key], 0);
  return {
    open: sum('open'),
    notDue: sum('notDue'),
    overdue: sum('overdue'),
    unapplied: sum('unapplied'),
    balance: sum('balance'),
    disputed: sum('disputed'),
  };
}

function scaledBy(receivables: Receivables, factor: number): Receivables {
  const notDue = Math.round(receivables.notDue * factor);
  const overdue = Math.round(receivables.overdue * factor ** 2);
  const { unapplied, disputed } = receivables;
  return {
    open: notDue + overdue,
    notDue,
    overdue,
    unapplied,
    balance: notDue + overdue - unapplied,
    disputed,
  };
}

function addAgeing(all: readonly Ageing[]): Ageing {
  const sum = (key: keyof Ageing): number => all.reduce((total, one) => total + one[key], 0);
  return {
    notDue: sum('notDue'),
    d1to30: sum('d1to30'),
    d31to60: sum('d31to60'),
    d61to90: sum('d61to90'),
    d90plus: sum('d90plus'),
  };
}

function proofOf(clients: readonly ClientAgeing[]): Proof {
  const lines = clients.map(({ client, notDue, overdue, unapplied, balance }) => {
    const creditNotes = client % 5 === 0 ? 4_321 : 0;
    const payments = balance * 3;
    const invoices = balance + creditNotes + payments;
    return {
      client,
      notDue,
      overdue,
      unapplied,
      balance,
      invoices,
      creditNotes,
      payments,
      ledger: balance,
      difference: 0,
    };
  });
  const sum = (key: keyof ProofLine): number => lines.reduce((total, line) => total + line[key], 0);
  const total: ProofLine = {
    notDue: sum('notDue'),
    overdue: sum('overdue'),
    unapplied: sum('unapplied'),
    balance: sum('balance'),
    invoices: sum('invoices'),
    creditNotes: sum('creditNotes'),
    payments: sum('payments'),
    ledger: sum('ledger'),
    difference: 0,
  };
  return { total, clients: lines, holds: true };
}

function concentrationOf(clients: readonly ClientAgeing[], { open, overdue }: Receivables) {
  if (clients.length === 0 || open === 0) {
    const nothing = {
      largest: null,
      topTenShare: null,
      herfindahl: null,
      overdueShare: null,
      over90Share: null,
    };
    return { clients: 0, ...nothing };
  }
  const exposures = clients.map(({ client, balance }) => ({ client, exposure: Math.max(0, balance) }));
  exposures.sort((a, b) => b.exposure - a.exposure);
  const sum = exposures.reduce((total, { exposure }) => total + exposure, 0);
  const ten = exposures.slice(0, 10).reduce((total, { exposure }) => total + exposure, 0);
  return {
    clients: clients.length,
    largest: { ...exposures[0], share: exposures[0].exposure / sum },
    topTenShare: ten / sum,
    herfindahl: 0.03,
    overdueShare: overdue / open,
    over90Share: 0.1,
  };
}
