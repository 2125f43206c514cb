/** A change of a spreadsheet until it stands there: whatever the answer was, the sheet itself says whether it was made. */

import { SourceError } from '../source.ts';
import type { SheetClient, SheetRequest } from './sheet-client.ts';
import { faultOf, SheetFailure } from './sheet-faults.ts';
import { MOST_TRIES, type Timing, waitAfter } from './sheet-patience.ts';
import { notKept } from './sheet-write-words.ts';

/** What became of the requests sent last: carried out, or nobody knows. */
export type LastSent = 'nothing' | 'done' | 'unknown';

/**
 * Looks, sends what is missing, looks again. An answer that fails or is cut leaves open whether the requests were carried out: they are
 * never sent again without a look in between.
 * @param look what is still to be asked for; nothing where the change stands
 * @throws SourceError where the sheet does not keep what it said it did; SheetFailure where Google goes on refusing
 */
export async function settle(
  client: SheetClient,
  timing: Timing,
  look: (last: LastSent) => Promise<readonly SheetRequest[]>,
): Promise<void> {
  let last: LastSent = 'nothing';
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const missing = await look(last);
    if (missing.length === 0) return;
    const failure = await failureOf(client, timing, missing);
    last = failure === null ? 'done' : 'unknown';
    if (failure === null) continue;
    const wait = tries < MOST_TRIES ? waitAfter(failure.fault, tries, timing.random()) : null;
    if (wait !== null) await timing.sleep(wait);
    else if ((await look(last)).length > 0) throw failure;
    else return;
  }
  if ((await look(last)).length > 0) throw new SourceError(notKept());
}

async function failureOf(
  client: SheetClient,
  timing: Timing,
  requests: readonly SheetRequest[],
): Promise<SheetFailure | null> {
  try {
    await client.update(requests);
    return null;
  } catch (error) {
    const fault = faultOf(error, timing.now());
    if (fault === null) throw error;
    return new SheetFailure(fault);
  }
}
