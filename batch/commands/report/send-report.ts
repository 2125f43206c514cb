/** The weekly mail of a report. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Report } from '../../answers/report.ts';
import { checkRecipients } from '../../delivery/address.ts';
import { allDelivered, deliverReport } from '../../delivery/deliver.ts';
import { composeMessage } from '../../delivery/message.ts';
import { dryRunText, outcomeText } from '../../delivery/outcome-words.ts';
import { readMailTemplates } from '../../delivery/templates.ts';
import { openTransport } from '../../delivery/transports.ts';
import type { ReportOptions } from '../../options.ts';
import { writing } from '../ground/failures.ts';
import type { World } from '../ground/world.ts';
import { mailFigures } from './mail-figures.ts';

/** Sends what was prepared and tells what became of it. @returns whether everybody has it */
export type SendReport = () => Promise<boolean>;

/** @throws DeliveryError where nobody is to get it, or the mail server is not set up */
export async function prepareMail(
  report: Report,
  registerKey: string,
  options: ReportOptions,
  world: World,
): Promise<SendReport> {
  const { dryRun } = options;
  const recipients = checkRecipients(
    options.to.length > 0 ? options.to : report.register.settings.reportRecipients,
  );
  const transport = await openTransport({
    name: options.via,
    outboxFolder: resolve(world.folder, options.outbox),
    environment: world.environment,
  });
  const { paintedPictures } = await import('./mail-pictures.ts');
  const message = composeMessage(
    mailFigures(report, `encaisse-${report.asOf}.xlsx`, await paintedPictures(report)),
    readMailTemplates(report.language),
  );
  const stateFolder = resolve(world.folder, options.state);
  const { again } = options;
  const { clock } = world;
  const delivery = { message, recipients, registerKey, transport, stateFolder, again, dryRun, clock };
  return () =>
    withWorkbook(report, options, world, async (attachmentPath) => {
      const outcomes = await deliverReport({ ...delivery, attachmentPath });
      if (dryRun) world.talk(dryRunText(message, outcomes));
      else for (const outcome of outcomes) world.talk(outcomeText(outcome, report.language));
      return allDelivered(outcomes);
    });
}

/** The workbook attached is the one written, or one made for the mail alone; a dry run opens none. */
async function withWorkbook<T>(
  report: Report,
  { xlsx, dryRun }: ReportOptions,
  { folder }: World,
  use: (path: string) => Promise<T>,
): Promise<T> {
  if (xlsx !== null || dryRun) return use(resolve(folder, xlsx ?? ''));
  const aside = await writing(tmpdir(), () => mkdtemp(join(tmpdir(), 'encaisse-')));
  try {
    const path = join(aside, 'report.xlsx');
    const { writeWorkbook } = await import('../../workbook/write-workbook.ts');
    await writing(path, () => writeWorkbook(report, path));
    return await use(path);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
