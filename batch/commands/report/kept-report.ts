/** The JSON of an earlier report, as far as this week is compared with it. */
import { type DayNumber, parseCivilDate } from '../../../shared/base/civil-date.ts';
import { currencyDigits, isCurrency } from '../../../shared/base/money.ts';
import { RISK_GRADES, type RiskGrade } from '../../../shared/insight/risk/risk.ts';
import type { Register } from '../../../shared/register/entries.ts';
import type { Earlier, EarlierPart, ForetoldWeek } from '../../answers/earlier.ts';
import { JSON_SCHEMA } from '../../answers/json.ts';
import { isRecord, type JsonRecord, parseRecord } from '../../delivery/json.ts';

/** As the file has it: clients by their codes. */
export type KeptReport = {
  readonly name: string; // of the register
  readonly day: DayNumber;
  readonly parts: ReadonlyMap<string, KeptPart>; // by currency
};

type KeptPart = Omit<EarlierPart, 'late' | 'grades'> & {
  readonly late: ReadonlySet<string>;
  readonly grades: ReadonlyMap<string, RiskGrade>;
};

/** @returns null where the text is not the JSON of a report of ours, or lacks what is compared */
export function readKeptReport(text: string): KeptReport | null {
  const report = parseRecord(text);
  if (report?.schema !== JSON_SCHEMA) return null;
  const day = typeof report.asOf === 'string' ? parseCivilDate(report.asOf) : null;
  const name = isRecord(report.register) ? report.register.name : null;
  if (!day?.ok || typeof name !== 'string' || !Array.isArray(report.currencies)) return null;
  const parts = new Map<string, KeptPart>();
  for (const entry of report.currencies) {
    const part = isRecord(entry) ? keptPart(entry) : null;
    if (part === null) return null;
    parts.set(...part);
  }
  return { name, day: day.value, parts };
}

/** With the clients of today's register; one that is no longer in it is left out. */
export function earlierOf({ day, parts }: KeptReport, { clients }: Register): Earlier {
  const places = new Map(clients.map(({ code }, at) => [code, at]));
  const placed = <T>(
    entries: Iterable<readonly [code: string, value: T]>,
  ): readonly (readonly [number, T])[] =>
    Array.from(entries).flatMap(([code, value]) => {
      const at = places.get(code);
      return at === undefined ? [] : [[at, value] as const];
    });
  const inRegister = ({ grades, late, ...rest }: KeptPart): EarlierPart => ({
    ...rest,
    late: new Set(placed(Array.from(late, (code) => [code, null] as const)).map(([at]) => at)),
    grades: new Map(placed(grades)),
  });
  return {
    day,
    kept: true,
    parts: new Map(Array.from(parts, ([currency, part]) => [currency, inRegister(part)])),
  };
}

function keptPart(entry: JsonRecord): readonly [currency: string, part: KeptPart] | null {
  const { currency, dso, forecast, items, receivables, risk } = entry;
  if (typeof currency !== 'string' || !isCurrency(currency)) return null;
  if (!isRecord(receivables) || !isRecord(dso) || !Array.isArray(items) || !Array.isArray(risk)) return null;
  const open = minorOf(receivables.open, currency);
  const overdue = minorOf(receivables.overdue, currency);
  const foretold = foretoldOf(forecast, currency);
  if (open === null || overdue === null || foretold === null) return null;
  const countBack = typeof dso.countBack === 'number' ? dso.countBack : null;
  return [currency, { open, overdue, dso: countBack, late: lateOf(items), grades: gradesOf(risk), foretold }];
}

function lateOf(items: readonly unknown[]): ReadonlySet<string> {
  const late = new Set<string>();
  for (const item of items) {
    if (!isRecord(item) || typeof item.client !== 'string') continue;
    if (typeof item.daysOverdue === 'number' && item.daysOverdue > 0) late.add(item.client);
  }
  return late;
}

function gradesOf(risk: readonly unknown[]): ReadonlyMap<string, RiskGrade> {
  const grades = new Map<string, RiskGrade>();
  for (const one of risk) {
    const grade = isRecord(one) ? RISK_GRADES.find((known) => known === one.grade) : undefined;
    if (isRecord(one) && typeof one.client === 'string' && grade) grades.set(one.client, grade);
  }
  return grades;
}

/** None where there was no forecast; null where the weeks are not as we write them. */
function foretoldOf(forecast: unknown, currency: string): readonly ForetoldWeek[] | null {
  if (forecast === null || forecast === undefined) return [];
  if (!isRecord(forecast) || !Array.isArray(forecast.weeks)) return null;
  const weeks: ForetoldWeek[] = [];
  for (const week of forecast.weeks) {
    if (isRecord(week) && week.expected === null) return [];
    const [expected, low, high] = ['expected', 'low', 'high'].map((key) =>
      isRecord(week) ? minorOf(week[key], currency) : null,
    );
    if (expected === null || low === null || high === null) return null;
    weeks.push({ expected, low, high });
  }
  return weeks;
}

/** Our own decimal text, in minor units. */
function minorOf(text: unknown, currency: string): number | null {
  if (typeof text !== 'string' || !/^-?\d{1,14}(\.\d{1,3})?$/.test(text)) return null;
  return Math.round(Number(text) * 10 ** currencyDigits(currency));
}
