/** A command of `encaisse` beside the report and the demonstration: what it is called, what it takes, what it does. */
import type { Words } from '../../shared/base/words.ts';
import type { CommandFlags, FlagRules } from '../options/command-flags.ts';
import type { ExitCode, World } from './ground/world.ts';

/** @throws UsageError, SourceError, OutputError: told by `main` */
export type RunCommand = (flags: CommandFlags, world: World) => Promise<ExitCode>;

export type Command = {
  readonly name: string;
  readonly words: Words; // what stands after the name without a flag, such as `CLIENT`; empty: nothing
  readonly mostWords: number;
  readonly about: Words; // one line
  readonly flags: FlagRules; // in the order the help shows them
  readonly examples: readonly string[]; // what stands after `encaisse`
  readonly load: () => Promise<RunCommand>; // its code is read when it is asked for
};
