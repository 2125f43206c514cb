/** `Session`, and the script's log. */
import type { Emulates } from '../emulated.ts';
import type { Execution } from '../execution.ts';

export class SessionService
  implements
    Emulates<
      GoogleAppsScript.Base.Session,
      'getActiveUser' | 'getEffectiveUser' | 'getScriptTimeZone' | 'getActiveUserLocale'
    >
{
  static readonly emulates = 'Session';
  readonly execution: Execution;
  constructor(execution: Execution) {
    this.execution = execution;
  }
  getActiveUser(): UserService {
    return new UserService(this.execution);
  }
  getEffectiveUser(): UserService {
    return new UserService(this.execution);
  }
  /** The script's own zone is this process's: JavaScript reckons in it. */
  getScriptTimeZone(): string {
    return Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
  getActiveUserLocale(): string {
    return this.execution.backend.state.book.locale.slice(0, 2);
  }
}

export class UserService implements Emulates<GoogleAppsScript.Base.User, 'getEmail'> {
  static readonly emulates = 'User';
  readonly execution: Execution;
  constructor(execution: Execution) {
    this.execution = execution;
  }
  getEmail(): string {
    this.execution.needsAuthorization('Session.getActiveUser');
    return this.execution.call('User.getEmail', () => this.execution.start.user);
  }
}

export class ConsoleService {
  static readonly emulates = 'console';
  readonly execution: Execution;
  constructor(execution: Execution) {
    this.execution = execution;
  }
  log(...parts: unknown[]): void {
    this.execution.backend.log.push(parts.map(String).join(' '));
  }
  info(...parts: unknown[]): void {
    this.log(...parts);
  }
  warn(...parts: unknown[]): void {
    this.log(...parts);
  }
  error(...parts: unknown[]): void {
    this.log(...parts);
  }
}
