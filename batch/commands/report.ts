/** `encaisse report`: read the register, decide what it says, act: workbook, JSON, mail. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { type ReadRegister, type RegisterReader, startReading } from '../../shared/register/read.ts';
import { buildReport } from '../answers/build.ts';
import type { Report } from '../answers/report.ts';
import { allDelivered, deliverReport } from '../delivery/deliver.ts';
import { composeMessage } from '../delivery/message.ts';
import { dryRunText, outcomeText } from '../delivery/outcome-words.ts';
import { readMailTemplates } from '../delivery/templates.ts';
import { openTransport } from '../delivery/transports.ts';
import type { ReportOptions } from '../options.ts';
import type { Source, SourceInfo } from '../sources/source.ts';
import { mailFigures } from './mail-figures.ts';
import { openSource } from './open-source.ts';
import { summaryText } from './summary-text.ts';
import type { ExitCode, World } from './world.ts';
import { writeJsonFile, writeJsonTo } from './write-json.ts';

/** @throws UsageError, SourceError, DeliveryError, and what the file system throws: `main` turns them into exit codes */
export async function runReport(options: ReportOptions, world: World): Promise<ExitCode> {
  const { source, key } = openSource(options.register, world);
  const { read, info } = await readSource(source, world);
  const asOf = options.asOf ?? (await today(read, world));
  const report = buildReport({ ...read, source: info, asOf: dayNumber(asOf) });
  if (options.json !== '-') await world.out.write(summaryText(report));
  await writeFiles(report, options, world);
  const delivered = !options.email || (await sendReport(report, key, options, world));
  if (!delivered) return 3;
  return report.problems.length > 0 ? 1 : 0;
}

async function readSource(source: Source, world: World): Promise<{ read: ReadRegister; info: SourceInfo }> {
  const progress = world.progress({ fr: 'Lecture du registre', en: 'Reading the register' });
  let reader: RegisterReader = startReading();
  try {
    const begin = (): RegisterReader => {
      reader = startReading();
      return reader;
    };
    const info = await source.read(begin, (share) => progress.at(share));
    return { read: reader.finish(), info };
  } finally {
    progress.done();
  }
}

const DEFAULT_ZONE = 'Europe/Paris';

async function today({ register }: ReadRegister, world: World): Promise<CivilDate> {
  const { todayIn } = await import('./today.ts');
  const { timeZone, language } = register.settings;
  const found = todayIn(timeZone, world.clock());
  if (found !== null) return found;
  world.talk(
    language === 'fr'
      ? `le fuseau horaire « ${timeZone} » des réglages n’existe pas : le jour est celui de ${DEFAULT_ZONE}.`
      : `there is no time zone "${timeZone}", which the settings name: the day is that of ${DEFAULT_ZONE}.`,
  );
  const inFrance = todayIn(DEFAULT_ZONE, world.clock());
  if (inFrance === null) throw new Error(`this Node knows no time zone ${DEFAULT_ZONE}`);
  return inFrance;
}

async function writeFiles(
  report: Report,
  { xlsx, json, dryRun }: ReportOptions,
  world: World,
): Promise<void> {
  const french = report.language === 'fr';
  for (const [path, write] of [
    [xlsx, writeXlsx],
    [json === '-' ? null : json, writeJsonFile],
  ] as const) {
    if (path === null) continue;
    if (dryRun) world.talk(french ? `serait écrit : ${path}` : `would be written: ${path}`);
    else {
      await write(report, resolve(world.folder, path));
      world.talk(french ? `écrit : ${path}` : `written: ${path}`);
    }
  }
  if (json === '-') await writeJsonTo(world.out, report);
}

async function writeXlsx(report: Report, path: string): Promise<void> {
  const { writeWorkbook } = await import('../workbook/write-workbook.ts');
  await writeWorkbook(report, path);
}

/** @returns whether everybody has it. The workbook attached is the one written, or one made for the mail alone. */
async function sendReport(
  report: Report,
  registerKey: string,
  options: ReportOptions,
  world: World,
): Promise<boolean> {
  const message = composeMessage(
    mailFigures(report, `encaisse-${report.asOf}.xlsx`),
    readMailTemplates(report.language),
  );
  const recipients = options.to.length > 0 ? options.to : report.register.settings.reportRecipients;
  const scratch =
    options.xlsx === null && !options.dryRun ? await mkdtemp(join(tmpdir(), 'encaisse-')) : null;
  try {
    const attachmentPath =
      scratch === null ? resolve(world.folder, options.xlsx ?? '') : join(scratch, 'report.xlsx');
    if (scratch !== null) await writeXlsx(report, attachmentPath);
    const outcomes = await deliverReport({
      message,
      attachmentPath,
      recipients,
      registerKey,
      transport: await openTransport({
        name: options.via,
        outboxFolder: resolve(world.folder, options.outbox),
        environment: world.environment,
      }),
      stateFolder: resolve(world.folder, options.state),
      again: options.again,
      dryRun: options.dryRun,
      clock: world.clock,
    });
    if (options.dryRun) world.talk(dryRunText(message, outcomes));
    else for (const outcome of outcomes) world.talk(outcomeText(outcome, report.language));
    return allDelivered(outcomes);
  } finally {
    if (scratch !== null) await rm(scratch, { recursive: true, force: true });
  }
}
