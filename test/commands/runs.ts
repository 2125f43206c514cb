/** `encaisse report` in this process, in a world of plain objects: what it answers, what it says, how it ends. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { commandNamed } from '../../batch/commands/commands.ts';
import { tellFailure } from '../../batch/commands/ground/failures.ts';
import type { ExitCode, World } from '../../batch/commands/ground/world.ts';
import { runReport } from '../../batch/commands/report/report.ts';
import { readCommandFlags } from '../../batch/options/command-flags.ts';
import type { Environment } from '../../batch/options/variables.ts';
import { readReportOptions } from '../../batch/options.ts';
import type { Language } from '../../shared/base/words.ts';

export type Ran = { readonly code: ExitCode; readonly out: string; readonly talk: readonly string[] };

export type Around = {
  readonly folder: string; // the one the command runs in
  readonly environment?: Environment;
  readonly clock?: () => Date;
  readonly language?: Language; // the terminal's
};

/** A Friday morning, in the ISO week 2026-W47. */
export const NOW = new Date('2026-11-20T06:00:00Z');

export function fakeWorld({ folder, environment = {}, clock = () => NOW, language = 'fr' }: Around) {
  const out: string[] = [];
  const talk: string[] = [];
  const world: World = {
    environment,
    folder,
    clock,
    language,
    out: { write: async (text) => void out.push(text) },
    talk: (text) => void talk.push(text),
    progress: () => ({ at: () => undefined, done: () => undefined }),
  };
  return { world, out, talk };
}

/** What `main` does with the arguments after `report`. */
export async function report(args: readonly string[], around: Around): Promise<Ran> {
  const { world, out, talk } = fakeWorld(around);
  const code = await runOr(
    () => runReport(readReportOptions(args, world.environment, world.folder), world),
    world,
  );
  return { code, out: out.join(''), talk };
}

/** What `main` does with any other command. */
export async function runCommand(name: string, args: readonly string[], around: Around): Promise<Ran> {
  const { world, out, talk } = fakeWorld(around);
  const command = commandNamed(name);
  if (!command) throw new Error(`no command ${name}`);
  const code = await runOr(
    async () => (await command.load())(readCommandFlags(args, command.flags, command.mostWords), world),
    world,
  );
  return { code, out: out.join(''), talk };
}

async function runOr(run: () => Promise<ExitCode>, world: World): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    return tellFailure(error, world.language, world.talk);
  }
}

/** Every file below a folder, sorted. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
