/** One execution of the script: its service calls, the writes that wait for a flush, its faults and its end. */
import { type AuthMode, type Backend, type CallFault, type ExecutionRecord, nowOf } from './backend.ts';
import type { LockKind } from './state.ts';

/** What an execution was started by; a dialog needs a user in front of the sheet. */
export type StartedBy = 'menu' | 'simpleTrigger' | 'trigger' | 'webApp';

export type Start = {
  readonly functionName: string;
  readonly user: string;
  readonly startedBy: StartedBy;
  readonly authMode: AuthMode;
};

/** Google stopped the script: nothing it asks for any more has an effect. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** An error of Google's, as a script catches it. */
export class ServiceError extends Error {
  override readonly name = 'Exception';
}

const AFTER_A_KILL = 11 * 60_000; // longer than any lease: what comes next finds it expired

export class Execution {
  readonly backend: Backend;
  readonly start: Start;
  readonly record: ExecutionRecord;
  readonly mayWait: boolean; // for another execution's lock, or for the user
  readonly #pending: (() => void)[] = [];
  readonly #startedAt: number;
  #ended = false;

  constructor(backend: Backend, start: Start, mayWait: boolean) {
    this.backend = backend;
    this.mayWait = mayWait;
    this.start = start;
    this.#startedAt = nowOf(backend);
    this.record = {
      id: backend.executions.length + 1,
      functionName: start.functionName,
      user: start.user,
      calls: [],
      status: 'running',
      error: null,
    };
    backend.executions.push(this.record);
  }

  /** A service call with an effect of its own, or an answer that does not depend on the cells. */
  call<T>(name: string, effect: () => T): T {
    const fault = this.#begin(name);
    if (fault?.when === 'before') this.#fail(fault, name);
    const result = effect();
    if (!fault) return result;
    if (result instanceof Promise) result.catch(() => undefined);
    return this.#fail(fault, name);
  }

  /** A read of the spreadsheet: what was written before it is applied first. */
  read<T>(name: string, effect: () => T): T {
    return this.call(name, () => {
      this.#apply(this.#pending.length);
      return effect();
    });
  }

  /** A write of the spreadsheet, which waits for a flush, a read of the script's own, or its end. */
  write(name: string, effect: () => void): void {
    this.call(name, () => this.#pending.push(effect));
  }

  flush(): void {
    this.call('SpreadsheetApp.flush', () => this.#apply(this.#pending.length));
  }

  /** What was written so far counts for a range that depends on it. No call of its own. */
  settle(): void {
    if (!this.#ended) this.#apply(this.#pending.length);
  }

  /** Refuses what a user has to have authorised, where the script runs without that. */
  needsAuthorization(name: string): void {
    if (this.start.authMode === 'FULL') return;
    throw new ServiceError(`You do not have permission to call ${name}.`);
  }

  /** The script returned or threw: what it wrote is in the sheet, its locks are free. */
  end(error: string | null): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#apply(this.#pending.length);
    this.record.status = error === null ? 'done' : 'failed';
    this.record.error = error;
    this.#freeLocks();
  }

  /** Google ended the script in the middle. */
  kill(status: 'killed' | 'timedOut', buffer: CallFault['buffer']): void {
    if (this.#ended) return;
    this.#ended = true;
    const count = this.#pending.length;
    this.#apply(buffer === 'none' ? 0 : buffer === 'all' ? count : Math.ceil(count / 2));
    this.record.status = status;
    this.record.error = status === 'killed' ? 'killed' : 'Exceeded maximum execution time';
    this.#freeLocks();
  }

  get ended(): boolean {
    return this.#ended;
  }

  get limitMillis(): number {
    const { limits } = this.backend;
    return this.start.startedBy === 'simpleTrigger' ? limits.simpleTriggerMillis : limits.executionMillis;
  }

  /** The held clock moves on, as while the script sleeps or waits. */
  passTime(millis: number): void {
    if (!this.backend.realClock) this.backend.state.now += millis;
    this.#checkTime();
  }

  #begin(name: string): CallFault | null {
    if (this.#ended) throw new Killed('the execution was ended');
    this.passTime(this.backend.limits.millisPerCall);
    this.record.calls.push(name);
    const { id, functionName, calls } = this.record;
    const pending = this.#pending.length;
    return this.backend.plan({ name, index: calls.length, execution: id, functionName, pending });
  }

  #fail(fault: CallFault, name: string): never {
    if (fault.kind === 'throw') throw new ServiceError(`Service error: ${name}`);
    this.kill('killed', fault.buffer);
    if (!this.backend.realClock) this.backend.state.now += AFTER_A_KILL;
    throw new Killed('the execution was ended');
  }

  #checkTime(): void {
    if (nowOf(this.backend) - this.#startedAt <= this.limitMillis) return;
    this.kill('timedOut', 'all');
    throw new Killed('Exceeded maximum execution time');
  }

  #apply(count: number): void {
    for (const effect of this.#pending.splice(0, count)) effect();
  }

  #freeLocks(): void {
    const kinds: readonly LockKind[] = ['document', 'script', 'user'];
    for (const kind of kinds) releaseLock(this.backend, kind, this.record.id);
  }
}

/** Frees a lock its holder gives back, and lets one that waits try again. */
export function releaseLock({ locks }: Backend, kind: LockKind, holder: number): void {
  const lock = locks[kind];
  if (lock.holder !== holder) return;
  lock.holder = null;
  for (const wake of lock.waiting.splice(0)) wake();
}
