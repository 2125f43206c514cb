/** The JSON's keys, as scripts rely on them: each is there, and of its type, in the sample's report. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateRegister } from '../../batch/sample/generate.ts';
import { demoSample } from '../../batch/sample/options.ts';
import { writeCsvFolder } from '../../batch/sample/write-csv.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';
import { jsonOf } from './json-of.ts';

const AS_OF = '2026-11-20';
const DECIMALS: Readonly<Record<string, number>> = { EUR: 2, USD: 2 };

const RECEIVABLES = ['open', 'notDue', 'overdue', 'unapplied', 'balance', 'disputed'];
const BUCKETS = ['notDue', 'd1to30', 'd31to60', 'd61to90', 'd90plus'];
const TABLES = ['clients', 'invoices', 'payments'];
const DSO_FIGURES = [
  'countBack',
  'simple',
  'bestPossible',
  'averageDaysDelinquent',
  'cei',
  'weightedDaysToPay',
  'weightedDaysLate',
];

/**
 * Path and type of every key; `[]` is every member of a list, which may not be empty. A `figure` is a number, or null beside its
 * reason; so is a `money?`. A `…?` is null where there is none.
 */
const KEYS: readonly (readonly [path: string, type: string])[] = [
  ['schema', 'number'],
  ['asOf', 'day'],
  ['register.name', 'text'],
  ...TABLES.map((table) => [`register.rows.${table}`, 'number'] as const),
  ['currencies[].currency', 'text'],
  ...RECEIVABLES.map((key) => [`currencies[].receivables.${key}`, 'money'] as const),
  ...BUCKETS.map((key) => [`currencies[].ageing.total.${key}`, 'money'] as const),
  ['currencies[].ageing.clients[].client', 'text'],
  ['currencies[].ageing.clients[].name', 'text'],
  ...[...BUCKETS, 'open', 'unapplied', 'balance', 'disputed'].map(
    (key) => [`currencies[].ageing.clients[].${key}`, 'money'] as const,
  ),
  ['currencies[].items[].invoice', 'text'],
  ['currencies[].items[].instalment', 'number?'],
  ['currencies[].items[].client', 'text'],
  ['currencies[].items[].issueDate', 'day'],
  ['currencies[].items[].dueDate', 'day'],
  ['currencies[].items[].daysOverdue', 'number'],
  ['currencies[].items[].total', 'money'],
  ['currencies[].items[].open', 'money'],
  ['currencies[].items[].bucket', 'bucket'],
  ['currencies[].items[].disputed', 'flag'],
  ...DSO_FIGURES.map((key) => [`currencies[].dso.${key}`, 'figure'] as const),
  ['currencies[].dso.periodDays', 'number'],
  ['currencies[].dso.monthly[].month', 'month'],
  ['currencies[].dso.monthly[].sales', 'money'],
  ['currencies[].dso.monthly[].closing', 'money'],
  ['currencies[].dso.monthly[].countBack', 'figure'],
  ['currencies[].dso.monthly[].simple', 'figure'],
  ['currencies[].risk[].client', 'text'],
  ['currencies[].risk[].score', 'number'],
  ['currencies[].risk[].grade', 'grade'],
  ['currencies[].risk[].exposure', 'money'],
  ['currencies[].risk[].creditLimit', 'money without reason?'],
  ['currencies[].risk[].availableCredit', 'money?'],
  ['currencies[].risk[].reasons[].code', 'text'],
  ['currencies[].risk[].reasons[].points', 'number'],
  ['currencies[].risk[].reasons[].text', 'text'],
  ['currencies[].forecast.weeks[].from', 'day'],
  ...['expected', 'low', 'high'].map((key) => [`currencies[].forecast.weeks[].${key}`, 'money'] as const),
  ...['later', 'disputedApart', 'unapplied'].map((key) => [`currencies[].forecast.${key}`, 'money'] as const),
  ['currencies[].forecast.items[].invoice', 'text'],
  ['currencies[].forecast.items[].instalment', 'number?'],
  ...['expectedOn', 'p10', 'p90'].map((key) => [`currencies[].forecast.items[].${key}`, 'day'] as const),
  ...['late', 'lateBy30', 'paidWithinYear'].map(
    (key) => [`currencies[].forecast.items[].${key}`, 'number'] as const,
  ),
  ['dunning[].client', 'text'],
  ['dunning[].currency', 'text'],
  ['dunning[].action', 'action'],
  ['dunning[].level', 'number?'],
  ['dunning[].channel', 'text?'],
  ['dunning[].invoices[]', 'text'],
  ['dunning[].total', 'money'],
  ['dunning[].interest', 'money?'],
  ['dunning[].indemnity', 'money?'],
  ['dunning[].newDeadline', 'day?'],
  ['dunning[].code', 'text'],
  ['dunning[].why', 'text'],
  ['audit[].test', 'text'],
  ['audit[].severity', 'severity'],
  ['audit[].table', 'text'],
  ['audit[].row', 'number'],
  ['audit[].subject', 'text'],
  ['audit[].currency', 'text?'],
  ['audit[].amount', 'money without reason?'],
  ['audit[].message', 'text'],
  ['audit[].id', 'text'],
  ['audit[].facts', 'text'],
  ['audit[].column', 'text?'],
  ['auditTests[].test', 'text'],
  ['auditTests[].title', 'text'],
  ['auditTests[].ran', 'flag'],
  ['problems[].code', 'text'],
  ['problems[].table', 'text'],
  ['problems[].row', 'number'],
  ['problems[].column', 'text'],
  ['problems[].found', 'cell'],
  ['problems[].message', 'text'],
];

