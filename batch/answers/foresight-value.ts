/** What the foresight adds to a currency's JSON: back-tests, what reminders brought, how clients' payments change. */
import { civilDate } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import type { ClientTrend } from '../../shared/insight/client-trends.ts';
import type { ReminderEffect } from '../../shared/insight/delays/reminder-effect.ts';
import type { BackTest, BackTestWeek } from '../../shared/insight/forecast/back-test.ts';
import type { JsonRow, JsonValue } from './json-text.ts';
import type { CurrencyReport, Report } from './report.ts';

type MoneyText = (minor: number) => string;

export function foresightValue(
  report: Report,
  { backTests, currency, reminderEffect, trends }: CurrencyReport,
): { readonly [key: string]: JsonValue } {
  const money = (minor: number): string => decimalText(minor, currency);
  return {
    backTests: backTests.map((test) => backTestValue(test, money)),
    reminderEffect: effectValue(reminderEffect),
    trends: () => trends.map((trend) => trendRow(report, trend, money)),
  };
}

function backTestValue(test: BackTest, money: MoneyText): JsonValue {
  const { dates, reason, weeks, weeksAgo, madeOn } = test;
  return {
    weeksAgo,
    madeOn: civilDate(madeOn),
    expected: reason === null ? money(test.expected) : null,
    ...(reason === null ? {} : { expectedReason: reason }),
    came: money(test.came),
    cameOfDisputed: money(test.cameOfDisputed),
    cameOfNew: money(test.cameOfNew),
    cameWithoutInvoice: money(test.cameWithoutInvoice),
    dates: { ...dates, ...whyNull('meanError', dates.meanError, 'none-paid') },
    weeks: weeks.map((week) => weekValue(week, money)),
  };
}

function weekValue({ came, expected, from, high, low }: BackTestWeek, money: MoneyText): JsonValue {
  return {
    from: civilDate(from),
    expected: money(expected),
    low: money(low),
    high: money(high),
    came: money(came),
  };
}

function effectValue({ foretold, levels, paidSoon, reminders, times }: ReminderEffect): JsonValue {
  return {
    reminders,
    paidWithin14: paidSoon,
    foretoldWithin14: foretold,
    times,
    ...(times === null ? { timesReason: 'few-reminders' } : {}),
    levels: levels.map((level) => ({
      ...level,
      ...whyNull('paidWithin14', level.paidWithin14, 'watched-too-briefly'),
      ...whyNull('medianDays', level.medianDays, 'fewer-than-half-paid'),
    })),
  };
}

function trendRow(
  { register }: Report,
  { client, daysMore, direction, quarters }: ClientTrend,
  money: MoneyText,
): JsonRow {
  return {
    client: register.clients[client].code,
    direction,
    daysMore,
    ...whyNull('daysMore', daysMore, 'few-invoices'),
    quarters: quarters.map(({ amount, due, from, late, meanDaysLate }) => ({
      from: civilDate(from),
      due,
      late,
      amount: money(amount),
      meanDaysLate,
      ...whyNull('meanDaysLate', meanDaysLate, 'nothing-due'),
    })),
  };
}

function whyNull(key: string, value: unknown, reason: string): { readonly [key: string]: string } {
  return value === null ? { [`${key}Reason`]: reason } : {};
}
