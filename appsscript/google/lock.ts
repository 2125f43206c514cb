/** The document's lock: one for all users of this spreadsheet, the only kind the add-on ever takes. */
import type { World } from '../world.ts';

export function lockPort(): World['lock'] {
  let lock: GoogleAppsScript.Lock.Lock | null = null;
  return {
    acquire: (waitMillis) => {
      lock = LockService.getDocumentLock();
      if (!lock) throw new Error('there is no document lock here: nothing was done');
      return lock.tryLock(waitMillis);
    },
    release: () => lock?.releaseLock(),
  };
}
