/** `ScriptApp`: the user's triggers, and how far the script is authorised. */
import { nextId } from '../backend.ts';
import { type Emulates, type Enums, EnumValue, enumName, notEmulated } from '../emulated.ts';
import { type Execution, ServiceError } from '../execution.ts';
import type { InstalledTrigger } from '../state.ts';

type Google = GoogleAppsScript.Script.ScriptApp;

const MOST_TRIGGERS = 20;

export class ScriptAppService
  implements Emulates<Google, 'getProjectTriggers' | 'newTrigger' | 'deleteTrigger' | 'getScriptId'>
{
  static readonly emulates = 'ScriptApp';
  static readonly enums: Enums = {
    AuthMode: ['NONE', 'LIMITED', 'FULL', 'CUSTOM_FUNCTION'],
    EventType: ['CLOCK', 'ON_EDIT', 'ON_OPEN', 'ON_CHANGE', 'ON_FORM_SUBMIT'],
    WeekDay: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'],
  };
  readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }
  getScriptId(): string {
    return 'script-on-this-machine';
  }
  /** A published web app's address; nothing where none is deployed. */
  getService(): WebAppService {
    return new WebAppService(this.execution);
  }
  getProjectTriggers(): TriggerService[] {
    this.execution.needsAuthorization('ScriptApp.getProjectTriggers');
    return this.execution.call('ScriptApp.getProjectTriggers', () =>
      this.execution.backend.state.triggers
        .filter(({ user }) => user === this.execution.start.user)
        .map((trigger) => new TriggerService(trigger)),
    );
  }
  newTrigger(handler: string): TriggerBuilder {
    this.execution.needsAuthorization('ScriptApp.newTrigger');
    return new TriggerBuilder(this.execution, handler);
  }
  deleteTrigger(trigger: unknown): unknown {
    if (!(trigger instanceof TriggerService)) return notEmulated('a trigger that is none');
    return this.execution.call('ScriptApp.deleteTrigger', () => {
      const { triggers } = this.execution.backend.state;
      const index = triggers.findIndex(({ id }) => id === trigger.trigger.id);
      if (index >= 0) triggers.splice(index, 1);
    });
  }
}

export class WebAppService implements Emulates<GoogleAppsScript.Script.Service, 'getUrl'> {
  static readonly emulates = 'Service';
  readonly execution: Execution;
  constructor(execution: Execution) {
    this.execution = execution;
  }
  getUrl(): string {
    return this.execution.call('Service.getUrl', () => this.execution.backend.webAppUrl);
  }
}

export class TriggerService
  implements Emulates<GoogleAppsScript.Script.Trigger, 'getHandlerFunction' | 'getUniqueId' | 'getEventType'>
{
  static readonly emulates = 'Trigger';
  readonly trigger: InstalledTrigger;
  constructor(trigger: InstalledTrigger) {
    this.trigger = trigger;
  }
  getHandlerFunction(): string {
    return this.trigger.handler;
  }
  getUniqueId(): string {
    return this.trigger.id;
  }
  getEventType(): EnumValue {
    return new EnumValue('EventType', this.trigger.event);
  }
}

export class TriggerBuilder implements Emulates<GoogleAppsScript.Script.TriggerBuilder, 'timeBased'> {
  static readonly emulates = 'TriggerBuilder';
  readonly execution: Execution;
  readonly handler: string;
  constructor(execution: Execution, handler: string) {
    this.execution = execution;
    this.handler = handler;
  }
  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.execution, this.handler);
  }
}

/** A published add-on runs a clock trigger at most once an hour: minutes are not emulated. */
export class ClockTriggerBuilder
  implements
    Emulates<
      GoogleAppsScript.Script.ClockTriggerBuilder,
      | 'everyDays'
      | 'everyHours'
      | 'everyWeeks'
      | 'atHour'
      | 'nearMinute'
      | 'inTimezone'
      | 'onWeekDay'
      | 'create'
    >
{
  static readonly emulates = 'ClockTriggerBuilder';
  readonly execution: Execution;
  readonly handler: string;
  readonly steps: string[] = [];
  constructor(execution: Execution, handler: string) {
    this.execution = execution;
    this.handler = handler;
  }
  everyDays(days: number): ClockTriggerBuilder {
    return step(this, `everyDays(${days})`);
  }
  everyHours(hours: number): ClockTriggerBuilder {
    return step(this, `everyHours(${hours})`);
  }
  everyWeeks(weeks: number): ClockTriggerBuilder {
    return step(this, `everyWeeks(${weeks})`);
  }
  atHour(hour: number): ClockTriggerBuilder {
    return step(this, `atHour(${hour})`);
  }
  nearMinute(minute: number): ClockTriggerBuilder {
    return step(this, `nearMinute(${minute})`);
  }
  inTimezone(zone: string): ClockTriggerBuilder {
    return step(this, `inTimezone(${zone})`);
  }
  onWeekDay(day: unknown): ClockTriggerBuilder {
    return step(this, `onWeekDay(${enumName(day, 'WeekDay')})`);
  }
  /** One clock trigger a user and document, as for a published add-on. */
  create(): TriggerService {
    return this.execution.call('ClockTriggerBuilder.create', () => {
      const { backend, start } = this.execution;
      const own = backend.state.triggers.filter(({ user }) => user === start.user);
      if (own.length >= MOST_TRIGGERS || own.some(({ event }) => event === 'CLOCK'))
        throw new ServiceError(
          'This script has too many triggers. Triggers must be deleted from the script.',
        );
      const trigger = {
        id: nextId(backend, 'trigger'),
        handler: this.handler,
        user: start.user,
        event: 'CLOCK' as const,
        schedule: this.steps.join(' '),
      };
      backend.state.triggers.push(trigger);
      return new TriggerService(trigger);
    });
  }
}

function step(builder: ClockTriggerBuilder, text: string): ClockTriggerBuilder {
  builder.steps.push(text);
  return builder;
}
