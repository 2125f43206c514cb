/**
 * Delay bins: the days after the due date, cut into steps. One day a step around the due date, where most invoices are paid, then a
 * week, then four weeks; the last step is all that comes after a year, in which time passes ever more slowly: old debts fade.
 */

/** Step k holds the delays above EDGES[k], up to EDGES[k + 1]; the last step has no end. The due day itself is delay 0. */
const EDGES: readonly number[] = [
  ...steps(-63, 7, 7),
  ...steps(-14, 1, 45),
  ...steps(31, 7, 12),
  ...steps(115, 28, 9),
  367,
];

export const BIN_COUNT = EDGES.length;
/** The step of all that is paid more than a year late. */
export const TAIL = BIN_COUNT - 1;

/** Delays outside count as the nearest one inside. */
export const FIRST_DELAY = EDGES[0] + 1;
export const LAST_DELAY = 4000;

/** Beyond a year every further year counts half of the one before, in steps of four weeks. */
const FADING_DAYS = 365;
const TAIL_STEP = 28;

function steps(from: number, width: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, k) => from + k * width);
}

const POSITIONS = Float64Array.from({ length: LAST_DELAY - FIRST_DELAY + 2 }, (_, k) =>
  placeOf(FIRST_DELAY - 1 + k),
);

const BINS = Uint8Array.from({ length: LAST_DELAY - FIRST_DELAY + 1 }, (_, k) =>
  Math.min(Math.ceil(POSITIONS[k + 1]) - 1, TAIL),
);

function placeOf(delay: number): number {
  const tail = delay - EDGES[TAIL];
  if (tail > 0) return TAIL + ((1 - 2 ** (-tail / FADING_DAYS)) * FADING_DAYS) / (Math.LN2 * TAIL_STEP);
  const bin = Math.max(0, EDGES.findIndex((edge) => edge >= delay) - 1);
  return bin + (delay - EDGES[bin]) / (EDGES[bin + 1] - EDGES[bin]);
}

/** How far, in steps and parts of one, the end of the day so many days after the due date is from the first step's begin. */
export function positionOf(delay: number): number {
  return POSITIONS[Math.min(Math.max(delay, FIRST_DELAY - 1), LAST_DELAY) - FIRST_DELAY + 1];
}

/** The step that holds a delay. */
export function binOf(delay: number): number {
  return BINS[Math.min(Math.max(delay, FIRST_DELAY), LAST_DELAY) - FIRST_DELAY];
}

/** The step in which a position lies: a position on an edge begins the next one. */
export function binAt(position: number): number {
  return Math.min(Math.floor(position), TAIL);
}
