/** `encaisse portfolio`: a report of each register, one after the other, and one overview of them all. */
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { CivilDate } from '../../../shared/base/civil-date.ts';
import { countText } from '../../../shared/base/numbers-text.ts';
import type { Language, Words } from '../../../shared/base/words.ts';
import { writeWhole } from '../../answers/whole-file.ts';
import { type CommandFlags, lastText } from '../../options/command-flags.ts';
import { isInShard, readShard, type Shard } from '../../options/shard.ts';
import { UsageError } from '../../options/usage-error.ts';
import { type PortfolioConfig, readPortfolio } from '../../portfolio/config.ts';
import { overviewFiles, type RegisterFiles, registerFiles } from '../../portfolio/file-names.ts';
import { overviewOf } from '../../portfolio/overview.ts';
import { overviewJson } from '../../portfolio/overview-json.ts';
import { overviewText } from '../../portfolio/overview-text.ts';
import { writeOverviewWorkbook } from '../../portfolio/overview-workbook.ts';
import { readSummary } from '../../portfolio/summary-file.ts';
import { say } from '../../workbook/words.ts';
import { writing } from '../ground/failures.ts';
import { dayFlag } from '../ground/period.ts';
import type { ExitCode, World } from '../ground/world.ts';
import { reportOnRegister } from './portfolio-register.ts';

const NAME: Words = { fr: 'Portefeuille', en: 'Portfolio' };
const WORDS = {
  part: {
    fr: 'tranche {part}/{parts} faite ({count}). Quand toutes le sont : encaisse portfolio {config} --overview',
    en: 'part {part}/{parts} done ({count}). When all of them are: encaisse portfolio {config} --overview',
  },
  written: { fr: 'écrit : {path}', en: 'written: {path}' },
} as const;

/** A portfolio at work. */
type Portfolio = {
  readonly config: PortfolioConfig;
  readonly files: readonly RegisterFiles[]; // of each register
  readonly language: Language;
};

/** 0: every register has its report; 1: some failed; 3: all did. What is to be mended in a register is in its report. */
export async function runPortfolio(flags: CommandFlags, world: World): Promise<ExitCode> {
  const path = flags.words[0] ?? noConfig();
  const config = readPortfolio(world.folder, path);
  const asOf = dayFlag(flags, 'as-of');
  const files = registerFiles(
    config.folder,
    config.registers.map(({ name }) => name),
  );
  const portfolio = { config, files, language: config.language ?? world.language };
  if (flags.switches.has('overview')) {
    refuseBoth(flags);
    return writeOverview(portfolio, world);
  }
  const shard = readShard(lastText(flags, 'shard'), world.environment);
  const { done, failed } = await reportOnShard(portfolio, shard, asOf, world);
  if (shard.parts === 1) return writeOverview(portfolio, world);
  const numbers = {
    part: String(shard.part),
    parts: String(shard.parts),
    count: firmsText(done + failed, portfolio.language),
  };
  world.talk(say(WORDS.part, portfolio.language, { ...numbers, config: path }));
  return codeOf(done, failed);
}

function firmsText(count: number, language: Language): string {
  return language === 'fr'
    ? countText(count, 'dossier', 'dossiers', 'fr')
    : countText(count, 'firm', 'firms', 'en');
}

function noConfig(): never {
  throw new UsageError({
    fr: 'indiquez la configuration du portefeuille\u202f: encaisse portfolio CONFIG.json',
    en: 'say which portfolio: encaisse portfolio CONFIG.json',
  });
}

function refuseBoth({ switches, texts }: CommandFlags): void {
  const other = ['shard', 'as-of'].find((name) => texts.has(name));
  if (other === undefined || !switches.has('overview')) return;
  throw new UsageError({
    fr: `--overview rassemble ce qui est fait\u202f: il ne va pas avec --${other}.`,
    en: `--overview gathers what is done: it does not go with --${other}.`,
  });
}

/** One register at a time: what one needs is gone before the next is read. */
async function reportOnShard(
  { config, files, language }: Portfolio,
  shard: Shard,
  asOf: CivilDate | null,
  world: World,
): Promise<{ readonly done: number; readonly failed: number }> {
  let done = 0;
  let failed = 0;
  for (const [index, register] of config.registers.entries()) {
    if (!isInShard(index, shard)) continue;
    const place = `${index + 1}/${config.registers.length}`;
    const isDone = await reportOnRegister(
      { register, place, asOf, config, files: files[index], language },
      world,
    );
    if (isDone) done++;
    else failed++;
  }
  return { done, failed };
}

/** From the summaries that every part has left. */
async function writeOverview({ config, files, language }: Portfolio, world: World): Promise<ExitCode> {
  const name = config.name === '' ? NAME[language] : config.name;
  const overview = overviewOf(
    config.registers.map((register, index) => ({
      ...register,
      workbook: basename(files[index].xlsx),
      outcome: readSummary(files[index].summary, register),
    })),
  );
  const { json, xlsx } = overviewFiles(config.folder);
  await writing(json, () => writeWhole(Readable.from(overviewJson(name, overview, language)), json));
  await writing(xlsx, () => writeOverviewWorkbook(name, overview, language, xlsx));
  await world.out.write(overviewText(name, overview, language));
  for (const path of [xlsx, json]) world.talk(say(WORDS.written, language, { path }));
  return codeOf(overview.done, overview.failed.length);
}

function codeOf(done: number, failed: number): ExitCode {
  if (failed === 0) return 0;
  return done === 0 ? 3 : 1;
}
