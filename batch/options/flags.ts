/** The flags of `encaisse report`: long words, `--json FILE` or `--json=FILE`. */
import { parseArgs } from 'node:util';
import { bareSwitch, extraArgument, flagValue, type OptionToken, unknownOption } from './command-flags.ts';
import type { Setting, SettingName, Settings } from './settings.ts';

export type Flags = {
  readonly settings: Settings;
  readonly config: string | null;
  readonly compare: string | null;
  readonly clients: readonly string[];
  readonly again: boolean;
  readonly dryRun: boolean;
};

const TEXT_FLAGS: ReadonlyMap<string, SettingName | 'config'> = new Map([
  ['register', 'register'],
  ['as-of', 'asOf'],
  ['xlsx', 'xlsx'],
  ['json', 'json'],
  ['to', 'to'],
  ['via', 'via'],
  ['outbox', 'outbox'],
  ['state', 'state'],
  ['config', 'config'],
] as const);

/** Said on the command line only; `--client` adds up. */
const LISTS = ['compare', 'client'];

const SWITCHES = ['email', 'no-email', 'again', 'dry-run'];

const KNOWN = Object.fromEntries([
  ...[...TEXT_FLAGS.keys()].map((name) => [name, { type: 'string' }] as const),
  ...LISTS.map((name) => [name, { type: 'string' }] as const),
  ...SWITCHES.map((name) => [name, { type: 'boolean' }] as const),
]);

/** The last of a repeated flag counts; `--to` adds up. @throws UsageError */
export function readFlags(args: readonly string[]): Flags {
  const texts = new Map<SettingName | 'config', Setting & { readonly value: string }>();
  const switches = new Map<string, boolean>();
  const lists = new Map<string, readonly string[]>();
  for (const token of tokensOf(args)) {
    const setting = TEXT_FLAGS.get(token.name);
    if (LISTS.includes(token.name))
      lists.set(token.name, [...(lists.get(token.name) ?? []), flagValue(token).trim()]);
    else if (setting === undefined) switches.set(...readSwitch(token));
    else {
      const value = flagValue(token);
      const before = setting === 'to' ? texts.get(setting) : undefined;
      texts.set(setting, { value: before ? `${before.value},${value}` : value, from: token.rawName });
    }
  }
  const config = texts.get('config')?.value ?? null;
  texts.delete('config');
  const email = switches.get('email');
  return {
    settings: {
      ...Object.fromEntries(texts),
      ...(email === undefined ? {} : { email: { value: email, from: '--email' } }),
    },
    config,
    compare: lists.get('compare')?.at(-1) ?? null,
    clients: lists.get('client') ?? [],
    again: switches.get('again') === true,
    dryRun: switches.get('dry-run') === true,
  };
}

/** The words between blanks, told apart by Node; what they mean is decided here, so that both languages can say what is wrong. */
function* tokensOf(args: readonly string[]): Generator<OptionToken> {
  const { tokens } = parseArgs({ args: [...args], options: KNOWN, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') throw extraArgument(token.value);
    if (token.kind === 'option') yield token;
  }
}

/** The switch, and whether it is on: `--no-email` is `email` off. */
function readSwitch(token: OptionToken): readonly [name: string, on: boolean] {
  if (!SWITCHES.includes(token.name)) throw unknownOption(token.rawName);
  const name = bareSwitch(token);
  return name === 'no-email' ? ['email', false] : [name, true];
}
