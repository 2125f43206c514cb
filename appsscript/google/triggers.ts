/** The daily run's trigger. It belongs to the user who made it, runs as them, and nobody else sees it. */
import type { World } from '../world.ts';

const HANDLER = 'trg_daily';
const HOUR = 6; // in the script's zone; Google chooses the minute

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
