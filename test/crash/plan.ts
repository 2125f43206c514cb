/** What happens to a world, written as a text: `issue3:sort@12,kill@31/after/prefix` plays it again. */
import type { CallFault } from '../workspace/backend.ts';

export const EDITS = ['sort', 'insert', 'delete', 'pay', 'copy'] as const;
export type Edit = (typeof EDITS)[number];

/** At a step, before the service call it numbers: somebody edits, somebody else runs the same thing, or Google fails. */
export type Happening =
  | { readonly kind: Edit | 'other'; readonly step: number }
  | ({ readonly step: number } & CallFault);

export type Plan = { readonly scenario: string; readonly happenings: readonly Happening[] };

export function planText({ scenario, happenings }: Plan): string {
  return `${scenario}:${happenings.map(happeningText).join(',')}`;
}

function happeningText(happening: Happening): string {
  const { kind, step } = happening;
  if (!('when' in happening)) return `${kind}@${step}`;
  const { when, buffer } = happening;
  return kind === 'throw' ? `throw@${step}/${when}` : `kill@${step}/${when}/${buffer}`;
}

export function parsePlan(text: string): Plan {
  const [scenario = '', rest = ''] = text.split(':');
  const parts = rest.split(',').filter((part) => part !== '');
  return { scenario, happenings: parts.map(parseHappening) };
}

function parseHappening(text: string): Happening {
  const match = /^([a-z]+)@(\d+)(?:\/(before|after)(?:\/(none|prefix|all))?)?$/.exec(text);
  const step = Number(match?.[2]);
  const kind = match?.[1];
  if (kind === 'kill' || kind === 'throw') {
    const when = match?.[3] === 'before' ? 'before' : 'after';
    return { kind, step, when, buffer: bufferOf(match?.[4]) };
  }
  const edit = EDITS.find((one) => one === kind);
  if (edit) return { kind: edit, step };
  if (kind === 'other') return { kind, step };
  throw new Error(`not a plan: ${text}`);
}

function bufferOf(text: string | undefined): CallFault['buffer'] {
  return text === 'none' || text === 'prefix' ? text : 'all';
}

const KILLS = (['before', 'after'] as const).flatMap((when) =>
  (['none', 'prefix', 'all'] as const).map((buffer) => ({ kind: 'kill', when, buffer }) as const),
);
const THROWS = (['before', 'after'] as const).map(
  (when) => ({ kind: 'throw', when, buffer: 'all' }) as const,
);
export const FAULTS: readonly CallFault[] = [...KILLS, ...THROWS];

/** Every single thing that can go wrong at one step. @param edits those that matter to the scenario */
export function happeningsAt(step: number, edits: readonly Edit[]): readonly Happening[] {
  return [
    ...FAULTS.map((fault) => ({ step, ...fault })),
    ...edits.map((kind) => ({ kind, step })),
    { kind: 'other', step },
  ];
}
