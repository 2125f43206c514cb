/** What happens to a world, written as a text: `issue3:sort@12,kill@31/after/prefix` plays it again. */
import type { CallFault } from '../workspace/backend.ts';

/** What people write that makes a reminder wrong, to each client there is. */
export const SILENCING = ['pay', 'promise', 'dispute', 'hold', 'plan'] as const;
export type Silencing = (typeof SILENCING)[number];

/** What people do to rows. */
export const MOVING = ['sort', 'insert', 'delete', 'copy'] as const;

export const EDITS = [...MOVING, ...SILENCING] as const;
export type Edit = (typeof EDITS)[number];

/** Who runs the same thing in the middle of it: a colleague, or the same person from another window. */
const ACTORS = ['other', 'self'] as const;
export type Actor = (typeof ACTORS)[number];

/** At a step, before the service call it numbers: somebody edits, somebody runs the same thing, or Google fails. */
export type Happening =
  | { readonly kind: Edit | Actor; readonly step: number }
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
  const known = [...EDITS, ...ACTORS].find((one) => one === kind);
  if (known) return { kind: known, step };
  throw new Error(`not a plan: ${text}`);
}

function bufferOf(text: string | undefined): CallFault['buffer'] {
  return text === 'none' || text === 'prefix' ? text : 'all';
}

/** A kill with every outcome of the writes that wait: with none there is one, with one there are two. */
function killsOf(when: 'before' | 'after', pending: number): readonly CallFault[] {
  const buffers = (['all', 'none', 'prefix'] as const).slice(0, 1 + Math.min(pending, 2));
  return buffers.map((buffer) => ({ kind: 'kill', when, buffer }));
}

const THROWS = (['before', 'after'] as const).map(
  (when) => ({ kind: 'throw', when, buffer: 'all' }) as const,
);

/**
 * Every single thing that can go wrong at one step.
 * @param edits those that matter to the scenario @param pending writes that wait before and after the call
 */
export function happeningsAt(
  step: number,
  edits: readonly Edit[],
  pending: readonly [before: number, after: number] = [2, 2],
): readonly Happening[] {
  const faults = [...killsOf('before', pending[0]), ...killsOf('after', pending[1]), ...THROWS];
  return [
    ...faults.map((fault) => ({ step, ...fault })),
    ...edits.map((kind) => ({ kind, step })),
    ...ACTORS.map((kind) => ({ kind, step })),
  ];
}
