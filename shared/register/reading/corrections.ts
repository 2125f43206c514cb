/** What credit notes correct: resolved once every invoice is known. */
import type { Problem, ProblemCode } from '../../base/problem.ts';
import { indexesWithout, keepRows } from '../columns.ts';
import { newStagedText, stageText } from '../staged-text.ts';
import { setValue, valueOfText } from '../text-index.ts';
import { type Correction, type InvoiceColumns, type InvoiceRows, LEFT_OUT, UNKNOWN } from './invoice-rows.ts';

/**
 * Resolves what each row corrects, once every invoice is known. A row that names no readable invoice, a credit note for one
 * of another client or currency, and whatever names a row so left out, are left out.
 */
export function resolveCorrections(rows: InvoiceRows, header: string, problems: Problem[]): void {
  const { columns, byNumber } = rows;
  const staged = newStagedText();
  const namedBy = new Map<number, Correction[]>();
  for (const correction of rows.corrections) {
    stageText(staged, correction.number);
    const target = valueOfText(byNumber, staged, UNKNOWN);
    if (target < 0) continue;
    columns.corrects[correction.index] = target;
    const named = namedBy.get(target);
    if (named) named.push(correction);
    else namedBy.set(target, [correction]);
  }
  const gone = new Set<number>();
  const bad = rows.corrections.map((correction) => ({
    ...correction,
    code: correctionProblem(columns, correction.index),
  }));
  for (const { index, number, code } of bad) {
    if (code === null || gone.has(index)) continue;
    gone.add(index);
    problems.push({
      code,
      table: 'invoices',
      row: columns.row[index],
      column: 'corrects',
      header,
      found: number,
    });
    for (const named of namedBy.get(index) || []) bad.push({ ...named, code: 'invoice/unknown' });
  }
  for (const { index } of rows.corrections) if (columns.creditNote[index] === 0) columns.corrects[index] = -1;
  if (gone.size > 0) leaveOut(rows, gone);
}

function correctionProblem(columns: InvoiceColumns, index: number): ProblemCode | null {
  const target = columns.corrects[index];
  if (target < 0) return 'invoice/unknown';
  if (columns.creditNote[index] === 0) return null;
  if (columns.creditNote[target] === 1) return 'invoice/is-credit-note';
  if (columns.client[target] !== columns.client[index]) return 'client/mismatch';
  return columns.currency[target] === columns.currency[index] ? null : 'currency/mismatch';
}

/** Takes rows out of every column; only a register with bad corrections pays for it. */
function leaveOut(rows: InvoiceRows, gone: ReadonlySet<number>): void {
  const moved = indexesWithout(rows.count, gone);
  for (let from = 0; from < rows.count; from++) {
    setValue(rows.byNumber, rows.columns.entry[from], moved[from] < 0 ? LEFT_OUT : moved[from]);
  }
  keepRows(rows.columns, moved);
  rows.count -= gone.size;
  const { corrects } = rows.columns;
  for (let index = 0; index < rows.count; index++)
    if (corrects[index] >= 0) corrects[index] = moved[corrects[index]];
  const disputes = [...rows.disputes].filter(([from]) => moved[from] >= 0);
  rows.disputes.clear();
  for (const [from, dispute] of disputes) rows.disputes.set(moved[from], dispute);
}
