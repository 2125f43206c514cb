/** What a flag, a variable and the configuration file may all say. */

export const SETTINGS = [
  'register',
  'asOf',
  'xlsx',
  'json',
  'email',
  'to',
  'via',
  'outbox',
  'state',
] as const;
export type SettingName = (typeof SETTINGS)[number];

/** A value, and the words by which the user knows where it was written: `--as-of`, `ENCAISSE_AS_OF`. */
export type Setting = { readonly value: string | boolean; readonly from: string };

export type Settings = Readonly<Partial<Record<SettingName, Setting>>>;
