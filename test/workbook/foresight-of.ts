/** Foresight made by hand for the workbook's tests: a forecast, what past ones said, reminders and their effect, promises, trends. */
import type { DunningAction, DunningDecision } from '../../shared/dunning/decision.ts';
import type { Outlook } from '../../shared/dunning/outlook.ts';
import type { Agreement } from '../../shared/insight/agreements.ts';
import type { ClientTrend } from '../../shared/insight/client-trends.ts';
import type { ReminderEffect } from '../../shared/insight/delays/reminder-effect.ts';
import type { BackTest } from '../../shared/insight/forecast/back-test.ts';
import type { ForecastAnswer, ForecastItem } from '../../shared/insight/forecast/forecast.ts';
import type { OpenItem } from '../../shared/receivables/ledger.ts';
import type { Register } from '../../shared/register/entries.ts';

const WEEKS = 13;

export function forecastOf(items: readonly OpenItem[], asOfDay: number): ForecastAnswer {
  if (items.length === 0) return { value: null, reason: 'no-payment' };
  const open = items.reduce((sum, item) => sum + item.open, 0);
  const expected = Math.floor(open / 20);
  const weeks = Array.from({ length: WEEKS }, (_, k) => ({
    from: asOfDay + 1 + 7 * k,
    expected,
    low: Math.floor(expected / 2),
    high: expected * 2,
  }));
  const forecasts = items.map((item, at): ForecastItem => {
    const expectedOn = asOfDay + 3 + ((at * 5) % 60);
    return {
      invoice: item.invoice,
      instalment: item.instalment,
      expectedOn,
      p10: expectedOn - 2,
      p90: expectedOn + 21,
      late: item.dueDay < asOfDay ? 1 : 0.25,
      lateBy30: 0.125,
      paidWithinYear: 0.96,
    };
  });
  return {
    value: {
      weeks,
      later: open - WEEKS * expected,
      disputedApart: 0,
      unapplied: 12_345,
      items: forecasts,
      chased: {
        value: { weeks: weeks.map(() => expected + 100), times: 1.4, reminders: 42, items: 3, amount: open },
      },
    },
  };
}

export function backTestsOf(asOfDay: number): readonly BackTest[] {
  return [4, 8, 13].map((weeksAgo) => ({
    weeksAgo,
    madeOn: asOfDay - 7 * weeksAgo,
    reason: null,
    weeks: [{ from: asOfDay - 7 * weeksAgo + 1, expected: 50_000, low: 30_000, high: 70_000, came: 52_500 }],
    expected: 50_000 * weeksAgo,
    came: 52_500 * weeksAgo,
    cameOfDisputed: 100,
    cameOfNew: 2_000,
    cameWithoutInvoice: 30,
    dates: { paid: 8, meanError: weeksAgo / 2, closed: 10, within: 8 },
  }));
}

export const EFFECT: ReminderEffect = {
  levels: [
    { level: 1, reminders: 31, paid: 12, paidWithin14: 0.5, medianDays: 14 },
    { level: 2, reminders: 11, paid: 9, paidWithin14: null, medianDays: null },
  ],
  reminders: 42,
  paidSoon: 20,
  foretold: 12,
  times: 1.4,
};

export const NO_EFFECT: ReminderEffect = { levels: [], reminders: 0, paidSoon: 0, foretold: 0, times: null };

const DIRECTIONS = ['worse', 'steady', 'better', 'unknown'] as const;

export function trendsOf(clients: readonly { readonly client: number }[], asOfDay: number) {
  return clients.map(({ client }, at): ClientTrend => {
    const direction = DIRECTIONS[at % DIRECTIONS.length];
    return {
      client,
      direction,
      daysMore: direction === 'unknown' ? null : 8 - 8 * (at % DIRECTIONS.length),
      quarters: [3, 2, 1, 0].map((back) => ({
        from: asOfDay - 91 * (back + 1),
        due: 4,
        late: 1,
        amount: 100_000,
        meanDaysLate: back === 3 ? null : 4.5 + at,
      })),
    };
  });
}

export function agreementsOf(items: readonly OpenItem[], register: Register, asOfDay: number) {
  const [first] = items;
  if (!first) return [];
  const client = register.invoices.client[first.invoice];
  const base = { client, currency: 0, madeOn: asOfDay - 20 };
  const all: readonly Agreement[] = [
    {
      ...base,
      kind: 'promise',
      state: 'broken',
      invoice: -1,
      rank: 0,
      count: 0,
      amount: null,
      day: asOfDay - 9,
    },
    {
      ...base,
      kind: 'instalment',
      state: 'today',
      invoice: first.invoice,
      rank: 2,
      count: 3,
      amount: 12_345,
      day: asOfDay,
    },
    {
      ...base,
      kind: 'callBack',
      state: 'pending',
      invoice: first.invoice,
      rank: 0,
      count: 0,
      amount: null,
      day: asOfDay + 2,
    },
  ];
  return all;
}

const ACTIONS = [
  ['send', 'level-due', 2],
  ['hold', 'promise-pending', 1],
  ['none', 'level-done', 0],
] as const;

/** Of the first three open items, in every action. */
export function dunningOf(items: readonly OpenItem[], register: Register): readonly DunningDecision[] {
  return ACTIONS.flatMap(([action, code, level], at): readonly DunningDecision[] => {
    const item = items[at];
    return item ? [decisionOf(register, item, action, { code, level })] : [];
  });
}

function decisionOf(
  { invoices }: Register,
  { dueDay, instalment, invoice, open }: OpenItem,
  action: DunningAction,
  { code, level }: Pick<DunningDecision, 'code' | 'level'>,
): DunningDecision {
  return {
    client: invoices.client[invoice],
    currency: invoices.currency[invoice],
    action,
    level,
    channel: action === 'send' ? 'email' : 'registeredLetter',
    asked: [{ invoice, instalment, dueDay, amount: open, level }],
    total: open,
    interest: { minor: 1_234 },
    indemnity: action === 'send' ? { minor: 4_000 } : { minor: null, reason: 'other-currency' },
    missingRate: null,
    claims: [],
    earlier: { interest: { minor: 0 }, indemnity: { minor: 0 }, invoices: [] },
    newDeadline: null,
    code,
    heldUntil: null,
    why: { fr: `Relance 2 aujourd’hui\u202f: ${code}.`, en: `Reminder 2 today: ${code}.` },
  };
}

/** The decision to send, on its day. */
export function outlookWith(decisions: readonly DunningDecision[], asOfDay: number): Outlook {
  const messages = decisions
    .filter(({ action }) => action === 'send')
    .map(({ asked, client, code, currency, indemnity, interest, total, why }) => ({
      day: asOfDay + 3,
      client,
      currency,
      level: 2,
      what: { fr: 'Relance 2', en: 'Reminder 2' },
      channel: 'email' as const,
      template: 'reminder2',
      asked,
      total,
      interest,
      indemnity,
      newDeadline: asOfDay + 11,
      code,
      why,
    }));
  return { from: asOfDay, days: 7, messages, holds: [], dues: [] };
}
