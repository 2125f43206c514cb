/** Which column of another tool's file is which of the register: by the register's own headers, by the words other tools use, or as a person says. */
import type { Words } from '../../base/words.ts';
import { normaliseWord } from '../../register/known-words.ts';
import { TABLES } from '../../register/tables.ts';

/** What may be brought along. */
export const OPENING_TABLES = ['clients', 'invoices', 'payments'] as const;
export type OpeningTable = (typeof OPENING_TABLES)[number];

/** Of an invoice, what is still open of it: the rest was settled before, and becomes one payment. No column of the register. */
export const OPEN_COLUMN = 'open';

/** Words of other tools, beside the register's own keys and headers. */
const OTHER_WORDS: Readonly<Record<OpeningTable, Readonly<Record<string, string>>>> = {
  clients: {
    code: 'compte,comptetiers,codetiers,numeroclient,customernumber,account,reference',
    name: 'tiers,client,societe,intitule,denomination,customer,company',
    legalId: 'siret,siren',
    vatNumber: 'tvaintracommunautaire,numerotva,vat',
    addressLine1: 'rue,adresse1,street',
    addressLine2: 'adresse2',
    postalCode: 'cp,zip,zipcode',
    city: 'commune,localite',
    email: 'mail,adressemail,emailaddress',
    phone: 'tel,telephone,mobile',
  },
  invoices: {
    number:
      'numero,piece,npiece,nopiece,numerodepiece,nfacture,numerofacture,facture,invoicenumber,document,reference',
    client: 'compte,comptetiers,codetiers,codeclient,numeroclient,tiers,customer,customernumber',
    issueDate: 'date,datefacture,datedepiece,datepiece,invoicedate',
    dueDate: 'dateecheance,datedecheance,duedate,due',
    total: 'montant,ttc,totalttc,montantttc,debit,amount',
    net: 'ht,totalht,montantht',
    vat: 'tva,montanttva',
    open: 'solde,restedu,resteapayer,soldedu,balance,outstanding,amountdue',
  },
  payments: {
    date: 'datereglement,datepaiement,dateencaissement,paymentdate',
    invoice: 'facture,piece,npiece,nopiece,numerofacture,nfacture,invoicenumber',
    client: 'compte,codetiers,codeclient,tiers,customer',
    amount: 'montantregle,montant,encaisse,credit,paid',
    method: 'mode,modedepaiement,paymentmethod',
  },
};

export type Mapping = ReadonlyMap<string, number>; // a column's key to its place in the file, from 0

export type MappingFault =
  | { readonly fault: 'header'; readonly found: string } // the file has no such header
  | { readonly fault: 'column'; readonly found: string } // the table has no such column
  | { readonly fault: 'missing'; readonly columns: readonly string[] }; // needed, and found nowhere

export type ReadMapping =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly faults: readonly MappingFault[] };

/** @param said pairs a person gives, such as `N° pièce=number`; `Colonne=` leaves a column out */
export function readMapping(
  table: OpeningTable,
  headers: readonly string[],
  said: readonly (readonly [header: string, column: string])[],
): ReadMapping {
  const faults: MappingFault[] = [];
  const mapping = new Map<string, number>();
  const taken = new Set<number>();
  for (const [header, column] of said) {
    const at = headers.findIndex((one) => normaliseWord(one) === normaliseWord(header));
    if (at < 0) faults.push({ fault: 'header', found: header });
    else if (column !== '' && !isColumn(table, column)) faults.push({ fault: 'column', found: column });
    if (at >= 0) taken.add(at);
    if (at >= 0 && column !== '') mapping.set(column, at);
  }
  headers.forEach((header, at) => {
    const column = taken.has(at) ? null : columnOf(table, header);
    if (column !== null && !mapping.has(column)) mapping.set(column, at);
  });
  const missing = TABLES[table].columns.filter(({ key, required }) => required && !mapping.has(key));
  const lacking = missing
    .map(({ key }) => key)
    .filter((key) => !(key === 'total' && mapping.has(OPEN_COLUMN)));
  if (lacking.length > 0) faults.push({ fault: 'missing', columns: lacking });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, mapping };
}

/** Which column each header is taken for, of several the first; empty: none. For a person to look at. */
export function proposedColumns(table: OpeningTable, headers: readonly string[]): readonly string[] {
  const offered = openingColumns(table).map(({ key }) => key);
  const taken = new Set<string>();
  return headers.map((header) => {
    const found = columnOf(table, header) ?? '';
    const column = found === 'openBalance' ? OPEN_COLUMN : found;
    if (!offered.includes(column) || taken.has(column)) return '';
    taken.add(column);
    return column;
  });
}

/** The columns a file may bring, in the register's order: what the register computes and seals itself is not brought. */
export function openingColumns(
  table: OpeningTable,
): readonly { readonly key: string; readonly header: Words }[] {
  const own = TABLES[table].columns.filter(({ key, writer }) => writer === 'user' && key !== 'id');
  return table === 'invoices' ? [...own, { key: OPEN_COLUMN, header: OPEN_HEADER }] : own;
}

const OPEN_HEADER: Words = { fr: 'Reste dû (solde)', en: 'Open balance' };

function isColumn(table: OpeningTable, key: string): boolean {
  return (
    TABLES[table].columns.some((column) => column.key === key) ||
    (table === 'invoices' && key === OPEN_COLUMN)
  );
}

function columnOf(table: OpeningTable, header: string): string | null {
  const word = normaliseWord(header);
  const own = TABLES[table].columns.find(({ header: { en, fr }, key }) =>
    [key, fr, en].some((one) => normaliseWord(one) === word),
  );
  if (own) return own.key;
  const other = Object.entries(OTHER_WORDS[table]).find(([, words]) => words.split(',').includes(word));
  return other ? other[0] : null;
}
