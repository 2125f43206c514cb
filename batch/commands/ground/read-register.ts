/** The register a command is about, read whole, and the day it is asked for. */
import type { CivilDate } from '../../../shared/base/civil-date.ts';
import type { Settings } from '../../../shared/register/entries.ts';
import { type ReadRegister, type RegisterReader, startReading } from '../../../shared/register/read.ts';
import type { SealTaker } from '../../../shared/register/reading/read-seals.ts';
import type { CellSink, Source, SourceInfo } from '../../sources/source.ts';
import { openSource } from './open-source.ts';
import type { World } from './world.ts';

export type OpenedRegister = {
  readonly read: ReadRegister;
  readonly info: SourceInfo;
  readonly key: string; // tells registers apart for ever
};

/** What listens while a register is read: it begins anew where the source does. */
export type Listening = {
  readonly takeSeal: SealTaker;
  readonly through: (reader: CellSink) => CellSink; // between the source and the reader
};

const NOBODY: Listening = { takeSeal: () => undefined, through: (reader) => reader };

/** @param listen called with the register's key each time the source begins  @throws UsageError, SourceError */
export async function readRegister(
  register: string,
  world: World,
  listen: (key: string) => Listening = () => NOBODY,
): Promise<OpenedRegister> {
  const { key, source } = openSource(register, world);
  return { key, ...(await readSource(source, world, () => listen(key))) };
}

async function readSource(
  source: Source,
  world: World,
  listen: () => Listening,
): Promise<{ read: ReadRegister; info: SourceInfo }> {
  const progress = world.progress({ fr: 'Lecture du registre', en: 'Reading the register' });
  let reader: RegisterReader = startReading();
  try {
    const begin = (): CellSink => {
      const { takeSeal, through } = listen();
      reader = startReading(takeSeal);
      return through(reader);
    };
    const info = await source.read(begin, (share) => progress.at(share));
    return { read: reader.finish(), info };
  } finally {
    progress.done();
  }
}

const DEFAULT_ZONE = 'Europe/Paris';

/** Today in the register’s time zone; where that names none, in France, and it is told. */
export async function registerToday({ timeZone, language }: Settings, world: World): Promise<CivilDate> {
  const { todayIn } = await import('./today.ts');
  const now = world.clock();
  const found = todayIn(timeZone, now);
  if (found !== null) return found;
  world.talk(
    language === 'fr'
      ? `le fuseau horaire «\u202f${timeZone}\u202f» des réglages n’existe pas\u202f: le jour est celui de ${DEFAULT_ZONE}.`
      : `there is no time zone "${timeZone}", which the settings name: the day is that of ${DEFAULT_ZONE}.`,
  );
  const inFrance = todayIn(DEFAULT_ZONE, now);
  if (inFrance === null) throw new Error(`this Node knows no time zone ${DEFAULT_ZONE}`);
  return inFrance;
}
