/** What the user asked for: flags before environment variables before `encaisse.config.json`. */
import { resolve } from 'node:path';
import type { CivilDate } from '../shared/base/civil-date.ts';
import { TRANSPORTS, type TransportName } from './delivery/transport.ts';
import { readConfig } from './options/config-file.ts';
import { readFlags } from './options/flags.ts';
import { noRegister, readDay } from './options/register-day.ts';
import type { Setting, SettingName, Settings } from './options/settings.ts';
import { UsageError } from './options/usage-error.ts';
import { type Environment, readVariables } from './options/variables.ts';

export type ReportOptions = {
  readonly register: string;
  readonly asOf: CivilDate | null; // null: today in the register's time zone
  readonly xlsx: string | null;
  readonly json: string | null; // '-' is the standard output
  readonly email: boolean;
  readonly to: readonly string[]; // empty: the register's reportRecipients
  readonly via: TransportName;
  readonly outbox: string;
  readonly state: string;
  readonly compare: string | null; // the JSON of an earlier report
  readonly clients: readonly string[]; // codes of those who get a page of their own
  readonly again: boolean;
  readonly dryRun: boolean;
};

/** @param folder the one the command runs in  @throws UsageError on what it does not understand */
export function readReportOptions(
  args: readonly string[],
  environment: Environment,
  folder: string,
): ReportOptions {
  const flags = readFlags(args);
  const given = { ...readConfig(folder, flags.config), ...readVariables(environment), ...flags.settings };
  const files = readFiles(given, folder);
  return {
    register: textOf(given, 'register') ?? noRegister(),
    asOf: readDay(given.asOf),
    ...files,
    email: given.email?.value === true,
    to: (textOf(given, 'to') ?? '').split(/[,;\s]+/).filter((address) => address !== ''),
    via: readVia(given.via),
    outbox: textOf(given, 'outbox') ?? 'outbox',
    state: textOf(given, 'state') ?? '.encaisse',
    compare: flags.compare,
    clients: flags.clients,
    again: flags.again,
    dryRun: flags.dryRun,
  };
}

function textOf(given: Settings, name: SettingName): string | null {
  const value = given[name]?.value;
  return typeof value === 'string' ? value.trim() : null;
}

function readFiles(given: Settings, folder: string): Pick<ReportOptions, 'xlsx' | 'json'> {
  const xlsx = textOf(given, 'xlsx');
  const json = textOf(given, 'json');
  if (xlsx === '-') {
    throw new UsageError({
      fr: 'le classeur s’écrit dans un fichier\u202f: --xlsx FICHIER. Seul le JSON peut aller sur la sortie standard.',
      en: 'the workbook goes to a file: --xlsx FILE. Only the JSON may go to the standard output.',
    });
  }
  if (xlsx !== null && json !== null && resolve(folder, xlsx) === resolve(folder, json)) {
    throw new UsageError({
      fr: `le classeur et le JSON iraient tous deux dans «\u202f${xlsx}\u202f»\u202f; donnez-leur deux noms.`,
      en: `the workbook and the JSON would both go to "${xlsx}"; give them two names.`,
    });
  }
  return { xlsx, json };
}

function readVia(setting: Setting | undefined): TransportName {
  if (setting === undefined) return 'outbox';
  const text = String(setting.value).trim();
  const found = TRANSPORTS.find((name) => name === text);
  if (found) return found;
  throw new UsageError({
    fr: `${setting.from}\u202f: «\u202f${text}\u202f» est inconnu\u202f; choisissez ${TRANSPORTS.join(', ')}.`,
    en: `${setting.from}: "${text}" is unknown; choose ${TRANSPORTS.join(', ')}.`,
  });
}
