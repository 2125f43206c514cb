/** Chance that repeats: the same seed gives the same sample on every machine. */

export type Random = {
  /** From 0 up to, but not including, 1. */
  readonly next: () => number;
  /** A whole number between both ends, which count. */
  readonly int: (from: number, to: number) => number;
  /** Like `int`, but the middle is likelier than the ends. */
  readonly bell: (from: number, to: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
};

/**
 * @param seed a whole number
 * @param stream names what is drawn, so that drawing more of one thing changes nothing of another
 */
export function makeRandom(seed: number, stream: string): Random {
  const next = sfc32(hash(stream, seed));
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    bell: (from, to) => from + Math.floor(((next() + next() + next()) / 3) * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)],
  };
}

/** FNV-1a over the text, begun from the seed. */
function hash(text: string, seed: number): number {
  let h = (seed ^ 0x811c9dc5) >>> 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Small Fast Counter, 32 bits (Doty-Humphrey, PractRand); the first rounds mix the seed in. */
function sfc32(seed: number): () => number {
  const state = Int32Array.of(seed, 0x9e3779b9, 0x243f6a88, 1);
  const next = (): number => {
    const b = state[1];
    const c = state[2];
    const counter = state[3];
    const sum = (state[0] + b + counter) | 0;
    state[3] = counter + 1;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 15; round++) next();
  return next;
}
