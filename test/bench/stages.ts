/** One report, its stages timed one by one: `stages FOLDER AS-OF OUT`. Prints the seconds as JSON. */
import { join } from 'node:path';
import { buildReport } from '../../batch/answers/build.ts';
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

/** Seconds of each stage, in the order of the work. `foresight` is every client's risk and every open item's forecast; `answers` is the whole report: it does all of it again, and adds reminders and audit. */
export type Stages = Readonly<
  Record<'read' | 'ledger' | 'measures' | 'foresight' | 'backTest' | 'answers' | 'workbook' | 'json', number>
>;

const [folder = '', asOf = '', out = ''] = process.argv.slice(2);
const day = parseCivilDate(asOf);
if (!day.ok) throw new Error(`not a day: ${asOf}`);

const seconds: Record<keyof Stages, number> = {
  read: 0,
  ledger: 0,
  measures: 0,
  foresight: 0,
  backTest: 0,
  answers: 0,
  workbook: 0,
  json: 0,
};

async function timed<T>(stage: keyof Stages, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  seconds[stage] = (performance.now() - start) / 1000;
  return result;
}

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
process.stdout.write(`${JSON.stringify(seconds)}\n`);

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
