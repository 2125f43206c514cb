/** The columns of a bank's CSV, known by the words French banks head them with, or as a profile says. */
import type { DayOrder } from '../../register/addon-tables.ts';
import { normaliseWord } from '../../register/known-words.ts';
import { namedHeaders } from './csv-header.ts';

/** Where each thing stands, from 0; -1 where the file has no such column. Several columns of words are read one after another. */
export type CsvColumns = {
  readonly date: number;
  readonly value: number;
  readonly labels: readonly number[];
  readonly debit: number;
  readonly credit: number;
  readonly amount: number;
  readonly direction: number; // says whether an amount without sign came in or went out
  readonly balance: number;
  readonly reference: number;
  readonly currency: number;
  readonly account: number; // where one file holds several
};

/** A bank's own headers where they are not known, an empty one for a column it has not; named by its user, kept in the register. */
export type CsvProfile = {
  readonly date: string;
  readonly label: readonly string[];
  readonly debit?: string;
  readonly credit?: string;
  readonly amount?: string;
  readonly direction?: string;
  readonly value?: string;
  readonly balance?: string;
  readonly reference?: string;
  readonly dayOrder?: DayOrder; // without it the day stands first, or the file is ISO 8601
};

const WORDS = {
  date: [
    'date',
    'dateoperation',
    'datedoperation',
    'datedeloperation',
    'datecomptable',
    'datedecomptabilisation',
    'dateop',
    'bookingdate',
    'transactiondate',
  ],
  value: ['dateval', 'datevaleur', 'datedevaleur', 'valeur', 'valuedate'],
  labels: [
    'libelle',
    'label',
    'libelledeloperation',
    'libelleoperation',
    'libelles',
    'libellecomplet',
    'libellesimplifie',
    'supplierfound',
    'intitule',
    'detail',
    'details',
    'detaildelecriture',
    'informationscomplementaires',
    'infoscomplementaires',
    'nature',
    'naturedeloperation',
    'communication',
    'description',
    'tiers',
    'commentaire',
    'motif',
  ],
  debit: ['debit', 'montantdebit', 'debits', 'sortie'],
  credit: ['credit', 'montantcredit', 'credits', 'entree'],
  amount: ['montant', 'montantoperation', 'montantdeloperation', 'amount', 'somme'],
  direction: ['sens', 'sensoperation', 'sensdeloperation', 'dc', 'cd', 'debitcredit', 'creditdebit'],
  balance: ['solde', 'soldeapresoperation', 'balance', 'soldecomptable'],
  reference: [
    'reference',
    'referencedeloperation',
    'referenceoperation',
    'ref',
    'numerodoperation',
    'numerooperation',
  ],
  currency: ['devise', 'currency', 'monnaie'],
  account: ['accountnum', 'compte', 'numerodecompte', 'numerocompte', 'iban'],
} as const;

/** Of these a file has one, or nobody can tell which is meant. */
const SINGLE = ['debit', 'credit', 'amount', 'direction', 'balance'] as const;

/**
 * The columns of a header row; null where it is none: it names no day, no amount or no words. Null as well where two columns could be the
 * amount (`Montant (USD);Montant (EUR)`): a person says which.
 */
export function columnsOf(cells: readonly string[]): CsvColumns | null {
  const heads = cells.map(headWord);
  const at = (words: readonly string[]): number => heads.findIndex((head) => words.includes(head));
  const columns: CsvColumns = {
    date: at(WORDS.date),
    value: at(WORDS.value),
    labels: heads.flatMap((head, index) => (has(WORDS.labels, head) ? [index] : [])),
    debit: at(WORDS.debit),
    credit: at(WORDS.credit),
    amount: at(WORDS.amount),
    direction: at(WORDS.direction),
    balance: at(WORDS.balance),
    reference: at(WORDS.reference),
    currency: at(WORDS.currency),
    account: at(WORDS.account),
  };
  const isTwice = SINGLE.some((key) => heads.filter((head) => has(WORDS[key], head)).length > 1);
  return isComplete(columns) && !isTwice ? columns : null;
}

/** The columns as a profile names them. */
export function profileColumns(cells: readonly string[], profile: CsvProfile): CsvColumns | null {
  const heads = namedHeaders(cells).map(normaliseWord);
  const at = (head = ''): number => (head === '' ? -1 : heads.indexOf(normaliseWord(head)));
  const columns: CsvColumns = {
    date: at(profile.date),
    value: at(profile.value),
    labels: profile.label.map(at).filter((index) => index >= 0),
    debit: at(profile.debit),
    credit: at(profile.credit),
    amount: at(profile.amount),
    direction: at(profile.direction),
    balance: at(profile.balance),
    reference: at(profile.reference),
    currency: -1,
    account: -1,
  };
  return isComplete(columns) ? columns : null;
}

function isComplete({ amount, credit, date, debit, labels }: CsvColumns): boolean {
  return date >= 0 && labels.length > 0 && (amount >= 0 || (debit >= 0 && credit >= 0));
}

function has(words: readonly string[], head: string): boolean {
  return words.includes(head);
}

/** `Débit (EUROS)`, `Montant en euros` are said without their currency; accents that a wrong encoding broke or lost are an `e`. */
export function headWord(cell: string): string {
  const whole = cell.replace(/\([^)]*\)/g, '').replace(/Ã[©¨ª]|[?\ufffd]/g, 'e');
  return normaliseWord(whole).replace(/(en)?(euros?|eur)$/, '');
}
