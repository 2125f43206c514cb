/** The environment variables that stand for a setting. The secrets of a mail server are read where they are used. */
import { SETTINGS, type Setting, type SettingName, type Settings } from './settings.ts';
import { UsageError } from './usage-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

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

/** An empty variable is none: that is how a scheduler leaves one out. @throws UsageError */
export function readVariables(environment: Environment): Settings {
  const found: Partial<Record<SettingName, Setting>> = {};
  for (const name of SETTINGS) {
    const from = VARIABLES[name];
    const value = (environment[from] ?? '').trim();
    if (value !== '') found[name] = { value: name === 'email' ? readYesNo(from, value) : value, from };
  }
  return found;
}

function readYesNo(variable: string, value: string): boolean {
  if (/^(yes|true|1|oui)$/i.test(value)) return true;
  if (/^(no|false|0|non)$/i.test(value)) return false;
  throw new UsageError({
    fr: `${variable} vaut «\u202f${value}\u202f»\u202f; écrivez oui ou non.`,
    en: `${variable} is "${value}"; write yes or no.`,
  });
}
