/** The daily run's trigger. It belongs to the user who made it, runs as them, and nobody else sees it. */
import type { World } from '../world.ts';

const HANDLER = 'trg_daily';
const HOUR = 6; // in the script's zone; Google chooses the minute

/** Whether an event comes from a trigger of whoever runs this: its identifier is known to nobody else. */
export function isOwnTrigger(event: unknown): boolean {
  const id: unknown =
    typeof event === 'object' && event !== null ? Reflect.get(event, 'triggerUid') : undefined;
  return ScriptApp.getProjectTriggers().some((trigger) => trigger.getUniqueId() === id);
}

export function triggersPort(): World['triggers'] {
  const daily = (): readonly GoogleAppsScript.Script.Trigger[] =>
    ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);
  return {
    hasDaily: () => daily().length > 0,
    addDaily: () => {
      ScriptApp.newTrigger(HANDLER).timeBased().everyDays(1).atHour(HOUR).create();
    },
    removeDaily: () => {
      for (const trigger of daily()) ScriptApp.deleteTrigger(trigger);
    },
  };
}
