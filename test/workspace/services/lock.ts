/** `LockService`: locks that exclude executions from one another, one for the document, one for the script, one for the user. */
import type { Emulates } from '../emulated.ts';
import { type Execution, releaseLock, ServiceError } from '../execution.ts';
import type { LockKind } from '../state.ts';

export class LockServiceService
  implements Emulates<GoogleAppsScript.Lock.LockService, 'getDocumentLock' | 'getScriptLock' | 'getUserLock'>
{
  static readonly emulates = 'LockService';
  readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }
  /** Nothing where the script runs outside a document, as a web app does. */
  getDocumentLock(): LockHandle | null {
    const { backend, start } = this.execution;
    return backend.hasDocumentLock && start.startedBy !== 'webApp'
      ? new LockHandle(this.execution, 'document')
      : null;
  }
  getScriptLock(): LockHandle {
    return new LockHandle(this.execution, 'script');
  }
  getUserLock(): LockHandle {
    return new LockHandle(this.execution, 'user');
  }
}

export class LockHandle
  implements Emulates<GoogleAppsScript.Lock.Lock, 'tryLock' | 'waitLock' | 'releaseLock' | 'hasLock'>
{
  static readonly emulates = 'Lock';
  readonly execution: Execution;
  readonly kind: LockKind;

  constructor(execution: Execution, kind: LockKind) {
    this.execution = execution;
    this.kind = kind;
  }
  tryLock(millis: number): boolean | Promise<boolean> {
    return this.execution.call('Lock.tryLock', () => acquire(this, millis));
  }
  waitLock(millis: number): void | Promise<void> {
    const refuse = (got: boolean): void => {
      if (!got) throw new ServiceError('Lock timeout: another process was holding the lock for too long.');
    };
    const got = this.execution.call('Lock.waitLock', () => acquire(this, millis));
    return typeof got === 'boolean' ? refuse(got) : got.then(refuse);
  }
  releaseLock(): void {
    this.execution.call('Lock.releaseLock', () =>
      releaseLock(this.execution.backend, this.kind, this.execution.record.id),
    );
  }
  hasLock(): boolean {
    return this.execution.call(
      'Lock.hasLock',
      () => this.execution.backend.locks[this.kind].holder === this.execution.record.id,
    );
  }
}

/** In-process, nobody else runs while this waits: the wait passes on the held clock, in vain. */
function acquire(handle: LockHandle, millis: number): boolean | Promise<boolean> {
  const { execution, kind } = handle;
  const lock = execution.backend.locks[kind];
  if (lock.holder === null || lock.holder === execution.record.id) {
    lock.holder = execution.record.id;
    return true;
  }
  if (!execution.mayWait) {
    execution.passTime(millis);
    return false;
  }
  return waitFor(handle, Date.now() + millis);
}

async function waitFor({ execution, kind }: LockHandle, until: number): Promise<boolean> {
  const lock = execution.backend.locks[kind];
  while (lock.holder !== null) {
    const left = until - Date.now();
    if (left <= 0 || execution.ended) return false;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, left);
      lock.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
  if (execution.ended) return false;
  lock.holder = execution.record.id;
  return true;
}
