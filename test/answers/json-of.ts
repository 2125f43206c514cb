/** The report's JSON, by the whole command, and paths into it. */
import { expect } from 'vitest';
import { report } from '../commands/runs.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';

/** @param register a folder of CSV files */
export async function jsonTextOf(register: string, asOf: string): Promise<string> {
  const folder = temporaryFolder();
  const { code, out } = await report(['--register', register, '--as-of', asOf, '--json', '-'], { folder });
  expect(code).toBeLessThan(2);
  return out;
}

export async function jsonOf(register: string, asOf: string): Promise<unknown> {
  return JSON.parse(await jsonTextOf(register, asOf));
}

/** The value at a path such as `currencies.0.dso.simple`; throws where there is none. */
export function at(json: unknown, path: string): unknown {
  return path.split('.').reduce((value: unknown, key) => {
    if (typeof value !== 'object' || value === null || !(key in value))
      throw new Error(`no ${key} of ${path}`);
    return Object.entries(value).find(([name]) => name === key)?.[1];
  }, json);
}
