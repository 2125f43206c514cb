/** CFONB 120: the French banks' statement in lines of 120 characters; the old balance (01), movements (04), what more they say (05), the new balance (07). */
import { type DayNumber, dayOf, daysInMonth } from '../../base/civil-date.ts';
import { currencyDigits, isCurrency } from '../../base/money.ts';
import { badAmount, badCurrency, badDay, bankFault, cutShort } from './fault.ts';
import type { BankFault, BankMovement, BankStatement, ReadStatements } from './statement.ts';

const WIDTH = 120;

/** Whether a text is one: its first line begins with 01 and is as wide as the format. */
export function isCfonb(text: string): boolean {
  const [first = ''] = text.split(/\r?\n/, 1);
  return /^01\d{5}/.test(first) && first.length >= 104 && first.length <= WIDTH;
}

type Draft = {
  account: string;
  currency: string;
  opening: { day: DayNumber; minor: number };
  movements: BankMovement[];
};

/** @returns the statements, one from each 01 to its 07; or every line that is wrong */
export function readCfonb(text: string): ReadStatements {
  const statements: BankStatement[] = [];
  const faults: BankFault[] = [];
  let open: Draft | null = null;
  const lines = text.split(/\r?\n/);
  lines.forEach((raw, index) => {
    const line = raw.padEnd(WIDTH);
    const number = index + 1;
    if (raw.trim() === '') return;
    if (raw.length > WIDTH) faults.push(tooWide(number));
    else if (line.startsWith('01')) open = opened(line, number, faults);
    else if (line.startsWith('04') && open !== null) addMovement(line, number, open, faults);
    else if (line.startsWith('05') && open !== null) addDetail(line, open);
    else if (line.startsWith('07') && open !== null) {
      statements.push(closed(line, number, open, faults));
      open = null;
    } else faults.push(misplaced(number, line.slice(0, 2)));
  });
  if (open !== null) faults.push(cutShort(lines.length));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, statements };
}

/** Columns of the format, from 1, both ends included. */
function part(line: string, from: number, to: number): string {
  return line.slice(from - 1, to).trim();
}

function opened(line: string, number: number, faults: BankFault[]): Draft {
  const currency = part(line, 17, 19) || UNSAID;
  if (!isCurrency(currency)) faults.push(badCurrency(number, currency));
  return {
    account: part(line, 3, 7) + part(line, 12, 16) + part(line, 22, 32),
    currency,
    opening: { day: dayAt(line, 35, number, faults), minor: amountAt(line, currency, number, faults) },
    movements: [],
  };
}

/** LCL leaves the currency and the decimals out. */
const UNSAID = 'EUR';

function addMovement(line: string, number: number, open: Draft, faults: BankFault[]): void {
  const written = part(line, 17, 19);
  if (written !== '' && written !== open.currency) faults.push(badCurrency(number, written));
  const value = part(line, 43, 48);
  open.movements.push({
    day: dayAt(line, 35, number, faults),
    valueDay: value === '' ? null : dayAt(line, 43, number, faults),
    minor: amountAt(line, open.currency, number, faults),
    label: part(line, 49, 79),
    payer: '',
    payerIban: '',
    reference: part(line, 105, 120),
    bankId: '',
    line: number,
  });
}

/** What a detail's qualifier says: NPY and NBE the other side's name, LCC and LIB more words, RCN and REF its reference. */
function addDetail(line: string, open: Draft): void {
  const last = open.movements.pop();
  if (!last) return;
  const qualifier = part(line, 46, 48);
  const text = part(line, 49, 118);
  const isName = qualifier === 'NPY' || qualifier === 'NBE';
  const isReference = qualifier === 'RCN' || qualifier === 'REF';
  open.movements.push({
    ...last,
    label: `${last.label} ${text}`.trim(),
    payer: isName && last.payer === '' ? text : last.payer,
    reference: isReference ? text : last.reference,
  });
}

function closed(line: string, number: number, open: Draft, faults: BankFault[]): BankStatement {
  const { account, currency, movements, opening } = open;
  const closing = {
    day: dayAt(line, 35, number, faults),
    minor: amountAt(line, currency, number, faults),
  };
  return { account, currency, opening, closing, movements };
}

/** JJMMAA. */
function dayAt(line: string, from: number, number: number, faults: BankFault[]): DayNumber {
  const text = part(line, from, from + 5);
  const [day, month, year] = [0, 2, 4].map((at) => Number(text.slice(at, at + 2)));
  const isDay = /^\d{6}$/.test(text) && month >= 1 && month <= 12 && day >= 1;
  if (isDay && day <= daysInMonth(2000 + year, month)) return dayOf(2000 + year, month, day);
  faults.push(badDay(number, text));
  return 0;
}

/** The last character holds the last digit and the sign: `{` and A to I for 0 to 9, `}` and J to R for −0 to −9. */
const PLUS = '{ABCDEFGHI';
const MINUS = '}JKLMNOPQR';

function amountAt(line: string, currency: string, number: number, faults: BankFault[]): number {
  const text = line.slice(90, 104);
  const sign = text.slice(-1);
  const digit = Math.max(PLUS.indexOf(sign), MINUS.indexOf(sign));
  const decimals = Number(line.slice(19, 20).trim() || '2');
  const digits = isCurrency(currency) ? currencyDigits(currency) : 2;
  if (!/^\d{13}$/.test(text.slice(0, -1)) || digit < 0 || decimals !== digits) {
    faults.push(badAmount(number, text));
    return 0;
  }
  const minor = Number(`${text.slice(0, -1)}${digit}`);
  return MINUS.includes(sign) && minor !== 0 ? -minor : minor;
}

function tooWide(line: number): BankFault {
  return bankFault(
    'bank/width',
    line,
    'Cette ligne dépasse 120 caractères : ce n’est pas un relevé CFONB intact. Rien n’est importé.',
    'This line is wider than 120 characters: this is no intact CFONB statement. Nothing is imported.',
  );
}

function misplaced(line: number, code: string): BankFault {
  return bankFault(
    'bank/order',
    line,
    `Un enregistrement « ${code} » n’a pas sa place ici : rien n’est importé. Téléchargez le fichier de nouveau.`,
    `A record “${code}” has no place here: nothing is imported. Download the file again.`,
  );
}
