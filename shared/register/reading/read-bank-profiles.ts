/** The columns of banks' files that the product does not know by itself. */
import { choiceAt, type Places, type RowCells, sheetRow, textAt } from '../row-cells.ts';
import type { BankProfile } from './evidence.ts';

/** Reads one profile: without its name, the file's headers, a day or a label it is left out. */
export function readBankProfileRow(cells: RowCells, places: Places, into: BankProfile[]): void {
  const text = (key: string): string => textAt(cells, places.of(key));
  const profile = {
    row: sheetRow(cells),
    name: text('name'),
    headers: text('headers'),
    date: text('date'),
    label: text('label'),
    amount: text('amount'),
    direction: text('direction'),
    debit: text('debit'),
    credit: text('credit'),
    balance: text('balance'),
    value: text('value'),
    reference: text('reference'),
  };
  const isMonthFirst = choiceAt(cells, places.of('dayOrder')) === 'mdy';
  if (!cells.leftOut) into.push({ ...profile, dayOrder: isMonthFirst ? 'mdy' : 'dmy' });
}
