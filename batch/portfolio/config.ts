/** The configuration of a portfolio: which registers, and where their reports go. Checked field by field. */
import { dirname, resolve } from 'node:path';
import { LANGUAGES, type Language, type Words } from '../../shared/base/words.ts';
import { isRecord } from '../delivery/json.ts';
import { readJsonObject } from '../options/config-file.ts';
import { UsageError } from '../options/usage-error.ts';
import { spreadsheetIdOf } from '../sources/sheet/google-sheet.ts';
import type { PortfolioRegister } from './overview.ts';

export type PortfolioConfig = {
  readonly base: string; // the configuration's own folder, from which paths count
  readonly name: string; // of the whole; empty: none given
  readonly folder: string; // where workbooks, JSON and the overview go
  readonly state: string; // what earlier runs saw of each register
  readonly language: Language | null; // of the overview; null: the terminal's
  readonly registers: readonly PortfolioRegister[];
};

const EXAMPLE: Words = {
  fr: '{ "folder": "rapports", "registers": [{ "name": "Dupont", "register": "dupont" }] }',
  en: '{ "folder": "reports", "registers": [{ "name": "Dupont", "register": "dupont" }] }',
};
const KEYS = ['name', 'folder', 'state', 'language', 'registers'];
const REGISTER_KEYS = ['name', 'register'];

/** @param folder the one the command runs in  @throws UsageError */
export function readPortfolio(folder: string, path: string): PortfolioConfig {
  const place = resolve(folder, path);
  const config = readJsonObject(place, path, { mayLack: false, example: EXAMPLE });
  if (!isRecord(config)) throw new Error('a file that may not lack is read or refused');
  refuseUnknown(Object.keys(config), KEYS, path);
  const base = dirname(place);
  const reports = resolve(base, textOf(config, 'folder', path) ?? lacking('folder', path));
  const state = textOf(config, 'state', path);
  return {
    base,
    name: textOf(config, 'name', path) ?? '',
    folder: reports,
    state: state === null ? resolve(reports, '.encaisse') : resolve(base, state),
    language: languageOf(config.language, path),
    registers: registersOf(config.registers, base, path),
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** A text of the configuration; null where it is not given or empty. */
function textOf(fields: Fields, key: string, where: string): string | null {
  const value = fields[key];
  if (value === undefined) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  throw new UsageError({
    fr: `«\u202f${where}\u202f»\u202f: «\u202f${key}\u202f» doit être un texte entre guillemets.`,
    en: `"${where}": "${key}" has to be a text in quotes.`,
  });
}

function lacking(key: string, where: string): never {
  throw new UsageError({
    fr: `«\u202f${where}\u202f»\u202f: «\u202f${key}\u202f» manque\u202f; par exemple ${EXAMPLE.fr}`,
    en: `"${where}": "${key}" is missing; such as ${EXAMPLE.en}`,
  });
}

function refuseUnknown(keys: readonly string[], known: readonly string[], where: string): void {
  const unknown = keys.find((key) => !known.includes(key));
  if (unknown === undefined) return;
  throw new UsageError({
    fr: `«\u202f${where}\u202f»\u202f: réglage inconnu «\u202f${unknown}\u202f»\u202f; les réglages sont ${known.join(', ')}.`,
    en: `"${where}": unknown setting "${unknown}"; the settings are ${known.join(', ')}.`,
  });
}

function languageOf(value: unknown, where: string): Language | null {
  if (value === undefined) return null;
  const found = LANGUAGES.find((language) => language === value);
  if (found) return found;
  throw new UsageError({
    fr: `«\u202f${where}\u202f»\u202f: «\u202flanguage\u202f» doit être "fr" ou "en".`,
    en: `"${where}": "language" has to be "fr" or "en".`,
  });
}

function registersOf(value: unknown, base: string, path: string): readonly PortfolioRegister[] {
  if (value === undefined) return lacking('registers', path);
  if (!Array.isArray(value) || value.length === 0) {
    throw new UsageError({
      fr: `«\u202f${path}\u202f»\u202f: «\u202fregisters\u202f» doit être une liste d’au moins un registre, chacun { "name": "…", "register": "…" }.`,
      en: `"${path}": "registers" has to be a list of at least one register, each { "name": "…", "register": "…" }.`,
    });
  }
  const registers = value.map((item: unknown, at) => registerOf(item, `${path}, registers[${at}]`));
  refuseTwice(registers, 'name', ({ name }) => name, path);
  refuseTwice(registers, 'register', ({ register }) => placeOf(register, base), path);
  return registers;
}

function registerOf(item: unknown, where: string): PortfolioRegister {
  if (!isRecord(item)) {
    throw new UsageError({
      fr: `«\u202f${where}\u202f» doit être { "name": "…", "register": "…" }.`,
      en: `"${where}" has to be { "name": "…", "register": "…" }.`,
    });
  }
  refuseUnknown(Object.keys(item), REGISTER_KEYS, where);
  return {
    name: textOf(item, 'name', where) ?? lacking('name', where),
    register: textOf(item, 'register', where) ?? lacking('register', where),
  };
}

/** A spreadsheet's address and its id are one, and so are two ways to a folder. */
function placeOf(register: string, base: string): string {
  return spreadsheetIdOf(register) ?? resolve(base, register);
}

/** One register under two names would count twice; two registers under one name could not be told apart. */
function refuseTwice(
  registers: readonly PortfolioRegister[],
  key: keyof PortfolioRegister,
  markOf: (register: PortfolioRegister) => string,
  path: string,
): void {
  const first = new Map<string, number>();
  for (const [at, register] of registers.entries()) {
    const mark = markOf(register);
    const before = first.get(mark);
    if (before === undefined) {
      first.set(mark, at);
      continue;
    }
    const [one, other] = [`registers[${before}]`, `registers[${at}]`];
    throw new UsageError({
      fr: `«\u202f${path}\u202f»\u202f: ${one} et ${other} ont le même «\u202f${key}\u202f»\u202f: ${register[key]}.`,
      en: `"${path}": ${one} and ${other} have the same "${key}": ${register[key]}.`,
    });
  }
}
