/**
 * `npm run bench:foresight -- FOLDER…`: how well risk and forecast foresee, out of time, on the data of each folder (see `read-set.ts`), on the same
 * data with its delays shuffled, and on control sets made from seeds. Options: --days 8 (as-of days a set), --seeds 2, --no-controls
 */
import { parseArgs } from 'node:util';
import { makeRandom } from '../../../batch/sample/random.ts';
import { controlSets } from './controls.ts';
import { type DataSet, shuffled } from './data-set.ts';
import { type Compared, judge } from './judge.ts';
import { readSet } from './read-set.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    days: { type: 'string', default: '8' },
    seeds: { type: 'string', default: '2' },
    'no-controls': { type: 'boolean', default: false },
  },
});

for (const folder of positionals) {
  const set = await readSet(folder);
  tell(set);
  for (let seed = 1; seed <= Number(values.seeds); seed++)
    tell(shuffled(set, makeRandom(seed, 'shuffle').next));
}
if (!values['no-controls']) {
  for (let seed = 1; seed <= Number(values.seeds); seed++) for (const set of controlSets(seed)) tell(set);
}

function tell(set: DataSet): void {
  const verdict = judge(set, Number(values.days));
  const clients = new Set(set.invoices.map(({ client }) => client)).size;
  print(
    `\n${set.name}: ${set.invoices.length} invoices, ${clients} clients; ${verdict.asOfDays} days judged`,
  );
  print(`  client AUC   ${compared(verdict.clientAuc, 3)}   (${verdict.clients} clients)`);
  print(`  invoice AUC  ${compared(verdict.invoiceAuc, 3)}   (${verdict.invoices} invoices)`);
  print(`  date, MAE    ${compared(verdict.meanError, 2)}`);
  print(`  weeks, WAPE  ${compared(verdict.wape, 3)}`);
  print(`  80 % holds   dates ${verdict.coverage.toFixed(3)}, weeks ${verdict.coverageOfWeeks.toFixed(3)}`);
}

function compared(figures: Compared, digits: number): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${value.toFixed(digits)}`)
    .join(' · ');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
