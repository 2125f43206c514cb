/** `encaisse.config.json`: the settings of a folder, checked one by one. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Words } from '../../shared/base/words.ts';
import { SETTINGS, type Setting, type SettingName, type Settings } from './settings.ts';
import { UsageError } from './usage-error.ts';

export const CONFIG_FILE = 'encaisse.config.json';

/**
 * The file named by --config, or `encaisse.config.json` in the folder the command runs in, where there is one.
 * @throws UsageError
 */
export function readConfig(folder: string, named: string | null): Settings {
  const path = named ?? CONFIG_FILE;
  const config = readJsonObject(resolve(folder, path), path, { mayLack: named === null, example: EXAMPLE });
  if (config === null) return {};
  const found: Partial<Record<SettingName, Setting>> = {};
  for (const [key, value] of Object.entries(config)) {
    const name = knownName(key, path);
    const checked = checkedValue(name, value, path);
    const isEmpty = typeof checked === 'string' && checked.trim() === '';
    if (!isEmpty) found[name] = { value: checked, from: `${path}, ${name}` };
  }
  return found;
}

const EXAMPLE: Words = { fr: '{ "register": "registre" }', en: '{ "register": "register" }' };

type Expected = {
  readonly mayLack: boolean; // nobody named the file
  readonly example: Words;
};

/**
 * The object that a JSON file holds; null where the file may lack and does.
 * @param path as the user knows it  @throws UsageError
 */
export function readJsonObject(place: string, path: string, { example, mayLack }: Expected): object | null {
  const text = readText(place, path, mayLack);
  return text === null ? null : parseObject(text, path, example);
}

/** @param mayLack the file nobody named */
function readText(place: string, path: string, mayLack: boolean): string | null {
  try {
    return readFileSync(place, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' && mayLack) return null;
    if (code === 'ENOENT') {
      throw new UsageError({
        fr: `le fichier de configuration «\u202f${path}\u202f» n’existe pas.`,
        en: `the configuration file "${path}" does not exist.`,
      });
    }
    throw new UsageError({
      fr: `le fichier de configuration «\u202f${path}\u202f» ne se lit pas (${code}).`,
      en: `the configuration file "${path}" cannot be read (${code}).`,
    });
  }
}

function parseObject(text: string, path: string, example: Words): object {
  const config = parseJson(text, path);
  if (typeof config === 'object' && config !== null && !Array.isArray(config)) return config;
  throw new UsageError({
    fr: `«\u202f${path}\u202f» doit contenir un objet JSON, par exemple ${example.fr}.`,
    en: `"${path}" has to hold a JSON object, such as ${example.en}.`,
  });
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const line = lineOfFault(text, error);
    throw new UsageError({
      fr: `«\u202f${path}\u202f» n’est pas du JSON lisible\u202f: regardez la ligne ${line}.`,
      en: `"${path}" is not readable JSON: look at line ${line}.`,
    });
  }
}

/** Node names the position of what it does not expect, and none where the text ends too soon. */
function lineOfFault(text: string, error: unknown): number {
  const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '');
  const before = text.trimEnd().slice(0, position ? Number(position[1]) : undefined);
  return before.split('\n').length;
}

function knownName(key: string, path: string): SettingName {
  const found = SETTINGS.find((name) => name === key);
  if (found) return found;
  const names = SETTINGS.join(', ');
  throw new UsageError({
    fr: `«\u202f${path}\u202f»\u202f: réglage inconnu «\u202f${key}\u202f»\u202f; les réglages sont ${names}.`,
    en: `"${path}": unknown setting "${key}"; the settings are ${names}.`,
  });
}

function checkedValue(name: SettingName, value: unknown, path: string): string | boolean {
  if (name === 'email' && typeof value === 'boolean') return value;
  if (name !== 'email' && typeof value === 'string') return value;
  throw new UsageError({
    fr: `«\u202f${path}\u202f»\u202f: «\u202f${name}\u202f» doit être ${name === 'email' ? 'true ou false' : 'un texte entre guillemets'}.`,
    en: `"${path}": "${name}" has to be ${name === 'email' ? 'true or false' : 'a text in quotes'}.`,
  });
}
