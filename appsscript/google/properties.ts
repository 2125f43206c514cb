/** Small texts kept with the spreadsheet, out of its cells: the schema's version, the daily run's heartbeat. Never the ledger. */
import type { World } from '../world.ts';

export function propertiesPort(): World['properties'] {
  return {
    read: () => new Map(Object.entries(PropertiesService.getDocumentProperties().getProperties())),
    write: (key, value) => {
      PropertiesService.getDocumentProperties().setProperty(key, value);
    },
  };
}
