/** `encaisse report`: read the register, decide what it says, act: workbook, JSON, mail. */
import { resolve } from 'node:path';
import { dayNumber } from '../../../shared/base/civil-date.ts';
import { buildReport, registerName } from '../../answers/build.ts';
import type { Report } from '../../answers/report.ts';
import type { ReportOptions } from '../../options.ts';
import { tellFailure, writing } from '../ground/failures.ts';
import { keepMemoryLow } from '../ground/memory.ts';
import { readRegister, registerToday } from '../ground/read-register.ts';
import type { ExitCode, World } from '../ground/world.ts';
import { clientsByCode } from './client-codes.ts';
import { comparable, readCompareFile } from './compare-file.ts';
import { prepareMail } from './send-report.ts';
import { summaryText } from './summary-text.ts';
import { type Watch, watchSeals } from './watch-seals.ts';
import { writeJsonFile, writeJsonTo } from './write-json.ts';

/**
 * What fails once the register is read is told here, in the register's language.
 * @throws UsageError, SourceError before that
 */
export async function runReport(options: ReportOptions, world: World): Promise<ExitCode> {
  keepMemoryLow();
  const seen = watchSeals(resolve(world.folder, options.state));
  const built = await readAndBuild(options, world, seen);
  if (typeof built === 'number') return built;
  const { key, report } = built;
  try {
    const code = await answer(report, key, options, world);
    if (code < 2 && !options.dryRun) seen.keep(report, world, options.email);
    return code;
  } catch (error) {
    return tellFailure(error, report.language, world.talk);
  }
}

/** On its own, so that what only the audit looks at is gone before the answers are written. */
async function readAndBuild(
  options: ReportOptions,
  world: World,
  seen: Watch,
): Promise<{ readonly report: Report; readonly key: string } | ExitCode> {
  const { clients, compare, register } = options;
  const kept = compare === null ? null : readCompareFile(compare, world.folder);
  const { info, key, read } = await readRegister(register, world, seen.listen);
  const { settings } = read.register;
  try {
    const asOf = dayNumber(options.asOf ?? (await registerToday(settings, world)));
    const pages = clientsByCode(clients, read.register);
    const name = registerName(read.register, info);
    const earlier =
      kept === null || compare === null ? null : comparable(kept, compare, read.register, { asOf, name });
    const report = buildReport({ ...read, ...seen.seen(), source: info, asOf, earlier, pages });
    return { report, key };
  } catch (error) {
    return tellFailure(error, settings.language, world.talk);
  }
}

/** What the mail lacks is found out before anything is written. */
async function answer(
  report: Report,
  registerKey: string,
  options: ReportOptions,
  world: World,
): Promise<ExitCode> {
  const send = options.email ? await prepareMail(report, registerKey, options, world) : null;
  if (report.source.moving) world.talk(movingText(report));
  if (options.json !== '-') await world.out.write(summaryText(report));
  await writeFiles(report, options, world);
  const isDelivered = send === null || (await send());
  if (!isDelivered) return 3;
  return report.problems.length > 0 ? 1 : 0;
}

function movingText({ language }: Report): string {
  return language === 'fr'
    ? 'la feuille était en cours de modification pendant sa lecture\u202f: les chiffres peuvent mêler deux états. Relancez le rapport pour des chiffres sûrs.'
    : 'the sheet was being edited while it was read: the figures may mix two states. Run the report again for figures to rely on.';
}

async function writeFiles(
  report: Report,
  { xlsx, json, dryRun }: ReportOptions,
  world: World,
): Promise<void> {
  const isFrench = report.language === 'fr';
  for (const [path, write] of [
    [xlsx, writeXlsx],
    [json === '-' ? null : json, writeJsonFile],
  ] as const) {
    if (path === null) continue;
    if (dryRun) world.talk(isFrench ? `serait écrit\u202f: ${path}` : `would be written: ${path}`);
    else {
      await withSigns(world, () => writing(path, () => write(report, resolve(world.folder, path))));
      world.talk(isFrench ? `écrit\u202f: ${path}` : `written: ${path}`);
    }
  }
  if (json === '-') await writeJsonTo(world.out, report);
}

const SIGN_MS = 200;

/** Shows that the work goes on; how far it is, nobody knows before its end. */
async function withSigns<T>(world: World, work: () => Promise<T>): Promise<T> {
  const progress = world.progress({ fr: 'Écriture du rapport', en: 'Writing the report' });
  const signs = setInterval(() => progress.at(null), SIGN_MS);
  try {
    return await work();
  } finally {
    clearInterval(signs);
    progress.done();
  }
}

async function writeXlsx(report: Report, path: string): Promise<void> {
  const { writeWorkbook } = await import('../../workbook/write-workbook.ts');
  await writeWorkbook(report, path);
}
