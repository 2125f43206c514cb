/** The weekly job's door: arguments, clock, standard streams, exit code. */
import packageJson from '../package.json' with { type: 'json' };
import { languageOf } from '../shared/base/words.ts';
import { commandHelp } from './commands/command-help.ts';
import { commandNamed } from './commands/commands.ts';
import { tellFailure, writing } from './commands/ground/failures.ts';
import { terminalProgress } from './commands/ground/terminal-progress.ts';
import type { ExitCode, World } from './commands/ground/world.ts';
import { HELP } from './commands/help.ts';
import { extraArgument, readCommandFlags } from './options/command-flags.ts';
import { UsageError } from './options/usage-error.ts';
import { readReportOptions } from './options.ts';

const { env, stdout, stderr } = process;
const language = languageOf(env.LC_ALL || env.LC_MESSAGES || env.LANG || '');

const world: World = {
  environment: env,
  folder: process.cwd(),
  clock: () => new Date(),
  language,
  out: { write: (text) => writing('stdout', () => writeOut(text)) },
  talk: (text) => stderr.write(`${text}\n`),
  progress: (words) => terminalProgress(stderr, words, language),
};

/** Who reads our answers may stop early (`| head`): the rest is dropped, and the job, which may have a mail to send, goes on. */
function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stdout.write(text, (error) => (error && !isClosed(error) ? reject(error) : resolve()));
  });
}

function isClosed(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}

async function run([command, ...rest]: readonly string[]): Promise<ExitCode> {
  if (command === undefined) {
    world.talk(HELP[language]);
    return 2;
  }
  const other = commandNamed(command);
  if ([command, ...rest].some((word) => word === '--help' || word === '-h') || command === 'help') {
    await world.out.write(other ? commandHelp(other, language) : HELP[language]);
    return 0;
  }
  if (other) {
    const flags = readCommandFlags(rest, other.flags, other.mostWords);
    const runCommand = await other.load();
    return runCommand(flags, world);
  }
  switch (command) {
    case '--version': {
      await world.out.write(`${packageJson.version}\n`);
      return 0;
    }
    case 'report': {
      const options = readReportOptions(rest, env, world.folder);
      const { runReport } = await import('./commands/report/report.ts');
      return runReport(options, world);
    }
    case 'demo': {
      if (rest.length > 0) throw extraArgument(rest[0]);
      const { runDemo } = await import('./commands/demo.ts');
      return runDemo(world);
    }
    default:
      throw new UsageError({
        fr: `commande inconnue «\u202f${command}\u202f»\u202f; «\u202fencaisse --help\u202f» les montre.`,
        en: `unknown command "${command}"; "encaisse --help" shows them.`,
      });
  }
}

// Google's client warns in words of its own where it finds no credentials; our message then says what to do.
process.removeAllListeners('warning');
process.on('warning', (warning) => {
  if (warning.name !== 'MetadataLookupWarning') world.talk(String(warning));
});
for (const stream of [stdout, stderr]) stream.on('error', () => {}); // told to the write that failed; without this, a crash
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = tellFailure(error, language, world.talk);
}
