/** Rows of another tool's file held against the register as it is: what would be written, what is known already, what it comes to. */

import type { RowTexts } from '../../../shared/exchange/match/import-rows.ts';
import { type MappingFault, readMapping } from '../../../shared/exchange/opening/mapping.ts';
import { namedPayments } from '../../../shared/exchange/opening/payment-ids.ts';
import { type OpeningRows, openingRows } from '../../../shared/exchange/opening/rows.ts';
import { buildLedger, openBalanceOn } from '../../../shared/receivables/ledger.ts';
import { readAmount } from '../../../shared/register/cell-amounts.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { TABLES } from '../../../shared/register/tables.ts';
import type { OpeningFields } from '../../contract/opening.ts';
import type { Answer } from '../../contract.ts';
import type { World } from '../../world.ts';
import { answered, readRegisterOf, refused, type TabView, textsOf, viewOf } from '../frame.ts';

export type OpeningPlan = {
  readonly register: Register;
  readonly view: TabView; // of the table
  readonly payments: TabView;
  readonly read: OpeningRows;
  readonly rows: readonly RowTexts[]; // of the table, payments left out
  readonly paid: readonly RowTexts[]; // payments that are not there yet, each with its id
  readonly known: number;
};

const TABLES_READ = ['settings', 'clients', 'invoices', 'payments', 'instalments'] as const;

/** Five reads. Refused where a tab is missing, or a column that is needed is named by nobody. */
export function planOpening(world: World, { headers, map, rows, table }: OpeningFields): Answer<OpeningPlan> {
  const { language } = world.sheet;
  const { grids, register } = readRegisterOf(world, TABLES_READ);
  const view = viewOf(table, grids.get(table) ?? [], language);
  if (!view.ok) return view;
  const payments = viewOf('payments', grids.get('payments') ?? [], language);
  if (!payments.ok) return payments;
  const mapping = readMapping(
    table,
    headers,
    map.map(({ column, header }) => [header, column] as const),
  );
  if (!mapping.ok) return refused(mapping.faults.map((fault) => faultText(fault, table, language)).join(' '));
  const read = openingRows(table, { headers, rows }, mapping.mapping, register);
  const brought = namedPayments(table === 'payments' ? read.rows : read.payments);
  const ids = new Set(textsOf(payments.value, 'id'));
  const paid = brought.filter(({ id }) => !ids.has(id));
  return answered({
    register,
    view: view.value,
    payments: payments.value,
    read,
    rows: table === 'payments' ? [] : read.rows,
    paid,
    known: read.known.length + (table === 'payments' ? brought.length - paid.length : 0),
  });
}

/** What clients owe in the register's own currency, before and after; minor units. */
export function openingSums({
  paid,
  register,
  rows,
  view,
}: OpeningPlan): readonly [before: number, after: number] {
  const { currency } = register.settings;
  const { currencies, invoices } = register;
  const ledger = buildLedger(register);
  let before = 0;
  for (let invoice = 0; invoice < invoices.count; invoice++) {
    if (currencies[invoices.currency[invoice]] === currency && invoices.creditNote[invoice] === 0)
      before += openBalanceOn(ledger, invoice, Number.MAX_SAFE_INTEGER);
  }
  const own = (all: readonly RowTexts[]): readonly RowTexts[] =>
    all.filter((row) => (row.currency ?? '') === '' || row.currency === currency);
  const sum = (all: readonly RowTexts[], key: string): number =>
    own(all).reduce((total, row) => {
      const read = readAmount(row[key] ?? '', currency);
      return total + (read.ok && row.type !== 'creditNote' ? read.value : 0);
    }, 0);
  const owed = view.tab === 'invoices' ? sum(rows, 'total') : 0;
  return [
    before,
    before +
      owed -
      sum(
        paid.filter(({ invoice }) => (invoice ?? '') !== ''),
        'amount',
      ),
  ];
}

function faultText(fault: MappingFault, table: OpeningFields['table'], language: 'fr' | 'en'): string {
  const isFrench = language === 'fr';
  if (fault.fault === 'missing') {
    const names = fault.columns.map(
      (key) => TABLES[table].columns.find((column) => column.key === key)?.header[language] ?? key,
    );
    return isFrench ? `Indiquez la colonne : ${names.join(', ')}.` : `Name the column: ${names.join(', ')}.`;
  }
  return isFrench ? `Colonne inconnue : ${fault.found}.` : `Unknown column: ${fault.found}.`;
}
