/** The day of a report is today where the register is at home, whatever the machine's clock is set to. */
import { describe, expect, test } from 'vitest';
import { todayIn } from '../../../batch/commands/ground/today.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { typeset } from '../../french.ts';
import { writeFolder } from '../../sources/csv-fixture.ts';
import { CLEAN, english } from '../registers.ts';
import { report } from '../runs.ts';

async function dayOf(zone: string, instant: string): Promise<{ asOf: unknown; talk: readonly string[] }> {
  const register = writeFolder(english(zone === '' ? '' : `timeZone,${zone}\n`));
  const { out, talk } = await report(['--register', register, '--json', '-'], {
    folder: temporaryFolder(),
    clock: () => new Date(instant),
  });
  const json: { asOf: unknown } = JSON.parse(out);
  return { asOf: json.asOf, talk };
}

describe('around midnight', () => {
  for (const [zone, instant, day] of [
    ['Pacific/Auckland', '2026-11-20T10:59:59Z', '2026-11-20'], // UTC+13 in November
    ['Pacific/Auckland', '2026-11-20T11:00:00Z', '2026-11-21'],
    ['America/Los_Angeles', '2026-11-20T07:59:59Z', '2026-11-19'], // UTC-8
    ['America/Los_Angeles', '2026-11-20T08:00:00Z', '2026-11-20'],
    ['Europe/Paris', '2026-03-28T22:59:59Z', '2026-03-28'], // the night that summer time begins
    ['Europe/Paris', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['Europe/Paris', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['UTC', '2026-11-20T23:59:59Z', '2026-11-20'],
    ['', '2026-11-20T23:00:00Z', '2026-11-21'], // Paris where no zone is set
  ] as const) {
    test(`${instant} in ${zone || 'no zone'} is ${day}`, async () =>
      expect(await dayOf(zone, instant)).toEqual({ asOf: day, talk: [] }));
  }
});

describe('no zone of that name', () => {
  for (const zone of ['Paris', 'local', 'system', 'Europe/Atlantis', 'UTC+3']) {
    test(`${zone}: the day is that of Paris, and this is said`, async () =>
      expect(await dayOf(zone, '2026-11-20T23:30:00Z')).toEqual({
        asOf: '2026-11-21',
        talk: [`there is no time zone "${zone}", which the settings name: the day is that of Europe/Paris.`],
      }));
  }
  test('in French', async () => {
    const settings = `${CLEAN.settings}timeZone,Paris\n`;
    const { talk } = await report(['--register', writeFolder({ ...CLEAN, settings })], {
      folder: temporaryFolder(),
    });
    expect(talk).toEqual([
      typeset('le fuseau horaire « Paris » des réglages n’existe pas : le jour est celui de Europe/Paris.'),
    ]);
  });
  test('nothing is said where the day is given', async () => {
    const register = writeFolder(english('timeZone,Paris\n'));
    const { talk } = await report(['--register', register, '--as-of', '2026-11-20'], {
      folder: temporaryFolder(),
    });
    expect(talk).toEqual([]);
  });
});

test('a zone Node does not know has no day', () => expect(todayIn('Mars/Olympus', new Date())).toBeNull());
