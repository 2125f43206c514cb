/** Which register, as of which day: what nearly every command asks first, from its flags, the environment or the configuration file. */
import { type CivilDate, parseCivilDate } from '../../shared/base/civil-date.ts';
import { type CommandFlags, type FlagRules, lastText } from './command-flags.ts';
import { readConfig } from './config-file.ts';
import type { Setting } from './settings.ts';
import { UsageError } from './usage-error.ts';
import { type Environment, readVariables } from './variables.ts';

export type RegisterDay = {
  readonly register: string;
  readonly asOf: CivilDate | null; // null: today in the register's time zone
};

/** The flags of it, for a command's own list. */
export const REGISTER_FLAGS: FlagRules = {
  register: {
    kind: 'text',
    value: { fr: 'DOSSIER|URL|ID', en: 'FOLDER|URL|ID' },
    about: {
      fr: 'un dossier de fichiers CSV, ou une feuille Google',
      en: 'a folder of CSV files, or a Google Sheet',
    },
  },
  'as-of': {
    kind: 'text',
    value: { fr: 'AAAA-MM-JJ', en: 'YYYY-MM-DD' },
    about: {
      fr: 'le jour (aujourd’hui, dans le fuseau du registre)',
      en: 'the day (today, in the register’s time zone)',
    },
  },
};

/** @param folder the one the command runs in  @throws UsageError */
export function registerDay(flags: CommandFlags, environment: Environment, folder: string): RegisterDay {
  const given = { ...readConfig(folder, null), ...readVariables(environment) };
  const register = lastText(flags, 'register') ?? textOf(given.register);
  const asOf = lastText(flags, 'as-of');
  return {
    register: register ?? noRegister(),
    asOf: readDay(asOf === null ? given.asOf : { value: asOf, from: '--as-of' }),
  };
}

function textOf(setting: Setting | undefined): string | null {
  return typeof setting?.value === 'string' ? setting.value.trim() : null;
}

/** @throws UsageError */
export function noRegister(): never {
  throw new UsageError({
    fr: 'indiquez le registre\u202f: --register DOSSIER, ou l’adresse ou l’identifiant d’une feuille Google.',
    en: 'say which register: --register FOLDER, or the address or id of a Google spreadsheet.',
  });
}

/** The day a setting names; null where there is none.  @throws UsageError */
export function readDay(setting: Setting | undefined): CivilDate | null {
  if (setting === undefined) return null;
  const text = String(setting.value).trim();
  if (isCivilDate(text)) return text;
  throw new UsageError({
    fr: `${setting.from}\u202f: «\u202f${text}\u202f» n’est pas un jour\u202f; écrivez AAAA-MM-JJ, par exemple 2026-03-31.`,
    en: `${setting.from}: "${text}" is not a day; write YYYY-MM-DD, such as 2026-03-31.`,
  });
}

function isCivilDate(text: string): text is CivilDate {
  return parseCivilDate(text).ok;
}
