/** A sample written as CSV and read back as users' registers are. */
import { join } from 'node:path';
import { generateRegister } from '../../batch/sample/generate.ts';
import type { SampleOptions } from '../../batch/sample/options.ts';
import { writeCsvFolder } from '../../batch/sample/write-csv.ts';
import { openCsvFolder } from '../../batch/sources/csv/csv-folder.ts';
import { type ReadRegister, type RegisterReader, startReading } from '../../shared/register/read.ts';

/** @param folder an empty one, which gets a folder `register` */
export async function readSample(options: SampleOptions, folder: string): Promise<ReadRegister> {
  const register = join(folder, 'register');
  writeCsvFolder(generateRegister(options), register);
  const readers: RegisterReader[] = [];
  await openCsvFolder(register).read(
    () => {
      readers.push(startReading());
      return readers[readers.length - 1];
    },
    () => undefined,
  );
  return readers[readers.length - 1].finish();
}
