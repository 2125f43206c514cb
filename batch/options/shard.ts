/** Which part of a long list this run does: `--shard 2/8`, or the task that Cloud Run says it is. */
import type { Setting } from './settings.ts';
import { UsageError } from './usage-error.ts';
import type { Environment } from './variables.ts';

export type Shard = { readonly part: number; readonly parts: number }; // part from 1 on

export const WHOLE: Shard = { part: 1, parts: 1 };

const INDEX = 'CLOUD_RUN_TASK_INDEX';
const COUNT = 'CLOUD_RUN_TASK_COUNT';
const MOST_PARTS = 10_000;

/** @param flag the value of --shard; null: as the environment says, else everything  @throws UsageError */
export function readShard(flag: string | null, environment: Environment): Shard {
  if (flag !== null) return parsePart({ value: flag, from: '--shard' }, flag);
  const [index, count] = [INDEX, COUNT].map((name) => (environment[name] ?? '').trim());
  if (index === '' && count === '') return WHOLE;
  const text = `${index}/${count}`;
  const named = { value: text, from: `${INDEX}/${COUNT}` };
  return parsePart(named, /^\d{1,6}$/.test(index) ? `${Number(index) + 1}/${count}` : text);
}

/** Every `parts`-th, so that large and small registers mix. */
export function isInShard(index: number, { part, parts }: Shard): boolean {
  return index % parts === part - 1;
}

function parsePart({ from, value }: Setting, text: string): Shard {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  const [part, parts] = [Number(match?.[1]), Number(match?.[2])];
  if (match && part >= 1 && part <= parts && parts <= MOST_PARTS) return { part, parts };
  throw new UsageError({
    fr: `${from}\u202f: «\u202f${value}\u202f» n’est pas une tranche\u202f; écrivez par exemple 2/8, la deuxième de huit.`,
    en: `${from}: "${value}" is not a part; write 2/8, say, the second of eight.`,
  });
}
