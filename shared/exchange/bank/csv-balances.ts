/** What a bank's CSV says of its account and balances: in a column that must add up row by row, or in the lines before its header. */
import type { Currency } from '../../base/money.ts';
import { amountMinor, frenchDay } from './amounts.ts';
import type { CsvRow } from './csv.ts';
import { bankFault } from './fault.ts';
import type { BankBalance, BankFault, BankMovement, BankStatement } from './statement.ts';

export type Balanced = {
  readonly movement: BankMovement;
  readonly balance: number | null;
  readonly account: string;
};

/** The statement of one account. @param preamble the lines before the header */
export function withBalances(
  rows: readonly Balanced[],
  preamble: readonly CsvRow[],
  currency: Currency,
  faults: BankFault[],
): BankStatement {
  const movements = rows.map(({ movement }) => movement);
  const statement = { account: rows[0]?.account || accountIn(preamble), currency, movements };
  const isRunning =
    rows.length > 0 && rows.every(({ balance }) => balance !== null && !Number.isNaN(balance));
  if (!isRunning) return { ...statement, opening: null, closing: closingIn(preamble, currency) };
  const oldestFirst = inOrder(rows);
  const broken = brokenAt(oldestFirst);
  if (broken !== null) faults.push(brokenBalance(broken));
  const [first, last] = [oldestFirst[0], oldestFirst[oldestFirst.length - 1]];
  return {
    ...statement,
    opening: { day: first.movement.day, minor: (first.balance ?? 0) - first.movement.minor },
    closing: { day: last.movement.day, minor: last.balance ?? 0 },
  };
}

/** As the days go; of one day alone, whichever way round the balances follow one another. */
function inOrder(rows: readonly Balanced[]): readonly Balanced[] {
  const reversed = [...rows].reverse();
  const days = rows[rows.length - 1].movement.day - rows[0].movement.day;
  if (days !== 0) return days > 0 ? rows : reversed;
  return brokenAt(rows) !== null && brokenAt(reversed) === null ? reversed : rows;
}

/** The line whose balance is not the one before it plus its movement; null where all are. */
function brokenAt(rows: readonly Balanced[]): number | null {
  for (let index = 1; index < rows.length; index++) {
    const { balance, movement } = rows[index];
    if (balance !== (rows[index - 1].balance ?? 0) + movement.minor) return movement.line;
  }
  return null;
}

/** Of a line before the header no more is looked at: patterns that go back and forth stay quick. */
const LONGEST_HEAD = 400;

/** An IBAN, or the number behind `Numéro Compte`. */
function accountIn(preamble: readonly CsvRow[]): string {
  for (const { cells } of preamble) {
    const text = cells
      .join(' ')
      .slice(0, LONGEST_HEAD)
      .replace(/[\s\u00a0]+/g, ' ');
    const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b/.exec(text);
    if (iban) return iban[0].replace(/\s/g, '');
    const quoted = /="(\d{10,})"/.exec(text); // a number kept as text, as Société Générale writes it
    if (quoted) return quoted[1];
    const number = /compte[^0-9]{0,20}(\d{5,}[0-9A-Z]*)/i.exec(text);
    if (number) return number[1];
  }
  return '';
}

/** `Solde au 31/10/2026;1 234,56`, `Solde (EUROS);1234,56` with `Date;31/10/2026` beside or above it. */
function closingIn(preamble: readonly CsvRow[], currency: Currency): BankBalance | null {
  const days = preamble.flatMap(({ cells }) => cells.join(' ').match(/\d{2}[/.-]\d{2}[/.-]\d{4}/g) ?? []);
  for (const { cells } of preamble) {
    if (!/^\s*solde/i.test(cells[0] ?? '')) continue;
    const own = /\d{2}[/.-]\d{2}[/.-]\d{4}/.exec(cells.join(' '))?.[0] ?? days[days.length - 1];
    const amounts = [
      ...cells.slice(1),
      /(-?\d[\d\s\u00a0\u202f.]*,\d{2})\D*$/.exec(withoutDays(cells[0]))?.[1] ?? '',
    ];
    const minor = amounts.map((cell) => amountMinor(cell, currency, null)).find((one) => !Number.isNaN(one));
    const day = own === undefined ? Number.NaN : frenchDay(own);
    if (minor !== undefined && !Number.isNaN(day)) return { day, minor };
  }
  return null;
}

function withoutDays(text: string): string {
  return text.slice(0, LONGEST_HEAD).replace(/\d{2}[/.-]\d{2}[/.-]\d{4}/g, ' ');
}

function brokenBalance(line: number): BankFault {
  return bankFault(
    'bank/balance',
    line,
    'Le solde de cette ligne n’est pas le précédent plus le mouvement : rien n’est importé. Téléchargez le fichier de nouveau.',
    'This line’s balance is not the one before plus the movement: nothing is imported. Download the file again.',
  );
}
