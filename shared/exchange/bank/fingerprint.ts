/**
 * What tells one movement from another, in whatever file it comes: the same one is never taken twice, two genuine equal ones are both
 * kept. Equal movements of a day are counted over that whole day, so that files that overlap by whole days agree.
 */
import { civilDate } from '../../base/civil-date.ts';
import { sha256 } from '../../base/sha256.ts';
import type { BankMovement, BankStatement } from './statement.ts';

/** A key for each movement of the statement, in its order: `b1:` and 20 hex digits. */
export function fingerprints({ account, currency, movements }: BankStatement): readonly string[] {
  const seen = new Map<string, number>();
  return movements.map((movement) => {
    const content = [account, currency, ...contentOf(movement)].join('\n');
    const occurrence = (seen.get(content) ?? 0) + 1;
    seen.set(content, occurrence);
    return `b1:${sha256(`${content}\n${occurrence}`).slice(0, 20)}`;
  });
}

/** Day, amount and words; the bank's own id too, which alone would not do: banks have reused them. */
function contentOf({ bankId, day, label, minor }: BankMovement): readonly string[] {
  return [civilDate(day), String(minor), bankId, bankId === '' ? plainLabel(label) : ''];
}

/** Banks pad and break labels differently from one export to the next. */
function plainLabel(label: string): string {
  return label
    .toUpperCase()
    .normalize('NFD')
    .replace(/[^A-Z0-9]/g, '');
}
