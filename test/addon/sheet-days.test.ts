/** Days of cells in a spreadsheet's zone, reckoned in the script's zone: both vary here, the days of three years pass. */
import { afterAll, describe, expect, test } from 'vitest';
import { serialOf, sheetToday, zoneGap } from '../../appsscript/google/sheet-days.ts';
import { formatDate, instantOfSerial } from '../workspace/sheet-dates.ts';

const ZONES = [
  'Europe/Paris',
  'UTC',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Australia/Lord_Howe', // its summer time is half an hour
  'Pacific/Kiritimati',
  'Africa/Casablanca',
];
const FIRST = 45_658; // 2025-01-01
const DAYS = 3 * 365;

const own = process.env.TZ;
afterAll(() => {
  if (own === undefined) delete process.env.TZ;
  else process.env.TZ = own;
});

const gapAt = (now: Date, zone: string) => zoneGap(now, formatDate(now.getTime(), zone, 'Z'));

for (const script of ZONES) {
  describe(`a script in ${script}`, () => {
    for (const sheet of ZONES) {
      test(`reads the days of a sheet in ${sheet}, asked in winter and in summer`, () => {
        process.env.TZ = script;
        for (const now of [new Date(Date.UTC(2026, 0, 15, 9)), new Date(Date.UTC(2026, 6, 15, 21))]) {
          const gap = gapAt(now, sheet);
          for (let serial = FIRST; serial < FIRST + DAYS; serial++) {
            const found = serialOf(new Date(instantOfSerial(serial, sheet)), gap);
            if (found !== serial) expect(found).toBe(serial);
          }
        }
      });
    }
  });
}

test('a time of day keeps its fraction where both zones keep the same summer time', () => {
  process.env.TZ = 'Europe/Paris';
  for (const now of [new Date(Date.UTC(2026, 0, 15)), new Date(Date.UTC(2026, 6, 15))]) {
    const gap = gapAt(now, 'Europe/Athens');
    for (const serial of [46_000.25, 46_000.75, 46_112.4375, 46_200.99]) {
      expect(serialOf(new Date(instantOfSerial(serial, 'Europe/Athens')), gap)).toBeCloseTo(serial, 6);
    }
  }
});

for (const [instant, zone, day] of [
  ['2026-03-31T22:30:00Z', 'Europe/Paris', '2026-04-01'],
  ['2026-03-31T21:59:59Z', 'Europe/Paris', '2026-03-31'],
  ['2026-01-01T04:59:00Z', 'America/New_York', '2025-12-31'],
  ['2025-12-31T10:00:00Z', 'Pacific/Kiritimati', '2026-01-01'],
] as const) {
  test(`at ${instant} it is ${day} in ${zone}, wherever the script is`, () => {
    for (const script of ZONES) {
      process.env.TZ = script;
      const now = new Date(instant);
      const days = sheetToday(now, gapAt(now, zone));
      expect(new Date(days * 86_400_000).toISOString().slice(0, 10)).toBe(day);
    }
  });
}

test('an offset that is none throws', () => {
  for (const text of ['', 'Z', '01:00', '+1'])
    expect(() => zoneGap(new Date(0), text)).toThrow('not an offset');
});

test('the script’s zone is really set here', () => {
  process.env.TZ = 'Asia/Tokyo';
  expect(new Date(0).getTimezoneOffset()).toBe(-540);
  process.env.TZ = 'America/New_York';
  expect(new Date(0).getTimezoneOffset()).toBe(300);
});
