/** One register of a portfolio: its report, written, and its summary; or why there is none. */
import { mkdirSync } from 'node:fs';
import { type CivilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import type { Language } from '../../../shared/base/words.ts';
import { buildReport } from '../../answers/build.ts';
import type { Report } from '../../answers/report.ts';
import type { PortfolioConfig } from '../../portfolio/config.ts';
import type { RegisterFiles } from '../../portfolio/file-names.ts';
import type { PortfolioRegister } from '../../portfolio/overview.ts';
import { figuresOf, type Outcome } from '../../portfolio/summary.ts';
import { writeSummary } from '../../portfolio/summary-file.ts';
import { writeWorkbook } from '../../workbook/write-workbook.ts';
import { failureWords, isBug, writing } from '../ground/failures.ts';
import { readRegister, registerToday } from '../ground/read-register.ts';
import type { World } from '../ground/world.ts';
import { type Watch, watchSeals } from '../report/watch-seals.ts';
import { writeJsonFile } from '../report/write-json.ts';

export type RegisterWork = {
  readonly register: PortfolioRegister;
  readonly place: string; // `12/200`
  readonly asOf: CivilDate | null; // null: today in the register's time zone
  readonly config: PortfolioConfig;
  readonly files: RegisterFiles;
  readonly language: Language; // of the talk
};

/** Whatever goes wrong with one register is its own affair. @returns whether it has its report */
export async function reportOnRegister(work: RegisterWork, world: World): Promise<boolean> {
  const { files, language, place, register } = work;
  const colon = language === 'fr' ? '\u202f: ' : ': ';
  const tell = (text: string): void => world.talk(`${place} ${register.name}${colon}${text}`);
  const outcome = await outcomeOf(work, { ...world, folder: work.config.base, language, talk: tell });
  tell(outcome.reason === null ? files.xlsx : outcome.reason[language]);
  try {
    writeSummary(files.summary, register, outcome);
    return outcome.reason === null;
  } catch (error) {
    tell(failureWords(error)[language]);
    return false;
  }
}

async function outcomeOf(work: RegisterWork, world: World): Promise<Outcome> {
  try {
    const { config, files } = work;
    mkdirSync(config.state, { recursive: true, mode: 0o700 });
    mkdirSync(config.folder, { recursive: true });
    const seen = watchSeals(config.state);
    const report = await readAndBuild(work, world, seen);
    await writing(files.xlsx, () => writeWorkbook(report, files.xlsx));
    await writing(files.json, () => writeJsonFile(report, files.json));
    seen.keep(report, world, true);
    return { figures: figuresOf(report), reason: null };
  } catch (error) {
    if (isBug(error)) world.talk(error.stack ?? error.message);
    return { figures: null, reason: failureWords(error) };
  }
}

/** On its own, so that what only the audit looks at is gone before the report is written. */
async function readAndBuild(work: RegisterWork, world: World, seen: Watch): Promise<Report> {
  const { info, read } = await readRegister(work.register.register, world, seen.listen);
  const asOf = work.asOf ?? (await registerToday(read.register.settings, world));
  return buildReport({ ...read, ...seen.seen(), source: info, asOf: dayNumber(asOf) });
}
