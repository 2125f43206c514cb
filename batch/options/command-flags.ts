/** The flags of a command: long words, `--pdf FILE` or `--pdf=FILE`, switches, and words without a flag. */
import { parseArgs } from 'node:util';
import type { Words } from '../../shared/base/words.ts';
import { UsageError } from './usage-error.ts';

/** One flag. `text` takes a value, the last of a repeated one counts; `texts` keeps them all; a `switch` stands alone. */
export type FlagRule = {
  readonly kind: 'text' | 'texts' | 'switch';
  readonly value: Words; // what stands after it in the help: `FICHIER`; empty of a switch
  readonly about: Words; // one line of the help
};
export type FlagRules = Readonly<Record<string, FlagRule>>;

export type CommandFlags = {
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly switches: ReadonlySet<string>;
  readonly words: readonly string[]; // what no flag announces, in order
};

/** @param mostWords how many words without a flag the command takes  @throws UsageError on what it does not understand */
export function readCommandFlags(args: readonly string[], rules: FlagRules, mostWords: number): CommandFlags {
  const texts = new Map<string, readonly string[]>();
  const switches = new Set<string>();
  const words: string[] = [];
  const options = Object.fromEntries(
    Object.entries(rules).map(
      ([name, { kind }]) => [name, { type: kind === 'switch' ? 'boolean' : 'string' }] as const,
    ),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') {
      words.push(token.value);
      if (words.length > mostWords) throw extraArgument(token.value);
    }
    if (token.kind !== 'option') continue;
    const rule = Object.hasOwn(rules, token.name) ? rules[token.name] : undefined;
    if (rule === undefined) throw unknownOption(token.rawName);
    if (rule.kind === 'switch') switches.add(bareSwitch(token));
    else {
      const before = rule.kind === 'texts' ? (texts.get(token.name) ?? []) : [];
      texts.set(token.name, [...before, flagValue(token)]);
    }
  }
  return { texts, switches, words };
}

/** The last value of a flag; null where it is not given. */
export function lastText({ texts }: CommandFlags, name: string): string | null {
  return texts.get(name)?.at(-1)?.trim() ?? null;
}

export type OptionToken = {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
};

/** @throws UsageError where a flag that takes a value has none */
export function flagValue({ rawName, value, inlineValue }: OptionToken): string {
  const isNextFlag = inlineValue !== true && value !== undefined && /^-./.test(value);
  if (value !== undefined && value.trim() !== '' && !isNextFlag) return value;
  throw new UsageError({
    fr: `${rawName} attend une valeur\u202f; écrivez ${rawName} VALEUR, ou ${rawName}=VALEUR si elle commence par un tiret.`,
    en: `${rawName} wants a value; write ${rawName} VALUE, or ${rawName}=VALUE where it begins with a dash.`,
  });
}

/** @throws UsageError where a switch has a value */
export function bareSwitch({ name, rawName, value }: OptionToken): string {
  if (value === undefined) return name;
  throw new UsageError({
    fr: `${rawName} ne prend pas de valeur\u202f; écrivez ${rawName} seul.`,
    en: `${rawName} takes no value; write ${rawName} alone.`,
  });
}

export function unknownOption(rawName: string): UsageError {
  return new UsageError({
    fr: `option inconnue «\u202f${rawName}\u202f»\u202f; «\u202fencaisse --help\u202f» montre celles qui existent.`,
    en: `unknown option "${rawName}"; "encaisse --help" shows those there are.`,
  });
}

/** An argument that no flag announces. */
export function extraArgument(text: string): UsageError {
  return new UsageError({
    fr: `argument en trop «\u202f${text}\u202f»\u202f; «\u202fencaisse --help\u202f» montre ce qui s’écrit.`,
    en: `unexpected argument "${text}"; "encaisse --help" shows what to write.`,
  });
}
