/**
 * A bank file's text to its statements, whatever its format: known from what it says, never from its name. Text becomes rows and trees
 * by the readers of its world (a browser, Node), which are handed in.
 */
import { readCamt } from './camt.ts';
import { isCfonb, readCfonb } from './cfonb.ts';
import { type CsvReading, type CsvRow, readBankCsv } from './csv.ts';
import { bankFault } from './fault.ts';
import { isOfx, readOfx } from './ofx.ts';
import type { BankFault, BankMovement, ReadStatements } from './statement.ts';
import type { XmlTree } from './xml-tree.ts';

/** Readers of the world this runs in. Each answers null where the text is not what it reads. */
export type TextReaders = {
  readonly csvRows: (text: string, delimiter: string) => readonly CsvRow[] | null;
  readonly xmlTree: (text: string) => XmlTree | null;
};

/** What a file may hold: a bank's year is a few megabytes. */
export const MOST_CHARACTERS = 20_000_000;
const MOST_MOVEMENTS = 200_000;

/** @param text decoded; see `decodeBankFile` in each world */
export function readBankText(text: string, reading: CsvReading, readers: TextReaders): ReadStatements {
  const plain = text.replace(/^\ufeff/, '');
  const refusal = refusalOf(plain);
  if (refusal !== null) return { ok: false, faults: [refusal] };
  const read = readPlain(plain, reading, readers);
  if (!read.ok) return read;
  const statements = read.statements.map((one) => ({ ...one, movements: one.movements.map(inPlainText) }));
  const movements = statements.reduce((sum, one) => sum + one.movements.length, 0);
  if (movements > MOST_MOVEMENTS) return { ok: false, faults: [tooLarge()] };
  return movements === 0 && read.statements.every(({ closing }) => closing === null)
    ? { ok: false, faults: [empty()] }
    : { ...read, statements };
}

/** A cell of a register holds no more than 50,000 characters, and nobody reads as many. */
const LONGEST_TEXT = 1000;

function inPlainText(movement: BankMovement): BankMovement {
  const { label, payer, reference } = movement;
  return { ...movement, label: plain(label), payer: plain(payer), reference: plain(reference) };
}

/** On one line, without control characters and marks that turn the reading direction: a label must not pass for another. */
function plain(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TEXT);
}

function refusalOf(text: string): BankFault | null {
  if (text.length > MOST_CHARACTERS) return tooLarge();
  if (text.trim() === '') return empty();
  if (text.includes('\u0000')) return notText();
  return /<!(DOCTYPE|ENTITY)/i.test(text) ? withEntities() : null;
}

function readPlain(text: string, reading: CsvReading, readers: TextReaders): ReadStatements {
  if (isCfonb(text)) return readCfonb(text);
  if (isOfx(text)) return readOfx(text);
  if (/^\s*</.test(text)) {
    const tree = readers.xmlTree(text);
    const read = tree === null ? null : readCamt(tree);
    return read ?? { ok: false, faults: [tree === null ? brokenXml() : unknownFormat()] };
  }
  const rows = readers.csvRows(text, delimiterOf(text));
  return rows === null ? { ok: false, faults: [brokenCsv()] } : readBankCsv(rows, reading);
}

/** The one of `;`, tab and `,` that most of the first lines hold; of as many, the first. */
export function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/, 60);
  const counts = [';', '\t', ','].map((sign) => lines.filter((line) => line.split(sign).length > 2).length);
  return [';', '\t', ','][counts.indexOf(Math.max(...counts))];
}

function empty(): BankFault {
  return bankFault('bank/empty', 0, 'Le fichier ne contient aucun mouvement.', 'The file holds no movement.');
}

/** Of a file that is not even read. */
export function tooLarge(): BankFault {
  return bankFault(
    'bank/size',
    0,
    'Ce fichier est trop gros pour un relevé (20 millions de caractères, 200 000 mouvements) : rien n’est importé. Téléchargez une période plus courte.',
    'This file is too large for a statement (20 million characters, 200,000 movements): nothing is imported. Download a shorter period.',
  );
}

function notText(): BankFault {
  return bankFault(
    'bank/binary',
    0,
    'Ce fichier n’est pas du texte : rien n’est importé. Téléchargez le relevé en CSV, OFX, CAMT.053 ou CFONB.',
    'This file is not text: nothing is imported. Download the statement as CSV, OFX, CAMT.053 or CFONB.',
  );
}

function withEntities(): BankFault {
  return bankFault(
    'bank/entities',
    0,
    'Ce fichier XML déclare des entités, ce qu’aucune banque ne fait : rien n’est lu.',
    'This XML file declares entities, which no bank does: nothing is read.',
  );
}

function brokenXml(): BankFault {
  return bankFault(
    'bank/xml',
    0,
    'Ce XML est incomplet ou mal formé : rien n’est importé. Téléchargez le fichier de nouveau.',
    'This XML is incomplete or not well-formed: nothing is imported. Download the file again.',
  );
}

function unknownFormat(): BankFault {
  return bankFault(
    'bank/format',
    0,
    'Ce XML n’est pas un relevé CAMT.053 : rien n’est importé.',
    'This XML is no CAMT.053 statement: nothing is imported.',
  );
}

function brokenCsv(): BankFault {
  return bankFault(
    'bank/quotes',
    0,
    'Un guillemet ouvert ne se ferme pas : le fichier est abîmé. Rien n’est importé. Téléchargez-le de nouveau.',
    'An open quote never closes: the file is damaged. Nothing is imported. Download it again.',
  );
}
