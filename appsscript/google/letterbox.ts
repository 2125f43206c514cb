/** The script's own properties, which a web app may write although it has neither the sheet nor its lock. */
import type { Letterbox } from '../world.ts';

export function letterbox(): Letterbox {
  return {
    read: () => new Map(Object.entries(PropertiesService.getScriptProperties().getProperties())),
    put: (key, value) => {
      PropertiesService.getScriptProperties().setProperty(key, value);
    },
    remove: (key) => {
      PropertiesService.getScriptProperties().deleteProperty(key);
    },
  };
}
