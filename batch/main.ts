/** The weekly job's door: arguments, clock, standard streams, exit code. */
import packageJson from '../package.json' with { type: 'json' };
import { HELP } from './commands/help.ts';
import { terminalProgress } from './commands/terminal-progress.ts';
import type { ExitCode, World } from './commands/world.ts';
import { DeliveryError, failureText } from './delivery/failure.ts';
import { readReportOptions, UsageError } from './options.ts';
import { SourceError } from './sources/source.ts';

const world: World = {
  environment: process.env,
  folder: process.cwd(),
  clock: () => new Date(),
  language: /^en/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
    ? 'en'
    : 'fr',
  out: { write: writeOut },
  talk: (text) => process.stderr.write(`${text}\n`),
  progress: (words) => terminalProgress(process.stderr, words[world.language]),
};

function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

async function run([command, ...rest]: readonly string[]): Promise<ExitCode> {
  if (command === '--version') {
    await writeOut(`${packageJson.version}\n`);
    return 0;
  }
  if (command === undefined || [command, ...rest].includes('--help') || command === 'help') {
    await writeOut(HELP[world.language]);
    return command === undefined ? 2 : 0;
  }
  if (command === 'report') {
    const options = readReportOptions(rest, world.environment);
    const { runReport } = await import('./commands/report.ts');
    return runReport(options, world);
  }
  if (command === 'demo') {
    const { runDemo } = await import('./commands/demo.ts');
    return runDemo(world);
  }
  throw new UsageError({
    fr: `commande inconnue « ${command} » ; « encaisse --help » les montre.`,
    en: `unknown command "${command}"; "encaisse --help" shows them.`,
  });
}

/** What went wrong in the reader's language, and the code it ends with. */
function explain(error: unknown): readonly [text: string, code: ExitCode] {
  if (error instanceof UsageError) return [error.words[world.language], 2];
  if (error instanceof SourceError) return [error.words[world.language], 3];
  if (error instanceof DeliveryError) {
    const wrong = error.failure.code.startsWith('setting/') || error.failure.code.startsWith('recipients/');
    return [failureText(error.failure, world.language), wrong ? 2 : 3];
  }
  return [systemText(error), 3];
}

/** The system's own words for a file that cannot be written or read; a bug of ours shows where it is. */
function systemText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? error.message : (error.stack ?? error.message);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const [text, code] = explain(error);
  world.talk(`encaisse : ${text}`);
  process.exitCode = code;
}
