/** What travels to the script: movements in parts of whole days, so that equal movements of a day are counted together. */
import { civilDate } from '../../../shared/base/civil-date.ts';
import { decimalText } from '../../../shared/base/money.ts';
import type { BankMovement, BankStatement } from '../../../shared/exchange/bank/statement.ts';
import { MOST_MOVEMENTS, type MovementFields, type StatementFields } from '../../contract/bank.ts';

export type FilePart = readonly StatementFields[];

/** @param most movements a part; a day alone that has more is a part of its own, and the script then refuses it */
export function partsOf(
  statements: readonly BankStatement[],
  most: number = MOST_MOVEMENTS,
): readonly FilePart[] {
  const parts: StatementFields[][] = [];
  let room = 0;
  for (const statement of statements) {
    for (const day of daysOf(statement)) {
      const movements = day.map((one) => fieldsOf(one, statement));
      const part = movements.length > room ? undefined : parts[parts.length - 1];
      room = (part ? room : most) - movements.length;
      if (part) add(part, statement, movements);
      else parts.push([{ account: statement.account, currency: statement.currency, movements }]);
    }
  }
  return parts;
}

/** The movements of each day, in the order of the file. */
function daysOf({ movements }: BankStatement): readonly (readonly BankMovement[])[] {
  const days = new Map<number, BankMovement[]>();
  for (const one of movements) {
    const day = days.get(one.day);
    if (day) day.push(one);
    else days.set(one.day, [one]);
  }
  return [...days.values()];
}

function add(
  part: StatementFields[],
  { account, currency }: BankStatement,
  movements: readonly MovementFields[],
): void {
  const last = part[part.length - 1];
  if (last && last.account === account && last.currency === currency)
    part[part.length - 1] = { account, currency, movements: [...last.movements, ...movements] };
  else part.push({ account, currency, movements });
}

function fieldsOf(movement: BankMovement, { currency }: BankStatement): MovementFields {
  const { bankId, day, label, minor, payer, payerIban, reference } = movement;
  return {
    day: civilDate(day),
    amount: decimalText(minor, currency),
    label: plain(label, 1000),
    payer: plain(payer, 200),
    payerIban: plain(payerIban, 60),
    reference: plain(reference, 200),
    bankId: plain(bankId, 200),
  };
}

/** On one line, without what no cell should carry. */
function plain(text: string, most: number): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '');
}
