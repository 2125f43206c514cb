/** A bank file of this machine: its bytes decoded, its rows and trees read by csv-parse and fast-xml-parser. */
import { readFileSync, statSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { CsvReading, CsvRow } from '../../shared/exchange/bank/csv.ts';
import {
  MOST_CHARACTERS,
  readBankText,
  type TextReaders,
  tooLarge,
} from '../../shared/exchange/bank/read.ts';
import { CSV_OPTIONS, isTree, XML_OPTIONS } from '../../shared/exchange/bank/reader-options.ts';
import type { ReadStatements } from '../../shared/exchange/bank/statement.ts';
import type { XmlTree } from '../../shared/exchange/bank/xml-tree.ts';

/** Throws what the system says where the file cannot be read. */
export function readBankFile(path: string, reading: CsvReading): ReadStatements {
  if (statSync(path).size > MOST_CHARACTERS) return { ok: false, faults: [tooLarge()] };
  return readBankText(decodeBankFile(readFileSync(path)), reading, NODE_READERS);
}

/** UTF-8 where it is, with or without its mark; UTF-16 by its mark; else the Windows-1252 that French banks still write. */
export function decodeBankFile(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export const NODE_READERS: TextReaders = { csvRows, xmlTree };

/** Rows with the line each begins on; null where a quote never closes. */
export function csvRows(text: string, delimiter: string): readonly CsvRow[] | null {
  const rows: CsvRow[] = [];
  try {
    parse(text, {
      ...CSV_OPTIONS,
      delimiter,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lines, cells });
        return null;
      },
    });
    return rows;
  } catch {
    return null;
  }
}

const PARSER = new XMLParser(XML_OPTIONS);

/** The tree; null where the XML is not well-formed. */
export function xmlTree(text: string): XmlTree | null {
  if (XMLValidator.validate(text) !== true) return null;
  try {
    const tree: unknown = PARSER.parse(text);
    return isTree(tree) ? tree : null;
  } catch {
    return null;
  }
}
