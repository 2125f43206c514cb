/** One report, its stages measured one by one: `stages FOLDER AS-OF OUT`. Prints what each used as JSON. */
import { join } from 'node:path';
import { buildReport } from '../../batch/answers/build.ts';
import { keepMemoryLow } from '../../batch/commands/ground/memory.ts';
import { writeJsonFile } from '../../batch/commands/report/write-json.ts';
import { openCsvFolder } from '../../batch/sources/csv/csv-folder.ts';
import { writeWorkbook } from '../../batch/workbook/write-workbook.ts';
import { type DayNumber, parseCivilDate } from '../../shared/base/civil-date.ts';
import { backTestOf } from '../../shared/insight/forecast/back-test.ts';
import { forecastCash } from '../../shared/insight/forecast/forecast.ts';
import { knownOn } from '../../shared/insight/known.ts';
import { rateClients } from '../../shared/insight/risk/risk.ts';
import { ageClients, ageItems } from '../../shared/receivables/ageing.ts';
import { measureDso } from '../../shared/receivables/dso.ts';
import { buildLedger, clientBalancesOn, type Ledger, openItemsOn } from '../../shared/receivables/ledger.ts';
import { prove } from '../../shared/receivables/proof.ts';
import { type RegisterReader, startReading } from '../../shared/register/read.ts';
import type { Stage, StageFigures } from './stage-names.ts';

const [folder = '', asOf = '', out = ''] = process.argv.slice(2);
const day = parseCivilDate(asOf);
if (!day.ok) throw new Error(`not a day: ${asOf}`);

const figures: Partial<Record<Stage, StageFigures>> = {};

async function timed<T>(stage: Stage, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const { system, user } = process.cpuUsage(before);
  figures[stage] = {
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (user + system) / 1e6,
    megabytes: process.memoryUsage.rss() / 1024 ** 2,
  };
  return result;
}

keepMemoryLow();
let reader: RegisterReader = startReading();
const begin = (): RegisterReader => {
  reader = startReading();
  return reader;
};
const { read, source } = await timed('read', async () => {
  const info = await openCsvFolder(folder).read(begin, () => undefined);
  return { read: reader.finish(), source: info };
});
const ledger = await timed('ledger', () => buildLedger(read.register));
await timed('measures', () => measure(ledger, day.value));
await timed('foresight', () => {
  const known = knownOn(ledger, 0, day.value);
  rateClients(ledger, 0, day.value, known);
  forecastCash(ledger, 0, day.value, known);
});
await timed('backTest', () => backTestOf(ledger, 0, day.value));
const report = await timed('answers', () => buildReport({ ...read, source, asOf: day.value }));
await timed('workbook', () => writeWorkbook(report, join(out, 'report.xlsx')));
await timed('json', () => writeJsonFile(report, join(out, 'report.json')));
process.stdout.write(`${JSON.stringify(figures)}\n`);

/** Ageing, balances, proof, DSO over 24 months, of the register's own currency. */
function measure(ledger: Ledger, asOf: DayNumber): void {
  const { register } = ledger;
  const items = openItemsOn(ledger, 0, asOf);
  const balances = clientBalancesOn(ledger, 0, asOf);
  ageItems(register, items, asOf, 'dueDate');
  ageClients(register, balances, items, asOf, 'dueDate');
  prove(register, balances, 0, asOf);
  measureDso(ledger, 0, asOf);
}
