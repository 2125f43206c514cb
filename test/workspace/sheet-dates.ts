/** Days and times of cells: serial numbers (days since 1899-12-30) in the spreadsheet's zone, `Date`s for a script. */

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

const clocks = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>(); // by zone and hour: the bench reads half a million dates

/** The instant at which a clock in the zone shows what the serial number says. */
export function instantOfSerial(serial: number, timeZone: string): number {
  const local = EPOCH + Math.round(serial * DAY);
  const first = local - offsetAt(local, timeZone);
  return local - offsetAt(first, timeZone);
}

/** What a clock in the zone shows at an instant, as a serial number. */
export function serialOfInstant(millis: number, timeZone: string): number {
  return (millis + offsetAt(millis, timeZone) - EPOCH) / DAY;
}

/** Local minus UTC, in milliseconds. */
export function offsetAt(millis: number, timeZone: string): number {
  const quarter = Math.floor(millis / 900_000);
  const key = `${timeZone}|${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(quarter * 900_000)
      .map((p) => [p.type, p.value]),
  );
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const shown = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour') % 24,
    number('minute'),
  );
  const offset = shown - quarter * 900_000;
  offsets.set(key, offset);
  return offset;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hour12: false,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** `Utilities.formatDate`: the patterns of Java's SimpleDateFormat that are emulated; another letter is refused. */
export function formatDate(millis: number, timeZone: string, pattern: string): string {
  const local = new Date(millis + offsetAt(millis, timeZone));
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (token, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
    return formatPart(token, local, millis, timeZone);
  });
}

function formatPart(token: string, local: Date, millis: number, timeZone: string): string {
  const padded = (value: number): string => String(value).padStart(token.length, '0');
  switch (token[0]) {
    case 'y':
      return token.length === 2 ? String(local.getUTCFullYear()).slice(2) : padded(local.getUTCFullYear());
    case 'M':
      if (token.length > 2) break;
      return padded(local.getUTCMonth() + 1);
    case 'd':
      return padded(local.getUTCDate());
    case 'H':
      return padded(local.getUTCHours());
    case 'm':
      return padded(local.getUTCMinutes());
    case 's':
      return padded(local.getUTCSeconds());
    case 'S':
      return padded(local.getUTCMilliseconds());
    case 'X':
    case 'Z':
      return zoneText(token, offsetAt(millis, timeZone));
  }
  throw new Error(`NotEmulated: the date pattern ${token}`);
}

function zoneText(token: string, offset: number): string {
  if (token[0] === 'X' && offset === 0) return 'Z';
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number): string => String(value).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  const colon = token === 'XXX' ? ':' : '';
  return `${sign}${two(Math.floor(minutes / 60))}${colon}${two(minutes % 60)}`;
}
