/** Waiting for Google: which failures are tried again and when, and how many requests leave in a minute. */
import { faultOf, SheetFailure, type SheetFault } from './sheet-faults.ts';

/** Time and chance, which a test plays itself. */
export type Timing = {
  readonly requestTimeoutMs: number;
  now(): number; // ms
  sleep(ms: number): Promise<void>;
  random(): number; // 0 to 1
};

export const SYSTEM_TIMING: Timing = {
  requestTimeoutMs: 90_000,
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: () => Math.random(),
};

/** 2 + 4 + 8 + 16 + 32 s between six tries: longer than the minute after which Google's quota is full again. */
export const MOST_TRIES = 6;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 64_000;
/** A server that asks for more than this is not waited for. */
const LONGEST_RETRY_AFTER_MS = 300_000;

/** Does what only reads, up to six times while it fails for reasons that pass. @throws SheetFailure */
export async function withPatience<T>(timing: Timing, read: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await read();
    } catch (error) {
      const fault = faultOf(error, timing.now());
      if (fault === null) throw error;
      const wait = tries < MOST_TRIES ? waitAfter(fault, tries, timing.random()) : null;
      if (wait === null) throw new SheetFailure(fault);
      await timing.sleep(wait);
    }
  }
}

/** Exponential backoff with up to a second of chance, never shorter than the server asks for. @returns `null`: do not try again */
export function waitAfter(fault: SheetFault, tries: number, chance: number): number | null {
  if (!passes(fault)) return null;
  const backoff = Math.min(FIRST_WAIT_MS * 2 ** (tries - 1) + chance * 1000, LONGEST_WAIT_MS);
  const asked = 'retryAfterMs' in fault ? (fault.retryAfterMs ?? 0) : 0;
  return asked > LONGEST_RETRY_AFTER_MS ? null : Math.max(backoff, asked);
}

function passes(fault: SheetFault): boolean {
  if (fault.kind === 'server') return [408, 500, 502, 503, 504].includes(fault.status);
  return ['quota', 'network', 'timeout', 'malformed'].includes(fault.kind);
}

/** Google lets one user read 60 times a minute; a few are left to the user's other programs. */
const MOST_A_MINUTE = 55;
const MINUTE_MS = 60_000;

/** @returns a function to await before every request, which holds back the one too many in any minute */
export function pacer(timing: Timing): () => Promise<void> {
  const sentAt: number[] = [];
  return async () => {
    if (sentAt.length === MOST_A_MINUTE) {
      const wait = (sentAt.shift() ?? 0) + MINUTE_MS - timing.now();
      if (wait > 0) await timing.sleep(wait);
    }
    sentAt.push(timing.now());
  };
}
