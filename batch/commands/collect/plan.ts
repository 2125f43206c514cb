/** `encaisse plan`: what would go out in the coming days, when and why; what is held and until when; what falls due. Nothing is sent. */
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { dayNumber } from '../../../shared/base/civil-date.ts';
import { outlookOf } from '../../../shared/dunning/outlook.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import { jsonPieces } from '../../answers/json-text.ts';
import { planValue } from '../../answers/plan-json.ts';
import { writeWhole } from '../../answers/whole-file.ts';
import { type CommandFlags, lastText } from '../../options/command-flags.ts';
import { registerDay } from '../../options/register-day.ts';
import { UsageError } from '../../options/usage-error.ts';
import { writing } from '../ground/failures.ts';
import { keepMemoryLow } from '../ground/memory.ts';
import { readRegister, registerToday } from '../ground/read-register.ts';
import type { ExitCode, World } from '../ground/world.ts';
import { problemsText } from './paper-desk.ts';
import { planText } from './plan-text.ts';

const DAYS = 30;
const MOST_DAYS = 366;

/** With `--json -` the JSON is the answer; with a file the table stays it. @throws UsageError, SourceError, OutputError */
export async function runPlan(flags: CommandFlags, world: World): Promise<ExitCode> {
  const days = daysOf(lastText(flags, 'days'));
  keepMemoryLow();
  const { asOf, register: name } = registerDay(flags, world.environment, world.folder);
  const { problems, register } = (await readRegister(name, world)).read;
  const day = dayNumber(asOf ?? (await registerToday(register.settings, world)));
  const outlook = outlookOf(buildLedger(register), day, days);
  const path = lastText(flags, 'json');
  const pieces = path === null ? [] : jsonPieces(planValue(register, outlook));
  if (path === '-') await world.out.write(Array.from(pieces).join(''));
  else await world.out.write(planText(register, outlook));
  if (path !== null && path !== '-') {
    await writing(path, () => writeWhole(Readable.from(pieces), resolve(world.folder, path)));
  }
  if (problems.length > 0) world.talk(problemsText(problems.length, register.settings.language));
  return problems.length > 0 ? 1 : 0;
}

/** @throws UsageError */
function daysOf(text: string | null): number {
  if (text === null) return DAYS;
  const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= MOST_DAYS) return days;
  throw new UsageError({
    fr: `--days\u202f: «\u202f${text}\u202f» n’est pas un nombre de jours\u202f; écrivez un nombre de 1 à ${MOST_DAYS}.`,
    en: `--days: "${text}" is not a number of days; write a number from 1 to ${MOST_DAYS}.`,
  });
}
