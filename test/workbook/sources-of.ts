/** Where the reports of the workbook's tests come from, and what is wrong in their registers. */
import type { SourceInfo } from '../../batch/sources/source.ts';
import type { Problem } from '../../shared/base/problem.ts';

export const FOLDER: SourceInfo = { kind: 'folder', name: 'registre-2026', moving: false };
export const SHEET: SourceInfo = {
  kind: 'sheet',
  name: 'Registre des factures',
  spreadsheetId: '1AbC-dEf_123',
  tabs: new Map([
    ['clients', 11],
    ['invoices', 22],
    ['payments', 33],
  ]),
  columns: new Map([['invoices', new Map([['dueDate', 27]])]]),
  moving: false,
};

export const PROBLEMS: readonly Problem[] = [
  {
    code: 'date/invalid',
    table: 'invoices',
    row: 7,
    column: 'dueDate',
    header: 'Échéance',
    found: '2026-02-30',
  },
  { code: 'amount/invalid', table: 'payments', row: 12, column: 'amount', header: 'Montant', found: true },
  {
    code: 'client/unknown',
    table: 'invoices',
    row: 31,
    column: 'client',
    header: 'Client',
    found: '=HYPERLINK("http://evil.example","clic")',
  },
  { code: 'required/missing', table: 'clients', row: 4, column: 'name', header: 'Nom', found: null },
  {
    code: 'row/duplicate',
    table: 'payments',
    row: 19,
    column: 'id',
    header: 'Identifiant',
    found: 'VIR-88',
    detail: '15',
  },
  {
    code: 'terms/invalid',
    table: 'settings',
    row: 8,
    column: 'value',
    header: 'Valeur',
    found: 'à la saint-glinglin',
  },
];
