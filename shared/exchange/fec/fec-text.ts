/** The extract's text: 18 fields apart by tabs, lines by CR LF, days AAAAMMJJ, amounts with a comma, numbers without gap in each journal. */
import { civilDate, type DayNumber } from '../../base/civil-date.ts';
import { decimalText } from '../../base/money.ts';
import type { Register } from '../../register/entries.ts';
import type { Chart, JournalRole } from './accounts.ts';
import type { Entry, EntryLine } from './entry.ts';
import { letteringOf } from './lettering.ts';

/** LPF art. A47 A-1, VII. */
export const FEC_FIELDS = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const;

export type FecPeriod = { readonly from: DayNumber; readonly to: DayNumber };

/** @param entries all up to the period's end, in order: what came before tells what is lettered */
export function fecText(
  register: Register,
  entries: readonly Entry[],
  { from, to }: FecPeriod,
  chart: Chart,
): string {
  const book = { register, chart, to, letterOf: letteringOf(register, entries, to) };
  const numbers = new Map<JournalRole, number>();
  const rows = entries
    .filter(({ day }) => day >= from)
    .flatMap((entry) => {
      const number = (numbers.get(entry.journal) ?? 0) + 1;
      numbers.set(entry.journal, number);
      return entry.lines.map((line) => rowOf(entry, line, number, book));
    });
  return `${[FEC_FIELDS.join('\t'), ...rows].join('\r\n')}\r\n`;
}

type Book = {
  readonly register: Register;
  readonly chart: Chart;
  readonly to: DayNumber;
  readonly letterOf: ReturnType<typeof letteringOf>;
};

/** The fields of a line, in the order of FEC_FIELDS; an entry is valid from the day the extract ends on. */
function rowOf(
  entry: Entry,
  line: EntryLine,
  number: number,
  { chart, letterOf, register, to }: Book,
): string {
  const journal = chart.journal(entry.journal);
  const account = chart.account(line.account);
  const client = line.client === null ? null : register.clients[line.client];
  const letter = letterOf(line);
  return [
    journal.code,
    journal.label,
    `${journal.code}${String(number).padStart(6, '0')}`,
    plainDay(entry.day),
    account.number,
    account.label,
    client?.code ?? '',
    client?.name ?? '',
    entry.piece,
    plainDay(entry.pieceDay),
    line.label,
    amountText(Math.max(0, line.minor), register),
    amountText(Math.max(0, -line.minor), register),
    letter?.code ?? '',
    letter ? plainDay(letter.day) : '',
    plainDay(to),
    '',
    '',
  ]
    .map(plainField)
    .join('\t');
}

function plainDay(day: DayNumber): string {
  return civilDate(day).replace(/-/g, '');
}

function amountText(minor: number, { currencies }: Register): string {
  return decimalText(minor, currencies[0]).replace('.', ',');
}

/** A separator inside a field would be a field more: there is no quoting. */
function plainField(text: string): string {
  return text.replace(/[\s|]+/g, ' ').trim();
}
