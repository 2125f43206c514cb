/** What the user asked for: flags before environment variables before `encaisse.config.json`. */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type CivilDate, parseCivilDate } from '../shared/base/civil-date.ts';
import type { Words } from '../shared/base/words.ts';
import { TRANSPORTS, type TransportName } from './delivery/transport.ts';

/** Wrong arguments or configuration: its words tell what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}

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
  readonly again: boolean;
  readonly dryRun: boolean;
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** Every setting that a flag, a variable and the configuration file share. */
const SETTINGS = ['register', 'asOf', 'xlsx', 'json', 'email', 'to', 'via', 'outbox', 'state'] as const;
type SettingName = (typeof SETTINGS)[number];
type SettingValue = string | boolean;
type Settings = Readonly<Partial<Record<SettingName, SettingValue>>>;

const VARIABLES: Readonly<Record<SettingName, string>> = {
  register: 'ENCAISSE_REGISTER',
  asOf: 'ENCAISSE_AS_OF',
  xlsx: 'ENCAISSE_XLSX',
  json: 'ENCAISSE_JSON',
  email: 'ENCAISSE_EMAIL',
  to: 'ENCAISSE_TO',
  via: 'ENCAISSE_VIA',
  outbox: 'ENCAISSE_OUTBOX',
  state: 'ENCAISSE_STATE',
};

export const CONFIG_FILE = 'encaisse.config.json';

const FLAGS = {
  register: { type: 'string' },
  'as-of': { type: 'string' },
  xlsx: { type: 'string' },
  json: { type: 'string' },
  email: { type: 'boolean' },
  to: { type: 'string' },
  via: { type: 'string' },
  outbox: { type: 'string' },
  state: { type: 'string' },
  again: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  config: { type: 'string' },
} as const;

/** @throws UsageError on what it does not understand */
export function readReportOptions(args: readonly string[], environment: Environment): ReportOptions {
  const flags = readFlags(args);
  const given: Settings = {
    ...readConfig(flags.config),
    ...readVariables(environment),
    ...flagSettings(flags),
  };
  const register = textOf(given, 'register');
  if (register === null) {
    throw new UsageError({
      fr: 'indiquez le registre : --register DOSSIER, ou l’adresse ou l’identifiant d’une feuille Google.',
      en: 'say which register: --register FOLDER, or the address or id of a Google spreadsheet.',
    });
  }
  return {
    register,
    asOf: readAsOf(textOf(given, 'asOf')),
    xlsx: textOf(given, 'xlsx'),
    json: textOf(given, 'json'),
    email: given.email === true,
    to: (textOf(given, 'to') ?? '').split(/[,;\s]+/).filter((address) => address !== ''),
    via: readVia(textOf(given, 'via')),
    outbox: textOf(given, 'outbox') ?? 'outbox',
    state: textOf(given, 'state') ?? '.encaisse',
    again: flags.again === true,
    dryRun: flags['dry-run'] === true,
  };
}

type Flags = ReturnType<typeof parseFlags>;

function parseFlags(args: readonly string[]) {
  return parseArgs({ args: [...args], options: FLAGS, strict: true, allowPositionals: false }).values;
}

function readFlags(args: readonly string[]): Flags {
  try {
    return parseFlags(args);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new UsageError({
      fr: `argument non compris (${reason}). « encaisse report --help » montre ceux qui existent.`,
      en: `argument not understood (${reason}). "encaisse report --help" shows those there are.`,
    });
  }
}

function flagSettings(flags: Flags): Settings {
  const { 'as-of': asOf, register, xlsx, json, email, to, via, outbox, state } = flags;
  const all = { register, asOf, xlsx, json, email, to, via, outbox, state };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function readVariables(environment: Environment): Settings {
  const found: Partial<Record<SettingName, SettingValue>> = {};
  for (const name of SETTINGS) {
    const value = environment[VARIABLES[name]];
    if (value === undefined || value === '') continue;
    found[name] = name === 'email' ? readYesNo(VARIABLES[name], value) : value;
  }
  return found;
}

function readYesNo(variable: string, value: string): boolean {
  if (/^(yes|true|1|oui)$/i.test(value)) return true;
  if (/^(no|false|0|non)$/i.test(value)) return false;
  throw new UsageError({
    fr: `${variable} vaut « ${value} » ; écrivez oui ou non.`,
    en: `${variable} is "${value}"; write yes or no.`,
  });
}

/** The file named by --config, or `encaisse.config.json` in the folder the command runs in, where there is one. */
function readConfig(named: string | undefined): Settings {
  const path = named ?? CONFIG_FILE;
  if (!existsSync(path)) {
    if (named === undefined) return {};
    throw new UsageError({
      fr: `le fichier de configuration « ${path} » n’existe pas.`,
      en: `the configuration file "${path}" does not exist.`,
    });
  }
  const config = parseConfig(path);
  for (const [key, value] of Object.entries(config)) checkSetting(path, key, value);
  return config;
}

function parseConfig(path: string): Settings {
  try {
    const config: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof config === 'object' && config !== null && !Array.isArray(config)) return config;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError({
      fr: `« ${path} » n’est pas du JSON lisible (${reason}).`,
      en: `"${path}" is not readable JSON (${reason}).`,
    });
  }
  throw new UsageError({
    fr: `« ${path} » doit contenir un objet JSON, par exemple { "register": "registre" }.`,
    en: `"${path}" has to hold a JSON object, such as { "register": "register" }.`,
  });
}

function checkSetting(path: string, key: string, value: unknown): void {
  if (!SETTINGS.some((name) => name === key)) {
    throw new UsageError({
      fr: `« ${path} » : réglage inconnu « ${key} » ; les réglages sont ${SETTINGS.join(', ')}.`,
      en: `"${path}": unknown setting "${key}"; the settings are ${SETTINGS.join(', ')}.`,
    });
  }
  if (typeof value === (key === 'email' ? 'boolean' : 'string')) return;
  throw new UsageError({
    fr: `« ${path} » : « ${key} » doit être ${key === 'email' ? 'true ou false' : 'un texte'}.`,
    en: `"${path}": "${key}" has to be ${key === 'email' ? 'true or false' : 'a text'}.`,
  });
}

/** The text of a setting; an empty one counts as none. */
function textOf(settings: Settings, name: SettingName): string | null {
  const value = settings[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function readAsOf(text: string | null): CivilDate | null {
  if (text === null) return null;
  if (isCivilDate(text)) return text;
  throw new UsageError({
    fr: `--as-of : « ${text} » n’est pas un jour ; écrivez AAAA-MM-JJ, par exemple 2026-03-31.`,
    en: `--as-of: "${text}" is not a day; write YYYY-MM-DD, such as 2026-03-31.`,
  });
}

function isCivilDate(text: string): text is CivilDate {
  return parseCivilDate(text).ok;
}

function readVia(text: string | null): TransportName {
  if (text === null) return 'outbox';
  const found = TRANSPORTS.find((name) => name === text);
  if (found) return found;
  throw new UsageError({
    fr: `--via : « ${text} » est inconnu ; choisissez ${TRANSPORTS.join(', ')}.`,
    en: `--via: "${text}" is unknown; choose ${TRANSPORTS.join(', ')}.`,
  });
}
