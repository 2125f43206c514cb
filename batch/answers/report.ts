/** The answers of one weekly report, before anyone formats them. Money is minor units of the currency it stands under. */
import type { CivilDate, DayNumber } from '../../shared/base/civil-date.ts';
import type { Currency } from '../../shared/base/money.ts';
import type { Problem } from '../../shared/base/problem.ts';
import type { Language } from '../../shared/base/words.ts';
import type { DunningDecision } from '../../shared/dunning/decision.ts';
import type { Outlook } from '../../shared/dunning/outlook.ts';
import type { Agreement } from '../../shared/insight/agreements.ts';
import type { Audit } from '../../shared/insight/audit/audit.ts';
import type { ClientTrend } from '../../shared/insight/client-trends.ts';
import type { Concentration } from '../../shared/insight/concentration.ts';
import type { ReminderEffect } from '../../shared/insight/delays/reminder-effect.ts';
import type { BackTest } from '../../shared/insight/forecast/back-test.ts';
import type { ForecastAnswer } from '../../shared/insight/forecast/forecast.ts';
import type { Priority } from '../../shared/insight/priorities.ts';
import type { ClientRisk } from '../../shared/insight/risk/risk.ts';
import type { RiskBefore } from '../../shared/insight/risk/risk-before.ts';
import type { RiskCode } from '../../shared/insight/risk/risk-points.ts';
import type { RiskRows } from '../../shared/insight/risk/risk-rows.ts';
import type { Ageing } from '../../shared/receivables/ageing.ts';
import type { DsoFigures, DsoMeasures } from '../../shared/receivables/dso.ts';
import type { ClientBalance, OpenItem } from '../../shared/receivables/ledger.ts';
import type { Proof } from '../../shared/receivables/proof.ts';
import type { Register } from '../../shared/register/entries.ts';
import type { SourceInfo } from '../sources/source.ts';
import type { Changes } from './changes.ts';
import type { ClientPage } from './client-pages.ts';

export type Report = {
  readonly asOf: CivilDate;
  readonly asOfDay: DayNumber;
  readonly name: string; // of the register: the company, else the folder or spreadsheet
  readonly language: Language;
  readonly source: SourceInfo;
  readonly register: Register; // names and dates behind the indexes below
  readonly currencies: readonly CurrencyReport[]; // the register's own first; never added together
  readonly dunning: readonly DunningDecision[]; // by client code, then by currency
  readonly outlook: () => Outlook; // of the coming days, worked out when it is asked for
  readonly agreements: readonly Agreement[]; // what needs somebody first
  readonly pages: readonly ClientPage[]; // of the clients asked for, in the order asked for
  readonly audit: Audit;
  readonly sealed: Sealed | null; // where the chain of seals stands; null: the register has none
  readonly problems: readonly Problem[];
};

/** The chain's last row, and how many documents it seals. */
export type Sealed = { readonly documents: number; readonly seq: number; readonly hash: string };

export type CurrencyReport = {
  readonly currency: Currency;
  readonly receivables: Receivables;
  readonly before: { readonly week: Receivables; readonly month: Receivables }; // 7 days and one month earlier, replayed
  readonly ageing: { readonly total: Ageing; readonly clients: readonly ClientAgeing[] }; // most overdue first
  readonly items: readonly OpenItem[]; // oldest due date first
  readonly dso: DsoMeasures;
  readonly dsoBefore: { readonly week: DsoFigures; readonly month: DsoFigures };
  readonly proof: Proof;
  readonly concentration: Concentration;
  readonly risk: readonly ClientRisk[]; // riskiest first
  readonly riskBefore: RiskBefore;
  readonly riskRows: (client: number, code: RiskCode) => RiskRows; // the rows behind a reason, looked up when asked for
  readonly forecast: ForecastAnswer;
  readonly backTests: readonly BackTest[]; // the forecasts of 4, 8 and 13 weeks ago, and what came
  readonly reminderEffect: ReminderEffect;
  readonly trends: readonly ClientTrend[]; // those that got worse by most first
  readonly changes: Changes; // since a week ago, or since an earlier report
  readonly priorities: readonly Priority[]; // what to do first, most urgent first
};

export type Receivables = Omit<ClientBalance, 'client'>;

export type ClientAgeing = ClientBalance & { readonly ageing: Ageing };
