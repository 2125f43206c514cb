/** Statuses that a run wrote beside another message's row, and did not live to take back: what they stand beside lost its own. */
import type { World } from '../../world.ts';
import { rowsByText, type TabView, textOf, textsOf } from '../frame.ts';
import { type Mark, markRows, statusMark } from './marks.ts';
import { hasOwnStatus, isClaimed } from './message-rows.ts';

/**
 * Nobody knows any more what became of a message that lost its status: a person says. Only of one whose key was written again it is known,
 * for that is done where the first one failed. Under the lock; no call where there are none. @param journal as the run has read it
 */
export function disownStatuses(world: World, journal: TabView): void {
  const keys = rowsByText(journal, 'key');
  const byClaim = new Map<string, Mark>();
  const byKey = new Map<string, Mark>();
  for (const row of robbedRows(journal, world.now().millis)) {
    const [claim, key] = [textOf(journal, row, 'claim'), textOf(journal, row, 'key')];
    const isAgain = (keys.get(key) ?? []).length > 1;
    if (claim !== '') byClaim.set(claim, statusMark(world, claim, isAgain ? 'failed' : 'unknown'));
    else if (!isAgain) byKey.set(key, statusMark(world, key, 'unknown'));
  }
  markRows(world, journal, 'claim', [...byClaim.values()]);
  markRows(world, journal, 'key', [...byKey.values()]);
}

/** Rows of messages beside which another's status stands. While the run that wrote it may be alive, it takes it back itself. */
function robbedRows(journal: TabView, millis: number): readonly number[] {
  return textsOf(journal, 'key').flatMap((key, index) => {
    const row = index + 2;
    const isRobbed = key !== '' && !hasOwnStatus(journal, row);
    return isRobbed && !isClaimed(textOf(journal, row, 'statusOf'), millis) ? [row] : [];
  });
}
