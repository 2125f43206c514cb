/** A bank's file as the browser has it: decoded and parsed here, so that nothing but its movements leaves this page. */
import { parse } from 'csv-parse/browser/esm/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type DayNumber, parseCivilDate } from '../../../shared/base/civil-date.ts';
import type { CsvReading, CsvRow } from '../../../shared/exchange/bank/csv.ts';
import { proveStatement } from '../../../shared/exchange/bank/proof.ts';
import { delimiterOf, MOST_CHARACTERS, readBankText, tooLarge } from '../../../shared/exchange/bank/read.ts';
import { CSV_OPTIONS, isTree, XML_OPTIONS } from '../../../shared/exchange/bank/reader-options.ts';
import type { BankFault, BankHeader, BankStatement } from '../../../shared/exchange/bank/statement.ts';
import type { XmlTree } from '../../../shared/exchange/bank/xml-tree.ts';

export type ReadFile =
  | {
      readonly ok: true;
      readonly statements: readonly BankStatement[];
      readonly header: BankHeader | null; // of a CSV
      readonly isProven: boolean;
      readonly text: string;
    }
  | { readonly ok: false; readonly faults: readonly BankFault[]; readonly text: string };

/** @param today `YYYY-MM-DD`: no movement is booked after it */
export async function readBankFile(file: File, reading: CsvReading, today: string): Promise<ReadFile> {
  if (file.size > MOST_CHARACTERS) return { ok: false, faults: [tooLarge()], text: '' };
  const text = decoded(new Uint8Array(await file.arrayBuffer()));
  const read = readBankText(text, reading, { csvRows, xmlTree });
  if (!read.ok) return { ...read, text };
  const proofs = read.statements.map((one) => proveStatement(one, dayOf(today)));
  const faults = proofs.flatMap((one) => (one.proof === 'refused' ? one.faults : []));
  if (faults.length > 0) return { ok: false, faults, text };
  return {
    ok: true,
    statements: read.statements,
    header: read.header ?? null,
    text,
    isProven: proofs.every(({ proof }) => proof === 'proven'),
  };
}

function dayOf(day: string): DayNumber {
  const parsed = parseCivilDate(day);
  return parsed.ok ? parsed.value : Number.MAX_SAFE_INTEGER;
}

/** UTF-8 where it is, UTF-16 by its mark; else the Windows-1252 that French banks still write. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Rows with the line each begins on; null where a quote never closes. */
function csvRows(text: string, delimiter: string): readonly CsvRow[] | null {
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

/** The rows among which a person finds the header; none where the text is no CSV. */
export function firstRows(text: string): readonly CsvRow[] {
  return (csvRows(text, delimiterOf(text)) ?? []).slice(0, 40);
}

/** The rows of a CSV of any tool, its header first; null where it is none. */
export async function readRows(file: File): Promise<readonly CsvRow[] | null> {
  if (file.size > MOST_CHARACTERS) return null;
  const text = decoded(new Uint8Array(await file.arrayBuffer()));
  const rows = text.includes('\u0000') ? null : csvRows(text, delimiterOf(text));
  return rows !== null && rows.length > 1 ? rows : null;
}

const PARSER = new XMLParser(XML_OPTIONS);

/** The tree; null where the XML is not well-formed. */
function xmlTree(text: string): XmlTree | null {
  if (XMLValidator.validate(text) !== true) return null;
  try {
    const tree: unknown = PARSER.parse(text);
    return isTree(tree) ? tree : null;
  } catch {
    return null;
  }
}
