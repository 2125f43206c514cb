/** The log of imported bank statements: which movement became which payment, and how far the bank is known. */
import { currencyDigits } from '../../base/money.ts';
import { BANK_STATES } from '../addon-tables.ts';
import type { BankEntry, Settings } from '../entries.ts';
import {
  amountAt,
  choiceAt,
  currencyAt,
  dayAt,
  type Places,
  type RowCells,
  sheetRow,
  textAt,
} from '../row-cells.ts';

export type BankRows = { readonly entries: BankEntry[] };

export function newBankRows(): BankRows {
  return { entries: [] };
}

/** @param clientAt the client's index by its code, -1 where there is none */
export function readBankRow(
  cells: RowCells,
  places: Places,
  settings: Settings,
  clientAt: (code: string) => number,
  into: BankRows,
): void {
  const currency = currencyAt(cells, places.of('currency')) || settings.currency;
  const day = dayAt(cells, places.of('date'));
  const minor = amountAt(cells, places.of('amount'), currency, currencyDigits(currency));
  const written = choiceAt(cells, places.of('state'));
  const state = BANK_STATES.find((known) => known === written);
  const text = (key: string): string => textAt(cells, places.of(key));
  const entry = {
    row: sheetRow(cells),
    key: text('key'),
    importId: text('import'),
    account: text('account'),
    label: text('label'),
    payer: text('payer'),
    payerIban: text('payerIban'),
    client: clientAt(text('client')),
    payments: text('payments')
      .split(/[,;\s]+/)
      .filter((id) => id !== ''),
  };
  if (cells.leftOut || state === undefined) return;
  into.entries.push({ ...entry, day, minor, currency, state });
}
