/** What a user writes, by flags, variables and the configuration file. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_FILE } from '../../batch/options/config-file.ts';
import type { Environment } from '../../batch/options/variables.ts';
import { type ReportOptions, readReportOptions } from '../../batch/options.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';

export type Given = {
  readonly flags?: readonly string[];
  readonly variables?: Environment;
  readonly config?: string; // text of encaisse.config.json
};

export function read({ flags = [], variables = {}, config }: Given): ReportOptions {
  const folder = temporaryFolder();
  if (config !== undefined) writeFileSync(join(folder, CONFIG_FILE), config);
  return readReportOptions(flags, variables, folder);
}