type Found = {
  readonly value: unknown;
  readonly reason: unknown; // of the sibling `…Reason`
  readonly decimals: number;
};

const isMoney = ({ value, decimals }: Found) =>
  typeof value === 'string' && new RegExp(`^-?\\d+\\.\\d{${decimals}}$`).test(value) && value !== '-0.00';
const isNumber = ({ value }: Found) => typeof value === 'number' && Number.isFinite(value);
const isDay = ({ value }: Found) => /^\d{4}-\d{2}-\d{2}$/.test(String(value));
const isText = ({ value }: Found) => typeof value === 'string' && value !== '';
const isNull = ({ value }: Found) => value === null;
const hasReason = ({ value, reason }: Found) => value === null && typeof reason === 'string' && reason !== '';
const isOneOf = (choices: readonly string[]) => (found: Found) => choices.includes(String(found.value));

const TYPES: Readonly<Record<string, (found: Found) => boolean>> = {
  text: isText,
  'text?': (found) => isText(found) || isNull(found),
  number: isNumber,
  'number?': (found) => isNumber(found) || isNull(found),
  day: isDay,
  'day?': (found) => isDay(found) || isNull(found),
  month: ({ value }) => /^\d{4}-\d{2}$/.test(String(value)),
  money: isMoney,
  'money?': (found) => isMoney(found) || hasReason(found),
  'money without reason?': (found) => isMoney(found) || isNull(found),
  figure: (found) => isNumber(found) || hasReason(found),
  flag: ({ value }) => typeof value === 'boolean',
  cell: ({ value }) => value === null || ['string', 'number', 'boolean'].includes(typeof value),
  bucket: isOneOf(BUCKETS),
  grade: isOneOf(['A', 'B', 'C', 'D', 'unknown']),
  action: isOneOf(['send', 'hold', 'none']),
  severity: isOneOf(['error', 'warning', 'note']),
};

test('every key of the contract is there, and of its type', async () => {
  const json = await sampleJson();
  expect(KEYS.flatMap(([path, type]) => faultsAt(json, path, type))).toEqual([]);
});

/** Faults along a path, each told once: `a.b[].c: missing`. */
function faultsAt(json: unknown, path: string, type: string): readonly string[] {
  const fits = TYPES[type];
  const found = valuesAt(json, path.replaceAll('[]', '.[]').split('.'), '', 2);
  if (found.length === 0) return [`${path}: missing, or only empty lists`];
  const wrong = found.find((one) => !fits(one));
  return wrong ? [`${path}: ${JSON.stringify(wrong.value)} is no ${type}`] : [];
}

function valuesAt(
  value: unknown,
  [key, ...rest]: readonly string[],
  reason: unknown,
  decimals: number,
): readonly Found[] {
  if (key === undefined) return [{ value, reason, decimals }];
  if (key === '[]')
    return Array.isArray(value) ? value.flatMap((one) => valuesAt(one, rest, undefined, decimals)) : [];
  const members = membersOf(value);
  const digits = DECIMALS[String(members.get('currency'))] ?? decimals;
  if (!members.has(key)) return [{ value: undefined, reason, decimals }];
  return valuesAt(members.get(key), rest, members.get(`${key}Reason`), digits);
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

/** Nulls that are no figures: there is none to compute. */
const NO_FIGURES = [
  'instalment',
  'creditLimit',
  'client',
  'invoice',
  'amount',
  'currency',
  'level',
  'channel',
  'newDeadline',
  'found',
  'column',
  'reviewed',
  'reviewedBefore',
  'seals',
];

test('a figure that is null says why beside it, wherever it stands', async () => {
  const mute: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, `${path}[]`);
    const members = membersOf(Array.isArray(value) ? null : value);
    for (const [key, member] of members) {
      const isMute = member === null && typeof members.get(`${key}Reason`) !== 'string';
      if (isMute && !NO_FIGURES.includes(key)) mute.push(`${path}.${key}`);
      walk(member, `${path}.${key}`);
    }
  };
  walk(await sampleJson(), '');
  expect([...new Set(mute)]).toEqual([]);
});

async function sampleJson(): Promise<unknown> {
  const folder = join(temporaryFolder(), 'register');
  writeCsvFolder(generateRegister({ ...demoSample(AS_OF), withMistakes: true }), folder);
  return jsonOf(folder, AS_OF);
}
